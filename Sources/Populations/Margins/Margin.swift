/// How many people have each combination of values in one or more columns.
public struct Margin: Equatable, Sendable {
  /// The people who share one combination of values.
  public struct Cell: Equatable, Sendable {
    /// One value for each column of the margin, in the margin's order.
    public let values: [String]
    /// How many people; need not be whole when it comes from a share.
    public let count: Double

    /// States how many people have these values.
    public init(values: [String], count: Double) {
      self.values = values
      self.count = count
    }
  }

  /// The columns counted together.
  public let columns: [String]
  /// The counts; a combination that is not listed has no people.
  public let cells: [Cell]
  /// Where the counts come from.
  public let provenance: Provenance

  /// States a margin; it is checked when people are made from it.
  public init(columns: [String], cells: [Cell], provenance: Provenance) {
    self.columns = columns
    self.cells = cells
    self.provenance = provenance
  }
}
