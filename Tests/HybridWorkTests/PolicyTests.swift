import HybridWork
import TestSupport
import Testing

@Suite("policies and the law")
struct PolicyTests {
  @Test("a split's days add up to the working week", arguments: 0...5)
  func daysAreConserved(days: Int) throws {
    let split = try DaySplit(flexibleDays: days)
    #expect(split.officeDays + split.flexibleDays == 5)
  }

  @Test("a split beyond the working week is refused", arguments: [-1, 6])
  func impossibleSplit(days: Int) {
    #expect(throws: HybridWorkError.tooManyFlexibleDays(days, workingDays: 5)) {
      try DaySplit(flexibleDays: days)
    }
  }

  @Test("the most flexible days a week of each schedule")
  func mostDays() {
    #expect(Schedule.chosen(DaySplit.of(flexible: 3)).mostFlexibleDaysPerWeek == 3)
    #expect(Schedule.fixed([.thursday]).mostFlexibleDaysPerWeek == 1)
    #expect(Schedule.rotation(teams: 2, turn: .week).mostFlexibleDaysPerWeek == 5)
    // Two teams by day: in the office on alternate days, so three days away in every other week.
    #expect(Schedule.rotation(teams: 2, turn: .day).mostFlexibleDaysPerWeek == 3)
    #expect(!Schedule.chosen(DaySplit.of(flexible: 0)).offersFlexibleDays)
  }

  @Test("a difference keeps the levers it does not name")
  func difference() {
    var difference = PolicyDifference()
    difference.schedule = .fixed([.friday])
    let baseline = SmallStudy.policy(
      "b", .chosen(DaySplit.of(flexible: 1)), cap: 0.3, meals: .notPaid
    ).levers
    let levers = difference.applied(to: baseline)
    #expect(levers.schedule == .fixed([.friday]))
    #expect(levers.capShareOfUnitAway == 0.3)
    #expect(levers.allowances.meal == .notPaid)
    difference.cap = .removed
    #expect(difference.applied(to: baseline).capShareOfUnitAway == nil)
    #expect(difference.leversABaselineLacks == ["take_up", "allowances"])
    #expect(difference.asBaseline == nil)
  }

  private func status(
    days: Int, policyFrom: String, calendarFrom: String, undisciplined: Bool = false,
    circumstances: String? = nil
  ) throws -> LegalStatus {
    var person = TestPerson("p")
    person.tenureMonths = undisciplined ? 1 : 60
    let population = try SmallStudy(people: [person]).population
    let levers = SmallStudy.policy("p", .chosen(DaySplit.of(flexible: days))).levers
    let policy = Policy(
      header: PolicyHeader(
        id: "p", title: Bilingual(id: "", en: ""), institution: "", reference: "",
        inForce: day(policyFrom), until: nil, specialCircumstances: circumstances),
      levers: levers)
    let provenance = SmallStudy.provenance
    let norms = [
      LegalNorm(
        id: "two-days", text: Bilingual(id: "", en: ""), article: "art. 13(1)",
        inForce: day("2025-04-21"), until: nil,
        content: .mostFlexibleDaysPerWeek(2, yieldsToSpecialCircumstances: true),
        provenance: provenance),
      LegalNorm(
        id: "new", text: Bilingual(id: "", en: ""), article: "art. 25",
        inForce: day("2025-04-21"), until: nil,
        content: .excludes(.number(.tenureMonths, NumberRange(upper: .excluding(6)))),
        provenance: provenance),
    ]
    return LegalStatus(
      policy: policy,
      decisions: try EligibilityDecisions(
        rules: policy.levers.eligibility, population: population),
      population: population, calendarStart: day(calendarFrom), norms: norms)
  }

  @Test("two days conform to PermenPANRB 4/2025, three go beyond it", arguments: 1...5)
  func twoDays(days: Int) throws {
    let status = try status(days: days, policyFrom: "2025-05-01", calendarFrom: "2025-05-01")
    #expect(status.conforms == (days <= 2))
    #expect(status.findings.map(\.norm.id) == (days <= 2 ? [] : ["two-days"]))
  }

  @Test("the day before the regulation nothing limits, on its first day it does")
  func dates() throws {
    #expect(
      try status(days: 4, policyFrom: "2025-04-20", calendarFrom: "2025-04-20").conforms)
    #expect(
      try !status(days: 4, policyFrom: "2025-04-20", calendarFrom: "2025-04-21").conforms)
    #expect(
      try status(days: 4, policyFrom: "2023-06-19", calendarFrom: "2023-07-01").normsInForce
        .isEmpty)
  }

  @Test("special circumstances lift the limit of days and nothing else")
  func specialCircumstances() throws {
    let lifted = try status(
      days: 5, policyFrom: "2025-12-29", calendarFrom: "2025-12-29", circumstances: "Surat X")
    #expect(lifted.conforms)
    #expect(lifted.specialCircumstances == "Surat X")
    let needless = try status(
      days: 2, policyFrom: "2025-12-29", calendarFrom: "2025-12-29", circumstances: "Surat X")
    #expect(needless.specialCircumstances == nil)
    let other = try status(
      days: 5, policyFrom: "2025-12-29", calendarFrom: "2025-12-29", undisciplined: true,
      circumstances: "Surat X")
    #expect(other.findings.map(\.norm.article) == ["art. 25"])
  }

  @Test("a policy that admits someone the law excludes says how many")
  func excludedPeople() throws {
    let status = try status(
      days: 2, policyFrom: "2025-05-01", calendarFrom: "2025-05-01", undisciplined: true)
    #expect(status.findings.map(\.norm.article) == ["art. 25"])
    #expect(status.findings.map(\.found) == [1])
  }

  @Test("a policy without flexible days breaks no norm")
  func noDays() throws {
    let status = try status(
      days: 0, policyFrom: "2025-05-01", calendarFrom: "2025-05-01", undisciplined: true)
    #expect(status.conforms)
  }
}
