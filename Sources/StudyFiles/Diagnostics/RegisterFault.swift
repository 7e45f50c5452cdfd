public import HybridWork

/// Why a cell of the register is refused, or the register as a whole.
public enum RegisterFault: Error, Equatable, Sendable {
  /// A number of 18 digits that a spreadsheet has shortened to 15.
  case spoiltIdentifier(text: String)
  case notASex(text: String)
  case notAGrade(text: String, nearest: String?)
  case duplicateIdentifier(text: String, firstLine: Int)
  /// A spoilt identifier that is not shown, since it may still tell who the person is.
  case spoiltNIP
  /// Commute distances that the register has and the study would draw.
  case distancesTwice
  /// An identifier that stands in an earlier line; it is not shown.
  case identifierTwice(firstLine: Int)
  /// A box of the talent map that is not 1…9.
  case notABox(text: String)
  /// Rows beyond those shown with a fault of the same kind in the same column.
  case furtherRows(count: Int)
  /// A value that may tell who a person is, and so is not repeated.
  case valueNotShown(RegisterColumn)
  /// A first line without any of the headers that are looked for.
  case noHeader(expected: [String])
  /// Rows that were left out, and why.
  case skippedRows(count: Int, of: Int, reasons: [SkippedRows.Reason])
  case noRowLeft
  /// A header that is to be read as two columns.
  case headerMappedTwice(header: String, columns: [RegisterColumn])
  /// A column of categories with too many different values.
  case tooManyValues(limit: Int)
  /// A structural position whose echelon is not given, so that its kind is not known.
  case positionWithoutEchelon(text: String)
}
