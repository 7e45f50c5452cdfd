import PilotAssessment
import Statistics
import Testing

@Suite("Checks of a pilot")
struct PilotCheckTests {
  /// A panel of units over times 1…8, treated from 5 if among `treated`.
  private func panel(
    units: Int, treated: Set<Int>, start: Int = 5, times: Int = 8,
    weights: ((Int, Int) -> Double)? = nil, outcome: (Int, Int) -> Double
  ) throws -> Panel {
    let cells = (0..<units).flatMap { unit in (1...times).map { (unit, $0) } }
    var columns = PanelColumns(
      unit: PanelLabels(cells.map { "u\($0.0)" }), time: cells.map(\.1),
      outcome: cells.map(outcome),
      treatment: .firstTreated(cells.map { treated.contains($0.0) ? start : nil }))
    columns.weights = weights.map { weight in cells.map(weight) }
    return try Panel(columns)
  }

  private func noise(_ unit: Int, _ time: Int) -> Double {
    standardNormalQuantile(RandomKey(seed: 9).child(UInt64(unit)).uniform(UInt64(time)))
  }

  private func check(_ kind: PilotCheck.Kind, _ panel: Panel) throws -> PilotCheck {
    var options = PanelAssessment.Options()
    options.draws = 999
    return try #require(
      PanelAssessment(panel, options: options).checks.first { $0.kind == kind })
  }

  @Test("a clean step of ten passes every check")
  func clean() throws {
    let panel = try panel(units: 12, treated: [0, 1, 2, 3]) { unit, time in
      Double(unit) + Double(time) + 0.1 * noise(unit, time) + (unit < 4 && time >= 5 ? 10 : 0)
    }
    let checks = PanelAssessment(panel).checks
    #expect(checks.count == PilotCheck.Kind.allCases.count - 1)
    for check in checks {
      #expect(check.verdict == .passed, "\(check.kind.rawValue) \(check.verdict)")
    }
  }

  @Test("a step already at the middle of the earlier times fails the placebo date")
  func placeboDate() throws {
    let panel = try panel(units: 12, treated: [0, 1, 2, 3]) { unit, time in
      0.01 * noise(unit, time) + (unit < 4 && time >= 3 ? 2 : 0)
    }
    let check = try check(.placeboDate, panel)
    #expect(check.verdict == .failed)
    #expect(abs((check.number ?? 0) - 2) < 0.05)
    // 495 ways to choose 4 of 12; the mirror image is not among them.
    #expect(check.pValue == 1.0 / 495)
  }

  @Test("a step one time too early fails anticipation; too few units make it doubt, not a test")
  func anticipation() throws {
    let many = try panel(units: 12, treated: [0, 1, 2, 3]) { unit, time in
      0.01 * noise(unit, time) + (unit < 4 && time >= 4 ? 2 : 0)
    }
    #expect(try check(.anticipation, many).verdict == .failed)
    let few = try panel(units: 4, treated: [0]) { unit, time in
      0.01 * noise(unit, time) + (unit < 1 && time >= 4 ? 2 : 0)
    }
    let check = try check(.anticipation, few)
    #expect(check.verdict == .doubtful)
    #expect(check.minimumAttainableP == 0.25)
  }

  @Test("an effect no larger than those of controls gives doubt")
  func placeboUnits() throws {
    let panel = try panel(units: 10, treated: [0, 1]) { unit, time in
      (time >= 5 ? Double(unit * 7 % 10) : 0) + 0.01 * noise(unit, time)
    }
    let check = try check(.placeboUnits, panel)
    #expect(check.verdict == .doubtful)
    #expect((check.number ?? 0) > 0.1)
  }

  @Test("an effect that one unit makes alone is named by it")
  func leaveOneOut() throws {
    let panel = try panel(units: 8, treated: [0, 1, 2]) { unit, time in
      (unit == 1 && time >= 5 ? 9 : unit < 3 && time >= 5 ? -1 : 0) + 0.001 * noise(unit, time)
    }
    let check = try check(.leaveOneUnitOut, panel)
    #expect(check.verdict == .failed)
    #expect(check.subject == "u1")
    #expect(abs((check.number ?? 0) + 1) < 0.01)
  }

  @Test("the breakdown value is the mean effect over what the largest early step allows, by hand")
  func breakdown() throws {
    // Treated less controls by time: 0, 1, 0, 0 before; 6 after. Event study against the last time
    // before: early steps of 1, effect 6, allowance (1 + 2 + 3 + 4) ÷ 4 = 2.5.
    let panel = try panel(units: 20, treated: Set(0..<8)) { unit, time in
      let gap = time == 2 ? 1.0 : time >= 5 ? 6 : 0
      return Double(unit) + (unit < 8 ? gap : 0) + 1e-6 * noise(unit, time)
    }
    let check = try check(.preTrends, panel)
    #expect(check.verdict == .passed)
    #expect(abs((check.number ?? 0) - 6 / 2.5) < 1e-4)
    let few = try self.panel(units: 5, treated: [0, 1]) { Double($0) + noise($0, $1) }
    #expect(try self.check(.preTrends, few).refusal == .tooFewClusters)
  }

  @Test("treated units that lose weight after the start change the composition")
  func composition() throws {
    let panel = try panel(
      units: 8, treated: [0, 1, 2, 3],
      weights: { unit, time in unit < 4 && time >= 5 ? 50 : 100 },
      outcome: { Double($0) + Double($1) + noise($0, $1) })
    let check = try check(.composition, panel)
    #expect(check.verdict == .failed)
    #expect(abs((check.number ?? 0) - (1.0 / 3 - 0.5)) < 1e-12)
  }

  @Test("units picked for two bad months are expected to come back, and the drift is the gap")
  func regression() throws {
    let panel = try panel(units: 12, treated: [0, 1, 2]) { unit, time in
      let luck = unit < 3 && (3...4).contains(time) ? -4.0 : 0
      return Double(unit % 3) + luck + 0.001 * noise(unit, time)
    }
    let check = try check(.regressionToTheMean, panel)
    // The levels do not differ between treated and controls, so the whole gap of 4 is luck.
    #expect(abs((check.number ?? 0) - 4) < 0.01)
    #expect(check.verdict == .failed)
  }

  @Test("controls that break when treatment starts give doubt of spillover")
  func spillover() throws {
    let panel = try panel(units: 8, treated: [0, 1, 2], start: 9, times: 16) { unit, time in
      (unit < 3 ? (time >= 9 ? -3 : 0) : (time >= 9 ? 2 : 0)) + 0.1 * noise(unit, time)
    }
    let check = try check(.spillover, panel)
    #expect(check.verdict == .doubtful)
    #expect(abs((check.number ?? 0) - 2) < 0.3)
  }

  @Test("an outcome that should not change and does is named")
  func placeboOutcome() throws {
    let panel = try panel(units: 12, treated: [0, 1, 2, 3]) { unit, time in noise(unit, time) }
    let moved = (0..<panel.rowCount).map { row in
      noise(panel.unit[row] + 50, panel.period[row]) + (panel.isTreated(row: row) ? 20 : 0)
    }
    let check = PilotCheck.placeboOutcome("leave", moved, panel, options: PanelAssessment.Options())
    #expect(check.verdict == .failed)
    #expect(check.subject == "leave")
    let still = (0..<panel.rowCount).map { noise(panel.unit[$0] + 90, panel.period[$0]) }
    #expect(
      PilotCheck.placeboOutcome("leave", still, panel, options: PanelAssessment.Options()).verdict
        == .passed)
  }
}
