/// What a reader must know beside the estimates; the sentences stand with the reports.
public enum AssessmentWarning: Equatable, Sendable {
  /// Units and times that have no row.
  case unbalanced(rows: Int, cells: Int)
  /// Times that no unit has a row for, the first such gap named.
  case timeGap(after: String, before: String, gaps: Int)
  /// Units treated from their first row on, which tell nothing of a change and were left out.
  case alwaysTreatedDropped(units: [String])
  /// Nobody is left to compare with: only a break in the series of all can be seen.
  case everyoneTreatedAtOneDate(label: String)
  /// An estimator that this panel can't support.
  case estimatorRefused(PilotEstimate.Estimator, AssessmentRefusal)
  /// An inference that this panel can't support; its figures are undefined.
  case inferenceRefused(PilotEstimate.Estimator, PilotEstimate.Inference, AssessmentRefusal)
  /// Two-way effects by event time that this panel can't support.
  case eventsRefused(AssessmentRefusal)
  /// A covariate that units, times and other columns explain; it was left out.
  case covariateDropped(name: String)
  /// An estimator that looks at outcomes alone, so that covariates did not count.
  case covariatesNotUsed(PilotEstimate.Estimator)
  /// Units without a row for every time, left out of comparisons by group and time.
  case incompleteUnitsDropped(units: [String])
  /// No unit stays untreated, so units not treated yet were compared with.
  case noNeverTreated
  /// Few treated clusters: p-values by formula are too small more often than they say.
  case fewTreatedClusters(count: Int)
  /// Exchanges of treatment are a test only if any unit could as well have been chosen.
  case exchangeabilityAssumed
  /// No outcome whatever could have given a p-value of 5% or less.
  case noTestPossible(PilotEstimate.Estimator, PilotEstimate.Inference, minimumP: Double)
  /// The interval is everything, or all beyond a border.
  case intervalUnbounded(PilotEstimate.Estimator, PilotEstimate.Inference)
  /// The effects that are not rejected lie in several pieces; the interval spans them all.
  case intervalDisjoint(PilotEstimate.Estimator, PilotEstimate.Inference, pieces: [AssessmentPiece])
  /// This inference ranks draws and gives neither a standard error nor degrees of freedom.
  case noStandardError(PilotEstimate.Estimator, PilotEstimate.Inference)
  /// This inference gives no interval.
  case noInterval(PilotEstimate.Estimator, PilotEstimate.Inference)
  /// The normal distribution was used, which has no degrees of freedom.
  case normalApproximation(PilotEstimate.Estimator, PilotEstimate.Inference)
  /// A p-value by formula can be as small as one likes.
  case noSmallestP(PilotEstimate.Estimator, PilotEstimate.Inference)
  /// The estimates are per unit of dose; this is what the offer did to the dose.
  case doseStage(DoseStage)
  /// Effects before treatment began, tested jointly.
  case preTrend(EventStudy.PreTrendTest)
  /// Effects before treatment began can't be tested jointly: none, or too few clusters.
  case preTrendUntestable
  /// Staggered starts: treated cells that the two-way effect counts backwards.
  case negativeWeights(NegativeWeights)

  /// The identifier of the warning in files.
  public var code: String {
    switch self {
    case .unbalanced: "unbalanced"
    case .timeGap: "time_gap"
    case .alwaysTreatedDropped: "always_treated_dropped"
    case .everyoneTreatedAtOneDate: "everyone_treated_at_one_date"
    case .estimatorRefused: "estimator_refused"
    case .inferenceRefused: "inference_refused"
    case .eventsRefused: "events_refused"
    case .covariateDropped: "covariate_dropped"
    case .covariatesNotUsed: "covariates_not_used"
    case .incompleteUnitsDropped: "incomplete_units_dropped"
    case .noNeverTreated: "no_never_treated"
    case .fewTreatedClusters: "few_treated_clusters"
    case .exchangeabilityAssumed: "exchangeability_assumed"
    case .noTestPossible: "no_test_at_5_percent_possible"
    case .intervalUnbounded: "interval_unbounded"
    case .intervalDisjoint: "interval_disjoint"
    case .noStandardError: "no_standard_error"
    case .noInterval: "no_interval"
    case .normalApproximation: "normal_approximation"
    case .noSmallestP: "no_smallest_p"
    case .doseStage: "dose_stage"
    case .preTrend: "pre_trend"
    case .preTrendUntestable: "pre_trend_untestable"
    case .negativeWeights: "negative_weights"
    }
  }
}

/// One stretch of effects that a test does not reject; nil where it has no end.
public struct AssessmentPiece: Equatable, Sendable {
  /// The lower end.
  public var low: Double?
  /// The upper end.
  public var high: Double?
}

/// Why an estimator or an inference is not lawful for a panel.
public enum AssessmentRefusal: String, Error, CaseIterable, Sendable {
  /// Treatment can't be told apart from units, times and covariates.
  case notIdentified = "not_identified"
  /// Errors by cluster are no evidence when one cluster alone is treated.
  case oneTreatedCluster = "one_treated_cluster"
  /// Leaving out one cluster leaves nothing to estimate the effect from.
  case notIdentifiedWithoutACluster = "not_identified_without_a_cluster"
  /// Covariates foretell who is treated; nobody comparable is left.
  case noOverlap = "no_overlap"
  /// Nothing varies that the errors could be taken from.
  case noVariation = "no_variation"
  /// The reference for this inference with weights is not settled.
  case weighted = "weighted"
  /// Clusters are too large for the matrices this needs.
  case tooLarge = "too_large"
  /// A unit lacks a row for some time.
  case unbalanced
  /// Every unit becomes treated, so that nobody is left to be mixed.
  case noNeverTreated = "no_never_treated"
  /// Fewer than two times before treatment.
  case tooFewPeriodsBefore = "too_few_periods_before"
  /// Too few times before or after the start for a line on each side.
  case tooFewPeriods = "too_few_periods"
  /// Controls must outnumber the treated units, and be at least three to be ranked among.
  case tooFewControls = "too_few_controls"
  /// One treated unit can't be left out.
  case oneTreatedUnit = "one_treated_unit"
  /// More event times than clusters: their covariance can't be told.
  case tooFewClusters = "too_few_clusters"
  /// Treatment starts at several times.
  case staggered
  /// The offer left the dose where it was, so that nothing can be divided by it.
  case doseUnchanged = "dose_unchanged"
}
