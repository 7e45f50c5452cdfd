/// A fault in the workbook of a whole study.
public enum WorkbookFault: Equatable, Sendable {
  /// A cell with a formula, whose value depends on others.
  case formula
  /// An error such as `#REF!`.
  case errorValue(String)
  /// A cell that is joined with others.
  case merged
  /// Text that is no YAML, for the reason the reader gives.
  indirect case notYAML(Problem)
  case missingSheet(String)
  /// A column that the sheet must have, by the name in its third row.
  case missingColumn(String)
  /// A cell in a column without a name in the third row, or with one that nobody reads.
  case unknownColumn(String)
  case unknownKey(String)
  /// A name that can be no file's, such as one with a slash.
  case unsafeName(String)
  case duplicateName(String, firstRow: Int)
  /// A value that is given by a cell and by text.
  case givenTwice(String)
  /// A rule of a policy that has no row.
  case noSuchPolicy(String)
  case unknownRole(String, allowed: [String])
  /// Not exactly one policy that others are compared with.
  case baselines(count: Int)
  /// A file the study names and the workbook does not hold.
  case missingText(String)
  /// A row that cannot be kept in a cell, since the text is too long for one.
  case tooLong(String)
}
