import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Safeguards")
struct SafeguardTests {
  /// Ten people at a service that needs six of them every day, all ordered away on Thursdays.
  private func study(_ safeguards: [Safeguard], posts: Int = 6) -> SmallStudy {
    var small = SmallStudy(
      people: (10..<20).map { number in
        var person = TestPerson("id-\(number)", unit: "Loket")
        person.service = "loket"
        return person
      })
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"), kind: .posts(minimum: posts),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-02-02")
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)
        .with(safeguards: safeguards)
    ]
    return small
  }

  private func run(_ small: SmallStudy) throws -> StudyResult {
    try StudyRun(try small.study()).run(threads: 1)
  }

  private func mean(_ outcome: Outcome, _ result: StudyResult) -> Double {
    result.comparison(OutcomeKey(outcome), scenario: 1)?.level.mean ?? .nan
  }

  @Test("Without safeguards nobody is on site on Thursdays")
  func unguarded() throws {
    let result = try run(study([]))
    #expect(abs(mean(.coverage, result) - 0.8) < 1e-12)
    #expect(abs(mean(.flexibleDaysPerWeek, result) - 1) < 1e-12)
    #expect(result.safeguards.tallies(scenario: 1).map(\.called) == [0])
    #expect(result.safeguards.tallies(scenario: 1).map(\.lostDays) == [0])
    #expect(result.effectOfSafeguards(OutcomeKey(.coverage), scenario: 1) == nil)
  }

  @Test(
    "Certain staff: six of ten are kept or called in on each of four Thursdays",
    arguments: [
      Safeguard.Action.minimumOnSite, .recall(.previousDay, swaps: false),
      .recall(.sameMorning, swaps: false),
    ])
  func certainStaff(action: Safeguard.Action) throws {
    let result = try run(study([Safeguard(action, services: nil, upTo: .need)]))
    #expect(abs(mean(.coverage, result) - 1) < 1e-12)
    // 4 of 10 people on 4 Thursdays in 4 weeks.
    #expect(abs(mean(.flexibleDaysPerWeek, result) - 0.4) < 1e-12)
    let tally = try #require(result.safeguards.tallies(scenario: 1).first)
    #expect(tally.lostDays == 24)
    #expect(action == .minimumOnSite ? tally.refused == 24 : tally.called == 24)
    let cost = result.effectOfSafeguards(OutcomeKey(.flexibleDaysPerWeek), scenario: 1)
    #expect(abs((cost?.mean ?? .nan) + 0.6) < 1e-12)
  }

  @Test("A day that is called off leaves nobody away")
  func calledOff() throws {
    let result = try run(
      study([Safeguard(.closeDay(.previousDay), services: ["loket"], upTo: .people(1))]))
    #expect(mean(.flexibleDaysPerWeek, result) == 0)
    #expect(result.safeguards.tallies(scenario: 1).map(\.calledOff) == [40])
  }

  @Test("A safeguard of another service does nothing")
  func otherService() throws {
    let result = try run(
      study([Safeguard(.minimumOnSite, services: ["samsat"], upTo: .need)]))
    #expect(abs(mean(.flexibleDaysPerWeek, result) - 1) < 1e-12)
  }

  @Test(
    "Whoever comes in on Monday gets another day of the week while the service is at its target")
  func swapped() throws {
    var small = study([Safeguard(.recall(.previousDay, swaps: true), services: nil, upTo: .need)])
    small.policies = [
      SmallStudy.policy("monday", .fixed([.monday]), takeUp: .ordered)
        .with(safeguards: [
          Safeguard(.recall(.previousDay, swaps: true), services: nil, upTo: .need)
        ])
    ]
    let result = try run(small)
    let tally = try #require(result.safeguards.tallies(scenario: 1).first)
    // Six come each Monday; Tuesday has room for four of them, Wednesday for the other two.
    #expect(tally.came == 24)
    #expect(tally.swapped == 24)
    #expect(tally.lostDays == 0)
    #expect(abs(mean(.coverage, result) - 1) < 1e-12)
    #expect(abs(mean(.flexibleDaysPerWeek, result) - 1) < 1e-12)
  }

  @Test(
    "Whoever is called in comes only as often as assumed, and is found by the same-morning call")
  func chance() throws {
    var small = study([Safeguard(.recall(.sameMorning, swaps: false), services: nil, upTo: .need)])
    small.values[.recallSuccess] = 0.5
    small.run = RunSettings(worlds: 200, replications: 1, seed: 7)
    let tallies = try run(small).safeguards.tallies(scenario: 1)
    let called = tallies.reduce(0) { $0 + $1.called }
    let came = tallies.reduce(0) { $0 + $1.came }
    // Six are missing and half would come, so that twelve would be called and all ten are.
    #expect(called == 200 * 40)
    // Five standard errors of a coin tossed 8,000 times: 0.028.
    #expect(abs(Double(came) / Double(called) - 0.5) < 0.028)
  }

  @Test("Expected new sickness is asked in beforehand; known leave is never called")
  func knownAbsence() throws {
    var small = study(
      [Safeguard(.recall(.previousDay, swaps: false), services: nil, upTo: .need)])
    small.values[.sickShare] = 0.1
    small.values[.sickSpellDays] = 1
    small.run = RunSettings(worlds: 50, replications: 1, seed: 3)
    let tallies = try run(small).safeguards.tallies(scenario: 1)
    // New sickness of 1/9 a day: 6 ÷ (8/9) = 6.75, so seven are called while they are known well.
    let called = tallies.reduce(0) { $0 + $1.called }
    #expect(called <= 50 * 28)
    #expect(called > 50 * 27)
    #expect(tallies.allSatisfy { $0.came <= $0.called })
  }

  @Test("The day before, those are called who are not known to be sick then, and no others")
  func knownTheDayBefore() throws {
    // Ten people stay whatever the day, ten are away on Thursdays; eight of all are needed.
    var small = study([], posts: 8)
    small.people += small.people.map { person in
      var person = person
      person.id = "id-2" + person.id.dropFirst(4)
      return person
    }
    for place in 0..<10 { small.people[place].tenureMonths = 1 }
    small.policies = [
      SmallStudy.policy(
        "thursday", .fixed([.thursday]), takeUp: .ordered,
        rules: [
          SmallStudy.rule("tenure", .number(.tenureMonths, NumberRange(lower: .including(12))))
        ]
      ).with(safeguards: [
        Safeguard(.recall(.previousDay, swaps: false), services: nil, upTo: .need)
      ])
    ]
    small.values[.sickShare] = 0.3
    small.values[.sickSpellDays] = 2
    small.run = RunSettings(worlds: 40, replications: 1, seed: 5)
    let calendar = try small.study().calendar
    let thursdays = calendar.days.indices.filter { calendar.days[$0].weekday == .thursday }
    for (world, tally) in try run(small).safeguards.tallies(scenario: 1).enumerated() {
      let luck = RandomKey(seed: 5).child(UInt64(world)).child(0)
      let sick = AbsenceProcesses(
        Assumptions { small.values[$0] ?? .nan }, calendar: calendar, luck: luck
      ).days(unit: "Loket", lanes: 0xF_FFFF, luck: luck).away
      // Sickness begins with 0.3 ÷ (2 × 0.7) a day: 8 ÷ (1 - 0.2143) = 10.18, so eleven are wanted.
      let called = thursdays.map { day in
        let known = sick[day - 1]
        let staying = 10 - (known & 0x3FF).nonzeroBitCount
        return min(11 - staying, 10 - (known & 0xF_FC00).nonzeroBitCount)
      }
      #expect(tally.called == called.reduce(0, +))
    }
  }

  @Test("Whoever got another day is called in from it too, so that no more days are uncovered")
  func calledFromAnotherDay() throws {
    let safeguard = Safeguard(
      .recall(.sameMorning, swaps: true), services: nil, upTo: .need)
    var small = study([])
    small.policies = [
      SmallStudy.policy("monday", .fixed([.monday]), takeUp: .ordered)
        .with(safeguards: [safeguard])
    ]
    small.values[.sickShare] = 0.3
    small.values[.sickSpellDays] = 1
    small.run = RunSettings(worlds: 40, replications: 1, seed: 9)
    let result = try run(small)
    let coverage = (0...1).map {
      result.samples.samples(OutcomeKey(.coverage), scenario: $0)
    }
    #expect(coverage[1] == coverage[0])
    #expect(coverage[0].contains { $0 < 1 })
    let tallies = result.safeguards.tallies(scenario: 1)
    #expect(tallies.contains { $0.swapped > 0 })
  }

  @Test("Safeguards leave absence, other policies and the twin without them untouched")
  func commonLuck() throws {
    var small = RandomStudies(seed: 5).study()
    let bare = small.policies[0]
    small.run = RunSettings(worlds: 3, replications: 2, seed: 11)
    small.policies = [
      bare,
      bare.with(safeguards: [
        Safeguard(.recall(.previousDay, swaps: true), services: nil, upTo: .shareOfStaff(0.9))
      ]),
    ]
    let guarded = try run(small)
    small.policies = [bare]
    let plain = try run(small)
    #expect(guarded.bits(scenario: 0) == plain.bits(scenario: 0))
    #expect(guarded.bits(scenario: 1) == plain.bits(scenario: 1))
    let effect = try #require(
      guarded.effectOfSafeguards(OutcomeKey(.flexibleDaysPerWeek), scenario: 2))
    let difference =
      (guarded.comparison(OutcomeKey(.flexibleDaysPerWeek), scenario: 2)?.level.mean ?? .nan)
      - (guarded.comparison(OutcomeKey(.flexibleDaysPerWeek), scenario: 1)?.level.mean ?? .nan)
    #expect(abs(effect.mean - difference) < 1e-12)
  }

  @Test("Units answer for their share of a need, rounded up")
  func sharedNeed() {
    let need = Safeguard(.minimumOnSite, services: nil, upTo: .need)
    #expect(need.people(need: 5, staff: 4, allStaff: 12) == 2)
    #expect(need.people(need: 6, staff: 4, allStaff: 12) == 2)
    #expect(need.people(need: 7, staff: 4, allStaff: 12) == 3)
    #expect(need.people(need: 40, staff: 4, allStaff: 12) == 4)
    let share = Safeguard(.minimumOnSite, services: nil, upTo: .shareOfStaff(0.3))
    #expect(share.people(need: 5, staff: 10, allStaff: 10) == 3)
    #expect(share.people(need: 5, staff: 11, allStaff: 11) == 4)
    let people = Safeguard(.minimumOnSite, services: nil, upTo: .people(3))
    #expect(people.people(need: 5, staff: 2, allStaff: 9) == 2)
  }
}

