/// What a pilot changed by one estimator and one inference, with how sure one can be.
///
/// A figure that is undefined is nil, and the assessment's warnings say why.
public struct PilotEstimate: Equatable, Sendable {
  /// How the effect was estimated; raw values are the identifiers of files.
  public enum Estimator: String, CaseIterable, Sendable {
    case twfe
    case callawaySantanna = "callaway_santanna"
    case syntheticControl = "synthetic_control"
    case syntheticDiD = "synthetic_did"
    case interruptedTimeSeries = "interrupted_time_series"
  }

  /// Where the doubt comes from; raw values are the identifiers of files.
  public enum Inference: String, CaseIterable, Sendable {
    case cr1
    case cr2
    case cr3
    case wildClusterBootstrap = "wild_cluster_bootstrap"
    case randomization
    case influenceFunction = "influence_function"
    case placebo
    case jackknife
    case hac
  }

  /// Which cells the effect is a mean of.
  public enum Aggregation: String, CaseIterable, Sendable {
    case overall
    case simple
    case group
    case calendar
    case event
  }

  /// How many rows, units and clusters the estimate rests on.
  public struct Counts: Equatable, Sendable {
    /// Rows used.
    public var rows: Int
    /// Units used.
    public var units: Int
    /// Units that become treated.
    public var treatedUnits: Int
    /// Clusters used.
    public var clusters: Int
    /// Clusters that hold a treated unit.
    public var treatedClusters: Int

    /// The counts of a whole panel.
    public init(_ panel: Panel) {
      rows = panel.rowCount
      units = panel.unitCount
      treatedUnits = panel.treatedUnitCount
      clusters = panel.clusterCount
      treatedClusters = panel.treatedClusterCount
    }
  }

  /// How the effect was estimated.
  public let estimator: Estimator
  /// Where the doubt comes from.
  public let inference: Inference
  /// Which cells the effect is a mean of.
  public let aggregation: Aggregation
  /// The first treated time of the cells, for effects by group.
  public var group: Int?
  /// The time of the cells, for effects by calendar time.
  public var calendarTime: Int?
  /// The time since treatment began, for effects by event time; before it, negative.
  public var eventTime: Int?
  /// The effect, in the outcome's unit of measure.
  public var estimate: Double?
  /// The standard error of the effect.
  public var standardError: Double?
  /// The degrees of freedom of the t distribution; nil for the normal and for draws.
  public var degreesOfFreedom: Double?
  /// The lower end of the interval; nil when it has none.
  public var low: Double?
  /// The upper end of the interval; nil when it has none.
  public var high: Double?
  /// Whether the interval reaches to infinity at an end; nil when there is no interval.
  public var isUnbounded: Bool?
  /// The two-sided p-value of no effect.
  public var pValue: Double?
  /// The smallest p-value this inference could have given with so many units or clusters.
  public var minimumAttainableP: Double?
  /// What it rests on.
  public let counts: Counts

  /// Makes an estimate whose figures are all undefined as yet.
  public init(
    _ estimator: Estimator, _ inference: Inference, _ aggregation: Aggregation, counts: Counts
  ) {
    self.estimator = estimator
    self.inference = inference
    self.aggregation = aggregation
    self.counts = counts
  }
}
