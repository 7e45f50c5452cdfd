import RealModule

/// The state of a counter while its days are simulated.
struct EventRun {
  private struct Citizen {
    var arrival: Double
    var deadline: Double
  }

  /// Those waiting, the next at `head`.
  private struct Line {
    var citizens: ContiguousArray<Citizen> = []
    var head = 0
    var isEmpty: Bool { head == citizens.count }

    mutating func clear() {
      citizens.removeAll(keepingCapacity: true)
      head = 0
    }
  }

  /// The slot that it is, apart from the rest of the state, which would be copied along.
  private struct Clock {
    let slot: Int
    let ends: [Double]
    let edges: [Double]

    /// Adds a wait to a day, and to the queue of each slot that it touches.
    @inline(__always)
    func wait(_ day: inout CounterDayOutcome, from arrival: Double, to end: Double) {
      let wait = end - arrival
      day.waitMinutes += wait
      for index in edges.indices where wait > edges[index] { day.waitingBeyond[index] += 1 }
      var index = slot
      var until = min(end, ends[index])
      while index > 0, ends[index - 1] > arrival {
        let from = ends[index - 1]
        if until > from { day.meanQueueBySlot[index] += until - from }
        until = min(until, from)
        index -= 1
      }
      if until > arrival { day.meanQueueBySlot[index] += until - arrival }
    }
  }

  private let simulation: EventSimulation
  private let service: TimeDraw
  private let patience: TimeDraw
  private let target: Double
  private let edges: [Double]
  private let ends: [Double]
  private let close: Double

  private var ordinary = Line()
  private var priority = Line()
  private var busy: BusyServers
  private var servers = 0
  private var slot = 0
  private var tickets = 0
  private var ordinaryDay: CounterDayOutcome
  private var priorityDay: CounterDayOutcome
  private let emptyDay: CounterDayOutcome

  init(_ simulation: EventSimulation, target: Double, edges: [Double]) {
    self.simulation = simulation
    service = TimeDraw(simulation.service)
    patience = TimeDraw(simulation.patience)
    self.target = target
    self.edges = edges
    busy = BusyServers(most: simulation.slots.map(\.servers).max() ?? 0)
    var ends: [Double] = []
    for slot in simulation.slots { ends.append((ends.last ?? 0) + slot.minutes) }
    self.ends = ends
    close = ends.last ?? 0
    var empty = CounterDayOutcome()
    empty.waitingBeyond = Array(repeating: 0, count: edges.count)
    empty.meanQueueBySlot = Array(repeating: 0, count: ends.count)
    emptyDay = empty
    ordinaryDay = empty
    priorityDay = empty
  }

  mutating func day(_ uniforms: inout UniformStream) -> SimulatedDay {
    ordinaryDay = emptyDay
    priorityDay = emptyDay
    ordinary.clear()
    priority.clear()
    busy.clear()
    servers = 0
    tickets = 0
    var time = 0.0
    for index in simulation.slots.indices {
      slot = index
      change(to: simulation.slots[index].servers, at: time, &uniforms)
      live(simulation.slots[index], from: time, to: ends[index], &uniforms)
      time = ends[index]
    }
    finish(&uniforms)
    for index in ends.indices {
      let minutes = simulation.slots[index].minutes
      ordinaryDay.meanQueueBySlot[index] /= minutes
      priorityDay.meanQueueBySlot[index] /= minutes
    }
    return SimulatedDay(ordinary: ordinaryDay, priority: priorityDay)
  }

  /// Lets servers come or go.
  private mutating func change(to count: Int, at time: Double, _ uniforms: inout UniformStream) {
    servers = count
    busy.keep(count)
    while busy.count < servers, serveNext(at: time, &uniforms) {}
  }

  private mutating func live(
    _ now: CounterDay.Slot, from start: Double, to end: Double, _ uniforms: inout UniformStream
  ) {
    let gap = now.minutes / now.arrivals
    var arrival = now.arrivals > 0 ? start - gap * .log(uniforms.next()) : .infinity
    while true {
      let done = busy.nextEnd
      if done <= arrival {
        guard done <= end else { return }
        busy.removeNext()
        if busy.count < servers { _ = serveNext(at: done, &uniforms) }
      } else {
        guard arrival <= end else { return }
        arrive(at: arrival, &uniforms)
        arrival -= gap * .log(uniforms.next())
      }
    }
  }

