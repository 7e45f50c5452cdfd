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
