import Dispatch
import HybridWork

/// Turns a block's visits into what citizens meet, once the nodes that they need are solved.
///
/// Worlds are dealt to a fixed number of lanes, each worked by one thread in order, so that sums do
/// not depend on the number of threads. A pass that finds a node missing is thrown away and made again
/// when the missing ones are solved; the last pass is the same whether anything was missing or not.
final class CounterStage: @unchecked Sendable {
  // Lanes are used by one thread each within a pass.
  private let model: StudyModel
  private let rows: OutcomeRows
  private let results: ResultTables
  private let grid: WaitingGrid
  private let tables: CounterTables
  private let lanes: [Lane]
  /// Where citizens who come are counted; nil if nobody asks.
  private let attendance: AttendanceTable?
  private static let laneCount = 16

  /// The worlds of one block and where their samples stand.
  struct Block {
    let worlds: [Assumptions]
    /// The first world's place in the tables.
    let first: Int
    let visits: VisitStore
  }

  /// A counter in one world.
  private final class Counter {
    let evaluation: CounterEvaluation
    /// The loads of the planned citizens.
    let planned: [CounterEvaluation.DayLoad]

    init(evaluation: CounterEvaluation, planned: [CounterEvaluation.DayLoad]) {
      self.evaluation = evaluation
      self.planned = planned
    }
  }

  /// What a service's staff and citizens make of one calendar of a scenario; all scenarios whose staff
  /// serve alike share one.
  private final class Meeting {
    /// What citizens meet; nil without a queue, or while nodes are missing.
    private(set) var record: CitizenRecord?
    private(set) var outcomes: Outcomes?
    let sums: ServiceSums

    init(cellCount: Int) { sums = ServiceSums(cellCount: cellCount) }

    func met(_ record: CitizenRecord?) {
      self.record = record
      outcomes = record.map(Outcomes.init)
    }
  }

  /// The outcomes of a record.
  private struct Outcomes {
    let meanWait: Double
    let p90Wait: Double
    let withinStandard: Double
    let lost: Double

    init(_ record: CitizenRecord) {
      meanWait = record.meanWaitMinutes
      p90Wait = record.p90WaitMinutes
      withinStandard = record.servedWithinStandard
      lost = record.lostCitizens
    }
  }

  private final class Lane {
    let waiting: WorldWaiting
    var queues: QueueTally
    /// Each service's counter in the world at hand, once it is asked for: all policies and calendars
    /// of a world share it.
    private var counters: [Counter?]
    /// The service and calendar at hand, scenario by scenario.
    let meetings: [Meeting]

    init(_ model: StudyModel, _ waiting: WorldWaiting) {
      self.waiting = waiting
      queues = QueueTally(
        scenarioCount: model.scenarioCount, cellCount: model.needs.cells.count)
      counters = Array(repeating: nil, count: model.needs.plans.count)
      let most = model.needs.plans.map(\.cellCount).max() ?? 0
      meetings = (0..<model.scenarioCount).map { _ in Meeting(cellCount: most) }
    }

    func enter(_ world: Assumptions) {
      waiting.enter(world)
      for service in counters.indices { counters[service] = nil }
    }

    func counter(_ service: Int, _ evaluation: () -> CounterEvaluation?) -> Counter? {
      if let known = counters[service] { return known }
      guard let evaluation = evaluation() else { return nil }
      let found = Counter(
        evaluation: evaluation, planned: evaluation.loads(multiple: 1, waiting))
      counters[service] = found
      return found
    }
  }

  init(
    _ model: StudyModel, rows: OutcomeRows, results: ResultTables, grid: WaitingGrid,
    attendance: AttendanceTable? = nil
  ) {
    self.model = model
    self.attendance = attendance
    self.rows = rows
    self.results = results
    self.grid = grid
    tables = CounterTables(model.needs, grid: grid)
    lanes = (0..<Self.laneCount).map { [tables] _ in
      Lane(model, WorldWaiting(grid, tables: tables))
    }
  }

  /// Records what citizens meet in every calendar of a block.
  func run(_ block: Block, threads: Int) {
    guard !model.needs.plans.isEmpty else { return }
    while true {
      pass(block, threads: threads)
      let missing = lanes.flatMap { $0.waiting.takeMissing() }
      guard !missing.isEmpty else { break }
      grid.solve(missing, threads: threads)
    }
    var queues = QueueTally(
      scenarioCount: model.scenarioCount, cellCount: model.needs.cells.count)
    for lane in lanes { queues.add(lane.queues) }
    results.queues.add(block: queues)
  }

