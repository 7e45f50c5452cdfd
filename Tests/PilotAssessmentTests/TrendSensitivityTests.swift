import PilotAssessment
import Statistics
import TestSupport
import Testing

@Suite("Sensitivity to trends that part")
struct TrendSensitivityTests {
  /// An event study of `References/pre_trends.py`.
  private static func study(_ name: String) throws -> TrendSensitivity {
    let rows = try PilotReference.rows("trend-studies.csv").filter { $0["case"] == name }
    var covariance = Matrix(rows: rows.count, columns: rows.count, repeating: 0)
    for (row, values) in rows.enumerated() {
      for column in rows.indices {
        covariance[row, column] = try #require(values.number("with_\(column)"))
      }
    }
    let effects = try rows.map { row in
      (time: Int(try #require(row.number("time"))), effect: try #require(row.number("effect")))
    }
    return try #require(TrendSensitivity(effects, covariance: covariance))
  }

  @Test("confidence sets are those of honestdid with the same critical value")
  func reference() throws {
    let rows = try PilotReference.rows("trend-sets.csv")
    #expect(rows.count == 28)
    for row in rows {
      let (name, multiple) = (try #require(row["case"]), try #require(row.number("multiple")))
      let (low, high) = (try #require(row.number("low")), try #require(row.number("high")))
      let found = try Self.study(name).interval(multiple: multiple)
      // The reference's own critical value has a Monte Carlo error of some thousandths of itself.
      let slack = 2e-3 * (high - low)
      #expect(abs(found.lowerBound - low) <= slack, "\(name) \(multiple) \(found) \(low)")
      #expect(abs(found.upperBound - high) <= slack, "\(name) \(multiple) \(found) \(high)")
      // As honestdid ships it, with 1,000 draws and on a grid.
      guard let step = row.number("shipped_step") else { continue }
      #expect(abs(found.lowerBound - (row.number("shipped_low") ?? .nan)) <= 2 * step)
      #expect(abs(found.upperBound - (row.number("shipped_high") ?? .nan)) <= 2 * step)
    }
  }

  @Test("if trends part by nothing, the set is the estimate with its normal interval, by hand")
  func parallel() throws {
    // Two late effects 3 and 5 with variances 4 and 4, covariance 2: mean 4, variance 3.
    let covariance = Matrix(rows: 3, columns: 3, elements: [1, 0, 0, 0, 4, 2, 0, 2, 4])
    let study = try #require(
      TrendSensitivity([(-2, 0.5), (0, 3), (1, 5)], covariance: covariance))
    let found = study.interval(multiple: 0)
    // Sizes of both stages, 0.5% and (5 − 0.5) ÷ 99.5, are made so that together they are 5%.
    let reach = standardNormalQuantile(0.975) * 3.0.squareRoot()
    #expect(abs(found.lowerBound - (4 - reach)) < 1e-6)
    #expect(abs(found.upperBound - (4 + reach)) < 1e-6)
  }

  @Test("the breakdown value is where the set begins to hold 0")
  func breakdown() throws {
    for name in ["three-two", "four-four", "two-three"] {
      let study = try Self.study(name)
      let value = study.breakdown
      #expect(value > 0 && value < 5)
      #expect(!study.contains(0, multiple: value * 0.999))
      #expect(study.contains(0, multiple: value * 1.001))
      // Point estimates alone would be bolder.
      #expect(!study.interval(multiple: value * 0.99).contains(0))
    }
    #expect(try Self.study("noisy").breakdown == 0)
  }

  @Test("when trends do part by the multiple, the set holds the true effect in 95% of samples")
  func coverage() throws {
    // Differences of trends: steps of 1 before, and the most that M̄ = 1 allows after: +1, +1.
    let (times, trend, truth) = ([-3, -2, 0, 1], [-2.0, -1, 1, 2], 0.7)
    let deviations = [0.4, 0.3, 0.5, 0.6]
    var covariance = Matrix(rows: 4, columns: 4, repeating: 0)
    for place in 0..<4 { covariance[place, place] = deviations[place] * deviations[place] }
    var held = 0
    let samples = 400
    for sample in 0..<samples {
      let key = RandomKey(seed: 11).child(UInt64(sample))
      let effects = times.indices.map { place in
        let luck = standardNormalQuantile(key.uniform(UInt64(place))) * deviations[place]
        return (times[place], trend[place] + luck + (times[place] >= 0 ? truth : 0))
      }
      let study = try #require(TrendSensitivity(effects, covariance: covariance))
      held += study.contains(truth, multiple: 1) ? 1 : 0
    }
    // Four binomial standard errors below 95%: 4.4 points.
    #expect(Double(held) / Double(samples) >= 0.95 - 4 * (0.95 * 0.05 / 400).squareRoot())
  }
}
