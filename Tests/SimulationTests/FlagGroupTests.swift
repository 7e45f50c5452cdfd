import HybridWork
import Simulation
import TestSupport
import Testing

/// Thursdays away for who serves nobody: five weeks' worth of figures follow from counting heads.
@Suite("yes-or-no columns as groups of a study")
struct FlagGroupTests {
  /// People with a disability, without, and not known; the given numbers of each may work away.
  private func result(
    _ groups: [(disability: Bool?, people: Int, eligible: Int)], smallest: Int
  ) throws -> StudyResult {
    var people: [TestPerson] = []
    for group in groups {
      for place in 0..<group.people {
        var person = TestPerson("P\(1000 + people.count)")
        person.disability = group.disability
        person.directServiceShare = place < group.eligible ? 0 : 1
        people.append(person)
      }
    }
    var small = SmallStudy(people: people)
    small.groups = [.disability]
    small.smallestGroup = smallest
    small.policies = [
      SmallStudy.policy(
        "thursday", .fixed([.thursday]), takeUp: .ordered,
        rules: [
          SmallStudy.rule(
            "no-direct-service",
            .number(.directServiceShare, NumberRange(upper: .including(0))))
        ])
    ]
    return try small.result()
  }

  private func value(_ result: StudyResult, _ outcome: Outcome, _ level: String) -> Double {
    result.samples.samples(OutcomeKey(outcome, .level(.disability, level)), scenario: 1)[0]
  }

  @Test("rates of both groups and the access ratio, worked out by hand")
  func rates() throws {
    // One of two, three of four; the three whose flag is not known, none eligible, are in no group.
    let result = try result([(true, 2, 1), (false, 4, 3), (nil, 3, 0)], smallest: 1)
    #expect(value(result, .eligibleShare, "true") == 0.5)
    #expect(value(result, .eligibleShare, "false") == 0.75)
    // One Thursday a week for each eligible person.
    #expect(value(result, .flexibleDaysPerWeek, "true") == 0.5)
    #expect(value(result, .flexibleDaysPerWeek, "false") == 0.75)
    #expect(abs(result.value(.accessRatioMin, scenario: 1) - 2.0 / 3) < 1e-15)
    #expect(result.value(.eligibleShare, scenario: 1) == 4.0 / 9)
  }

  @Test("a small group is not shown, nor is the other, which would give it away")
  func small() throws {
    let result = try result([(true, 4, 2), (false, 20, 10)], smallest: 5)
    #expect(value(result, .eligibleShare, "true").isNaN)
    #expect(value(result, .eligibleShare, "false").isNaN)
    #expect(!result.takeUp.groups.contains(.level(.disability, "false")))
    #expect(result.value(.eligibleShare, scenario: 1) == 0.5)
  }

  @Test("a group is shown where small group and people not known are enough together")
  func manyUnknown() throws {
    let result = try result([(true, 4, 2), (false, 20, 10), (nil, 1, 1)], smallest: 5)
    #expect(value(result, .eligibleShare, "true").isNaN)
    #expect(value(result, .eligibleShare, "false") == 0.5)
  }
}
