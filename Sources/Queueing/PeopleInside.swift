import RealModule

/// The chances of each number of people inside a counter, carried forward in time.
struct PeopleInside: ~Copyable {
  private let serviceRate: Double
  private let leavingRate: Double
  /// No more people than this can be inside.
  let highest: Int

  private var now: StateWeights
  private var next: StateWeights
  private let start: StateWeights
  private let later: StateWeights
  private let stay: StateWeights
  private let down: StateWeights
  private let minutes: StateWeights
  private var first = 0
  private var last = 0
  private var poisson = PoissonWeights()
  /// The states up to which ``occupancy`` is meant.
  private(set) var lastOccupied = 0

  /// How many arrivals found the last state and were lost.
  private(set) var lost = 0.0

  /// Nobody inside, on a day with so many arrivals.
  init(serviceRate: Double, leavingRate: Double, arrivals: Double) {
    self.serviceRate = serviceRate
    self.leavingRate = leavingRate
    // A Poisson number exceeds its mean by 8 roots and 40 with a chance below 10⁻¹³.
    highest = Int((arrivals + 8 * arrivals.squareRoot() + 40).rounded(.up))
    now = StateWeights(count: highest + 1)
    next = StateWeights(count: highest + 1)
    start = StateWeights(count: highest + 1)
    later = StateWeights(count: highest + 1)
    stay = StateWeights(count: highest + 1)
    down = StateWeights(count: highest + 1)
    minutes = StateWeights(count: highest + 1)
    now.states[0] = 1
  }

  /// How long each number was inside during the last stretch, in minutes; up to ``lastOccupied``.
  var occupancy: UnsafeMutablePointer<Double> { minutes.states }

  /// The chances now, up to ``lastState``.
  var chances: UnsafeMutablePointer<Double> { now.states }
  var lastState: Int { last }

  /// Moves on by a stretch with constant arrivals (a minute) and staff.
  mutating func advance(minutes duration: Double, arrivalRate: Double, servers: Int) {
    var cap = likelyMaximum(minutes: duration, arrivalRate: arrivalRate, servers: servers)
    let (from, to) = (first, last)
    (start.states + from).update(from: now.states + from, count: to - from + 1)
    while true {
      run(minutes: duration, arrivalRate: arrivalRate, servers: servers, cap: cap)
      let missed = arrivalRate * minutes.states[cap]
      if missed <= 1e-12 || cap == highest {
        lost += missed
        return
      }
      cap = min(highest, cap + cap / 2 + 16)
      now.clear(from: 0, through: last)
      (now.states + from).update(from: start.states + from, count: to - from + 1)
      (first, last) = (from, to)
    }
  }

  /// Lets `leaving` servers go, each with the citizen in front of her, idle servers first.
  ///
  /// Gives the expected number of citizens who are served so.
  mutating func release(_ leaving: Int, of servers: Int) -> Double {
    let states = now.states
    let left = servers - leaving
    var served = 0.0
    guard last > left else { return 0 }
    var target = left
    for state in (left + 1)...last {
      let gone = min(state, servers) - left
      target = state - gone
      let weight = states[state]
      served += Double(gone) * weight
      states[state] = 0
      states[target] += weight
    }
    (first, last) = (min(first, left), target)
    return served
  }

  /// How many are expected to be inside.
  func mean() -> Double {
    var sum = 0.0
    for state in first...last { sum += Double(state) * now.states[state] }
    return sum
  }

  private func leavingRate(from state: Int, servers: Int) -> Double {
    Double(min(state, servers)) * serviceRate + Double(max(state - servers, 0)) * leavingRate
  }

  /// A number hardly ever reached, from the mean and variance of a fluid with noise.
  private func likelyMaximum(minutes: Double, arrivalRate: Double, servers: Int) -> Int {
    var mean = mean()
    var variance = 0.0
    for state in first...last {
      variance += (Double(state) - mean) * (Double(state) - mean) * now.states[state]
    }
    let steps = 16
    let step = minutes / Double(steps)
    var top = mean + 8 * variance.squareRoot()
    for _ in 0..<steps {
      let busy = min(mean, Double(servers))
      let waiting = mean - busy
      let outflow = busy * serviceRate + waiting * leavingRate
      let pull = waiting > 0 ? leavingRate : serviceRate
      // An implicit step can't overshoot however fast the counter is.
      mean = max(0, mean + step * (arrivalRate - outflow) / (1 + step * pull))
      variance = (variance + step * (arrivalRate + outflow)) / (1 + 2 * step * pull)
      top = max(top, mean + 7 * variance.squareRoot())
    }
    return min(highest, max(last, Int(min(top, 1e9)) + 8))
  }

  private mutating func run(minutes duration: Double, arrivalRate: Double, servers: Int, cap: Int) {
    let rate = arrivalRate + leavingRate(from: cap, servers: servers)
    minutes.clear(from: 0, through: max(lastOccupied, cap))
    lastOccupied = cap
    guard rate > 0 else {
      for state in first...last { minutes.states[state] = duration * now.states[state] }
      return
    }
    for state in 0...cap {
      let out = leavingRate(from: state, servers: servers)
      down.states[state] = out / rate
      stay.states[state] = 1 - (out + (state < cap ? arrivalRate : 0)) / rate
    }
    down.states[cap + 1] = 0
    let parts = max(1, (rate * duration / PoissonWeights.longestMean).rounded(.up))
    poisson.set(mean: rate * duration / parts)
    for _ in 0..<Int(parts) { part(up: arrivalRate / rate, rate: rate, cap: cap) }
  }

  /// One stretch of at most ``PoissonWeights/longestMean`` expected jumps.
  private mutating func part(up: Double, rate: Double, cap: Int) {
    var lowest = first
    var top = last
    now.clearAround(first, last)
    for jump in 0...poisson.last {
      let (from, through) = (max(first - 1, 0), min(last + 1, cap))
      step(
        up: up, weight: poisson.exactly[jump], time: poisson.more[jump] / rate,
        from, through)
      lowest = min(lowest, from)
      top = max(top, through)
      (first, last) = (from, through)
      while last > first, next.states[last] < 1e-19 { last -= 1 }
      while first < last, next.states[first] < 1e-19 { first += 1 }
      next.clearAround(first, last)
      swap(&now, &next)
    }
    now.clear(from: lowest, through: top)
    next.clear(from: lowest, through: top)
    (now.states + lowest).update(from: later.states + lowest, count: top - lowest + 1)
    later.clear(from: lowest, through: top)
    (first, last) = (lowest, top)
    while last > first, now.states[last] < 1e-19 {
      now.states[last] = 0
      last -= 1
    }
    while first < last, now.states[first] < 1e-19 {
      now.states[first] = 0
      first += 1
    }
  }

  /// One jump of the uniformised chain; adds what it finds to the end and the time integral.
  private func step(up: Double, weight: Double, time: Double, _ from: Int, _ through: Int) {
    let (now, next, later) = (now.states, next.states, later.states)
    let (stay, down, minutes) = (stay.states, down.states, minutes.states)
    let (up, weight, time) = (
      SIMD4<Double>(repeating: up), SIMD4<Double>(repeating: weight), SIMD4<Double>(repeating: time)
    )
    var state = from
    while state <= through {
      let here = now.four(state)
      later.setFour(state, later.four(state) + weight * here)
      minutes.setFour(state, minutes.four(state) + time * here)
      let arriving = up * now.four(state - 1)
      let leaving = down.four(state + 1) * now.four(state + 1)
      next.setFour(state, stay.four(state) * here + arriving + leaving)
      state &+= 4
    }
  }
}
