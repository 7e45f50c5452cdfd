/// One pass through a counter's day.
struct CounterDaySolution: ~Copyable {
  private let day: CounterDay
  /// The edges and the target, ascending.
  private let marks: [Double]
  private let targetMark: Int
  private let edgeMarks: [Int]
  private let changes: [Change]
  private let serviceRate: Double
  private let leavingRate: Double

  private var inside: PeopleInside
  private var ahead: PeopleAhead
  private var result = CounterDayOutcome()
  /// How many wait longer than each mark.
  private var beyond: [Double]
  private var cuts: [Double] = []

  /// A moment at which servers come or go.
  private struct Change {
    var time: Double
    var before: Int
    var after: Int
    /// Whoever waits is sent away.
    var isEnd = false
  }

  init(_ day: CounterDay, target: Double, edges: [Double]) {
    self.day = day
    serviceRate = 1 / day.serviceMinutes
    leavingRate = 1 / day.patienceMinutes
    let position = edges.firstIndex { $0 >= target } ?? edges.count
    targetMark = position
    var marks = edges
    marks.insert(target, at: position)
    self.marks = marks
    edgeMarks = edges.indices.map { $0 < position ? $0 : $0 + 1 }
    let arrivals = day.slots.reduce(0) { $0 + $1.arrivals }
    inside = PeopleInside(serviceRate: serviceRate, leavingRate: leavingRate, arrivals: arrivals)
    ahead = PeopleAhead(
      serviceRate: serviceRate, leavingRate: leavingRate, highest: inside.highest)
    beyond = Array(repeating: 0, count: marks.count)
    changes = Self.changes(of: day)
    result.arrivals = arrivals
  }

  private static func changes(of day: CounterDay) -> [Change] {
    var changes: [Change] = []
    var time = 0.0
    for (slot, next) in zip(day.slots, day.slots.dropFirst()) {
      time += slot.minutes
      guard slot.servers != next.servers else { continue }
      changes.append(Change(time: time, before: slot.servers, after: next.servers))
    }
    guard let last = day.slots.last else { return [] }
    if day.closing == .sendAway || last.servers == 0 {
      changes.append(
        Change(time: time + last.minutes, before: last.servers, after: 0, isEnd: true))
    }
    return changes
  }

  mutating func outcome() -> CounterDayOutcome {
    var time = 0.0
    var servers = day.slots.first?.servers ?? 0
    for slot in day.slots {
      if slot.servers < servers { release(servers - slot.servers, of: servers) }
      if slot.servers != servers { follow(servers: servers, from: time) }
      servers = slot.servers
      solve(slot, from: time)
      time += slot.minutes
    }
    follow(servers: servers, from: time)
    close(servers: servers)
    result.lostToTruncation = inside.lost
    result.waitingBeyond = edgeMarks.map { beyond[$0] }
    return result
  }

  private mutating func release(_ leaving: Int, of servers: Int) {
    let finished = inside.release(leaving, of: servers)
    result.served += finished
    result.busyMinutes += finished * day.serviceMinutes
  }

  private mutating func solve(_ slot: CounterDay.Slot, from time: Double) {
    let end = time + slot.minutes
    let rate = slot.arrivals / slot.minutes
    let reach = end + (marks.last ?? 0)
    var queueMinutes = 0.0
    guard let change = changes.first(where: { $0.time >= end }), change.time < reach else {
      advance(slot.minutes, rate: rate, servers: slot.servers, queueMinutes: &queueMinutes)
      result.meanQueueBySlot.append(queueMinutes / slot.minutes)
      return
    }
    follow(servers: slot.servers, from: time)
    cut(from: time, to: end)
    var begun = time
    for cut in cuts {
      advance(cut - begun, rate: rate, servers: slot.servers, queueMinutes: &queueMinutes)
      follow(servers: slot.servers, from: (begun + cut) / 2)
      begun = cut
    }
    result.meanQueueBySlot.append(queueMinutes / slot.minutes)
  }

