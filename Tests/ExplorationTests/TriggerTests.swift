import Exploration
import HybridWork
import RealModule
import Simulation
import TestSupport
import Testing

@Suite("Weekly guardrails")
struct TriggerTests {
  private static func trigger(
    _ side: Trigger.Side, _ limit: Double, weeks: Int, service: String? = nil
  ) -> Trigger {
    Trigger(
      name: ("t", Bilingual(id: "t", en: "t")), measure: (.coverage, service), side: side,
      limit: limit, weeks: weeks)
  }

  @Test("the alarm comes with the last of the weeks running, and a good week begins anew")
  func running() {
    let twice = Self.trigger(.above, 25, weeks: 2)
    #expect(twice.alarm([30, 20, 30, 31, 32]) == 4)
    #expect(twice.alarm([30, 25, 30]) == nil)
    #expect(twice.alarm([30, .nan, 30]) == 3)
    #expect(Self.trigger(.below, 0.9, weeks: 1).alarm([0.95, 0.89]) == 2)
    #expect(twice.alarm([]) == nil)
  }

  /// Ten people at a post that needs one of them, over eight weeks.
  private func study(_ change: (inout SmallStudy) -> Void = { _ in }) throws -> Study {
    var small = SmallStudy(
      people: (10..<20).map { number in
        var person = TestPerson("id-\(number)", unit: "Pos")
        person.service = "pos"
        return person
      })
    small.services = [
      Service(
        id: "pos", title: Bilingual(id: "Pos", en: "Post"), kind: .posts(minimum: 1),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-03-03")
    small.policies = [SmallStudy.policy("friday", .fixed([.friday]), takeUp: .ordered)]
    change(&small)
    return try small.study()
  }

  @Test("what every week is like decides: Fridays uncovered alarm in the second week or never")
  func certain() throws {
    let study = try study()
    let test = StressTest(
      id: "flood", title: Bilingual(id: "Banjir", en: "Flood"),
      strains: [StressTest.Strain(.flood(staffShare: 1), on: .weekday(.thursday))],
      provenance: SmallStudy.provenance)
    let result = try TriggerRun(
      study, policy: study.policies[0],
      triggers: [
        Self.trigger(.below, 0.85, weeks: 2), Self.trigger(.below, 0.75, weeks: 3, service: "pos"),
      ],
      worse: [.test(test)]
    ).run(threads: 1)
    #expect(result.weeks == 8)
    #expect(result.states[0].alarms == [[2], [nil], [2]])
    #expect(result.states[1].alarms == [[2], [3], [2]])
    #expect(result.states[0].share(trigger: 1, within: 8) == 0)
    #expect(result.states[1].medianWeek(trigger: 1) == 3)
    #expect(result.horizons == [4, 8])
  }

  /// Floods come by themselves, each day anew: n weeks pass without one with chance (1 - p)^5n.
  ///
  /// A right program fails once in 10,000 seeds (four standard deviations).
  @Test("alarms by independent days come as often as they must")
  func independent() throws {
    let worlds = 400
    let study = try study { small in
      small.values[.floodDays] = 4
      small.values[.floodStaffShare] = 1
      small.run = RunSettings(worlds: worlds, replications: 1, seed: 11)
    }
    let whole = try StudyRun(study.comparing([])).run(threads: 2)
    let mean = whole.samples.samples(OutcomeKey(.coverage), scenario: 0).reduce(0, +)
    let chance = 1 - mean / Double(worlds)
    #expect(chance > 0.005)
    let none = SmallStudy.policy("none", .fixed([]), takeUp: .ordered)
    let result = try TriggerRun(
      study, policy: none, triggers: [Self.trigger(.below, 1, weeks: 1)], worse: []
    ).run(threads: 2)
    for weeks in [4, 8] {
      let expected = 1 - Double.pow(1 - chance, Double(5 * weeks))
      let error = (expected * (1 - expected) / Double(worlds)).squareRoot()
      // The chance is an estimate itself: of 40 days in as many worlds.
      let spread =
        Double(5 * weeks) * (chance / Double(40 * worlds)).squareRoot()
      let found = result.states[0].share(trigger: 0, within: weeks)
      #expect(abs(found - expected) < 4 * (error + spread))
    }
  }

  @Test("the weeks of a calendar are the days of one run: nothing begins anew on a Monday")
  func oneCalendar() throws {
    let study = try study { small in
      small.values[.sickShare] = 0.1
      small.values[.sickSpellDays] = 8
      small.values[.sickLongShare] = 0.2
      small.values[.sickLongSpellDays] = 15
      small.values[.travelShare] = 0.1
      small.values[.travelSpellDays] = 4
      small.values[.epidemicWeeks] = 10
      small.values[.epidemicSickFactor] = 2
      small.values[.unitFloodDays] = 20
      small.values[.floodStaffShare] = 0.5
      small.services[0] = Service(
        id: "pos", title: Bilingual(id: "Pos", en: "Post"), kind: .posts(minimum: 7),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
      small.run = RunSettings(worlds: 50, replications: 2, seed: 8)
    }
    let whole = try StudyRun(study).run(threads: 2)
    let weeks = try study.calendar.wholeWeeks.map {
      try StudyRun(study.continuing($0)).run(threads: 2)
    }
    let anew = try study.calendar.wholeWeeks.map {
      try StudyRun(study.during($0, replications: 2)).run(threads: 2)
    }
    #expect(weeks.count == 8)
    for outcome in [Outcome.coverage, .officeShareMean, .flexibleDaysPerWeek] {
      for scenario in 0...1 {
        func values(_ result: StudyResult) -> [Double] {
          result.samples.samples(OutcomeKey(outcome), scenario: scenario)
        }
        // Every week has five days, so the calendar's mean is the mean of the weeks.
        func means(_ weeks: [StudyResult]) -> [Double] {
          (0..<100).map { sample in weeks.reduce(0) { $0 + values($1)[sample] } / 8 }
        }
        #expect(zip(values(whole), means(weeks)).allSatisfy { abs($0 - $1) < 1e-12 }, "\(outcome)")
        // Nobody is away flexibly in the baseline, however the weeks begin.
        if outcome != .flexibleDaysPerWeek || scenario == 1 {
          #expect(values(whole) != means(anew))
        }
      }
    }
  }

  /// The chance that one whole week after another is missed within so many weeks, when a chain of two
  /// states is absent on a share of days in spells of a mean length: all states summed by hand.
  private static func chanceOfTwoRunning(share: Double, spell: Double, weeks: Int) -> Double {
    let (begins, ends) = (share / (spell * (1 - share)), 1 / spell)
    // The chance of each state of the day, of the week so far and of the week before.
    struct State: Hashable { var isAway: Bool, allAway: Bool, missedLast: Bool }
    var states: [State: Double] = [:]
    for isAway in [true, false] {
      states[State(isAway: isAway, allAway: isAway, missedLast: false)] =
        isAway ? share : 1 - share
    }
    var alarm = 0.0
    for day in 1...(5 * weeks) {
      if day % 5 == 0 {
        // The week ends: the alarm takes those away for two, the others begin the next.
        var after: [State: Double] = [:]
        for (state, chance) in states {
          if state.allAway && state.missedLast {
            alarm += chance
          } else {
            var next = state
            (next.missedLast, next.allAway) = (state.allAway, true)
            after[next, default: 0] += chance
          }
        }
        states = after
      }
      var after: [State: Double] = [:]
      for (state, chance) in states {
        for isAway in [true, false] {
          let step = state.isAway ? (isAway ? 1 - ends : ends) : (isAway ? begins : 1 - begins)
          var next = state
          next.isAway = isAway
          next.allAway = state.allAway && isAway
          after[next, default: 0] += chance * step
        }
      }
      states = after
    }
    return alarm
  }

  /// A right program fails once in 10,000 seeds (four standard errors).
  @Test("two weeks running come as often as the chain of absences says, not as fresh weeks would")
  func correlatedWeeks() throws {
    let worlds = 2000
    let study = try study { small in
      small.people = [small.people[0]]
      small.values[.sickShare] = 0
      small.values[.leaveShare] = 0
      small.values[.travelShare] = 0.4
      small.values[.travelSpellDays] = 15
      small.run = RunSettings(worlds: worlds, replications: 1, seed: 21)
    }
    let none = SmallStudy.policy("none", .fixed([]), takeUp: .ordered)
    let result = try TriggerRun(
      study, policy: none, triggers: [Self.trigger(.below, 0.01, weeks: 2)], worse: []
    ).run(threads: 2)
    // One whole week away in a row of fresh ones: the chance of a run of two by the same sum of runs.
    let week = 0.4 * Double.pow(1 - 1.0 / 15, 4)
    for weeks in [2, 4, 8] {
      let exact = Self.chanceOfTwoRunning(share: 0.4, spell: 15, weeks: weeks)
      var (good, bad, fresh) = (1.0, 0.0, 0.0)
      for _ in 0..<weeks {
        fresh += bad * week
        (good, bad) = ((good + bad) * (1 - week), good * week)
      }
      let error = (exact * (1 - exact) / Double(worlds)).squareRoot()
      let found = result.states[0].share(trigger: 0, within: weeks)
      #expect(abs(found - exact) < 4 * error)
      #expect(exact - fresh > 8 * error)
    }
  }

  @Test("an assumption made worse is noticed")
  func assumption() throws {
    let study = try study { small in
      small.values[.complianceOrdered] = 0
      small.run = RunSettings(worlds: 2, replications: 1, seed: 1)
    }
    let result = try TriggerRun(
      study, policy: study.policies[0], triggers: [Self.trigger(.below, 0.85, weeks: 1)],
      worse: [.assumption(.complianceOrdered, 1)]
    ).run(threads: 1)
    #expect(result.states[0].alarms[0] == [nil, nil])
    #expect(result.states[1].alarms[0] == [1, 1])
  }
}
