import RealModule
import Statistics
import Testing

@Suite("Summaries of samples")
struct SummaryTests {
  @Test("Gini coefficients by hand")
  func giniByHand() {
    #expect(giniCoefficient([5, 5, 5]) == 0)
    #expect(giniCoefficient([0.1, 0.1, 0.1]) == 0)
    #expect(giniCoefficient([0, 0, 0, 8]) == 0.75)
    // Pairs of 1, 2, 3 differ by 8 in all, over 2 · 9 pairs · mean 2.
    #expect(abs(giniCoefficient([3, 1, 2]) - 8.0 / 36) < 1e-15)
    #expect(giniCoefficient([7]) == 0)
    #expect(giniCoefficient([]).isNaN)
    #expect(giniCoefficient([0, 0]).isNaN)
    #expect(giniCoefficient([1, .nan]).isNaN)
  }

  @Test("counted values have the Gini coefficient of the single values")
  func giniOfCounts() {
    for seed in 0..<50 as Range<UInt64> {
      let key = RandomKey(seed: seed)
      let counts = (0..<6).map { Int(key.index(below: 9, $0)) }
      let values = counts.enumerated().flatMap { Array(repeating: Double($0), count: $1) }
      let expected = giniCoefficient(values)
      let found = giniCoefficient(counts: counts)
      #expect(expected.isNaN ? found.isNaN : abs(found - expected) < 1e-14)
    }
    #expect(giniCoefficient(counts: [3, 0, 0, 0, 0, 0, 0, 0, 1]) == 0.75)
    #expect(giniCoefficient(counts: [0, 0, 12]) == 0)
    #expect(giniCoefficient(counts: [4]).isNaN)
    #expect(giniCoefficient(counts: []).isNaN)
  }

  @Test("summaries and Gini coefficients agree with NumPy")
  func agreesWithNumPy() throws {
    for row in try Reference.rows("summaries.csv") {
      let numbers = row.compactMap(Double.init)
      let sample = (1...Int(numbers[0])).map { index -> Double in
        let product = Double(index) * 0.618_033_988_749_894_9
        let fraction = product - product.rounded(.down)
        return fraction * fraction
      }
      let summary = SampleSummary(sample)
      #expect(summary.count == Int(numbers[0]))
      #expect(SampleSummary.mean(sample) == summary.mean)
      let found = [
        summary.mean, summary.standardDeviation, summary.p05, summary.p50, summary.p95,
        giniCoefficient(sample),
      ]
      for (value, expected) in zip(found, numbers.dropFirst()) {
        #expect(value.isApproximatelyEqual(to: expected, relativeTolerance: 1e-13))
      }
    }
  }

  @Test("quantiles by hand: 1 to 21 has 2, 11 and 20; 1 and 3 have 1.1, 2 and 2.9")
  func quantilesByHand() {
    let ladder = SampleSummary((1...21).reversed().map(Double.init))
    #expect([ladder.p05, ladder.p50, ladder.p95] == [2, 11, 20])
    let pair = SampleSummary([3, 1])
    #expect(abs(pair.p05 - 1.1) < 1e-15)
    #expect(pair.p50 == 2)
    #expect(abs(pair.p95 - 2.9) < 1e-15)
    #expect(pair.standardDeviation == 2.squareRoot())
  }

  @Test("NaN is left out of the count and of every figure")
  func nanIsLeftOut() {
    #expect(SampleSummary([1, .nan, 3]) == SampleSummary([1, 3]))
    #expect(SampleSummary([1, .nan, 3]).count == 2)
  }

  @Test("too few values give NaN, not zero")
  func tooFew() {
    let none = SampleSummary([])
    #expect(none.count == 0 && none.mean.isNaN && none.p50.isNaN)
    #expect(none.standardDeviation.isNaN && none.p05.isNaN && none.p95.isNaN)
    let one = SampleSummary([4])
    #expect(one.mean == 4 && one.p05 == 4 && one.p95 == 4 && one.standardDeviation.isNaN)
  }

  @Test("small values survive beside large ones that cancel")
  func sumsAreCompensated() {
    #expect(SampleSummary([1, 1e100, 1, -1e100]).mean == 0.5)
  }
}
