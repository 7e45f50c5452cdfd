public import HybridWork
public import Simulation

/// One recorded run in a line.
public struct RunSummary: Equatable, Sendable {
  /// The run's identifier, as in its manifest.
  public let runID: String
  /// When it was recorded, in UTC as ISO 8601.
  public let recordedAt: String
  /// The study's identifier.
  public let study: String
  /// The classification set by the agency; nil when none was set.
  public let classification: Classification?
  /// The version of Luwes that made it.
  public let luwes: String
  /// The seed, in decimal digits.
  public let seed: String
  /// Draws of all assumptions.
  public let worlds: Int
  /// Calendars of luck in each world.
  public let replications: Int
  /// The policy compared with.
  public let baseline: String
  /// How many rows its scenario table has, the baseline among them.
  public let scenarioCount: Int
  /// How many lines of outcomes were recorded; 0 when a clone had no `outcomes.csv`.
  public let outcomeCount: Int
  /// Where its results lay when it was recorded; its next run may lie there by now.
  public let folder: String
}

/// A row of a recorded scenario table.
public struct RecordedScenario: Equatable, Sendable {
  /// A figure of the table with its 90% range, where it has one.
  public struct Value: Equatable, Sendable {
    /// The mean, or the only value.
    public let mean: Double
    /// The ends of the range, 5% and 95%.
    public let low: Double?, high: Double?
  }

  /// The policy's identifier.
  public let policy: String
  /// Its title.
  public let title: Bilingual
  /// Whether it keeps to the norms of its date.
  public let conforms: Bool
  /// The articles it goes beyond.
  public let articles: String
  /// `safe`, `watch`, `refuse`, or empty.
  public let verdict: String
  /// What the row says, as far as it is defined.
  public let figures: [ScenarioFigure: Value]
}

/// The figures of a scenario table that runs are compared by.
public enum ScenarioFigure: String, CaseIterable, Sendable {
  /// Staff who meet the rules, 0…1; the range is what it would be if all unknowns failed or passed.
  case eligibleShare = "eligible_share"
  /// Expected coverage at the weakest service, weekday and half hour, 0…1.
  case worstCoverage = "worst_coverage"
  /// The wait that nine of ten citizens stay below, in minutes.
  case p90Wait = "p90_wait_minutes"
  /// Cash saved by the government's budget over the calendar, in rupiah.
  case cashableSaving = "cashable_saving_rupiah"
  /// Change of output against the baseline, as a share.
  case outputChange = "output_change"
  /// The lowest ratio of access between groups, 0…1.
  case accessRatio = "access_ratio_min"

  /// The columns of the scenario table: the value and, where it has them, the ends of its range.
  var columns: (mean: String, low: String?, high: String?) {
    switch self {
    case .eligibleShare: (rawValue, "\(rawValue)_lower", "\(rawValue)_upper")
    case .accessRatio: (rawValue, nil, nil)
    case .worstCoverage, .p90Wait, .cashableSaving, .outputChange:
      ("\(rawValue)_mean", "\(rawValue)_p05", "\(rawValue)_p95")
    }
  }
}
