import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("days on which every service is covered")
struct FullyCoveredTests {
  /// A ward on shifts, a desk that is closed on Wednesdays, and counters.
  private func study() throws -> Study {
    var small = SmallStudy(
      people: (0..<30).map { number in
        var person = TestPerson("p\(number + 10)", unit: number < 12 ? "RSUD" : "Dinas")
        person.service = ["desk", "ward", "ward", "loket", "ward"][number % 5]
        return person
      })
    let weekdays = Weekday.workingWeek
    func posts(_ id: String, minimum: Int, shifts: Int, on days: Set<Weekday>) -> Service {
      Service(
        id: id, title: Bilingual(id: id, en: id),
        kind: .posts(minimum: minimum, shifts: shifts), openOn: days,
        provenance: SmallStudy.provenance)
    }
    small.services = [
      posts("ward", minimum: 4, shifts: 3, on: Set(weekdays)),
      posts("desk", minimum: 4, shifts: 1, on: Set(weekdays.filter { $0 != .wednesday })),
      CounterStudy(visitors: 60).service,
    ]
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday])),
      SmallStudy.policy("free", .chosen(DaySplit.of(flexible: 2))),
    ]
    small.values[.sickShare] = 0.08
    small.values[.sickSpellDays] = 2
    small.values[.daysUsedShare] = 0.6
    small.run = RunSettings(worlds: 3, replications: 2, seed: 5)
    return try small.study()
  }

  @Test("their share is that of days on which each open service keeps all of its parts, day by day")
  func everyDay() throws {
    let study = try study()
    let (result, staffing) = try StudyRun(study).staffed(threads: 1, grid: nil)
    let services = try StaffedServices(study)
    var kinds: Set<Double> = []
    for scenario in 0...study.policies.count {
      let shares = result.samples.samples(
        OutcomeKey(.fullyCoveredDays), scenario: scenario)
      for sample in 0..<staffing.sampleCount {
        var counts = Array(repeating: Int32(0), count: services.length)
        staffing.add(
          scenario: scenario, sample: sample, to: Array(services.pools.indices), of: &counts)
        let kept = services.keeps(
          counts, baseline: [], promise: DayPromise(least: 1, isOfBaseline: false))
        let days = kept.count / study.services.count
        let full = (0..<days).count { day in
          study.services.indices.allSatisfy { kept[$0 * days + day] }
        }
        #expect(shares[sample] == Double(full) / Double(days))
        kinds.insert(shares[sample])
      }
    }
    // The days are neither all covered nor all short.
    #expect(kinds.count > 3)
  }
}
