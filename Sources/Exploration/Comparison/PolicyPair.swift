public import HybridWork
public import Simulation
import Statistics

/// One scenario against another, calendar by calendar on the same luck.
public struct PolicyPair: Sendable {
  /// One outcome of the comparison.
  public struct Row: Sendable {
    /// The measure.
    public let outcome: Outcome
    /// The three intervals of the first scenario's level, of the second's, and of the first less the
    /// second.
    public let first: OutcomeIntervals, second: OutcomeIntervals, difference: OutcomeIntervals
    /// The share of calendars in which the first is better, and in which neither is; NaN for outcomes
    /// without a direction.
    public let probabilityBetter: Double, probabilityEqual: Double
    /// The same over world means, where the luck of the days is averaged.
    public let worldsBetter: Double, worldsEqual: Double
    /// What common random numbers leave of luck: its variance in the difference over what it would be
    /// if each side had luck of its own.
    ///
    /// NaN with a single replication.
    public let luckLeft: Double
  }

  /// The scenario that is judged and the one it is judged against.
  public let first: Policy, second: Policy
  /// The outcomes that the study reports, in catalogue order.
  public let rows: [Row]

  /// Compares two scenarios of a result by their places, 0 for the baseline.
  public init(_ result: StudyResult, scenario: Int, against other: Int) {
    first = result.study.scenarios[scenario]
    second = result.study.scenarios[other]
    rows = Outcome.allCases.compactMap { outcome in
      guard let first = result.intervals(outcome, scenario: scenario),
        let second = result.intervals(outcome, scenario: other),
        let difference = result.intervals(outcome, scenario: scenario, against: other),
        difference.range.count > 0
      else { return nil }
      let key = OutcomeKey(outcome)
      let tolerance = result.tolerance(outcome)
      let calendars = zip(
        result.samples.samples(key, scenario: scenario),
        result.samples.samples(key, scenario: other)
      ).map { $0 - $1 }
      let worlds = zip(
        result.worldMeans(outcome, scenario: scenario), result.worldMeans(outcome, scenario: other)
      ).map { $0 - $1 }
      let own = first.parts.within + second.parts.within
      return Row(
        outcome: outcome, first: first, second: second, difference: difference,
        probabilityBetter: Self.better(calendars, outcome, tolerance),
        probabilityEqual: Self.equal(calendars, outcome, tolerance),
        worldsBetter: Self.better(worlds, outcome, tolerance),
        worldsEqual: Self.equal(worlds, outcome, tolerance),
        luckLeft: own > 0 ? difference.parts.within / own : .nan)
    }
  }

  private static func better(
    _ differences: [Double], _ outcome: Outcome, _ tolerance: Double
  ) -> Double {
    let sign = outcome.direction == .maximise ? 1.0 : -1.0
    return share(differences, outcome) { sign * $0 > tolerance }
  }

  private static func equal(
    _ differences: [Double], _ outcome: Outcome, _ tolerance: Double
  ) -> Double {
    share(differences, outcome) { abs($0) <= tolerance }
  }

  private static func share(
    _ differences: [Double], _ outcome: Outcome, _ holds: (Double) -> Bool
  ) -> Double {
    let known = differences.filter { !$0.isNaN }
    guard outcome.direction != .info, !known.isEmpty else { return .nan }
    return Double(known.count(where: holds)) / Double(known.count)
  }
}
