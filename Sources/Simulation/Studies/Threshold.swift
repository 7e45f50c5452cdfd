public import HybridWork

/// What an outcome must keep for a policy to be called safe.
public struct Threshold: Hashable, Sendable {
  /// Whether the policy's own level or its difference from the baseline is judged.
  public enum Comparison: String, CaseIterable, Sendable {
    case level, difference
  }

  /// The outcome judged.
  public let outcome: Outcome
  /// Level or difference.
  public let comparison: Comparison
  /// The value that even the bad end of the 90% range must keep to be safe.
  public let safe: Double
  /// The value the mean must keep not to be refused.
  public let watch: Double

  /// A threshold on an outcome that has a direction.
  public init(outcome: Outcome, comparison: Comparison, safe: Double, watch: Double) {
    self.outcome = outcome
    self.comparison = comparison
    self.safe = safe
    self.watch = watch
  }
}

/// The reading of a policy against the study's thresholds.
public enum Verdict: Int, Comparable, Sendable {
  /// Every judged outcome keeps its safe value even at the bad end of its 90% range.
  case safe
  /// The mean keeps the watch value, the range does not keep the safe one.
  case watch
  /// The mean breaks the watch value.
  case refuse

  /// Orders verdicts from good to bad.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
}
