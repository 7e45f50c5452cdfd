/// A place in a text file.
public struct TextPosition: Equatable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// The column in characters (Unicode scalars), counted from 1; nil for the whole line.
  public let column: Int?
  /// The cell of a sheet, such as `C12`; nil for text.
  public let cell: String?

  /// The place at a line and, where it is known, a column.
  public init(line: Int, column: Int? = nil) {
    self.line = line
    self.column = column
    cell = nil
  }

  /// The place of a cell of a sheet, its row and column counted from 1.
  init(row: Int, sheetColumn: Int) {
    line = row
    column = nil
    var name = ""
    var rest = sheetColumn
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    cell = "\(name)\(row)"
  }
}
