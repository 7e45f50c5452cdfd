import Foundation
import PilotAssessment
import Statistics
import Testing

@Suite("Interrupted time series")
struct InterruptedTimeSeriesTests {
  private func rows(_ name: String) throws -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "References/\(name)"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
  }

  /// A panel of units that are all treated from one time on, each of them the series plus a level.
  private func panel(_ series: [Double], start: Int, levels: [Double] = [0]) throws -> Panel {
    var columns = PanelColumns(
      unit: PanelLabels(levels.indices.flatMap { unit in series.map { _ in "u\(unit)" } }),
      time: levels.flatMap { _ in Array(1...series.count) },
      outcome: levels.flatMap { level in series.map { $0 + level } },
      treatment: .firstTreated(levels.flatMap { _ in series.map { _ in start } }))
    columns.covariates = []
    return try Panel(columns)
  }

  @Test("effects, errors, intervals and p-values are statsmodels' with any number of lags")
  func reference() throws {
    let series = try rows("interrupted-series.csv").compactMap { Double($0[1]) }
    let panel = try panel(series, start: 25, levels: [-2, 2])
    for row in try rows("interrupted-figures.csv") {
      let expected = row[2...].compactMap(Double.init)
      let fit = try InterruptedTimeSeries(panel, lags: Int(row[0]))
      let estimates = fit.estimates(panel)
      let estimate = try #require(
        row[1] == "overall" ? estimates.first : row[1] == "first" ? estimates[1] : estimates.last)
      let found = [
        estimate.estimate, estimate.standardError, estimate.low, estimate.high, estimate.pValue,
      ]
      for (found, expected) in zip(found, expected) {
        #expect(abs((found ?? .nan) - expected) < 1e-8 * max(1, abs(expected)), "\(row)")
      }
      #expect(estimate.degreesOfFreedom == 32)
    }
    #expect(try InterruptedTimeSeries(panel).lags == 3)
  }

  @Test("a line with a step is found exactly")
  func exact() throws {
    let series = (1...12).map { 5 + 0.5 * Double($0) + ($0 >= 9 ? 2 : 0) }
    let fit = try InterruptedTimeSeries(try panel(series, start: 9))
    for (found, expected) in zip(fit.coefficients, [9.5, 0.5, 2, 0]) {
      #expect(abs(found - expected) < 1e-10)
    }
  }

  @Test("too few times, and starts that differ, are refused")
  func refusals() throws {
    #expect(throws: AssessmentRefusal.tooFewPeriods) {
      try InterruptedTimeSeries(try panel([1, 2, 3, 4, 5, 6], start: 3))
    }
    let staggered = try SyntheticPanel(
      cohorts: [.init(firstTreated: 5, units: 2), .init(firstTreated: 7, units: 2)], periods: 9
    ).panel(RandomKey(seed: 1))
    #expect(throws: AssessmentRefusal.staggered) { try InterruptedTimeSeries(staggered) }
  }
}
