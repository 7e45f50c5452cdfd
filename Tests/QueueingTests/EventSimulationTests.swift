import Queueing
import RealModule
import Testing

@Suite("A counter's day simulated event by event")
struct EventSimulationTests {
  private static let edges: [Double] = [0, 15]
  private static let figures = [
    "arrivals", "served", "abandoned", "sentAway", "waitMinutes", "servedInTime", "busyMinutes",
    "overtimeMinutes", "inSystemAtEnd", "beyond 0.0", "beyond 15.0", "queue 1",
  ]

  /// Days from a village counter to an overloaded hall, with breaks and part-days by turns.
  private static func variedDay(_ number: Int) throws -> CounterDay {
    var uniforms = UniformStream(seed: 4, stream: UInt64(number))
    let most = 1 + number % 6
    let service = 4 + 12 * uniforms.next()
    let load = 0.5 + 0.9 * uniforms.next()
    var slots: [CounterDay.Slot] = []
    for index in 0..<(4 + number % 3) {
      let isBreak = number % 3 == 0 && index == 2
      let isEarly = number % 4 == 1 && index == 0
      let part = Int(Double(most) * uniforms.next())
      let servers = isBreak || isEarly ? 0 : number % 2 == 0 ? most : most - part / 2
      let minutes = [30.0, 60, 45][index % 3]
      let arrivals = minutes / service * Double(most) * load * (0.4 + 1.2 * uniforms.next())
      slots.append(CounterDay.Slot(minutes: minutes, arrivals: arrivals, servers: servers))
    }
    return try CounterDay(
      slots: slots, serviceMinutes: service, patienceMinutes: 15 + 60 * uniforms.next(),
      closing: number % 2 == 0 ? .serveOut : .sendAway)
  }

