public import HybridWork

/// Why evidence can't be set against a study's worlds; `entry` counts from 1.
public enum PosteriorError: Error, Equatable, Sendable {
  /// The study runs no such policy.
  case unknownPolicy(entry: Int, String)
  /// The study does not report the outcome for this group, or it is not defined there.
  case notReported(entry: Int, Outcome, group: String)
  /// An amount over the whole calendar, which no panel of months estimates.
  case isTotal(entry: Int, Outcome)
  /// A study predicts the effect of an offer, nothing else.
  case otherEstimand(entry: Int)
  /// The error is no evidence with so few units, or at all.
  case invalidInference(entry: Int, PilotEvidence.Inference, fewest: Int?)
  /// Fewer worlds than needed carry the weight.
  case tooFewWorlds(effective: Double, needed: Double)
}
