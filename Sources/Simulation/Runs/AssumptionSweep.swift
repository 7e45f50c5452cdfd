package import HybridWork
import Statistics

/// Runs a study again and again in worlds that are given rather than drawn, and keeps of each
/// calendar only the outcomes asked for.
///
/// A sheet is as many worlds as the study runs, with the luck of the first sheet's world by world.
/// Absence that no other assumptions move is not drawn again, and what only prices and output depend on is not
/// simulated at all: such sheets are priced on the calendars of the sheet before them, with the very
/// bits that simulating them anew would give.
package struct AssumptionSweep {
  /// Worlds of one kind, and whether they share the calendars of the last sheet that was simulated.
  package struct Sheet {
    /// A world for every world of the study.
    let worlds: [DrawnWorld]
    let isOnlyPriced: Bool

    /// A sheet to simulate.
    package init(simulated worlds: [DrawnWorld]) {
      self.worlds = worlds
      isOnlyPriced = false
    }

    /// A sheet that differs from the simulated sheet before it only in assumptions that move nobody.
    package init(priced worlds: [DrawnWorld]) {
      self.worlds = worlds
      isOnlyPriced = true
    }
  }

  /// What the study's one policy changes in the worlds of a sheet.
  package struct Samples: Sendable {
    /// The policy's outcome less the baseline's, averaged over replications, world by world.
    package internal(set) var differences: [Double]
    /// The mean over worlds of the variance within them; NaN with a single replication.
    package internal(set) var luck: Double
    /// The mean over worlds.
    package var mean: Double { SampleSummary(differences).mean }
  }

  private let run: StudyRun
  private let outcome: Outcome

  /// Prepares runs of a study with one policy, of which an outcome for everyone is kept.
  ///
  /// - Throws: ``SimulationError`` as a run of the study would.
  package init(_ study: Study, outcome: Outcome) throws(SimulationError) {
    run = try StudyRun(study)
    self.outcome = outcome
  }

  /// Runs every sheet.
  ///
  /// - Parameters:
  ///   - sheets: At least one, the first of them simulated; all on the same luck world by world.
  ///   - threads: At least 1; the result does not depend on it.
  ///   - grid: Solved days at counters.
  ///   - progress: Called now and then with the share done.
  /// - Returns: One entry a sheet, in order.
  package func run(
    _ sheets: [Sheet], threads: Int, grid: WaitingGrid, progress: @Sendable (Double) -> Void
  ) -> [Samples] {
    precondition(sheets.first?.isOnlyPriced == false, "a first sheet to simulate")
    let size = WorldSampler.blockSize
    let count = sheets[0].worlds.count
    var records = run.records(worlds: size, keepsBlocks: false)
    let engine = StudyRun.Engine(
      run, records.tables, grid: grid, threads: threads, keepsAbsence: sheets.count > 1)
    var differences = sheets.map { _ in [Double]() }
    var variances = differences
    for first in stride(from: 0, to: count, by: size) {
      let last = min(first + size, count)
      for (number, sheet) in sheets.enumerated() {
        let worlds = Array(sheet.worlds[first..<last])
        if !sheet.isOnlyPriced {
          engine.simulate(worlds, first: 0, keeps: number == 0) { _ in }
        }
        run.price(
          worlds.map(\.assumptions)[...], first: 0, engine.buffers, records.tables.samples,
          &records.ledger)
        for world in worlds.indices {
          let summary = summary(of: world, in: records.tables.samples)
          differences[number].append(summary.mean)
          variances[number].append(summary.standardDeviation * summary.standardDeviation)
        }
        let done = first * sheets.count + (last - first) * (number + 1)
        progress(Double(done) / Double(count * sheets.count))
      }
    }
    return zip(differences, variances).map { differences, variances in
      Samples(differences: differences, luck: SampleSummary(variances).mean)
    }
  }

  /// The differences of one world's calendars.
  private func summary(of world: Int, in table: SampleTable) -> SampleSummary {
    guard let row = table.place(of: OutcomeKey(outcome)) else { return SampleSummary([]) }
    let replications = run.study.run.replications
    let calendars = (world * replications)..<((world + 1) * replications)
    let (own, baseline) = (
      table.samples(row: row, scenario: 1), table.samples(row: row, scenario: 0)
    )
    return SampleSummary(calendars.map { own[$0] - baseline[$0] })
  }
}

extension AssumptionID {
  /// Whether the assumption decides who is where or what citizens meet; all others only price what
  /// happened and reckon the output.
  package var movesPeopleOrQueues: Bool {
    switch self {
    case .optInVoluntary, .approvalShare, .daysUsedShare, .complianceOrdered, .fridayShare,
      .preHolidayPull, .recallSuccess, .darkDayOnSiteShare,
      .leaveEntitlementDays, .leaveShare, .leaveSpellDays, .leaveBridgeFactor, .sickShare,
      .sickSpellDays, .sickLongShare, .sickLongSpellDays, .travelShare, .travelSpellDays,
      .trainingShare, .trainingSpellDays, .epidemicWeeks, .epidemicSickFactor, .floodDays,
      .unitFloodDays, .floodStaffShare, .outageDays, .arrivalFactor, .handlingTimeFactor,
      .counterPatienceMinutes, .valueOfTime, .ratingOutputGap:
      true
    default: false
    }
  }
}
