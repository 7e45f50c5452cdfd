/// Why columns are not a panel from which an effect can be estimated.
///
/// Rows are counted from 0 in the order in which they were given.
public enum PanelDefect: Error, Equatable, Sendable {
  /// A column of numbers that must be finite.
  public enum Column: Equatable, Sendable {
    case outcome
    case weight
    case covariate(String)
  }

  /// There is no row.
  case noRows
  /// The unit has two rows for one time.
  case duplicate(row: Int, firstRow: Int)
  /// The unit was treated at an earlier time and is not treated in this row.
  case reversal(row: Int, treatedRow: Int)
  /// The first treated time differs from the one in an earlier row of the unit.
  case firstTreatedDiffers(row: Int, firstRow: Int)
  /// The cluster differs from the one in an earlier row of the unit.
  case clusterDiffers(row: Int, firstRow: Int)
  /// The number is NaN or infinite.
  case notFinite(Column, row: Int)
  /// A weight must be above 0.
  case weightNotPositive(row: Int)
  /// All rows are of one time.
  case onePeriod(label: String)
  /// No unit is ever treated within the panel.
  case noneTreated
  /// Every unit is treated from its first row on.
  case allTreatedFromStart
  /// Every treated unit is treated from its first row on; the others never are.
  case nobodyBecomesTreated

  /// The row the defect stands in; nil when it is one of the whole panel.
  public var row: Int? {
    switch self {
    case .duplicate(let row, _), .reversal(let row, _), .firstTreatedDiffers(let row, _),
      .clusterDiffers(let row, _), .notFinite(_, let row), .weightNotPositive(let row):
      row
    case .noRows, .onePeriod, .noneTreated, .allTreatedFromStart, .nobodyBecomesTreated: nil
    }
  }
}

/// All defects of some columns, in the order of their rows.
public struct PanelDefects: Error, Equatable, Sendable {
  /// At least one.
  public let defects: [PanelDefect]
}