extension Policy {
  /// The same policy with safeguards.
  fileprivate func with(safeguards: [Safeguard]) -> Policy {
    var levers = levers
    levers.safeguards = safeguards
    return Policy(
      header: PolicyHeader(
        id: id + (safeguards.isEmpty ? "" : "-guarded"), title: title, institution: institution,
        reference: reference, inForce: inForce, until: until), levers: levers)
  }
}

@Suite("Guarantees of coverage")
struct GuaranteeTests {
  /// Two people at a service that needs both; one day a week is ordered away.
  private func readings(
    ofBaseline: Double, shareOfDays: Double, posts: Int
  ) throws -> [GuaranteeTable.Reading] {
    var small = SmallStudy(
      people: ["a", "b"].map { id in
        var person = TestPerson(id, unit: "Loket")
        person.service = "loket"
        return person
      })
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"), kind: .posts(minimum: posts),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-02-02")
    var levers = SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered).levers
    levers.guarantee = CoverageGuarantee(ofBaseline: ofBaseline, shareOfDays: shareOfDays)
    small.policies = [
      Policy(
        header: PolicyHeader(
          id: "promise", title: Bilingual(id: "Janji", en: "Promise"), institution: "Test",
          reference: "Test", inForce: day("2023-01-01"), until: nil), levers: levers)
    ]
    let result = try StudyRun(try small.study()).run(threads: 1)
    #expect(result.guarantees.readings(scenario: 0).isEmpty)
    let loss = result.coverage.largestLoss(service: 0, scenario: 1)
    #expect(loss?.cell.weekday == .thursday)
    #expect(loss?.loss == 1)
    return result.guarantees.readings(scenario: 1)
  }

  @Test("With Thursdays away a promise holds on four days of five, and no more")
  func fourOfFive() throws {
    let kept = try readings(ofBaseline: 1, shareOfDays: 0.8, posts: 2)
    #expect(kept.map(\.shareOfDays.mean) == [0.8])
    #expect(kept.map(\.isKept) == [true])
    let broken = try readings(ofBaseline: 1, shareOfDays: 0.81, posts: 2)
    #expect(broken.map(\.isKept) == [false])
  }

  @Test("Half of the baseline's coverage is not met by a day without anyone")
  func half() throws {
    #expect(try readings(ofBaseline: 0.5, shareOfDays: 0.9, posts: 1).map(\.isKept) == [false])
  }
}
