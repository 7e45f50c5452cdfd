/// The columns of a panel as they were read, not yet checked; all have one entry a row.
public struct PanelColumns: Sendable {
  /// How the file says who is treated when.
  public enum Treatment: Equatable, Sendable {
    /// Whether the unit is treated in the row's period.
    case path([Bool])
    /// The time from which the row's unit is treated; nil for never.
    case firstTreated([Int?])

    var count: Int {
      switch self {
      case .path(let path): path.count
      case .firstTreated(let times): times.count
      }
    }
  }

  /// A column that accounts for differences between units or times.
  public struct Covariate: Equatable, Sendable {
    /// The name of the column.
    public let name: String
    /// The value in each row, finite.
    public let values: [Double]

    /// Makes a covariate of a name and one value a row.
    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// What the numbers of ``time`` count.
  public var clock: PanelClock
  /// Who is observed.
  public var unit: PanelLabels
  /// When.
  public var time: [Int]
  /// The outcome, in its own unit of measure.
  public var outcome: [Double]
  /// Who is treated when.
  public var treatment: Treatment
  /// Groups of units whose luck may be shared; nil when each unit is its own cluster.
  public var cluster: PanelLabels?
  /// Columns to account for.
  public var covariates: [Covariate]
  /// Columns that no estimate accounts for: a dose, outcomes that should not change.
  public var others: [Covariate]
  /// How much each row counts, above 0; nil when all count the same.
  public var weights: [Double]?

  /// Gathers the columns; those left out are absent.
  public init(
    clock: PanelClock = .number, unit: PanelLabels, time: [Int], outcome: [Double],
    treatment: Treatment
  ) {
    self.clock = clock
    self.unit = unit
    self.time = time
    self.outcome = outcome
    self.treatment = treatment
    cluster = nil
    covariates = []
    others = []
    weights = nil
  }
}
