import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("the ledger of a study")
struct LedgerOfStudyTests {
  /// Two of one unit; on Thursdays one works away and the other misses a colleague.
  private func study() -> SmallStudy {
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    small.people[1].directServiceShare = 1
    small.policies = [
      SmallStudy.policy(
        "thursday", .fixed([.thursday]), takeUp: .ordered,
        rules: [
          SmallStudy.rule(
            "no-direct-service", .number(.directServiceShare, NumberRange(upper: .including(0))))
        ])
    ]
    return small
  }

  @Test("items by payer are the net outcomes, and the society's gain excludes transfers")
  func identities() throws {
    var small = study()
    small.policies[0] = SmallStudy.policy(
      "thursday", .fixed([.thursday]), takeUp: .ordered, meals: .notPaid)
    let result = try small.result()
    let budget = result.netGain(of: .budget, scenario: 1).mean
    #expect(abs(budget - result.value(.budgetNetRupiah, scenario: 1)) < 1e-6)
    let staff = [Party.employee, .household].map { result.netGain(of: $0, scenario: 1).mean }
    #expect(abs(staff.reduce(0, +) - result.value(.staffNetRupiah, scenario: 1)) < 1e-6)
    let parties = Party.allCases.map { result.netGain(of: $0, scenario: 1).mean }
    #expect(abs(parties.reduce(0, +) - result.socialNetGain(scenario: 1).mean) < 1e-6)
    // Two people, two Thursdays, the rate of grade III.
    #expect(result.ledger.mealAllowanceAtStake(scenario: 1).first == 148_000.0)
  }

  @Test("a colleague missed on two Thursdays costs two days' worth of co-presence")
  func coPresence() throws {
    var small = study()
    let plain = try small.result().value(.outputChange, scenario: 1)
    small.values[.coPresenceLoss] = 0.1
    let missed = try small.result().value(.outputChange, scenario: 1)
    // Two person-days on site with every other away, over twenty person-days.
    #expect(abs(missed - plain - -2 * 0.1 / 20) < 1e-15)
  }

  @Test("a policy of meetings online changes no roster and stands in lines of its own")
  func meetings() throws {
    var small = study()
    small.meetings = [
      MeetingPlan(
        place: "Garut", meetingsPerYear: 365.25,
        trip: MeetingPlan.Trip(travellers: 1, days: 1, nights: 0, kilometres: 0), catered: 0)
    ]
    var levers = SmallStudy.everyoneInOffice.levers
    levers.meetingsOnlineShare = 0.5
    small.policies.append(
      Policy(
        header: PolicyHeader(
          id: "online", title: Bilingual(id: "Daring", en: "Online"), institution: "Test",
          reference: "Test", inForce: day("2023-01-01"), until: nil), levers: levers))
    let result = try small.result()
    // Twelve days of calendar, one meeting a day, half of them online.
    #expect(
      abs(
        result.cashableSaving(for: .budget, ofMeetings: true, scenario: 2).mean - 6 * 430_000)
        < 1e-6)
    #expect(result.cashableSaving(for: .budget, ofMeetings: false, scenario: 2).mean == 0)
    #expect(result.cashableSaving(for: .budget, ofMeetings: true, scenario: 1).mean == 0)
    #expect(result.value(.officeShareMean, scenario: 2) == 1)
  }

  @Test("days beyond two a week are counted as extrapolated, others are not")
  func extrapolation() throws {
    var small = study()
    small.policies = [2, 3].map {
      SmallStudy.policy("split-\($0)", .chosen(.of(flexible: $0)))
    }
    let result = try small.result()
    #expect(result.ledger.extrapolatedShare(scenario: 1).first == 0)
    #expect(result.ledger.extrapolatedShare(scenario: 2).first == 1)
  }

  @Test("when good performers are admitted a plain comparison is biased by their level's worth")
  func selection() throws {
    let levels: [TalentCell.Level] = [.low, .middle, .middle, .high, .high]
    var small = SmallStudy(
      people: levels.enumerated().map { number, level in
        var person = TestPerson("p\(number)")
        person.cell = TalentCell(performance: level, potential: .middle)
        return person
      })
    small.policies = [
      SmallStudy.policy(
        "good", .chosen(.of(flexible: 2)),
        rules: [
          SmallStudy.rule(
            "above",
            .talentBox(
              Set(TalentCell.Level.allCases.map { TalentCell(performance: .high, potential: $0) }))
          )
        ])
    ]
    small.values[.ratingOutputGap] = 0.08
    let bias = try #require(try small.result().selectionBias(scenario: 1))
    // Two at the highest level against levels 0, 1 and 1.
    #expect(abs(bias.levels - (2 - 2.0 / 3)) < 1e-15)
    #expect(abs(bias.output.p50 - 0.08 * 4 / 3) < 1e-15)
    #expect(try small.result().selectionBias(scenario: 0) == nil)
  }
}
