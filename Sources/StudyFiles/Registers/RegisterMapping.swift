public import HybridWork

/// How an agency's export maps to Luwes' columns.
public struct RegisterMapping: Sendable {
  /// The header in the file of each column that has another one than its own name.
  public var columns: [RegisterColumn: String]
  /// Whether numbers in the file have a decimal comma instead of a point.
  public var decimalComma: Bool
  /// How the file numbers the boxes of the talent map.
  public var talentNumbering: TalentNumbering
  /// What becomes of rows that cannot be read.
  public var onBadRow: BadRowTreatment
  /// Whether the rows that are left out are kept with their cells, which are personal data.
  public var keepsSkippedRows: Bool
  /// Where commute distances come from when the file has none; nil if it must have them.
  public var distances: DrawnDistances?

  /// States how a file is to be read; by default as Luwes writes it.
  public init(
    columns: [RegisterColumn: String] = [:], decimalComma: Bool = false,
    talentNumbering: TalentNumbering = .permenPANRB, onBadRow: BadRowTreatment = .fail,
    keepsSkippedRows: Bool = false
  ) {
    self.columns = columns
    self.decimalComma = decimalComma
    self.talentNumbering = talentNumbering
    self.onBadRow = onBadRow
    self.keepsSkippedRows = keepsSkippedRows
  }

  /// The header under which a column stands in the file.
  func header(of column: RegisterColumn) -> String { columns[column] ?? column.rawValue }
}
