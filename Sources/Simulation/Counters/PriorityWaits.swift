import HybridWork
import Queueing

/// How long priority citizens and the others wait at one counter under one scenario.
///
/// An estimate apart from the run: the grid of waits knows one queue only. Days are simulated event by
/// event with the scenario's mean staff of each weekday and half hour, rounded, at planned demand and
/// central handling time and patience.
public struct PriorityWaits: Sendable {
  /// The service's place in the study.
  public let service: Int
  /// Mean wait of priority citizens, in minutes; NaN when none came.
  public let priorityMinutes: Double
  /// Mean wait of the others, in minutes.
  public let ordinaryMinutes: Double
}

extension StudyResult {
  /// Estimates for every counter with priority citizens, under a scenario.
  ///
  /// `days` of each weekday are simulated, from streams that neither policy nor thread knows: equal
  /// staff gives equal figures.
  public func priorityWaits(scenario: Int, days: Int = 200) -> [PriorityWaits] {
    study.services.indices.compactMap { service in
      guard let counter = study.services[service].counter, counter.terms.priorityShare > 0 else {
        return nil
      }
      var priority = (wait: 0.0, citizens: 0.0)
      var ordinary = (wait: 0.0, citizens: 0.0)
      for weekday in Weekday.serviceWeek
      where study.services[service].openOn.contains(weekday) {
        guard
          let simulation = simulation(counter, service: service, weekday, scenario: scenario)
        else { continue }
        var uniforms = UniformStream(
          seed: study.run.seed, stream: UInt64(service * 7 + weekday.rawValue))
        let mean = simulation.meanDay(
          of: days, &uniforms, withinMinutes: counter.standard.withinMinutes, edges: [])
        priority.wait += mean.priority.waitMinutes
        priority.citizens += mean.priority.arrivals
        ordinary.wait += mean.ordinary.waitMinutes
        ordinary.citizens += mean.ordinary.arrivals
      }
      return PriorityWaits(
        service: service, priorityMinutes: priority.wait / priority.citizens,
        ordinaryMinutes: ordinary.wait / ordinary.citizens)
    }
  }

  private func simulation(
    _ counter: CounterService, service: Int, _ weekday: Weekday, scenario: Int
  ) -> EventSimulation? {
    let first = queues.cells.firstIndex { $0.service == service && $0.weekday == weekday }
    guard let first else { return nil }
    let atDoor = counter.waitingAtDoor(on: weekday)
    let visitors = counter.visitors(on: weekday)
    let factor = study.central(.arrivalFactor)
    var slots: [CounterDay.Slot] = []
    if atDoor > 0, counter.terms.waitingBeforeMinutes > 0 {
      slots.append(
        CounterDay.Slot(
          minutes: counter.terms.waitingBeforeMinutes, arrivals: atDoor * factor, servers: 0))
    }
    for (place, slot) in counter.slots.enumerated() {
      let cell = counter.openSlots.firstIndex(of: place)
      let servers = cell.map { queues.place(first + $0, scenario: scenario).servers } ?? 0
      guard servers.isFinite else { return nil }
      slots.append(
        CounterDay.Slot(
          minutes: Double(DaySlot.minutes),
          arrivals: (visitors - atDoor) * slot.share * factor, servers: Int(servers.rounded())))
    }
    var simulation = try? EventSimulation(
      slots: slots,
      service: .exponential(
        mean: counter.handlingMinutes * study.central(.handlingTimeFactor)),
      patience: .exponential(mean: study.central(.counterPatienceMinutes)),
      closing: counter.terms.closingRule == .serveOut ? .serveOut : .sendAway)
    simulation?.priorityShare = counter.terms.priorityShare
    simulation?.dailyTickets = counter.terms.ticketsPerDay
    return simulation
  }
}
