import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Waits of priority citizens")
struct PriorityWaitsTests {
  private func result(priorityShare: Double) throws -> StudyResult {
    var small = SmallStudy(
      people: ["a", "b"].map { id in
        var person = TestPerson(id, unit: "Loket")
        person.service = "loket"
        return person
      })
    var terms = CounterTerms()
    terms.priorityShare = priorityShare
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
        kind: .counter(
          CounterService(
            counters: 2,
            demand: CounterService.Demand(
              visitorsPerDay: 60, weekdayWeights: [1, 1, 1, 1, 1, 0, 0],
              slots: DaySlot.day(
                halfHours: (16..<26).map { minutes($0 * 30) },
                weights: Array(repeating: 1, count: 10))),
            handlingMinutes: 10, standard: CounterService.Standard(share: 0.8, withinMinutes: 15),
            terms: terms)),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-01-12")
    return try StudyRun(try small.study()).run(threads: 1)
  }

  @Test("They wait less, the others more, and together as long as one queue")
  func order() throws {
    let found = try result(priorityShare: 0.2)
    let waits = try #require(found.priorityWaits(days: 2000).first?.first)
    #expect(waits.priorityMinutes < 0.7 * waits.ordinaryMinutes)
    // With equal service times and patience the order of serving does not change the mean: the run's
    // own, from the solved queue. 600,000 citizens; a fiftieth covers five standard errors and the
    // steps of the grid.
    let together = 0.2 * waits.priorityMinutes + 0.8 * waits.ordinaryMinutes
    let mean = try #require(found.comparison(OutcomeKey(.meanWaitMinutes), scenario: 0)).level.mean
    #expect(abs(together / mean - 1) < 0.02)
  }

  @Test("The estimates are the same on any number of threads")
  func threads() throws {
    let found = try result(priorityShare: 0.2)
    func minutes(_ threads: Int) -> [[Double]] {
      found.priorityWaits(days: 20, threads: threads).map {
        $0.flatMap { [$0.priorityMinutes, $0.ordinaryMinutes] }
      }
    }
    #expect(minutes(1) == minutes(3))
    #expect(minutes(1).joined().allSatisfy { $0 > 0 })
  }

  @Test("Without priority citizens there is nothing to tell")
  func none() throws {
    #expect(try result(priorityShare: 0).priorityWaits()[0].isEmpty)
  }
}
