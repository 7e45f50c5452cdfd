/// How a table of positions names its columns and writes its numbers.
package struct PositionsMapping: Sendable {
  /// The header in the file of each column that has another one than its own name.
  package var columns: [PositionColumn: String]
  /// Whether numbers in the file have a decimal comma instead of a point.
  package var decimalComma: Bool

  /// States how a file is to be read; by default as Luwes writes it.
  package init(columns: [PositionColumn: String] = [:], decimalComma: Bool = false) {
    self.columns = columns
    self.decimalComma = decimalComma
  }

  /// The header under which a column stands in the file.
  func header(of column: PositionColumn) -> String { columns[column] ?? column.rawValue }
}
