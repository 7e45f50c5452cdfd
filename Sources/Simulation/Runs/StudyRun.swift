import Dispatch
import HybridWork
import Statistics

/// Runs a study: worlds by replications, every scenario on the same luck.
public struct StudyRun: Sendable {
  /// The study.
  public let study: Study
  private let model: StudyModel
  private let sampler: WorldSampler
  private let rows: OutcomeRows
  private let terms: [LedgerTerms]

  /// Prepares a study.
  ///
  /// - Throws: ``SimulationError`` when correlations are impossible, a dated value is missing or
  ///   nothing would be run.
  public init(_ study: Study) throws(SimulationError) {
    guard study.run.worlds > 0, study.run.replications > 0 else { throw .emptyRun }
    self.study = study
    model = try StudyModel(study)
    sampler = try WorldSampler(study: study)
    rows = OutcomeRows(model)
    terms = study.simulated.map { study.ledgerTerms(of: $0) }
  }

  /// The bytes that the results of all calendars take, the greater part of what a run needs.
  public var resultBytes: Int {
    let samples = study.run.worlds * study.run.replications * model.scenarioCount
    let groups = model.groupLanes.groups.count
    let perGroup = groups > DriverTable.mostGroups ? 0 : CostDriver.allCases.count + 2
    return samples * (rows.keys.count + 2 * LedgerItem.allCases.count + 2 + groups * perGroup)
      * MemoryLayout<Double>.size
  }