  private mutating func arrive(at time: Double, _ uniforms: inout UniformStream) {
    let first = simulation.priorityShare > 0 && uniforms.next() <= simulation.priorityShare
    if first { priorityDay.arrivals += 1 } else { ordinaryDay.arrivals += 1 }
    if let limit = simulation.dailyTickets {
      guard tickets < limit else {
        if first { priorityDay.sentAway += 1 } else { ordinaryDay.sentAway += 1 }
        return
      }
      tickets += 1
    }
    if busy.count < servers {
      serve(since: time, at: time, first: first, &uniforms)
      return
    }
    let citizen = Citizen(arrival: time, deadline: time + patience.draw(&uniforms))
    if first { priority.citizens.append(citizen) } else { ordinary.citizens.append(citizen) }
  }

  /// Serves whoever is next and still there; false if nobody is.
  private mutating func serveNext(at time: Double, _ uniforms: inout UniformStream) -> Bool {
    while true {
      let first = !priority.isEmpty
      guard first || !ordinary.isEmpty else { return false }
      let citizen = takeNext(first: first)
      guard citizen.deadline > time else {
        leave(citizen, first: first)
        continue
      }
      serve(since: citizen.arrival, at: time, first: first, &uniforms)
      return true
    }
  }

  private mutating func takeNext(first: Bool) -> Citizen {
    if first {
      priority.head &+= 1
      return priority.citizens[priority.head &- 1]
    }
    ordinary.head &+= 1
    return ordinary.citizens[ordinary.head &- 1]
  }

  private mutating func serve(
    since arrival: Double, at time: Double, first: Bool, _ uniforms: inout UniformStream
  ) {
    let minutes = service.draw(&uniforms)
    busy.add(begun: time, end: time + minutes)
    let wait = time - arrival
    let overtime = max(0, time + minutes - max(time, close))
    let inTime = wait <= target
    if first {
      Self.count(&priorityDay, minutes, overtime, inTime)
    } else {
      Self.count(&ordinaryDay, minutes, overtime, inTime)
    }
    if wait > 0 { waited(from: arrival, to: time, first: first) }
    if arrival <= close, time + minutes > close {
      if first { priorityDay.inSystemAtEnd += 1 } else { ordinaryDay.inSystemAtEnd += 1 }
    }
  }

  @inline(__always)
  private static func count(
    _ day: inout CounterDayOutcome, _ minutes: Double, _ overtime: Double, _ inTime: Bool
  ) {
    day.served += 1
    day.busyMinutes += minutes
    day.overtimeMinutes += overtime
    if inTime { day.servedInTime += 1 }
  }

  private mutating func leave(_ citizen: Citizen, first: Bool) {
    let isAfter = citizen.deadline > close
    if first {
      priorityDay.abandoned += 1
      if isAfter { priorityDay.inSystemAtEnd += 1 }
    } else {
      ordinaryDay.abandoned += 1
      if isAfter { ordinaryDay.inSystemAtEnd += 1 }
    }
    waited(from: citizen.arrival, to: citizen.deadline, first: first)
  }

  private mutating func waited(from arrival: Double, to end: Double, first: Bool) {
    let clock = Clock(slot: slot, ends: ends, edges: edges)
    if first {
      clock.wait(&priorityDay, from: arrival, to: end)
    } else {
      clock.wait(&ordinaryDay, from: arrival, to: end)
    }
  }

  /// Serves out or sends away those who still wait when the day ends.
  private mutating func finish(_ uniforms: inout UniformStream) {
    if simulation.closing == .serveOut, servers > 0 {
      while !priority.isEmpty || !ordinary.isEmpty {
        let time = busy.nextEnd
        busy.removeNext()
        _ = serveNext(at: time, &uniforms)
      }
      return
    }
    while true {
      let first = !priority.isEmpty
      guard first || !ordinary.isEmpty else { return }
      let citizen = takeNext(first: first)
      guard citizen.deadline > close else {
        leave(citizen, first: first)
        continue
      }
      if first {
        priorityDay.sentAway += 1
        priorityDay.inSystemAtEnd += 1
      } else {
        ordinaryDay.sentAway += 1
        ordinaryDay.inSystemAtEnd += 1
      }
      waited(from: citizen.arrival, to: close, first: first)
    }
  }
}
