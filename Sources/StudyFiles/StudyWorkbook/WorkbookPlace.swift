/// A cell of a workbook.
package struct WorkbookPlace: Equatable, Sendable {
  /// The sheet's name as the workbook has it.
  package let sheet: String
  /// The row, counted from 1.
  package let row: Int
  /// The column, counted from 1.
  package let column: Int
}