  /// Runs every world on `threads` threads; the result is the same for any number of them.
  ///
  /// - Parameters:
  ///   - threads: At least 1.
  ///   - grid: Solved days at counters, perhaps of earlier runs; what is missing is added. The
  ///     result does not depend on what it holds.
  ///   - progress: Called now and then from one of the threads with the share done, 0…1.
  /// - Returns: All outcomes of all calendars.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @Sendable (Double) -> Void = { _ in }
  ) -> StudyResult {
    result(
      simulate(
        .whole, Extras(), threads: threads, grid: grid, progress: progress))
  }

  /// What worlds leave: all of a run, or those of a part.
  struct Records {
    let tables: ResultTables
    var ledger: LedgerTable
  }

  /// Empty records of so many worlds.
  func records(worlds: Int, keepsBlocks: Bool) -> Records {
    Records(
      tables: ResultTables(model, keys: rows.keys, worlds: worlds, keepsBlocks: keepsBlocks),
      ledger: LedgerTable(
        scenarioCount: model.scenarioCount, sampleCount: worlds * study.run.replications))
  }

  /// What the records of all worlds say.
  func result(_ records: Records) -> StudyResult {
    let tables = records.tables
    return StudyResult(
      study: study, samples: tables.samples, coverage: tables.coverage, queues: tables.queues,
      ledger: records.ledger, takeUp: tables.takeUp, evaluations: tables.evaluations,
      safeguards: tables.safeguards, guarantees: tables.guarantees,
      districts: tables.districts, shocks: tables.shocks, driverTable: tables.groups,
      decisions: model.decisions, sampler: sampler)
  }

  /// Runs every world and keeps who is on site; without `grid` nothing is known of waits.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result is the same for any number.
  ///   - grid: Solved days at counters; nil to leave queues out, which take most of a run.
  ///   - progress: Called now and then from one of the threads with the share done, 0…1.
  /// - Returns: All outcomes, and the staff of each service day by day.
  package func staffed(
    threads: Int, grid: WaitingGrid?, progress: @Sendable (Double) -> Void = { _ in }
  ) -> (result: StudyResult, staffing: StaffingTable) {
    let staffing = StaffingTable(model)
    let records = simulate(
      .whole, Extras(staffing: staffing), threads: threads, grid: grid, progress: progress)
    return (result(records), staffing)
  }

  /// Runs every world and counts where the people of each unit are under one scenario, and the
  /// citizens who come to each service.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - isObserved: Which days count for each unit, `unit * days + day`.
  ///   - threads: At least 1; the result is the same for any number.
  ///   - grid: Solved days at counters.
  ///   - progress: Called now and then from one of the threads with the share done, 0…1.
  /// - Returns: All outcomes, and the attendance.
  package func attended(
    scenario: Int, on isObserved: [Bool], threads: Int, grid: WaitingGrid,
    progress: @Sendable (Double) -> Void = { _ in }
  ) -> (result: StudyResult, attendance: AttendanceTable) {
    let attendance = AttendanceTable(model, scenario: scenario, isObserved: isObserved)
    let records = simulate(
      .whole, Extras(attendance: attendance), threads: threads, grid: grid, progress: progress)
    return (result(records), attendance)
  }

  /// What is kept of a run beside its results.
  struct Extras {
    /// Whether the sums of each block of worlds are kept apart, to be joined with others.
    var keepsBlocks = false
    /// Who is on site; nil if nobody asks.
    var staffing: StaffingTable?
    /// Where people are; nil if nobody asks.
    var attendance: AttendanceTable?
  }

  /// Runs the worlds of a part.
  func simulate(
    _ shard: Shard, _ extras: Extras, threads: Int, grid: WaitingGrid?,
    progress: @Sendable (Double) -> Void
  ) -> Records {
    let part = shard.worlds(of: study.run.worlds)
    var records = records(worlds: part.count, keepsBlocks: extras.keepsBlocks)
    let engine = Engine(self, records.tables, grid: grid, extras, threads: threads)
    let size = WorldSampler.blockSize
    for block in shard.blocks(worlds: study.run.worlds) {
      let first = block * size
      let count = min(size, study.run.worlds - first)
      let place = first - part.lowerBound
      let worlds = Array(sampler.worlds(block: block).prefix(count))
      engine.simulate(worlds, first: place) {
        progress(Double(place + $0) / Double(part.count))
      }
      price(
        worlds.map(\.assumptions)[...], first: place, engine.buffers, records.tables.samples,
        &records.ledger)
    }
    progress(1)
    return records
  }

  /// All that works on one block of worlds after another.
  final class Engine {
    let buffers: BlockBuffers
    private let recorder: CalendarRecorder
    private let workers: [Worker]
    private let counters: CounterStage?
    private let visits: VisitStore
    private let extras: Extras
    private let absence: AbsenceMemory?

    /// Without `grid` nothing is known of waits.
    ///
    /// With `keepsAbsence`, worlds can be run again with other assumptions on the same luck.
    init(
      _ run: StudyRun, _ tables: ResultTables, grid: WaitingGrid?, _ extras: Extras = Extras(),
      threads: Int, keepsAbsence: Bool = false
    ) {
      self.extras = extras
      absence = keepsAbsence ? AbsenceMemory(run.model) : nil
      let model = run.model
      recorder = CalendarRecorder(model: model, rows: run.rows, tables: tables)
      workers = (0..<max(threads, 1)).map { _ in Worker(model, attendance: extras.attendance) }
      counters = grid.map {
        CounterStage(
          model, rows: run.rows, results: tables, grid: $0, attendance: extras.attendance)
      }
      buffers = BlockBuffers(
        scenarioCount: model.scenarioCount, replications: run.study.run.replications)
      visits = VisitStore(worlds: WorldSampler.blockSize, model)
    }

    /// Simulates a block of worlds, of which the first has the place `first` in the tables.
    ///
    /// With `keeps` their absence is kept, if the engine does; without, what is kept must be of worlds
    /// on the same luck.
    func simulate(
      _ worlds: [DrawnWorld], first: Int, keeps: Bool = false, progress: @Sendable (Int) -> Void
    ) {
      let (workers, recorder, buffers, visits) = (workers, recorder, buffers, visits)
      let (staffing, absence) = (extras.staffing, absence)
      if keeps { absence?.keep(worlds.map(\.assumptions)) }
      buffers.clear()
      DispatchQueue.concurrentPerform(iterations: workers.count) { thread in
        for offset in stride(from: thread, to: worlds.count, by: workers.count) {
          workers[thread].run(
            Worker.World(
              drawn: worlds[offset], place: first + offset, offset: offset, keeps: keeps),
            recorder, buffers, visits, staffing, absence)
          if thread == 0 { progress(offset) }
        }
      }
      counters?.run(
        CounterStage.Block(worlds: worlds.map(\.assumptions), first: first, visits: visits),
        threads: workers.count)
    }
  }

  /// One thread's runner.
  private final class Worker: @unchecked Sendable {
    // Each worker is used by one thread at a time.
    private let runner: CalendarRunner
    private let replications: Int
    private let attendance: (count: AttendanceCount, table: AttendanceTable)?

    /// A world, its place in the tables and that in its block.
    struct World {
      let drawn: DrawnWorld
      let place: Int
      let offset: Int
      /// Whether its absence is to be kept.
      let keeps: Bool
    }

    init(_ model: StudyModel, attendance: AttendanceTable?) {
      self.attendance = attendance.map { (AttendanceCount(model, $0), $0) }
      runner = CalendarRunner(model, attendance: self.attendance?.count)
      replications = model.study.run.replications
    }

    func run(
      _ world: World, _ recorder: CalendarRecorder, _ buffers: BlockBuffers, _ visits: VisitStore,
      _ staffing: StaffingTable?, _ absence: AbsenceMemory?
    ) {
      visits.change(world: world.offset) { visits in
        visits.clear()
        for replication in 0..<replications {
          let assumptions = world.drawn.assumptions
          runner.run(
            world: world.drawn.luck, replication: replication, assumptions,
            kept: absence?.calendar(
              world: world.offset, replication: replication, assumptions, keeps: world.keeps))
          let sample = world.place * replications + replication
          staffing?.set(runner.tallies, sample: sample)
          if let attendance { attendance.table.set(attendance.count, sample: sample) }
          recorder.record(
            runner.tallies, sample: sample, world: world.drawn.assumptions, visits: &visits)
          for (scenario, tally) in runner.tallies.enumerated() {
            recorder.tables.shocks.set(tally.shocks, scenario: scenario, sample: sample)
            recorder.tables.groups.set(
              tally, presentOfUnit: runner.presentDaysOfUnit, scenario: scenario, sample: sample)
            buffers.store(
              tally, present: runner.presentDays, scenario: scenario, replication: replication,
              world: world.offset)
          }
        }
      }
    }
  }

  /// Prices the block's quantities: money and output of every scenario, replication and world.
  func price(
    _ worlds: ArraySlice<Assumptions>, first: Int, _ buffers: BlockBuffers,
    _ table: SampleTable, _ ledgers: inout LedgerTable
  ) {
    let replications = study.run.replications
    for scenario in model.plans.indices {
      for replication in 0..<replications {
        let products = buffers.products(scenario: scenario, replication: replication)
        for (offset, world) in worlds.enumerated() {
          let building = buffers.buildingDays(
            scenario: scenario, replication: replication, world: offset)
          let start = offset * Quantities.count
          let quantities = Quantities(
            columns: Array(products[start..<(start + Quantities.count)]),
            building: Quantities.BuildingDays(
              scattered: Double(building.scattered), dark: Double(building.dark),
              matesAway: building.matesAway),
            presentDays: Double(building.present), staff: Double(study.population.count),
            participants: Double(building.participants),
            workGainedOtherwise: Double(building.workGained))
          var ledger = Ledger(quantities, world, terms[scenario])
          let sample = (first + offset) * replications + replication
          ledger.enterCitizenTime(
            citizenTime(table, scenario: scenario, sample: sample, world))
          ledgers.set(
            ledger, mealsAtStake: Ledger.mealAllowance(quantities, world).amount,
            extrapolated: quantities.shareOfDays(beyond: OutputChange.daysWithEvidence),
            scenario: scenario, sample: sample)
          record(ledger, quantities, world) { outcome, value in
            table.set(outcome.ordinal, scenario: scenario, sample: sample, value)
          }
        }
      }
    }
  }

  /// Hours that citizens wait less than under the study's baseline, at what an hour is worth.
  private func citizenTime(
    _ table: SampleTable, scenario: Int, sample: Int, _ world: Assumptions
  ) -> Flow {
    let row = Outcome.citizenTimeRupiah.ordinal
    let saved =
      table.samples(row: row, scenario: 0)[sample]
      - table.samples(row: row, scenario: scenario)[sample]
    let price = world[.valueOfTime]
    guard saved.isFinite, price > 0 else { return Flow(0, at: price) }
    return Flow(saved / price, at: price)
  }

  private func record(
    _ ledger: Ledger, _ quantities: Quantities, _ world: Assumptions,
    set: (Outcome, Double) -> Void
  ) {
    let fuel = FuelUse(quantities, world)
    set(.fuelLitres, fuel.litres)
    set(
      .carbonKilograms,
      fuel.carbonKilograms + ledger[flow: .tripFuel].quantity * world[.fuelCarbon])
    set(.commuteHours, fuel.commuteHours)
    set(.fuelRupiah, ledger[.motorcycleFuel] + ledger[.carFuel])
    set(.mealBudgetRupiah, ledger[.mealAllowance] + ledger[.meetingCatering])
    set(.mealPrivateRupiah, ledger[.lunch] + ledger[.lunchMargin] + ledger[.homeMeal])
    set(.officeEnergyRupiah, ledger[.officeElectricity] + ledger[.officeWater])
    set(.homeCostRupiah, -ledger[.homeElectricity] - ledger[.homeData])
    set(.budgetNetRupiah, ledger.net(of: .budget))
    set(.staffNetRupiah, ledger.net(of: .employee) + ledger.net(of: .household))
    let output = OutputChange(quantities, world)
    set(.outputChange, output.share)
    set(.fteEquivalent, output.fullTimeEquivalents)
  }
}
