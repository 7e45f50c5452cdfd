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

/// Simulated days by what tells them apart: nothing else differs between scenarios.
private struct SimulatedDays {
  private struct Key: Hashable {
    let service: Int
    let weekday: Int
    let servers: [Int]
  }

  private var known: [Key: SimulatedDay] = [:]

  mutating func day(
    service: Int, weekday: Int, servers: [Int], simulate: () -> SimulatedDay
  ) -> SimulatedDay {
    let key = Key(service: service, weekday: weekday, servers: servers)
    if let day = known[key] { return day }
    let day = simulate()
    known[key] = day
    return day
  }
}

extension StudyResult {
  /// Estimates for every counter with priority citizens, under every scenario.
  ///
  /// `days` of each weekday are simulated, from streams that neither policy nor thread knows: equal
  /// staff gives equal figures and is simulated once.
  ///
  /// - Returns: For each scenario the estimates in the order of services.
  public func priorityWaits(days: Int = 200) -> [[PriorityWaits]] {
    var simulated = SimulatedDays()
    return study.scenarios.indices.map { scenario in
      study.services.indices.compactMap { service in
        guard let counter = study.services[service].counter, counter.terms.priorityShare > 0
        else { return nil }
        return waits(
          counter, service: service, scenario: scenario, days: days, &simulated)
      }
    }
  }

  private func waits(
    _ counter: CounterService, service: Int, scenario: Int, days: Int,
    _ simulated: inout SimulatedDays
  ) -> PriorityWaits {
    var priority = (wait: 0.0, citizens: 0.0)
    var ordinary = (wait: 0.0, citizens: 0.0)
    for weekday in Weekday.serviceWeek where study.services[service].openOn.contains(weekday) {
      let slots = slots(counter, service: service, weekday, scenario: scenario)
      guard let slots, let simulation = simulation(counter, slots) else { continue }
      let mean = simulated.day(
        service: service, weekday: weekday.rawValue, servers: slots.map(\.servers)
      ) {
        var uniforms = UniformStream(
          seed: study.run.seed, stream: UInt64(service * 7 + weekday.rawValue))
        return simulation.meanDay(
          of: days, &uniforms, withinMinutes: counter.standard.withinMinutes, edges: [])
      }
      priority.wait += mean.priority.waitMinutes
      priority.citizens += mean.priority.arrivals
      ordinary.wait += mean.ordinary.waitMinutes
      ordinary.citizens += mean.ordinary.arrivals
    }
    return PriorityWaits(
      service: service, priorityMinutes: priority.wait / priority.citizens,
      ordinaryMinutes: ordinary.wait / ordinary.citizens)
  }

  /// A weekday's slots with the scenario's mean staff; nil on weekdays that never come.
  private func slots(
    _ counter: CounterService, service: Int, _ weekday: Weekday, scenario: Int
  ) -> [CounterDay.Slot]? {
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
    return slots
  }

  private func simulation(
    _ counter: CounterService, _ slots: [CounterDay.Slot]
  ) -> EventSimulation? {
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
