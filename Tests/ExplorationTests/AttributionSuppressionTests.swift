import Exploration
import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("small cells of a division are suppressed")
struct AttributionSuppressionTests {
  private static let slow = SmallStudy.rule(
    "bandwidth", .number(.bandwidthMbps, NumberRange(lower: .including(10))))
  private static let counter = SmallStudy.rule(
    "no-direct-service", .number(.directServiceShare, NumberRange(upper: .including(0))))
  private static let far = SmallStudy.rule(
    "not-far", .number(.commuteKilometres, NumberRange(upper: .including(20))))

  /// A person of a sex who fails the rules named.
  private func person(_ place: Int, _ sex: String, _ failed: [String]) -> TestPerson {
    var person = TestPerson("\(sex)-\(100 + place)")
    person.sex = sex
    if failed.contains("bandwidth") { person.bandwidthMbps = 1 }
    if failed.contains("no-direct-service") { person.directServiceShare = 1 }
    if failed.contains("not-far") { person.kilometres = 30 }
    return person
  }

  private func people(_ groups: [(sex: String, failed: [String], count: Int)]) -> [TestPerson] {
    groups.flatMap { group in Array(repeating: group, count: group.count) }.enumerated().map {
      person($0.offset, $0.element.sex, $0.element.failed)
    }
  }

  private func divided(
    _ people: [TestPerson], _ rules: [EligibilityRule], smallest: Int
  ) throws -> RuleAttribution {
    var small = SmallStudy(people: people)
    small.policies = [
      SmallStudy.policy("ruled", .chosen(DaySplit.of(flexible: 2)), rules: rules)
    ]
    let study = try small.study()
    let guarded = try Study(
      header: study.header,
      setting: StudySetting(
        population: study.population, calendar: study.calendar, services: [], norms: []),
      assumptions: study.assumptions, baseline: study.baseline, policies: study.policies,
      reporting: Reporting(
        groups: [.sex], accessGroups: [.sex], smallestGroup: smallest, thresholds: []),
      run: study.run)
    return try AttributionRun(
      guarded, policy: study.policies[0],
      settings: AttributionSettings(outcomes: [.eligibleShare, .fuelRupiah], permutations: 4)
    ).run(threads: 1)
  }

  @Test("a rule that two people fail is hidden in every outcome, and one more with it")
  func smallRule() throws {
    let found = try divided(
      people([
        ("L", [], 30), ("P", [], 30), ("L", ["bandwidth"], 2),
        ("L", ["no-direct-service"], 12), ("P", ["no-direct-service"], 12),
        ("L", ["not-far"], 8), ("P", ["not-far"], 8),
      ]), [Self.slow, Self.counter, Self.far], smallest: 5)
    for outcome in found.outcomes {
      #expect(outcome.shares[0] == nil)
      // Of the others the one with fewer people goes, so that the rest of the sum does not tell.
      #expect(outcome.shares[1] != nil)
      #expect(outcome.shares[2] == nil)
      #expect(outcome.ends != nil)
    }
  }

  @Test("no group's cell follows from the other groups and everyone")
  func complements() throws {
    // Among women only two fail the bandwidth rule; among everyone eleven do.
    let found = try divided(
      people([
        ("L", [], 30), ("P", [], 30), ("L", ["bandwidth"], 9), ("P", ["bandwidth"], 2),
        ("L", ["no-direct-service"], 12), ("P", ["no-direct-service"], 14),
      ]), [Self.slow, Self.counter], smallest: 5)
    #expect(found.outcomes[0].shares.allSatisfy { $0 != nil })
    let women = try #require(found.groups.first { $0.group == .level(.sex, "P") })
    let men = try #require(found.groups.first { $0.group == .level(.sex, "L") })
    #expect(women.shares[0] == nil)
    #expect(men.shares[0] == nil)
    for group in [women, men] {
      // The group's eligible share stands in other files, so two rules must be hidden.
      #expect(group.shares.count(where: { $0 == nil }) == 2)
    }
    #expect(found.gaps.allSatisfy { $0.shares[0] == nil })
  }

  @Test("with one rule a small loss is hidden with both ends")
  func singleRule() throws {
    let found = try divided(
      people([("L", [], 30), ("P", [], 30), ("L", ["bandwidth"], 2)]), [Self.slow], smallest: 5)
    for outcome in found.outcomes {
      #expect(outcome.shares == [nil])
      #expect(outcome.ends == nil)
    }
  }

  @Test("a group too small to be shown shows nothing, and no other group gives it away")
  func smallGroup() throws {
    let found = try divided(
      people([("L", [], 30), ("L", ["bandwidth"], 12), ("P", [], 2), ("P", ["bandwidth"], 1)]),
      [Self.slow, Self.counter], smallest: 5)
    for group in found.groups {
      #expect(group.shares[0] == nil)
      #expect(group.ends == nil)
    }
  }

  @Test("the effect of dropping a rule is hidden when few people fail it alone")
  func smallRemoval() throws {
    let found = try divided(
      people([
        ("L", [], 30), ("L", ["bandwidth"], 2), ("L", ["bandwidth", "not-far"], 12),
        ("L", ["no-direct-service"], 12), ("L", ["not-far"], 9),
      ]), [Self.slow, Self.counter, Self.far], smallest: 5)
    for outcome in found.outcomes {
      #expect(outcome.shares[0] != nil)
      #expect(outcome.shares[0]?.removal == nil)
      #expect(outcome.shares[1]?.removal != nil)
    }
  }
}