  @Test("24 varied days have the means of the day's solution, family-wise at 1%")
  func solution() throws {
    let days = 400
    for number in 0..<24 {
      let day = try Self.variedDay(number)
      let exact = day.outcome(withinMinutes: 10, edges: Self.edges)
      let simulation = try EventSimulation(
        slots: day.slots, service: .exponential(mean: day.serviceMinutes),
        patience: .exponential(mean: day.patienceMinutes), closing: day.closing)
      var uniforms = UniformStream(seed: 2026, stream: UInt64(number))
      var moments = Moments(figures: Self.figures, edges: Self.edges)
      _ = simulation.meanDay(of: days, &uniforms, withinMinutes: 10, edges: Self.edges) {
        moments.add($0.all)
      }
      for (figure, mean, error) in moments.means() {
        let expected = try #require(exact.figure(figure, edges: Self.edges))
        // 24 days × 12 figures at 1% together: 4.15 standard errors. What the solution may be off
        // where the staff changes is a thousandth of the arrivals.
        #expect(
          abs(mean - expected) <= 4.15 * error + 0.001 * exact.arrivals,
          "day \(number): \(figure) \(mean), not \(expected)")
      }
    }
  }

  @Test("cases that Ciw can do agree with Ciw, family-wise at 1%")
  func ciw() throws {
    let rows = try Reference.named("event_simulation.csv")
    for (name, simulation) in try Self.ciwCases() {
      var uniforms = UniformStream(seed: 11)
      let figures = [
        "arrivals", "served", "abandoned", "waitMinutes", "servedInTime", "beyond 0.0",
        "beyond 15.0",
      ]
      var moments = Moments(figures: figures, edges: Self.edges)
      _ = simulation.meanDay(of: 1500, &uniforms, withinMinutes: 5, edges: Self.edges) {
        moments.add($0.all)
      }
      for (figure, mean, error) in moments.means() {
        let theirs = try #require(rows.first { $0.day == name && $0.figure == figure })
        let theirError = try #require(
          rows.first { $0.day == name && $0.figure == "error of " + figure })
        // 5 cases × 7 figures at 1% together: 3.63 standard errors.
        let together = (error * error + theirError.value * theirError.value).squareRoot()
        #expect(
          abs(mean - theirs.value) <= 3.63 * together,
          "\(name): \(figure) \(mean), Ciw \(theirs.value)")
      }
    }
  }

  /// The cases of `References/event_simulation.py`.
  private static func ciwCases() throws -> [(String, EventSimulation)] {
    func day(
      _ open: [(Double, Int)], _ rate: Double, _ service: TimeDistribution,
      _ patience: TimeDistribution
    ) throws -> EventSimulation {
      try EventSimulation(
        slots: open.map {
          CounterDay.Slot(minutes: $0.0, arrivals: rate * $0.0, servers: $0.1)
        }, service: service, patience: patience, closing: .sendAway)
    }
    let varied = TimeDistribution.logNormal(mean: 10, coefficientOfVariation: 0.7)
    let wide = TimeDistribution.logNormal(mean: 9, coefficientOfVariation: 1.2)
    let first = try day([(240, 3)], 0.28, .exponential(mean: 10), .exponential(mean: 25))
    let second = try day([(240, 3)], 0.28, varied, .exponential(mean: 25))
    let third = try day([(240, 3)], 0.25, .constant(10), .constant(.infinity))
    let fourth = try day(
      [(90, 3), (30, 0), (90, 3)], 0.3, .exponential(mean: 8), .exponential(mean: 30))
    let fifth = try day([(30, 0), (120, 2)], 0.2, wide, .exponential(mean: 45))
    return [
      ("exponential", first), ("lognormal", second), ("constant", third), ("break", fourth),
      ("before opening", fifth),
    ]
  }

  @Test("every simulated day accounts for each arrival, and its queue for each minute waited")
  func conservation() throws {
    for number in 0..<24 {
      let day = try Self.variedDay(number)
      var simulation = try EventSimulation(
        slots: day.slots, service: .logNormal(mean: day.serviceMinutes, coefficientOfVariation: 1),
        patience: .exponential(mean: day.patienceMinutes), closing: .sendAway)
      simulation.dailyTickets = 30
      simulation.priorityShare = 0.2
      for seed in 0..<10 {
        var uniforms = UniformStream(seed: UInt64(seed))
        let found = simulation.day(&uniforms, withinMinutes: 10, edges: Self.edges)
        for outcome in [found.ordinary, found.priority, found.all] {
          #expect(
            outcome.arrivals == outcome.served + outcome.abandoned + outcome.sentAway)
          let queue = zip(outcome.meanQueueBySlot, day.slots).reduce(0) {
            $0 + $1.0 * $1.1.minutes
          }
          #expect(abs(queue - outcome.waitMinutes) < 1e-9 * max(1, queue))
        }
        #expect(found.all.served <= 30)
      }
    }
  }

  @Test("priority citizens wait less, and the others more than without priority")
  func priority() throws {
    let slots = [CounterDay.Slot(minutes: 480, arrivals: 230, servers: 4)]
    var simulation = try EventSimulation(
      slots: slots, service: .exponential(mean: 8), patience: .constant(.infinity),
      closing: .serveOut)
    var uniforms = UniformStream(seed: 3)
    let equal = simulation.meanDay(of: 200, &uniforms, withinMinutes: 10, edges: []).all
    simulation.priorityShare = 0.25
    let classes = simulation.meanDay(of: 200, &uniforms, withinMinutes: 10, edges: [])
    let priority = classes.priority.waitMinutes / classes.priority.arrivals
    let ordinary = classes.ordinary.waitMinutes / classes.ordinary.arrivals
    #expect(priority < 0.5 * equal.waitMinutes / equal.arrivals)
    #expect(ordinary > equal.waitMinutes / equal.arrivals)
  }

  @Test("nobody is served without servers")
  func noServers() throws {
    let slots = [CounterDay.Slot(minutes: 60, arrivals: 20, servers: 0)]
    for closing in [CounterDay.Closing.serveOut, .sendAway] {
      let day = try CounterDay(
        slots: slots, serviceMinutes: 5, patienceMinutes: 30, closing: closing)
      let exact = day.outcome(withinMinutes: 60, edges: [])
      #expect(exact.served == 0 && exact.servedInTime == 0 && exact.busyMinutes == 0)
      let simulation = try EventSimulation(
        slots: slots, service: .exponential(mean: 5), patience: .exponential(mean: 30),
        closing: closing)
      var uniforms = UniformStream(seed: 1)
      #expect(simulation.day(&uniforms, withinMinutes: 60, edges: []).all.served == 0)
    }
  }
}

/// Means of daily figures and their standard errors.
private struct Moments {
  let figures: [String]
  let edges: [Double]
  private var count = 0.0
  private var sums: [Double]
  private var squares: [Double]

  init(figures: [String], edges: [Double]) {
    self.figures = figures
    self.edges = edges
    sums = Array(repeating: 0, count: figures.count)
    squares = sums
  }

  mutating func add(_ outcome: CounterDayOutcome) {
    count += 1
    for (index, name) in figures.enumerated() {
      let value = outcome.figure(name, edges: edges) ?? .nan
      sums[index] += value
      squares[index] += value * value
    }
  }

  func means() -> [(figure: String, mean: Double, error: Double)] {
    figures.indices.map { index in
      let mean = sums[index] / count
      let variance = max(0, squares[index] / count - mean * mean) / (count - 1)
      return (figures[index], mean, variance.squareRoot())
    }
  }
}
