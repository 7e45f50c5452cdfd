import HybridWork
import Queueing
import Simulation
import TestSupport

/// What citizens meet at a counter, day after day, each solved by itself: no grid, no tables.
struct CounterDayOracle {
  var arrivals = 0.0
  var waitMinutes = 0.0
  var servedInTime = 0.0
  var lost = 0.0
  var beyond = WaitHistogram.edges.map { _ in 0.0 }

  /// Adds one day with equal staff in every half hour.
  mutating func add(
    _ coming: [Double], servers: Int, handlingMinutes: Double, patienceMinutes: Double,
    withinMinutes: Double
  ) throws {
    let day = try CounterDay(
      slots: coming.map { CounterDay.Slot(minutes: 30, arrivals: $0, servers: servers) },
      serviceMinutes: handlingMinutes, patienceMinutes: patienceMinutes, closing: .serveOut)
    let outcome = day.outcome(withinMinutes: withinMinutes, edges: WaitHistogram.edges)
    arrivals += outcome.arrivals
    waitMinutes += outcome.waitMinutes
    servedInTime += outcome.servedInTime
    lost += outcome.abandoned + outcome.sentAway
    for (index, waiting) in outcome.waitingBeyond.enumerated() { beyond[index] += waiting }
  }

  var meanWaitMinutes: Double { waitMinutes / arrivals }
}

/// A counter with one clerk more than are away on Thursdays, and nobody absent.
struct CounterStudy {
  var visitors = 40.0
  var handlingMinutes = 6.0
  var clerks = 2
  var away = 1
  var terms = CounterTerms()
  let weights = [1.0, 3, 2, 1]

  var small: SmallStudy {
    var people = (0..<max(clerks, 1)).map { TestPerson("p\($0 + 10)") }
    for index in people.indices where index < clerks {
      people[index].service = "loket"
      people[index].bandwidthMbps = index < away ? 1 : 20
    }
    for index in people.indices where index >= clerks { people[index].service = nil }
    var small = SmallStudy(people: people)
    small.services = [service]
    small.policies = [
      SmallStudy.policy(
        "thursday", .fixed([.thursday]), takeUp: .ordered,
        rules: [
          SmallStudy.rule("slow", .number(.bandwidthMbps, NumberRange(upper: .including(5))))
        ])
    ]
    return small
  }

  var service: Service {
    Service(
      id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
      kind: .counter(
        CounterService(
          counters: 6,
          demand: CounterService.Demand(
            visitorsPerDay: visitors, weekdayWeights: [1.5, 1, 1, 1, 0.5, 0, 0],
            slots: DaySlot.day(
              halfHours: (0..<4).map { minutes(480 + 30 * $0) }, weights: weights)),
          handlingMinutes: handlingMinutes,
          standard: CounterService.Standard(share: 0.8, withinMinutes: 10), terms: terms)),
      openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
  }

  /// Two weeks of days in which every clerk, or on Thursdays fewer, serves.
  func oracle(
    thursday: Int, arrivalFactor: Double = 1, handlingFactor: Double = 1, patience: Double = 30
  ) throws -> CounterDayOracle {
    var oracle = CounterDayOracle()
    for _ in 0..<2 {
      for (weekday, factor) in [1.5, 1, 1, 1, 0.5].enumerated() {
        try oracle.add(
          weights.map { visitors * factor * arrivalFactor * $0 / 7 },
          servers: weekday == 3 ? thursday : clerks,
          handlingMinutes: handlingMinutes * handlingFactor, patienceMinutes: patience,
          withinMinutes: 10)
      }
    }
    return oracle
  }
}
