/// A fault in the form of a CSV table.
public enum TableFault: Equatable, Sendable {
  /// A quotation mark that is never closed, placed where it was opened.
  case unclosedQuote
  /// A quotation mark inside a field, or text after a closing one.
  case strayQuote
  /// A row with another number of fields than the header; it begins and ends in these lines.
  case raggedRow(fields: Int, header: Int, lastLine: Int?)
  /// All rows have another number of fields than the first line of the file.
  case headerUnlikeRows(header: Int, fields: Int)
  case duplicateHeader(name: String, firstColumn: Int)
  /// Columns without a name, the first of which has this number.
  case emptyHeader(firstColumn: Int, count: Int)
  case noRows
  case missingColumn(name: String, nearest: String?, allowed: [String])
  /// A cell that may not be blank.
  case blank
}
