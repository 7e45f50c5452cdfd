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
  private static let laneCount = 16

  /// The worlds of one block and where their samples stand.
  struct Block {
    let worlds: [Assumptions]
    let first: Int
    let visits: VisitStore
  }

  private final class Lane {
    let waiting: WorldWaiting
    var queues: QueueTally

    init(_ waiting: WorldWaiting, queues: QueueTally) {
      self.waiting = waiting
      self.queues = queues
    }
  }

  init(_ model: StudyModel, rows: OutcomeRows, results: ResultTables, grid: WaitingGrid) {
    self.model = model
    self.rows = rows
    self.results = results
    self.grid = grid
    tables = CounterTables(model.needs, grid: grid)
    lanes = (0..<Self.laneCount).map { [tables] _ in
      Lane(
        WorldWaiting(grid, tables: tables),
        queues: QueueTally(
          scenarioCount: model.scenarioCount, cellCount: model.needs.cells.count))
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
    for lane in lanes { results.queues.add(lane.queues) }
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
    lane.waiting.enter(world)
    let replications = model.study.run.replications
    for replication in 0..<replications {
      for scenario in model.plans.indices {
        let sample = (block.first + offset) * replications + replication
        let first = (replication * model.scenarioCount + scenario) * model.needs.plans.count
        record(
          block.visits, offset: offset, firstService: first,
          Place(scenario: scenario, sample: sample, world: world), lane)
      }
    }
  }

  /// One calendar of one scenario.
  private struct Place {
    let scenario: Int
    let sample: Int
    let world: Assumptions
  }

  private func record(
    _ store: VisitStore, offset: Int, firstService: Int, _ place: Place, _ lane: Lane
  ) {
    var total = CitizenRecord()
    results.districts.clear(scenario: place.scenario, sample: place.sample)
    for (service, plan) in model.needs.plans.enumerated() {
      store.withVisits(world: offset, service: firstService + service) { visits in
        lane.queues.addStaff(visits, plan, scenario: place.scenario)
        guard let counter = plan.counter, let profile = tables.profileOfService[service] else {
          return
        }
        let evaluation = CounterEvaluation(
          plan: counter, classes: plan.classes, profile: profile,
          staffings: tables.staffings[service], arrivalFactor: place.world[.arrivalFactor])
        guard let settled = evaluation.settle(visits, lane.waiting) else { return }
        let record = evaluation.record(settled, lane.waiting)
        lane.queues.addQueues(settled, plan, scenario: place.scenario, lane.waiting)
        total.add(record)
        set(record, row: { rows.row($0, service: service) }, place)
        results.districts.add(
          record.tally, service: service, scenario: place.scenario, sample: place.sample)
      }
    }
    set(total, row: { $0.ordinal }, place)
    results.samples.set(
      Outcome.citizenTimeRupiah.ordinal, scenario: place.scenario, sample: place.sample,
      total.waitHours * place.world[.valueOfTime])
  }

  private func set(_ record: CitizenRecord, row: (Outcome) -> Int, _ place: Place) {
    let values: [(Outcome, Double)] = [
      (.meanWaitMinutes, record.meanWaitMinutes), (.p90WaitMinutes, record.p90WaitMinutes),
      (.servedWithinStandard, record.servedWithinStandard), (.lostCitizens, record.lostCitizens),
    ]
    for (outcome, value) in values {
      results.samples.set(row(outcome), scenario: place.scenario, sample: place.sample, value)
    }
  }
}

/// The visits of the worlds of one block.
final class VisitStore: @unchecked Sendable {
  // Each world is written by one thread.
  private let worlds: UnsafeMutablePointer<WorldVisits>
  private let count: Int

  init(worlds count: Int) {
    self.count = count
    worlds = .allocate(capacity: count)
    worlds.initialize(repeating: WorldVisits(), count: count)
  }

  deinit {
    worlds.deinitialize(count: count)
    worlds.deallocate()
  }

  /// Changes the visits of a world.
  func change<Result>(world: Int, _ body: (inout WorldVisits) -> Result) -> Result {
    body(&worlds[world])
  }

  /// Reads the visits of the service that was closed as number `service` of a world.
  func withVisits(world: Int, service: Int, _ body: (ArraySlice<CounterVisit>) -> Void) {
    let visits = worlds[world]
    body(visits.visits[visits[service]])
  }
}
