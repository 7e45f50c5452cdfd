public import HybridWork
public import Statistics

/// Everything a run of a study found.
public struct StudyResult: Sendable {
  /// The study that was run.
  public let study: Study
  /// Every outcome in every calendar.
  public let samples: SampleTable
  /// Coverage by service, weekday and half hour.
  public let coverage: CoverageTable
  /// Expected staff and queues by service, weekday and half hour.
  public let queues: QueueTable
  /// Every ledger item in every calendar.
  public let ledger: LedgerTable
  /// People by step of take-up.
  public let takeUp: TakeUpTable
  /// Monthly evaluations.
  public let evaluations: EvaluationTable
  /// What safeguards did.
  public let safeguards: SafeguardTable
  /// Promises of coverage.
  public let guarantees: GuaranteeTable
  /// Citizens' waiting by district.
  public let districts: DistrictTable
  /// Floods, outages and work while ill.
  public let shocks: ShockTable
  /// What money and output of units and groups follow.
  let driverTable: DriverTable
  /// Eligibility under the baseline and each policy.
  public let decisions: [EligibilityDecisions]
  let sampler: WorldSampler

  /// The assumptions of every world that was run, drawn once more.
  var worlds: [Assumptions] {
    sampler.assumptions(ofFirst: study.run.worlds)
  }

  /// An outcome of a scenario, by itself and against the baseline.
  ///
  /// - Parameters:
  ///   - key: The outcome and whom it is for.
  ///   - scenario: 0 for the baseline, then the policies in order.
  /// - Returns: The comparison, with NaN where nothing is defined; nil if the study does not report
  ///   the outcome.
  public func comparison(_ key: OutcomeKey, scenario: Int) -> Comparison? {
    guard let row = samples.place(of: key) else { return nil }
    return Comparison(
      outcome: key.outcome, values: samples.samples(row: row, scenario: scenario),
      baseline: samples.samples(row: row, scenario: 0))
  }

  /// What the safeguards of a scenario cost and bring: the scenario less the same policy without
  /// them, pair by pair; nil without safeguards or if the study does not report the outcome.
  public func effectOfSafeguards(_ key: OutcomeKey, scenario: Int) -> SampleSummary? {
    guard let twin = study.unguardedPlace(of: scenario), let row = samples.place(of: key) else {
      return nil
    }
    let guarded = samples.samples(row: row, scenario: scenario)
    return SampleSummary(
      zip(guarded, samples.samples(row: row, scenario: twin)).map { $0 - $1 })
  }

  /// Whether a scenario keeps to the law in force on its date.
  public func legalStatus(scenario: Int) -> LegalStatus {
    LegalStatus(
      policy: study.scenarios[scenario], decisions: decisions[scenario],
      population: study.population, calendarStart: study.calendar.from, norms: study.norms)
  }

  /// The reading of a scenario against the study's thresholds; nil for the baseline or without any.
  ///
  /// The worst reading of any threshold counts. An outcome that is not defined is passed over.
  public func verdict(scenario: Int) -> Verdict? {
    guard scenario > 0 else { return nil }
    return readings(scenario: scenario).map(\.verdict).max()
  }

  /// The reading of a scenario against each threshold of the study, those passed over left out.
  public func readings(scenario: Int) -> [(threshold: Threshold, verdict: Verdict)] {
    study.reporting.thresholds.compactMap { threshold in
      comparison(OutcomeKey(threshold.outcome), scenario: scenario)?.verdict(threshold).map {
        (threshold: threshold, verdict: $0)
      }
    }
  }
}
