/// A place in a text file.
public struct TextPosition: Equatable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// The column in characters (Unicode scalars), counted from 1; nil for the whole line.
  public let column: Int?

  /// The place at a line and, where it is known, a column.
  public init(line: Int, column: Int? = nil) {
    self.line = line
    self.column = column
  }
}
