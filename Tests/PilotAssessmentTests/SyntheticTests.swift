import Foundation
import PilotAssessment
import Statistics
import Testing

@Suite("Synthetic control and synthetic difference-in-differences")
struct SyntheticTests {
  /// A table of the references: one row a unit, the treated last.
  static func table(_ name: String) throws -> (times: [Int], units: [(String, [Double])]) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appending(path: "References/synthetic-\(name).csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let units = lines.dropFirst().map { (String($0[0]), $0.dropFirst().compactMap { Double($0) }) }
    return (lines[0].dropFirst().compactMap { Int($0) }, units)
  }

  static func panel(_ name: String, treated: Int, start: Int) throws -> Panel {
    let table = try table(name)
    var names: [String] = []
    var times: [Int] = []
    var outcome: [Double] = []
    var first: [Int?] = []
    for (place, unit) in table.units.enumerated() {
      for (time, value) in zip(table.times, unit.1) {
        names.append(unit.0)
        times.append(time)
        outcome.append(value)
        first.append(place >= table.units.count - treated ? start : nil)
      }
    }
    return try Panel(
      PanelColumns(
        unit: PanelLabels(names), time: times, outcome: outcome, treatment: .firstTreated(first)))
  }

  static func figures() throws -> [String: [String: Double]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appending(path: "References/synthetic-figures.csv"), encoding: .utf8)
    var figures: [String: [String: Double]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let parts = line.split(separator: ",")
      figures[String(parts[0]), default: [:]][String(parts[1])] = Double(parts[2])
    }
    return figures
  }

  static let panels = [("factors", 3, 9), ("prop99", 1, 1989)]

  @Test(
    "synthetic control is SciPy's to 1%, with a fit no worse than pysyncon's", arguments: panels)
  func control(name: String, treated: Int, start: Int) throws {
    let panel = try Self.panel(name, treated: treated, start: start)
    let expected = try #require(try Self.figures()[name])
    let found = try SyntheticControl(panel, key: RandomKey(seed: 1))
    let effect = try #require(expected["sc_effect"])
    #expect(abs(found.effect - effect) < 0.01 * abs(effect))
    let before = panel.times.count { $0 < start }
    for (place, fit) in found.fitBefore.enumerated() {
      let loss = try #require(expected["sc_loss_\(place)"])
      #expect(fit * fit * Double(before) <= loss * (1 + 1e-9))
      #expect(abs(found.weights[place].reduce(0, +) - 1) < 1e-12)
      #expect(found.weights[place].allSatisfy { $0 >= 0 })
    }
    let ratio = try #require(expected["sc_ratio"])
    #expect(abs(found.ratio - ratio) < 0.01 * ratio)
    #expect(abs(found.pValue - (try #require(expected["sc_p"]))) < 0.01)
  }

  @Test(
    "synthetic DiD is synthdid's to 1%: effect, placebo over all sets, jackknife", arguments: panels
  )
  func differences(name: String, treated: Int, start: Int) throws {
    let panel = try Self.panel(name, treated: treated, start: start)
    let expected = try #require(try Self.figures()[name])
    let found = try SyntheticDiD(panel)
    let effect = try #require(expected["sdid_effect"])
    #expect(abs(found.effect - effect) < 0.01 * abs(effect))
    let placebo = found.placeboError(RandomKey(seed: 1))
    #expect(abs(placebo - (try #require(expected["sdid_placebo"]))) < 0.01 * placebo)
    if let jackknife = expected["sdid_jackknife"] {
      #expect(abs(try found.jackknifeError() - jackknife) < 0.01 * jackknife)
    } else {
      #expect(throws: AssessmentRefusal.oneTreatedUnit) { try found.jackknifeError() }
    }
    for (objective, figure) in zip(
      [found.weights[0].unitObjective, found.weights[0].timeObjective],
      ["sdid_unit_objective", "sdid_time_objective"])
    {
      #expect(objective <= (try #require(expected[figure])) * (1 + 1e-6), "\(figure)")
    }
  }

  @Test("a treated unit that is a mix of two controls is found exactly, and its effect with it")
  func exactMix() throws {
    var names: [String] = []
    var times: [Int] = []
    var outcome: [Double] = []
    var first: [Int?] = []
    let key = RandomKey(seed: 3)
    let controls = (0..<5).map { unit in
      (0..<10).map { 10 * key.child(UInt64(unit)).uniform(UInt64($0)) }
    }
    for unit in 0..<6 {
      for time in 0..<10 {
        names.append("u\(unit)")
        times.append(time)
        first.append(unit == 5 ? 7 : nil)
        outcome.append(
          unit < 5
            ? controls[unit][time]
            : 0.25 * controls[1][time] + 0.75 * controls[3][time] + (time >= 7 ? 4 : 0))
      }
    }
    let panel = try Panel(
      PanelColumns(
        unit: PanelLabels(names), time: times, outcome: outcome, treatment: .firstTreated(first)))
    let found = try SyntheticControl(panel, key: key)
    #expect(abs(found.effect - 4) < 1e-6)
    for (weight, expected) in zip(found.weights[0], [0, 0.25, 0, 0.75, 0]) {
      #expect(abs(weight - expected) < 1e-6)
    }
    // An exact fit beats every placebo: the p-value is the smallest that five controls allow.
    #expect(found.pValue == 1.0 / 6)
    #expect(found.minimumAttainableP == 1.0 / 6)
  }

  @Test(
    "adding a constant and scaling the outcome change effects as they must, order of units nothing")
  func invariance() throws {
    let plain = try Self.panel("factors", treated: 3, start: 9)
    let columns = { (change: (Double) -> Double) in
      var columns = PanelColumns(
        unit: PanelLabels(plain.unit.map { plain.unitNames[$0] }.reversed()),
        time: plain.period.map { plain.times[$0] }.reversed(),
        outcome: plain.outcome.map(change).reversed(),
        treatment: .firstTreated(plain.unit.map { plain.firstTreated[$0] }.reversed()))
      columns.covariates = []
      return columns
    }
    let moved = try Panel(columns { 1000 + 2 * $0 })
    let (first, second) = (try SyntheticDiD(plain), try SyntheticDiD(moved))
    #expect(abs(second.effect - 2 * first.effect) < 1e-6)
    let key = RandomKey(seed: 1)
    let controls = (
      try SyntheticControl(plain, key: key),
      try SyntheticControl(try Panel(columns { 2 * $0 }), key: key)
    )
    #expect(abs(controls.1.effect - 2 * controls.0.effect) < 1e-6)
    #expect(controls.1.pValue == controls.0.pValue)
  }

  @Test("what can't be built is refused by name")
  func refusals() throws {
    let key = RandomKey(seed: 1)
    func panel(_ cohorts: [SyntheticPanel.Cohort], _ periods: Int = 8) throws -> Panel {
      try SyntheticPanel(cohorts: cohorts, periods: periods).panel(key)
    }
    let everyone = try panel([.init(firstTreated: 5, units: 4)])
    #expect(throws: AssessmentRefusal.noNeverTreated) { try SyntheticDiD(everyone) }
    let even = try panel([.init(firstTreated: 5, units: 3), .init(firstTreated: nil, units: 3)])
    #expect(throws: AssessmentRefusal.tooFewControls) { try SyntheticControl(even, key: key) }
    #expect(try SyntheticDiD(even).doubt(key: key).inference == .jackknife)
    let one = try panel([.init(firstTreated: 5, units: 1), .init(firstTreated: nil, units: 6)])
    #expect(try SyntheticDiD(one).doubt(key: key).inference == .placebo)
    let early = try panel([.init(firstTreated: 2, units: 1), .init(firstTreated: nil, units: 6)])
    #expect(throws: AssessmentRefusal.tooFewPeriodsBefore) { try SyntheticDiD(early) }
  }
}
