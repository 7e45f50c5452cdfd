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
  private var days: [Int]
  private let cellCount: Int

  init(scenarioCount: Int, cellCount: Int) {
    self.cellCount = cellCount
    queues = Array(repeating: 0, count: scenarioCount * cellCount)
    arrivals = queues
    servers = Array(repeating: 0, count: scenarioCount * cellCount)
    days = servers
  }

  mutating func clear() {
    for index in queues.indices {
      queues[index] = 0
      arrivals[index] = 0
      servers[index] = 0
      days[index] = 0
    }
  }

  mutating func add(_ other: QueueTally) {
    for index in queues.indices {
      queues[index] += other.queues[index]
      arrivals[index] += other.arrivals[index]
      servers[index] += other.servers[index]
      days[index] += other.days[index]
    }
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
      days: days[index])
  }

  /// Adds what a service adds up to in one calendar.
  mutating func add(_ sums: ServiceSums, _ plan: ServicePlan, scenario: Int) {
    let first = scenario * cellCount + plan.firstCell[0]
    for cell in 0..<plan.cellCount {
      queues[first + cell] += sums.queues[cell]
      arrivals[first + cell] += sums.arrivals[cell]
      servers[first + cell] += sums.servers[cell]
      days[first + cell] += sums.days[cell]
    }
  }
}

/// What one service adds up to in one calendar, cell by cell from its first.
struct ServiceSums {
  fileprivate var queues: [Double]
  fileprivate var arrivals: [Double]
  fileprivate var servers: [Int]
  fileprivate var days: [Int]

  /// Memory for services of up to so many cells.
  init(cellCount: Int) {
    queues = Array(repeating: 0, count: cellCount)
    arrivals = queues
    servers = Array(repeating: 0, count: cellCount)
    days = servers
  }

  mutating func clear(_ plan: ServicePlan) {
    for cell in 0..<plan.cellCount {
      queues[cell] = 0
      arrivals[cell] = 0
      servers[cell] = 0
      days[cell] = 0
    }
  }

  /// Adds the queues of a counter's visits.
  mutating func addQueues(
    _ visits: [CounterEvaluation.Visit], _ plan: ServicePlan, _ waiting: WorldWaiting
  ) {
    guard let counter = plan.counter else { return }
    let patience = waiting.patienceMinutes
    let (shares, runs) = (counter.openShares, counter.openRuns)
    queues.withUnsafeMutableBufferPointer { queues in
      arrivals.withUnsafeMutableBufferPointer { arrivals in
        waiting.read { values in
          for visit in visits {
            let all = visit.days * visit.arrivals
            let (below, above) = (
              all * patience * (1 - visit.beyond), all * patience * visit.beyond
            )
            let first = plan.firstCell[visit.weekday] &- plan.firstCell[0]
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
    }
  }

  /// Adds the staff of a service's visits.
  mutating func addStaff(_ visits: ArraySlice<CounterVisit>, _ plan: ServicePlan) {
    let parts = plan.partsOfDay
    servers.withUnsafeMutableBufferPointer { servers in
      days.withUnsafeMutableBufferPointer { days in
        plan.serversOfPart.withUnsafeBufferPointer { serving in
          for visit in visits {
            let first =
              plan.firstCell[plan.classes[Int(visit.dayClass)].weekday] &- plan.firstCell[0]
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
  }
}
