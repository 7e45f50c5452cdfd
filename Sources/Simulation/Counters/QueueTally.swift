import HybridWork

/// Expected queues and staff by place of coverage, added up over calendars.
struct QueueTally {
  /// Sums of one scenario and place over days and calendars.
  struct Place {
    /// Mean numbers of citizens waiting.
    var queue = 0.0
    /// Citizens who come.
    var arrivals = 0.0
    /// Staff who serve, other agencies' included.
    var servers = 0
    /// Days.
    var days = 0
  }

  // Sums of each kind side by side, scenario after scenario.
  private var queues: [Double]
  private var arrivals: [Double]
  private var servers: [Int]
  /// Of each place; services are open on the same days under every scenario.
  private var days: [Int]
  private let cellCount: Int

  init(scenarioCount: Int, cellCount: Int) {
    self.cellCount = cellCount
    queues = Array(repeating: 0, count: scenarioCount * cellCount)
    arrivals = queues
    servers = Array(repeating: 0, count: scenarioCount * cellCount)
    days = Array(repeating: 0, count: cellCount)
  }

  mutating func clear() {
    for index in queues.indices {
      queues[index] = 0
      arrivals[index] = 0
      servers[index] = 0
    }
    for cell in days.indices { days[cell] = 0 }
  }

  mutating func add(_ other: QueueTally) {
    for index in queues.indices {
      queues[index] += other.queues[index]
      arrivals[index] += other.arrivals[index]
      servers[index] += other.servers[index]
    }
    for cell in days.indices { days[cell] += other.days[cell] }
  }

  /// Takes all sums out, or puts them in.
  mutating func pass(_ tape: inout SampleTape) {
    tape.pass(&queues, queues.indices)
    tape.pass(&arrivals, arrivals.indices)
    tape.pass(&servers, servers.indices)
    tape.pass(&days, days.indices)
  }

  subscript(scenario: Int, cell: Int) -> Place {
    let index = scenario * cellCount + cell
    return Place(
      queue: queues[index], arrivals: arrivals[index], servers: servers[index],
      days: days[cell])
  }

  /// Adds what a service adds up to in one calendar.
  mutating func add(_ sums: ServiceSums, _ plan: ServicePlan, scenario: Int) {
    let first = scenario * cellCount + plan.firstCell[0]
    let cells = first..<(first + plan.cellCount)
    Self.add(sums.queues, to: &queues, cells)
    Self.add(sums.arrivals, to: &arrivals, cells)
    Self.add(sums.servers, to: &servers, cells)
    guard scenario == 0 else { return }
    Self.add(sums.days, to: &days, plan.firstCell[0]..<(plan.firstCell[0] + plan.cellCount))
  }

  // Twice the same, since a generic one is not made into vector code everywhere.
  private static func add(
    _ source: UnsafePointer<Double>, to sums: inout [Double], _ cells: Range<Int>
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      for cell in cells { sums[cell] += source[cell &- cells.lowerBound] }
    }
  }

  private static func add(_ source: UnsafePointer<Int>, to sums: inout [Int], _ cells: Range<Int>) {
    sums.withUnsafeMutableBufferPointer { sums in
      for cell in cells { sums[cell] &+= source[cell &- cells.lowerBound] }
    }
  }
}

/// What one service adds up to in one calendar, cell by cell from its first.
///
/// Plain memory of one thread, shared and never copied: the sums of all scenarios read it.
final class ServiceSums {
  fileprivate let queues: UnsafeMutablePointer<Double>
  fileprivate let arrivals: UnsafeMutablePointer<Double>
  fileprivate let servers: UnsafeMutablePointer<Int>
  fileprivate let days: UnsafeMutablePointer<Int>

  /// Memory for services of up to so many cells.
  init(cellCount: Int) {
    func zeros<Number: Numeric>() -> UnsafeMutablePointer<Number> {
      let memory = UnsafeMutablePointer<Number>.allocate(capacity: max(cellCount, 1))
      memory.initialize(repeating: .zero, count: max(cellCount, 1))
      return memory
    }
    queues = zeros()
    arrivals = zeros()
    servers = zeros()
    days = zeros()
  }

  deinit {
    queues.deallocate()
    arrivals.deallocate()
    servers.deallocate()
    days.deallocate()
  }

  func clear(_ plan: ServicePlan) {
    queues.update(repeating: 0, count: plan.cellCount)
    arrivals.update(repeating: 0, count: plan.cellCount)
    servers.update(repeating: 0, count: plan.cellCount)
    days.update(repeating: 0, count: plan.cellCount)
  }

  /// Adds the queues of a counter's visits.
  func addQueues(
    _ visits: [CounterEvaluation.Visit], _ plan: ServicePlan, _ waiting: WorldWaiting
  ) {
    guard let counter = plan.counter else { return }
    let patience = waiting.patienceMinutes
    let (shares, runs) = (counter.openShares, counter.openRuns)
    let (firstCells, firstCell) = (plan.firstCellOfClass, plan.firstCell[0])
    waiting.read { values in
      for visit in visits {
        let all = visit.days * visit.arrivals
        let (below, above) = (
          all * patience * (1 - visit.beyond), all * patience * visit.beyond
        )
        let first = firstCells[visit.dayClass] &- firstCell
        let lower = values + visit.lower + NodeValues.firstQueue
        let upper = values + visit.upper + NodeValues.firstQueue
        for half in 0..<shares.count { arrivals[first &+ half] += all * shares[half] }
        for run in runs {
          let sums = first &+ run.half
          for place in 0..<run.count {
            let slot = run.slot &+ place
            queues[sums &+ place] += lower[slot] * below + upper[slot] * above
          }
        }
      }
    }
  }

  /// Adds the staff of a service's visits.
  func addStaff(_ visits: ArraySlice<CounterVisit>, _ plan: ServicePlan) {
    let parts = plan.partsOfDay
    let (firstCells, firstCell) = (plan.firstCellOfClass, plan.firstCell[0])
    plan.serversOfPart.withUnsafeBufferPointer { serving in
      for visit in visits {
        let first = firstCells[Int(visit.dayClass)] &- firstCell
        let staffing = Int(visit.staffing) &* parts
        let count = Int(visit.days)
        for half in 0..<parts {
          servers[first &+ half] &+= Int(serving[staffing &+ half]) &* count
          days[first &+ half] &+= count
        }
      }
    }
  }
}
