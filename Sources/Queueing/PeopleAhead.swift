import RealModule

/// Arrivals that wait, by how many wait ahead of each: served, leaving or moving up.
///
/// Nobody overtakes, so those behind do not matter: with k ahead, k + 1 leave at the patience rate
/// each and the servers take the head of the queue.
struct PeopleAhead: ~Copyable {
  private let serviceRate: Double
  private let leavingRate: Double
  private var now: StateWeights
  private var next: StateWeights
  private let later: StateWeights
  private let stay: StateWeights
  private let down: StateWeights
  private var last = 0
  private var poisson = PoissonWeights()
  /// How many wait after each jump of the stretch.
  private var after: [Double] = []
  /// 1 / (count + 1) for each count of jumps.
  private var reciprocals: [Double] = []

  /// So few people, of all that a day brings, are followed no further.
  private static let negligible = 1e-12

  /// How many wait now.
  private(set) var waiting = 0.0
  /// How many have been served since ``clear()``.
  private(set) var served = 0.0

  /// Nobody waits; at most `highest` people can.
  init(serviceRate: Double, leavingRate: Double, highest: Int) {
    self.serviceRate = serviceRate
    self.leavingRate = leavingRate
    now = StateWeights(count: highest + 1)
    next = StateWeights(count: highest + 1)
    later = StateWeights(count: highest + 1)
    stay = StateWeights(count: highest + 1)
    down = StateWeights(count: highest + 1)
  }

  /// Forgets everybody.
  mutating func clear() {
    now.clear(from: 0, through: last)
    last = 0
    waiting = 0
    served = 0
  }

  /// Adds arrivals who found the states from `servers` on, at a rate a minute.
  mutating func add(
    _ occupancy: UnsafeMutablePointer<Double>, through: Int, servers: Int, rate: Double
  ) {
    guard through >= servers else { return }
    for state in servers...through {
      let weight = rate * occupancy[state]
      now.states[state - servers] += weight
      waiting += weight
    }
    last = max(last, through - servers)
  }

  /// Serves those with fewer than `count` ahead, since so many servers come.
  mutating func serve(first count: Int) {
    let moved = min(count, last + 1)
    for position in 0..<moved {
      served += now.states[position]
      waiting -= now.states[position]
    }
    let left = last + 1 - moved
    if left > 0 { now.states.update(from: now.states + moved, count: left) }
    now.clear(from: left, through: last)
    last = max(0, left - 1)
    if left == 0 { waiting = 0 }
    waiting = max(waiting, 0)
  }

  /// Moves on by a time with constant staff; gives at each mark how many wait and were served.
  ///
  /// The marks ascend, are stated from the same zero as `since`, and lie within the time.
  mutating func advance(
    minutes: Double, servers: Int, marks: ArraySlice<Double>, since zero: Double
  ) -> [(waiting: Double, served: Double)] {
    let rate = prepare(servers: servers)
    guard rate > 0, minutes > 0, waiting > 0 else {
      return Array(repeating: (waiting, served), count: marks.count)
    }
    var found: [(waiting: Double, served: Double)] = []
    let parts = max(1, (rate * minutes / PoissonWeights.longestMean).rounded(.up))
    let part = minutes / parts
    poisson.set(mean: rate * part)
    var mark = marks.startIndex
    for index in 0..<Int(parts) {
      guard waiting > Self.negligible else {
        return found + Array(repeating: (waiting, served), count: marks.endIndex - mark)
      }
      let begun = Double(index) * part
      let isLast = index + 1 == Int(parts)
      let before = (waiting: waiting, served: served)
      jump(rate: rate)
      // Without servers the difference below is only rounding.
      func gone(_ waits: Double, _ minutes: Double) -> Double {
        servers == 0 ? 0 : max(0, before.waiting - waits - leavingRate * minutes)
      }
      while mark < marks.endIndex, isLast || marks[mark] - zero < begun + part {
        let (waits, minutes) = at(marks[mark] - zero - begun, rate: rate)
        found.append((waits, before.served + gone(waits, minutes)))
        mark += 1
      }
      let (waits, minutes) = at(part, rate: rate)
      served += gone(waits, minutes)
      waiting = waits
    }
    return found
  }

  /// Sets the chances of each jump; gives the rate of jumps.
  private mutating func prepare(servers: Int) -> Double {
    while last > 0, now.states[last] <= 1e-16 * waiting {
      now.states[last] = 0
      last -= 1
    }
    let working = Double(servers) * serviceRate
    let rate = working + Double(last + 1) * leavingRate
    guard rate > 0 else { return 0 }
    for position in 0...last {
      let ahead = working + Double(position) * leavingRate
      down.states[position] = ahead / rate
      stay.states[position] = 1 - (ahead + leavingRate) / rate
    }
    down.states[last + 1] = 0
    return rate
  }

  /// Runs through a part jump by jump, and leaves the weights at its end.
  private mutating func jump(rate: Double) {
    after.removeAll(keepingCapacity: true)
    while reciprocals.count <= poisson.last {
      reciprocals.append(1 / Double(reciprocals.count + 1))
    }
    let quick = down.states[0]
    let leaving = leavingRate / rate
    var waits = waiting
    let top = last
    now.clearAround(0, last)
    for count in 0...poisson.last {
      after.append(waits)
      waits = max(0, waits * (1 - leaving) - now.states[0] * quick)
      step(weight: poisson.exactly[count])
      next.clearAround(0, last)
      while last > 0, next.states[last] < 1e-17 * waiting {
        next.states[last] = 0
        last -= 1
      }
      next.clearAround(0, last)
      swap(&now, &next)
    }
    now.clear(from: 0, through: top)
    next.clear(from: 0, through: top)
    now.states.update(from: later.states, count: top + 1)
    later.clear(from: 0, through: top)
    last = top
    while last > 0, now.states[last] <= 1e-16 * waiting {
      now.states[last] = 0
      last -= 1
    }
  }

  private func step(weight: Double) {
    let (now, next, later) = (now.states, next.states, later.states)
    let (stay, down) = (stay.states, down.states)
    let weight = SIMD4<Double>(repeating: weight)
    var position = 0
    while position <= last {
      let here = now.four(position)
      later.setFour(position, later.four(position) + weight * here)
      let moving = down.four(position + 1) * now.four(position + 1)
      next.setFour(position, stay.four(position) * here + moving)
      position &+= 4
    }
  }

  /// How many wait some time into the part, and the minutes waited until then by all.
  private func at(_ minutes: Double, rate: Double) -> (waiting: Double, minutes: Double) {
    guard minutes > 0 else { return (waiting, 0) }
    let mean = rate * minutes
    var weight = Double.exp(-mean)
    var passed = 0.0
    var waits = 0.0
    var time = 0.0
    for (count, value) in after.enumerated() {
      waits += weight * value
      passed += weight
      time += max(0, 1 - passed) * value
      weight *= mean * reciprocals[count]
      // Later jumps are too unlikely to change a digit.
      if weight < 1e-18, Double(count) > mean { break }
    }
    return (waits, time / rate)
  }
}
