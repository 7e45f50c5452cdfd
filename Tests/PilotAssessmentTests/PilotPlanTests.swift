import PilotAssessment
import Statistics
import TestSupport
import Testing

@Suite("Plans of a pilot")
struct PilotPlanTests {
  private func plan(
    _ units: Int, _ treated: Int, _ start: PilotPlan.Start = .together, before: Int = 3,
    after: Int = 6
  ) throws -> PilotPlan {
    try #require(
      PilotPlan(
        units: units, treated: treated, timesBefore: before, timesAfter: after, start: start))
  }

  /// Units, treated, ways that are as extreme and all ways.
  private static let lots: [(Int, Int, Int, Int)] = [
    (4, 1, 1, 4), (4, 2, 2, 6), (6, 3, 2, 20), (7, 3, 1, 35), (8, 4, 2, 70), (12, 2, 1, 66),
    (12, 6, 2, 924), (20, 1, 1, 20), (19, 1, 1, 19),
  ]

  @Test(
    "the smallest p-value is one way's share of all, twice it when halves can be exchanged",
    arguments: lots)
  func smallest(units: Int, treated: Int, extreme: Int, ways: Int) throws {
    let p = Double(extreme) / Double(ways)
    let plan = try plan(units, treated)
    #expect(abs(plan.minimumAttainableP - p) < 1e-15)
    #expect(plan.isTestPossible == (p <= 0.05))
  }

  @Test("waves multiply the ways: nine units, three waves of one, are 9 × 8 × 7")
  func waves() throws {
    let three = try plan(9, 3, .staggered)
    #expect(three.ways == 504)
    #expect(three.minimumAttainableP == 1.0 / 504)
    #expect(three.firstTreated == [3, 5, 7] + Array(repeating: nil, count: 6))
    // Five units in three waves: two, two and one.
    let five = try plan(8, 5, .staggered)
    #expect(five.firstTreated.prefix(5) == [3, 3, 5, 5, 7])
    #expect(five.ways == 8 * 7 * 6 * 5 * 4 / 4)
  }

  @Test("plans without a comparison, a time or a second wave are none")
  func impossible() {
    let plans: [(Int, Int, Int, Int, PilotPlan.Start)] = [
      (4, 4, 3, 3, .together), (4, 0, 3, 3, .together), (4, 2, 0, 3, .together),
      (4, 2, 3, 0, .together), (4, 1, 3, 3, .staggered), (4, 2, 3, 1, .staggered),
    ]
    for (units, treated, before, after, start) in plans {
      #expect(
        PilotPlan(
          units: units, treated: treated, timesBefore: before, timesAfter: after, start: start)
          == nil)
    }
  }

  private static let exchanged: [(Int, Int, PilotPlan.Start)] = [
    (6, 3, .together), (7, 3, .together), (8, 2, .together), (6, 2, .staggered), (7, 4, .staggered),
  ]

  @Test(
    "it is the smallest p that exchanges of a large effect give",
    arguments: exchanged)
  func exchanges(units: Int, treated: Int, start: PilotPlan.Start) throws {
    let plan = try plan(units, treated, start)
    var columns = PanelColumns(
      unit: PanelLabels([]), time: [], outcome: [], treatment: .firstTreated([]))
    var names: [String] = []
    var first: [Int?] = []
    for (place, begun) in plan.firstTreated.enumerated() {
      for time in 0..<plan.times {
        names.append("u\(place)")
        columns.time.append(time)
        first.append(begun)
        let noise = RandomKey(seed: 2).child(UInt64(place)).uniform(UInt64(time))
        columns.outcome.append(noise + (begun.map { time >= $0 } == true ? 1000 : 0))
      }
    }
    columns.unit = PanelLabels(names)
    columns.treatment = .firstTreated(first)
    var options = PanelAssessment.Options()
    options.draws = Int(plan.ways)
    let found = try #require(
      PanelAssessment(Panel(columns), options: options).twoWay(.randomization))
    #expect(found.minimumAttainableP == plan.minimumAttainableP)
    #expect(found.pValue == plan.minimumAttainableP)
  }
}
