import HybridWork

/// Expected staff and queues of each service, weekday and half hour in every scenario.
public final class QueueTable: @unchecked Sendable {
  // Changed between blocks by one thread, then only read.
  private var sums: QueueTally
  /// The blocks that were added, one by one: parts of a run are added up in the order of one run.
  private var blocks: [QueueTally] = []
  private let keepsBlocks: Bool
  private let scenarioCount: Int
  private let counters: [CounterService?]
  private let needs: [Double]
  /// The places judged, as in ``CoverageTable``.
  public let cells: [CoverageCell]

  /// What a place is like on an average day.
  public struct Place: Sendable {
    /// Staff needed at planned demand, averaged over the calendar's days.
    public let need: Double
    /// Staff who serve, other agencies' included; for posts no more than the need.
    public let servers: Double
    /// Citizens waiting, averaged over the half hour; NaN for posts.
    public let queue: Double
    /// Citizens who come in the half hour, those who return included; NaN for posts.
    public let arrivals: Double
    /// Minutes waited in the half hour over citizens who come in it; NaN without any.
    public let waitMinutesPerArrival: Double
  }

  init(_ needs: StaffingNeeds, scenarioCount: Int, keepsBlocks: Bool) {
    self.keepsBlocks = keepsBlocks
    self.scenarioCount = scenarioCount
    cells = needs.cells
    sums = QueueTally(scenarioCount: scenarioCount, cellCount: needs.cells.count)
    counters = needs.cells.map { needs.plans[$0.service].counter?.service }
    self.needs = needs.cells.map { cell in
      let plan = needs.plans[cell.service]
      let ofDays = plan.classOfDay.filter { $0 >= 0 }.map { plan.classes[$0] }
        .filter { $0.weekday == cell.weekday.rawValue }
      let sum = ofDays.reduce(0) { $0 + $1.needs[cell.halfHour ?? 0] }
      return ofDays.isEmpty ? .nan : Double(sum) / Double(ofDays.count)
    }
  }

  /// Adds the sums of one block of worlds.
  func add(block tally: QueueTally) {
    sums.add(tally)
    if keepsBlocks { blocks.append(tally) }
  }

  /// Takes so many blocks out, or adds those of a tape.
  func pass(_ tape: inout SampleTape, blockCount: Int) {
    for index in 0..<blockCount {
      if keepsBlocks {
        blocks[index].pass(&tape)
      } else {
        var tally = QueueTally(scenarioCount: scenarioCount, cellCount: cells.count)
        tally.pass(&tape)
        sums.add(tally)
      }
    }
  }

  /// An average day at one of ``cells``.
  public func place(_ cell: Int, scenario: Int) -> Place {
    let sum = sums[scenario, cell]
    let days = Double(sum.days)
    let isCounter = counters[cell] != nil
    return Place(
      need: needs[cell], servers: Double(sum.servers) / days,
      queue: isCounter ? sum.queue / days : .nan, arrivals: isCounter ? sum.arrivals / days : .nan,
      waitMinutesPerArrival: isCounter && sum.arrivals > 0
        ? sum.queue * Double(DaySlot.minutes) / sum.arrivals : .nan)
  }
}
