import HybridWork
import Queueing

/// What one day at a counter brings its citizens, for each number of staff, in one world.
///
/// Solved when first visited and kept for the world: the loop over days only counts visits. Each
/// half hour is taken in its steady state (Erlang A); provisional, since it overstates waits where a
/// busy half hour is short.
final class WaitingTable {
  /// Numbers of one entry: arrivals, minutes waited, served within standard, lost, then citizens
  /// waiting beyond each edge of ``WaitHistogram``.
  static let stride = 4 + WaitHistogram.edges.count
  static let arrivals = 0
  static let waitMinutes = 1
  static let servedInTime = 2
  static let lost = 3
  static let firstEdge = 4

  private let services: [Service]
  private let firstEntry: [Int]
  private let entries: UnsafeMutablePointer<Double>
  private var isSolved: [Bool]
  private let edges = WaitHistogram.edges
  private let tails: UnsafeMutablePointer<Double>
  private var arrivalFactor = 1.0
  private var handlingTimeFactor = 1.0
  private var patienceMinutes = 1.0

  init(_ services: [Service]) {
    self.services = services
    var firstEntry: [Int] = []
    var count = 0
    for service in services {
      firstEntry.append(count)
      if let counter = service.counter {
        count += Weekday.workingWeek.count * (counter.counters + 1)
      }
    }
    self.firstEntry = firstEntry
    entries = .allocate(capacity: max(count, 1) * Self.stride)
    tails = .allocate(capacity: edges.count)
    isSolved = Array(repeating: false, count: count)
  }

  deinit {
    entries.deallocate()
    tails.deallocate()
  }

  /// Forgets the last world and takes up another.
  func enter(_ world: Assumptions) {
    arrivalFactor = world[.arrivalFactor]
    handlingTimeFactor = world[.handlingTimeFactor]
    patienceMinutes = world[.counterPatienceMinutes]
    for index in isSolved.indices { isSolved[index] = false }
  }

  /// The entry of a counter on a weekday (Monday = 0) with `servers` staff, ``stride`` numbers.
  func entry(
    service: Int, counter: CounterService, weekday: Int, servers: Int
  ) -> UnsafePointer<Double> {
    let index = firstEntry[service] + weekday * (counter.counters + 1) + servers
    let entry = entries + index * Self.stride
    if !isSolved[index] {
      isSolved[index] = true
      solve(counter, Weekday.workingWeek[weekday], servers, into: entry)
    }
    return UnsafePointer(entry)
  }

  private func solve(
    _ counter: CounterService, _ weekday: Weekday, _ servers: Int,
    into entry: UnsafeMutablePointer<Double>
  ) {
    entry.update(repeating: 0, count: Self.stride)
    for halfHour in counter.halfHours.indices {
      let perHour = counter.arrivalsPerHour(on: weekday, halfHour: halfHour) * arrivalFactor
      guard perHour > 0,
        let queue = try? ErlangA(
          arrivalsPerHour: perHour, serviceMinutes: counter.handlingMinutes * handlingTimeFactor,
          servers: servers, patienceMinutes: patienceMinutes)
      else { continue }
      let arrivals = perHour / 2
      entry[Self.arrivals] += arrivals
      entry[Self.waitMinutes] += arrivals * queue.meanWaitMinutes
      entry[Self.servedInTime] +=
        arrivals * queue.serviceLevel(withinMinutes: counter.standard.withinMinutes)
      entry[Self.lost] += arrivals * queue.abandonment
      queue.waitTails(edges, into: tails)
      for edge in edges.indices { entry[Self.firstEdge + edge] += arrivals * tails[edge] }
    }
  }
}