  private mutating func advance(
    _ minutes: Double, rate: Double, servers: Int, queueMinutes: inout Double
  ) {
    inside.advance(minutes: minutes, arrivalRate: rate, servers: servers)
    let occupancy = inside.occupancy
    var immediate = 0.0
    var busy = 0.0
    var queue = 0.0
    for state in 0...inside.lastOccupied {
      let time = occupancy[state]
      if state < servers {
        immediate += time
        busy += time * Double(state)
      } else {
        busy += time * Double(servers)
        queue += time * Double(state - servers)
      }
    }
    queueMinutes += queue
    result.waitMinutes += queue
    result.abandoned += queue * leavingRate
    result.busyMinutes += busy
    result.served += busy * serviceRate
    result.servedInTime += rate * immediate
    ahead.add(occupancy, through: inside.lastOccupied, servers: servers, rate: rate)
  }

  /// Parts a slot so that within each the same changes lie within each mark's reach.
  private mutating func cut(from start: Double, to end: Double) {
    cuts.removeAll(keepingCapacity: true)
    for change in changes where change.after > change.before || change.isEnd {
      for mark in marks where change.time - mark > start && change.time - mark < end {
        cuts.append(change.time - mark)
      }
    }
    cuts.append(end)
    cuts.sort()
    var parts: [Double] = []
    var begun = start
    for cut in cuts where cut > begun {
      let count = ((cut - begun) / Self.longestPart).rounded(.up)
      for part in 1..<max(2, Int(count)) where part < Int(count) {
        parts.append(begun + (cut - begun) * Double(part) / count)
      }
      parts.append(cut)
      begun = cut
    }
    cuts = parts
  }

  /// Arrivals of at most so many minutes share one clock time where the staff changes.
  private static let longestPart = 3.75

  /// Follows those who wait in ``ahead``, as if all had arrived at a time, and forgets them.
  private mutating func follow(servers: Int, from arrival: Double) {
    guard ahead.waiting > 1e-13 else { return ahead.clear() }
    var servers = servers
    var passed = 0.0
    var mark = 0
    for change in changes where change.time > arrival {
      let until = change.time - arrival
      guard mark < marks.count, until < marks[marks.count - 1] else { break }
      mark = move(from: passed, to: until, servers: servers, mark: mark)
      if change.isEnd {
        for rest in mark..<marks.count { note(rest, waiting: 0, served: ahead.served) }
        mark = marks.count
        break
      }
      if change.after > change.before { ahead.serve(first: change.after - change.before) }
      servers = change.after
      passed = until
    }
    if mark < marks.count {
      _ = move(from: passed, to: marks[marks.count - 1], servers: servers, mark: mark, all: true)
    }
    ahead.clear()
  }

  private mutating func move(
    from passed: Double, to until: Double, servers: Int, mark: Int, all: Bool = false
  ) -> Int {
    var stop = mark
    while stop < marks.count, all || marks[stop] < until { stop += 1 }
    let found = ahead.advance(
      minutes: until - passed, servers: servers, marks: marks[mark..<stop], since: passed)
    for (index, here) in zip(mark..<stop, found) {
      note(index, waiting: here.waiting, served: here.served)
    }
    return stop
  }

  private mutating func note(_ mark: Int, waiting: Double, served: Double) {
    beyond[mark] += waiting
    if mark == targetMark { result.servedInTime += served }
  }

  private mutating func close(servers: Int) {
    result.inSystemAtEnd = inside.mean()
    guard day.closing == .serveOut, servers > 0 else {
      let finished = inside.release(servers, of: servers)
      result.served += finished
      result.overtimeMinutes = finished * day.serviceMinutes
      result.busyMinutes += result.overtimeMinutes
      result.sentAway = inside.mean()
      return
    }
    // From each number inside on, what is still to come adds up one departure at a time.
    var served = 0.0
    var waited = 0.0
    for state in 0...inside.lastState {
      if state > 0 {
        let busy = Double(min(state, servers)) * serviceRate
        let queue = Double(max(state - servers, 0))
        let rate = busy + queue * leavingRate
        served += busy / rate
        waited += queue / rate
      }
      let chance = inside.chances[state]
      result.served += chance * served
      result.overtimeMinutes += chance * served * day.serviceMinutes
      result.waitMinutes += chance * waited
      result.abandoned += chance * waited * leavingRate
    }
    result.busyMinutes += result.overtimeMinutes
  }
}
