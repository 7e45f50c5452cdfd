public import HybridWork
public import Simulation
import Statistics

/// Whether the means of a run are as precise as asked, and what would make them so.
public struct PrecisionCheck: Sendable {
  /// The numbers of replications that are tried one after another, so that chance never decides
  /// where to stop within a round.
  public static let rounds = [2, 4, 8, 16, 32]
  /// The outcomes that are looked at.
  public static let outcomes: [Outcome] = [
    .coverage, .p90WaitMinutes, .budgetNetRupiah, .outputChange,
  ]

  /// What was asked: the half-width of the 90% Monte Carlo interval as a share of the outcome.
  public let precision: Double
  /// The widest half-width as a share.
  public let widest: Double
  /// The outcome and the policy whose half-width is widest; nil when nothing varies.
  public let outcome: Outcome?, policy: Policy?
  /// Whether every mean is precise enough.
  public var isMet: Bool { widest <= precision }
  /// The worlds without which no number of replications would be enough; nil if replications can do
  /// it, or have.
  public let needsWorlds: Int?

  /// Looks at the differences of all policies from the baseline.
  ///
  /// An outcome is measured by the baseline's mean or the mean difference, whichever is larger, since
  /// savings begin at nothing.
  public init(_ result: StudyResult, precision: Double) {
    self.precision = precision
    var widest = (share: 0.0, outcome: Outcome?.none, policy: Policy?.none)
    var needed = 0
    let worlds = result.study.run.worlds
    for outcome in Self.outcomes {
      guard let baseline = result.intervals(outcome, scenario: 0) else { continue }
      for (place, policy) in result.study.policies.enumerated() {
        guard let found = result.intervals(outcome, scenario: place + 1, against: 0) else {
          continue
        }
        let size = max(abs(baseline.range.mean), abs(found.range.mean))
        let interval = found.error.interval()
        let reach = (interval.high - interval.low) / 2
        guard size > 0, reach.isFinite else { continue }
        if reach / size > widest.share { widest = (reach / size, outcome, policy) }
        // What is left when luck is averaged away: the spread of worlds over their number.
        guard found.error.standardError > 0, found.parts.between.isFinite else { continue }
        let left =
          reach / found.error.standardError
          * (found.parts.between / Double(worlds)).squareRoot() / size
        guard left > precision else { continue }
        let times = (left / precision) * (left / precision)
        needed = max(needed, Int((Double(worlds) * times).rounded(.up)))
      }
    }
    (self.widest, self.outcome, self.policy) = widest
    needsWorlds = needed > worlds ? needed : nil
  }
}