  private func pass(_ block: Block, threads: Int) {
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for lane in stride(from: thread, to: lanes.count, by: threads) {
        lanes[lane].queues.clear()
        for offset in stride(from: lane, to: block.worlds.count, by: lanes.count) {
          run(offset, block, lanes[lane])
        }
      }
    }
  }

  private func run(_ offset: Int, _ block: Block, _ lane: Lane) {
    let world = block.worlds[offset]
    lane.enter(world)
    let replications = model.study.run.replications
    block.visits.read(world: offset) { visits in
      let calendars = (0..<replications).map {
        Calendar(
          replication: $0, sample: (block.first + offset) * replications + $0, world: world)
      }
      record(visits, calendars, lane)
    }
  }

  /// One calendar of all scenarios.
  private struct Calendar {
    let replication: Int
    let sample: Int
    let world: Assumptions
  }

  /// A world's calendars, service by service: what a service adds to stays close at hand.
  private func record(_ visits: WorldVisits, _ calendars: [Calendar], _ lane: Lane) {
    let scenarios = model.plans.indices
    var totals = calendars.map { _ in scenarios.map { _ in CitizenRecord() } }
    for calendar in calendars {
      for scenario in scenarios {
        results.districts.clear(scenario: scenario, sample: calendar.sample)
      }
    }
    for (service, plan) in model.needs.plans.enumerated() {
      for calendar in calendars {
        record(visits, service: service, plan, calendar, lane, &totals[calendar.replication])
      }
    }
    for calendar in calendars {
      for (scenario, total) in totals[calendar.replication].enumerated() {
        set(Outcomes(total), rows.citizens, scenario, calendar)
        results.samples.set(
          Outcome.citizenTimeRupiah.ordinal, scenario: scenario, sample: calendar.sample,
          total.waitHours * calendar.world[.valueOfTime])
      }
    }
  }

  /// A service in one calendar of all scenarios.
  private func record(
    _ visits: WorldVisits, service: Int, _ plan: ServicePlan, _ calendar: Calendar, _ lane: Lane,
    _ totals: inout [CitizenRecord]
  ) {
    let (meetings, districts) = (lane.meetings, results.districts)
    let rows = rows.citizens(ofService: service)
    for scenario in meetings.indices {
      let first = visits.firstEqualScenario(
        replication: calendar.replication, scenario: scenario, service: service)
      let meeting = meetings[first]
      if first == scenario {
        let list = visits.list(
          replication: calendar.replication, scenario: scenario, service: service)
        meet(list, service: service, plan, calendar.world, meeting, lane)
      }
      lane.queues.add(meeting.sums, plan, scenario: scenario)
      guard let record = meeting.record, let outcomes = meeting.outcomes else { continue }
      totals[scenario].add(record)
      set(outcomes, rows, scenario, calendar)
      if let attendance, attendance.scenario == scenario {
        attendance.set(arrivals: record.arrivals, service: service, sample: calendar.sample)
      }
      districts.add(
        record.tally, service: service, scenario: scenario, sample: calendar.sample)
    }
  }

  /// What one calendar's staff and citizens make of a service.
  private func meet(
    _ visits: ArraySlice<CounterVisit>, service: Int, _ plan: ServicePlan,
    _ world: Assumptions, _ meeting: Meeting, _ lane: Lane
  ) {
    meeting.sums.clear(plan)
    meeting.sums.addStaff(visits, plan)
    meeting.met(nil)
    let counter = lane.counter(service) { evaluation(service, world) }
    guard let counter,
      let settled = counter.evaluation.settle(visits, planned: counter.planned, lane.waiting)
    else { return }
    meeting.met(counter.evaluation.record(settled, lane.waiting))
    meeting.sums.addQueues(settled, plan, lane.waiting)
  }

  /// A service's counter in a world; nil for services without a queue.
  private func evaluation(_ service: Int, _ world: Assumptions) -> CounterEvaluation? {
    let plan = model.needs.plans[service]
    guard let counter = plan.counter, let profile = tables.profileOfService[service] else {
      return nil
    }
    return CounterEvaluation(
      plan: counter, classes: plan.classes, profile: profile,
      staffings: tables.staffings[service], arrivalFactor: world[.arrivalFactor])
  }

  private func set(
    _ outcomes: Outcomes, _ rows: OutcomeRows.Citizens, _ scenario: Int, _ calendar: Calendar
  ) {
    let samples = results.samples
    func set(_ row: Int, _ value: Double) {
      samples.set(row, scenario: scenario, sample: calendar.sample, value)
    }
    set(rows.meanWait, outcomes.meanWait)
    set(rows.p90Wait, outcomes.p90Wait)
    set(rows.withinStandard, outcomes.withinStandard)
    set(rows.lost, outcomes.lost)
  }
}

/// The visits of the worlds of one block.
final class VisitStore: @unchecked Sendable {
  // Each world is written by one thread.
  private let worlds: UnsafeMutablePointer<WorldVisits>
  private let count: Int

  init(worlds count: Int, _ model: StudyModel) {
    self.count = count
    worlds = .allocate(capacity: count)
    worlds.initialize(
      repeating: WorldVisits(services: model.needs.plans.count, scenarios: model.scenarioCount),
      count: count)
  }

  deinit {
    worlds.deinitialize(count: count)
    worlds.deallocate()
  }

  /// Changes the visits of a world.
  func change<Result>(world: Int, _ body: (inout WorldVisits) -> Result) -> Result {
    body(&worlds[world])
  }

  /// Reads the visits of a world.
  func read(world: Int, _ body: (WorldVisits) -> Void) { body(worlds[world]) }
}
