import Foundation
import HybridWork
import Simulation
import TestSupport
import Testing

/// The figures of `docs/bandung-april-2024.md`.
@Suite("Bandung, 16 and 17 April 2024")
struct BandungApril2024Tests {
  private static let applications = 93.0
  private static let bases: [(people: Int, text: String)] = [
    (15_500, "| 15,500 | 0.60% |"), (15_500 / 2, "| 7,750 | 1.20% |"),
    (3884, "| 3,884 | 2.39% |"), (15_500 * 15 / 100, "| 2,325 | 4.00% |"),
  ]

  @Test("the page's table says what the applications are on each base")
  func page() throws {
    let page = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/bandung-april-2024.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for base in Self.bases {
      #expect(text.contains(base.text), "\(base.people)")
      let share = String(format: "%.2f%%", 100 * Self.applications / Double(base.people))
      #expect(base.text.hasSuffix("| \(share) |"), "\(base.people): \(share)")
    }
  }

  @Test("each opt-in gives 93 applicants on its own base and on no other")
  func applicants() throws {
    // A tenth of the city in one unit: 1,550 staff, of whom 388 have no direct service.
    var small = SmallStudy(people: (0..<1550).map { TestPerson("p\(10_000 + $0)") })
    for index in small.people.indices where index >= 388 {
      small.people[index].directServiceShare = 0.5
    }
    small.from = day("2024-04-16")
    small.through = day("2024-04-17")
    let days = Schedule.fixed([.tuesday, .wednesday])
    let noService = SmallStudy.rule(
      "no-direct-service", .number(.directServiceShare, NumberRange(upper: .including(0))))
    small.policies = [
      SmallStudy.policy("all", days), SmallStudy.policy("eligible", days, rules: [noService]),
    ]
    small.run = RunSettings(worlds: 40, replications: 1, seed: 93)
    let expected = 40 * Self.applications / 10
    for (people, scenario, other) in [(15_500.0, 1, 2), (3880, 2, 1)] {
      small.values[.optInVoluntary] = Self.applications / people
      let table = try small.result().takeUp
      func applied(_ scenario: Int) -> Double {
        table.people(.applies, group: 0, scenario: scenario).reduce(0, +)
      }
      // Four standard deviations of a Poisson count.
      #expect(abs(applied(scenario) - expected) < 4 * expected.squareRoot())
      #expect(abs(applied(other) - expected) > 10 * expected.squareRoot())
    }
  }
}
