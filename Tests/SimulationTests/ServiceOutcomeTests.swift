import HybridWork
import Queueing
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("what citizens meet")
struct ServiceOutcomeTests {
  /// Two clerks at two counters, one of them ordered away on Thursdays; nobody is absent.
  private func study(visitors: Double) -> SmallStudy {
    var clerks = [TestPerson("a"), TestPerson("b")]
    for index in clerks.indices {
      clerks[index].service = "loket"
      clerks[index].task = .placeBound
    }
    clerks[1].bandwidthMbps = 1
    var small = SmallStudy(people: clerks)
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
        kind: .counter(
          CounterService(
            counters: 2,
            demand: CounterService.Demand(
              visitorsPerDay: visitors, weekdayWeights: [1, 1, 1, 1, 1, 0, 0],
              halfHourWeights: [1, 3]),
            halfHours: [minutes(480), minutes(510)], handlingMinutes: 6,
            standard: CounterService.Standard(share: 0.8, withinMinutes: 10))),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.policies = [
      SmallStudy.policy(
        "thursday", .fixed([.thursday]), takeUp: .ordered,
        rules: [
          SmallStudy.rule("slow", .number(.bandwidthMbps, NumberRange(upper: .including(5))))
        ])
    ]
    return small
  }

  @Test("coverage counts the half hours with enough staff")
  func coverage() throws {
    // 6 visitors: 3 an hour need one clerk, 9 an hour (0.9 erlangs) need two for 80% in 10 minutes.
    #expect(
      serversRequired(
        arrivalsPerHour: 9, serviceMinutes: 6, targetMinutes: 10, serviceLevel: 0.8) == 2)
    #expect(
      serversRequired(
        arrivalsPerHour: 3, serviceMinutes: 6, targetMinutes: 10, serviceLevel: 0.8) == 1)
    let result = try study(visitors: 6).result()
    #expect(result.value(.coverage, scenario: 0) == 1)
    // Two Thursdays of ten days lose one of two half hours: 18 of 20 remain.
    #expect(result.value(.coverage, scenario: 1) == 0.9)
    #expect(result.value(.fullyCoveredDays, scenario: 1) == 0.8)
    let worst = try #require(result.coverage.worst(scenario: 1))
    #expect(worst.cell.weekday == .thursday)
    #expect(worst.cell.halfHour == 1)
    #expect(worst.coverage.mean == 0)
  }

  @Test("waits and losses are those of the staff who are there")
  func waits() throws {
    let result = try study(visitors: 6).result()
    // Each day 1.5 visitors come in the first half hour and 4.5 in the second.
    func days(_ count: Int, servers: Int) throws -> CounterDayOracle {
      var days = CounterDayOracle()
      for _ in 0..<count {
        try days.add(
          [1.5, 4.5], servers: servers, handlingMinutes: 6, patienceMinutes: 30, withinMinutes: 10)
      }
      return days
    }
    let full = try days(8, servers: 2)
    let thin = try days(2, servers: 1)
    let minutes = full.waitMinutes + thin.waitMinutes
    let found = result.value(.meanWaitMinutes, scenario: 1)
    #expect(abs(found / (minutes / 60) - 1) < 0.01)
    let lost = full.lost + thin.lost
    #expect(abs(result.value(.lostCitizens, scenario: 1) / lost - 1) < 0.01)
    // All of it valued at 12,000 rupiah an hour.
    #expect(
      abs(result.value(.citizenTimeRupiah, scenario: 1) - found * 12_000) < 1e-6)
  }

  @Test("without anyone at the counter everybody waits in vain")
  func nobody() throws {
    var small = study(visitors: 6)
    small.policies = [SmallStudy.policy("all", .fixed([.thursday]), takeUp: .ordered)]
    let result = try small.result()
    let base = result.value(.lostCitizens, scenario: 0)
    // Twelve of sixty visitors come on the two Thursdays.
    #expect(result.value(.lostCitizens, scenario: 1) > 12)
    #expect(result.value(.lostCitizens, scenario: 1) <= 12 + base)
  }

  @Test("a quantile of waits is read off between edges")
  func quantile() {
    let edges = WaitHistogram.edges
    // 100 citizens: 40 wait at all, 20 more than a minute, 5 more than two, none more than three.
    var beyond = edges.map { _ in 0.0 }
    beyond[0] = 40
    beyond[1] = 20
    beyond[2] = 5
    #expect(WaitHistogram.quantile(0.5, beyond: beyond, arrivals: 100) == 0)
    #expect(abs(WaitHistogram.quantile(0.8, beyond: beyond, arrivals: 100) - 1) < 1e-12)
    #expect(abs(WaitHistogram.quantile(0.9, beyond: beyond, arrivals: 100) - (1 + 2.0 / 3)) < 1e-12)
    #expect(WaitHistogram.quantile(0.9, beyond: beyond, arrivals: 0).isNaN)
    #expect(
      WaitHistogram.quantile(0.9, beyond: edges.map { _ in 100 }, arrivals: 100) == 300)
  }
}
