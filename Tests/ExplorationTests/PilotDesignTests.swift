import Exploration
import HybridWork
import PilotAssessment
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Design of a pilot on a study")
struct PilotDesignTests {
  /// Four posts in a row with ten people each over four months; on Fridays everyone of the policy
  /// is away, so that coverage falls by the Fridays' share of half hours.
  private func study(_ change: (inout SmallStudy) -> Void = { _ in }) throws -> Study {
    var small = SmallStudy(
      people: (0..<40).map { number in
        var person = TestPerson("id-\(100 + number)", unit: "Pos \(number / 10)")
        person.service = "pos-\(number / 10)"
        return person
      })
    small.services = (0..<4).map { place in
      Service(
        id: "pos-\(place)", title: Bilingual(id: "Pos \(place)", en: "Post \(place)"),
        kind: .posts(minimum: 1), openOn: Set(Weekday.workingWeek),
        provenance: SmallStudy.provenance)
    }
    small.from = day("2024-01-01")
    small.through = day("2024-04-30")
    small.policies = [SmallStudy.policy("friday", .fixed([.friday]), takeUp: .ordered)]
    change(&small)
    return try small.study()
  }

  private func settings(_ units: ClosedRange<Int> = 2...4) -> PilotDesignSettings {
    var settings = PilotDesignSettings(outcome: .coverage, units: units, months: 3...3)
    settings.monthsBefore = 3
    settings.trials = 60
    return settings
  }

  private func design(
    _ study: Study, _ settings: PilotDesignSettings, threads: Int = 1
  ) throws -> PilotDesignResult {
    try PilotDesignRun(study, policy: study.policies[0], settings: settings).run(threads: threads)
  }

  @Test("the expected effect is the share of Fridays, and lies in the truth of every plan")
  func effect() throws {
    var settings = settings()
    settings.noise = 0
    let result = try design(try study(), settings)
    #expect(result.calendarMonths == 4)
    #expect(result.units.count == 4)
    // Open days of January to April 2024: 23, 21, 21, 22, of which Fridays 4, 4, 5, 4.
    let shares = [4.0 / 23, 4.0 / 21, 5.0 / 21, 4.0 / 22]
    let mean = shares.reduce(0, +) / 4
    for unit in result.units {
      #expect(abs(unit.level - 1) < 1e-12)
      #expect(abs(unit.effect.mean + mean) < 1e-12)
    }
    // A pilot from the fourth month on goes through April, January and February.
    let treated = (shares[3] + shares[0] + shares[1]) / 3
    for power in result.powers where power.plan.start == .together {
      #expect(abs(power.trueEffect + treated) < 1e-12)
    }
  }

  @Test("what is not given is assumed and said: noise, limit; what is given is kept")
  func assumptions() throws {
    let assumed = try design(try study(), settings())
    // Coverage is 1 under the baseline: there is no room above it to take a tenth of.
    #expect(assumed.isNoiseAssumed && assumed.noise == 0)
    #expect(assumed.limitSource == .assumption)
    var given = settings()
    given.noise = 0.05
    given.limit = 0.1
    let result = try design(try study(), given)
    #expect(result.noise == 0.05 && !result.isNoiseAssumed)
    #expect(result.limit == 0.1 && result.limitSource == .planner)
    #expect(result.decisions.rule == PilotRule(limit: 0.1, isWorseUp: false))
  }

  @Test("with two of four the rule can only extend, and units beyond the limit stop on their own")
  func decisions() throws {
    var settings = settings(4...4)
    settings.noise = 1e-4
    settings.limit = 0.1
    // Two of four can't be told apart by the lot at 5%: the rule can only extend.
    let few = try design(try study(), settings)
    #expect(few.decisions[.expected].extended == 1)
    // Fridays are a fifth of the days, twice the limit: every unit is stopped on its own.
    #expect(few.decisions[.expected].someUnitStopped == 1)
    #expect(few.decisions[.none].someUnitStopped == 0)
  }

  @Test("the lot draws as many units as are treated, from those of the plan, on any threads")
  func drawn() throws {
    let study = try study()
    let result = try design(study, settings())
    #expect(Set(result.drawn).count == result.best.plan.treated)
    #expect(result.drawn.allSatisfy { $0 < result.best.plan.units })
    let again = try design(study, settings(), threads: 3)
    #expect(again.drawn == result.drawn && again.recommended == result.recommended)
    for (left, right) in zip(result.powers, again.powers) {
      #expect(left.byLot == right.byLot && left.byFormula == right.byFormula)
    }
  }

  @Test("too short a calendar and too few services are refused with what was found")
  func refusals() throws {
    let short = try study { $0.through = day("2024-02-20") }
    #expect { try design(short, settings()) } throws: { error in
      guard case .tooFewMonths(let count) = error as? PilotDesignError else { return false }
      return count == 1
    }
    #expect { try design(try study(), settings(5...6)) } throws: { error in
      guard case .tooFewUnits(.coverage, let found, let wanted) = error as? PilotDesignError
      else { return false }
      return found == 4 && wanted == 5
    }
  }
}
