import Exploration
import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Hard times")
struct StressTests {
  /// Ten certain people; those of a counter that needs one of them at a time.
  private func study(_ change: (inout SmallStudy) -> Void = { _ in }) throws -> Study {
    var small = SmallStudy(
      people: (10..<20).map { number in
        var person = TestPerson("id-\(number)", unit: "Loket")
        person.service = "loket"
        return person
      })
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
        kind: .counter(
          CounterService(
            counters: 10,
            demand: CounterService.Demand(
              visitorsPerDay: 60, weekdayWeights: [1, 1, 1, 1, 1, 0, 0], halfHourWeights: [1, 2]),
            halfHours: [minutes(480), minutes(510)], handlingMinutes: 5,
            standard: CounterService.Standard(share: 0.8, withinMinutes: 15))),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-02-02")
    small.policies = [SmallStudy.policy("friday", .fixed([.friday]), takeUp: .ordered)]
    change(&small)
    return try small.study()
  }

  private func result(
    _ strains: [StressTest.Strain], _ change: (inout SmallStudy) -> Void = { _ in }
  ) throws -> StressResult {
    let test = StressTest(
      id: "test", title: Bilingual(id: "Uji", en: "Test"), strains: strains,
      provenance: SmallStudy.provenance)
    return try StressRun(try study(change), tests: [test]).run(threads: 2)
  }

  private func bits(_ result: StudyResult) -> [UInt64] {
    result.study.scenarios.indices.flatMap { scenario in
      result.samples.keys.indices.flatMap { row in
        result.samples.samples(row: row, scenario: scenario).map(\.bitPattern)
      }
    }
  }

  @Test("Without a strain on any day, and beside tests, a study keeps every byte")
  func untouched() throws {
    func random(_ small: inout SmallStudy) {
      small.values[.sickShare] = 0.05
      small.values[.sickSpellDays] = 2
      small.values[.floodDays] = 10
      small.values[.floodStaffShare] = 0.3
      small.run = RunSettings(worlds: 3, replications: 2, seed: 9)
    }
    let date = day("2030-01-01")
    let found = try result(
      [StressTest.Strain(.flood(staffShare: 1), on: .dates(date...date))], random)
    let alone = try StudyRun(try study(random)).run(threads: 1)
    #expect(bits(found.usual) == bits(alone))
    #expect(bits(found.stressed[0]) == bits(alone))
    #expect(!found.tests[0].strikes(found.usual.study.calendar))
  }

  @Test("A flood that cuts everyone off on Thursdays leaves four of five days covered")
  func flood() throws {
    let found = try result([StressTest.Strain(.flood(staffShare: 1), on: .weekday(.thursday))])
    let coverage = try #require(found.effect(of: 0, .coverage, scenario: 0))
    #expect(abs(coverage.level.mean - 0.8) < 1e-12)
    #expect(abs(coverage.difference.mean + 0.2) < 1e-12)
    // On Fridays all are away by order; the flood takes Thursday besides.
    let friday = try #require(found.effect(of: 0, .coverage, scenario: 1))
    #expect(abs(friday.level.mean - 0.6) < 1e-12)
  }

  @Test("A fifth more visitors come, and needs stay as planned")
  func arrivals() throws {
    let found = try result([
      StressTest.Strain(.arrivals(factor: 1.2, services: ["loket"]), on: .all)
    ])
    for (place, _) in found.usual.queues.cells.enumerated() {
      let usual = found.usual.queues.place(place, scenario: 0)
      let stressed = found.stressed[0].queues.place(place, scenario: 0)
      #expect(abs(stressed.arrivals - 1.2 * usual.arrivals) < 1e-9)
      #expect(stressed.need == usual.need)
    }
    let other = try result([StressTest.Strain(.arrivals(factor: 1.2, services: ["x"]), on: .all)])
    #expect(bits(other.stressed[0]) == bits(other.usual))
  }

  @Test("On days without a network flexible work stands still")
  func outage() throws {
    let found = try result([StressTest.Strain(.outage, on: .weekday(.friday))])
    let output = try #require(found.effect(of: 0, .outputChange, scenario: 1))
    // All four Fridays of twenty days are away and lost.
    #expect(abs(output.difference.mean + 0.2) < 1e-9)
    let monday = try result([StressTest.Strain(.outage, on: .weekday(.monday))])
    #expect(monday.effect(of: 0, .outputChange, scenario: 1)?.difference.mean == 0)
  }

  @Test("In an epidemic people fall sick as many times as often")
  func epidemic() throws {
    func sick(_ small: inout SmallStudy) {
      small.values[.sickShare] = 0.02
      small.values[.sickSpellDays] = 1
      small.run = RunSettings(worlds: 400, replications: 1, seed: 4)
    }
    let found = try result([StressTest.Strain(.epidemic(sickFactor: 5), on: .all)], sick)
    let office = try #require(found.effect(of: 0, .officeShareMean, scenario: 0))
    // Spells of one day begin with 0.02 ÷ 0.98 a day, five times that in the epidemic; each day's
    // share of the sick is then h ÷ (1 + h). The first day keeps the usual share. 80,000 person-days:
    // five standard errors are 0.005.
    let onset = 5 * 0.02 / 0.98
    let share = (0.02 + 19 * onset / (1 + onset)) / 20
    #expect(abs(office.level.mean - (1 - share)) < 0.005)
  }
}
