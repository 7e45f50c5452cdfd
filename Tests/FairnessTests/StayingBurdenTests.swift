import Fairness
import HybridWork
import RealModule
import TestSupport
import Testing

/// Hours on the way and extra counter days, worked out by hand.
struct StayingBurdenTests {
  private func audit(
    _ people: [AuditPerson], flexible: Int, smallest: Int = 1, baseline: Policy? = nil
  ) throws -> PolicyAudit {
    let population = try AuditStaff.population(people)
    let baseline = baseline ?? AuditStaff.policy([AuditStaff.laptop], flexible: 0)
    func decisions(_ policy: Policy) throws -> EligibilityDecisions {
      try EligibilityDecisions(rules: policy.levers.eligibility, population: population)
    }
    let policy = AuditStaff.policy([AuditStaff.laptop], flexible: flexible)
    return PolicyAudit(
      policy, decisions: try decisions(policy), population: population,
      plan: AuditPlan(
        columns: [.sex], smallestGroup: smallest, raterError: nil,
        burdenBasis: BurdenBasis(
          morningSpeed: 20, eveningSpeed: 10, baseline: baseline,
          decisions: try decisions(baseline))))
  }

  /// A service with two who may be away, two who may not and one who is no civil servant; one of two
  /// who stay; and one whose only server may be away.
  private let servers = [
    AuditPerson(service: "a"), AuditPerson(service: "a"),
    AuditPerson(service: "a", laptop: false), AuditPerson(service: "a", laptop: false),
    AuditPerson(status: .nonASN, service: "a"),
    AuditPerson(service: "b", laptop: false), AuditPerson(service: "b", laptop: false),
    AuditPerson(service: "c"), AuditPerson(service: "none"), AuditPerson(),
  ]

  @Test("hours on the way: 0.15 an hour a kilometre at 20 there and 10 back, on days in the office")
  func commute() throws {
    let audit = try audit(
      [
        AuditPerson(kilometres: 10),  // 3 days × 1.5 hours = 4.5
        AuditPerson(laptop: false, kilometres: 10),  // 5 × 1.5 = 7.5
        AuditPerson(sex: "P", kilometres: 20),  // 3 × 3 = 9
        AuditPerson(sex: "P", laptop: false, kilometres: 8),  // 5 × 1.2 = 6
        AuditPerson(sex: "P", laptop: false, kilometres: .nan),
        AuditPerson(status: .nonASN, kilometres: 100),
      ], flexible: 2)
    let groups = audit.groupings[0].groups
    #expect(abs((groups[0].burden?.commuteHours ?? .nan) - 6) < 1e-12)
    #expect(abs((groups[1].burden?.commuteHours ?? .nan) - 7.5) < 1e-12)
    let spread = try #require(audit.commute)
    #expect(abs(spread.mean - 6.75) < 1e-12)
    // The six differences of 4.5, 6, 7.5 and 9 sum to 15; 15 ÷ (4 × 4 × 6.75).
    #expect(abs(spread.gini - 15.0 / 108) < 1e-12)
    let theil = [4.5, 6, 7.5, 9].reduce(0) { $0 + $1 / 6.75 * .log($1 / 6.75) / 4 }
    #expect(abs(spread.theil - theil) < 1e-12)
  }

  @Test("hours are not told where those whose way is known, or is not, are too few")
  func fewKnownWays() throws {
    let known = (0..<8).map { AuditPerson(laptop: $0 < 4, kilometres: 10) }
    let audit = try audit(
      known + [AuditPerson(kilometres: .nan), AuditPerson(laptop: false, kilometres: .nan)],
      flexible: 2, smallest: 3)
    #expect(audit.groupings[0].groups[0].access.eligible == 5)
    #expect(audit.groupings[0].groups[0].burden?.commuteHours == nil && audit.commute == nil)
    let mean = try self.audit(known, flexible: 2, smallest: 3).commute?.mean
    #expect(abs((mean ?? .nan) - 6) < 1e-12)
  }

  @Test("days that servers are away fall on those of the same service who stay")
  func counterLoad() throws {
    let load = try #require(try audit(servers, flexible: 3).counterLoad)
    // In a 2 × 3 days fall on three: 7 days each. Five stay in all: 6 ÷ 5.
    #expect(abs(load.extraDays - 1.2) < 1e-12)
    // Days 2, 2, 2, 5, 5, 7, 7, 7: differences 6 × 3 + 9 × 5 + 6 × 2 = 75; 75 ÷ (8 × 37).
    #expect(abs(load.gini - 75.0 / 296) < 1e-12)
    let mean = 37.0 / 8
    let theil = [2.0, 2, 2, 5, 5, 7, 7, 7].reduce(0) { $0 + $1 / mean * .log($1 / mean) / 8 }
    #expect(abs(load.theil - theil) < 1e-12)
  }

  @Test("only days away beyond the baseline's are extra")
  func baseline() throws {
    let oneDay = AuditStaff.policy([AuditStaff.laptop], flexible: 1)
    // 2 × (3 − 1) days on the five who stay.
    let some = try audit(servers, flexible: 3, baseline: oneDay).counterLoad
    #expect(abs((some?.extraDays ?? .nan) - 0.8) < 1e-12)
    let fewer = AuditStaff.policy([AuditStaff.laptop], flexible: 4)
    #expect(try audit(servers, flexible: 3, baseline: fewer).counterLoad?.extraDays == 0)
    let even = try #require(try audit(servers, flexible: 0).counterLoad)
    #expect(even.extraDays == 0 && even.gini == 0 && even.theil == 0)
  }

  @Test("nobody who serves, or nobody who stays: no load")
  func nobodyStays() throws {
    #expect(try audit([AuditPerson()], flexible: 2).counterLoad == nil)
    #expect(try audit([AuditPerson(service: "c")], flexible: 2).counterLoad == nil)
  }

  @Test(
    "the load is not told when the servers of one hidden group would follow from it",
    arguments: [(2, true), (4, false)])
  func suppressed(women: Int, isHidden: Bool) throws {
    func staff(_ sex: String, _ service: String?, _ eligible: Int, _ others: Int) -> [AuditPerson] {
      (0..<eligible + others).map {
        AuditPerson(sex: sex, service: service, laptop: $0 < eligible)
      }
    }
    let people =
      staff("L", "a", 4, 4) + staff("L", nil, 5, 5) + staff("P", "a", women, 6)
      + staff("P", nil, 5, 5)
    let audit = try audit(people, flexible: 2, smallest: 3)
    let groups = audit.groupings[0].groups
    #expect(groups[0].burden?.counterDays == 4)
    #expect((groups[1].burden?.counterDays == nil) == isHidden)
    #expect((audit.counterLoad == nil) == isHidden)
  }
}
