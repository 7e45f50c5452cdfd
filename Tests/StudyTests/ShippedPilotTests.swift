import Foundation
import PilotAssessment
import Testing

@Suite("The pilot that ships")
struct ShippedPilotTests {
  /// The panel of one outcome, by its place in the file.
  private func panel(column: Int) throws -> Panel {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "notebooks-data/west-java-pilot-synthetic.csv"),
      encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    let months = rows.compactMap { row -> Int? in
      let parts = row[1].split(separator: "-").compactMap { Int($0) }
      return parts.count == 2 ? 12 * parts[0] + parts[1] - 1 : nil
    }
    return try Panel(
      PanelColumns(
        clock: .month, unit: PanelLabels(rows.map { String($0[0]) }), time: months,
        outcome: rows.compactMap { Double($0[column]) },
        treatment: .path(rows.map { $0[2] == "1" })))
  }

  @Test(
    "its true effects lie in the intervals, by two-way effects and synthetic DiD",
    arguments: [(3, 1.5), (4, -0.5), (5, 0)])
  func truth(column: Int, truth: Double) throws {
    let panel = try panel(column: column)
    #expect(panel.treatedUnitCount == 4)
    #expect(panel.unitCount == 16)
    var options = PanelAssessment.Options()
    options.draws = 999
    let assessment = PanelAssessment(panel, options: options)
    for (estimator, inference) in [
      (PilotEstimate.Estimator.twfe, PilotEstimate.Inference.cr2), (.syntheticDiD, .placebo),
    ] {
      let estimate = try #require(
        assessment.estimates.first {
          $0.estimator == estimator && $0.inference == inference && $0.aggregation == .overall
        })
      let (low, high) = (try #require(estimate.low), try #require(estimate.high))
      #expect(low <= truth && truth <= high, "\(estimator.rawValue): \(low) … \(high)")
      #expect(high - low < 3)
    }
    // 1,820 ways to choose 4 of 16, and more synthetic controls than needed.
    let control = try #require(
      assessment.estimates.first { $0.estimator == .syntheticControl })
    #expect(control.standardError == nil)
    #expect(abs((control.estimate ?? .nan) - truth) < 1.5)
  }
}
