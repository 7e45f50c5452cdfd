import Dispatch
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

/// A weekday at a counter with the staff of a scenario: nothing else differs between scenarios.
private struct StaffedDay: Hashable {
  let service: Int
  let weekday: Int
  let servers: [Int]
}

/// The mean days that threads simulate.
private final class MeanDays: @unchecked Sendable {
  // Each place is written by one thread, then all are read.
  private let memory: UnsafeMutableBufferPointer<SimulatedDay?>

  init(count: Int) {
    memory = .allocate(capacity: count)
    memory.initialize(repeating: nil)
  }

  deinit {
    memory.deinitialize()
    memory.deallocate()
  }

  func set(_ place: Int, _ day: SimulatedDay) { memory[place] = day }

  var all: [SimulatedDay] { memory.compactMap(\.self) }
}

extension StudyResult {
  /// Estimates for every counter with priority citizens, under every scenario.
  ///
  /// `days` of each weekday are simulated, from streams that neither policy nor thread knows: equal
  /// staff gives equal figures and is simulated once.
  ///
  /// - Parameters:
  ///   - days: Days of each weekday.
  ///   - threads: At least 1; the estimates are the same for any number.
  /// - Returns: For each scenario the estimates in the order of services.
  public func priorityWaits(days: Int = 200, threads: Int = 1) -> [[PriorityWaits]] {
    let counters = study.services.indices.filter {
      (study.services[$0].counter?.terms.priorityShare ?? 0) > 0
    }
    let weeks = study.scenarios.indices.map { scenario in
      counters.map { week(service: $0, scenario: scenario) }
    }
    var places: [StaffedDay: Int] = [:]
    var planned: [PlannedDay] = []
    for day in weeks.joined().joined() where places[day.staffed] == nil {
      places[day.staffed] = planned.count
      planned.append(day)
    }
    let means = simulate(planned, days: days, threads: threads)
    return weeks.map { week in
      zip(counters, week).map { service, week in
        waits(service, week.compactMap { places[$0.staffed].map { means[$0] } })
      }
    }
  }

  /// A day that is to be simulated.
  private struct PlannedDay {
    let staffed: StaffedDay
    let simulation: EventSimulation
    let withinMinutes: Double
  }

  /// The days of a week at a counter under a scenario.
  private func week(service: Int, scenario: Int) -> [PlannedDay] {
    guard let counter = study.services[service].counter else { return [] }
    return Weekday.serviceWeek.compactMap { weekday in
      guard study.services[service].openOn.contains(weekday),
        let slots = slots(counter, service: service, weekday, scenario: scenario),
        let simulation = simulation(counter, slots)
      else { return nil }
      return PlannedDay(
        staffed: StaffedDay(
          service: service, weekday: weekday.rawValue, servers: slots.map(\.servers)),
        simulation: simulation, withinMinutes: counter.standard.withinMinutes)
    }
  }

  /// Simulates each day with a stream of its own.
  private func simulate(_ planned: [PlannedDay], days: Int, threads: Int) -> [SimulatedDay] {
    let (seed, means) = (study.run.seed, MeanDays(count: planned.count))
    DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { thread in
      for place in stride(from: thread, to: planned.count, by: max(threads, 1)) {
        let day = planned[place]
        var uniforms = UniformStream(
          seed: seed, stream: UInt64(day.staffed.service * 7 + day.staffed.weekday))
        means.set(
          place,
          day.simulation.meanDay(
            of: days, &uniforms, withinMinutes: day.withinMinutes, edges: []))
      }
    }
    return means.all
  }

  /// The waits of a week.
  private func waits(_ service: Int, _ week: [SimulatedDay]) -> PriorityWaits {
    var priority = (wait: 0.0, citizens: 0.0)
    var ordinary = (wait: 0.0, citizens: 0.0)
    for mean in week {
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
