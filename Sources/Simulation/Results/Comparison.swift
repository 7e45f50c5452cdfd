import HybridWork
public import Statistics

/// One outcome of a scenario: its level, and its difference from the baseline pair by pair.
///
/// A pair shares world and replication, so absences, take-up draws and prices are the same on both
/// sides. Intervals are ranges of outcomes in one calendar: not knowing the world and the luck of
/// the days together.
public struct Comparison: Sendable {
  /// The scenario's own values.
  public let level: SampleSummary
  /// The scenario's value less the baseline's.
  public let difference: SampleSummary
  /// Share of pairs in which the scenario is better; NaN for outcomes without a direction.
  public let probabilityBetter: Double
  /// Share of pairs in which neither is better; NaN for outcomes without a direction.
  public let probabilityEqual: Double
  private let direction: Outcome.Direction

  init(
    outcome: Outcome, values: UnsafeBufferPointer<Double>, baseline: UnsafeBufferPointer<Double>
  ) {
    direction = outcome.direction
    level = SampleSummary(Array(values))
    let differences = zip(values, baseline).map { $0 - $1 }
    difference = SampleSummary(differences)
    // "Better" means by more than rounding could make: 1e-9 of the baseline's magnitude.
    let tolerance = 1e-9 * abs(SampleSummary.mean(baseline))
    let defined = differences.filter { !$0.isNaN }
    guard direction != .info, !defined.isEmpty else {
      probabilityBetter = .nan
      probabilityEqual = .nan
      return
    }
    let sign = outcome.direction == .maximise ? 1.0 : -1.0
    let better = defined.count { $0 * sign > (tolerance.isNaN ? 0 : tolerance) }
    let equal = defined.count { abs($0) <= (tolerance.isNaN ? 0 : tolerance) }
    probabilityBetter = Double(better) / Double(defined.count)
    probabilityEqual = Double(equal) / Double(defined.count)
  }

  /// The reading against one threshold; nil when the outcome is not defined here.
  func verdict(_ threshold: Threshold) -> Verdict? {
    let judged = threshold.comparison == .level ? level : difference
    guard judged.count > 0 else { return nil }
    let sign = direction == .minimise ? -1.0 : 1.0
    let badEnd = direction == .minimise ? judged.p95 : judged.p05
    if sign * judged.mean < sign * threshold.watch { return .refuse }
    return sign * badEnd >= sign * threshold.safe ? .safe : .watch
  }
}
