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

  /// The identifier of the warning in files.
  public var code: String {
    switch self {
    case .unbalanced: "unbalanced"
    case .timeGap: "time_gap"
    case .alwaysTreatedDropped: "always_treated_dropped"
    case .everyoneTreatedAtOneDate: "everyone_treated_at_one_date"
    case .estimatorRefused: "estimator_refused"
    case .inferenceRefused: "inference_refused"
    }
  }
}

/// Why an estimator or an inference is not lawful for a panel.
public enum AssessmentRefusal: String, Equatable, Sendable {
  /// Treatment can't be told apart from units, times and covariates.
  case notIdentified = "not_identified"
  /// Errors by cluster are no evidence when one cluster alone is treated.
  case oneTreatedCluster = "one_treated_cluster"
  /// Leaving out one cluster leaves nothing to estimate the effect from.
  case notIdentifiedWithoutACluster = "not_identified_without_a_cluster"
  /// The reference for this inference with weights is not settled.
  case weighted = "weighted"
  /// Clusters are too large for the matrices this needs.
  case tooLarge = "too_large"
}
