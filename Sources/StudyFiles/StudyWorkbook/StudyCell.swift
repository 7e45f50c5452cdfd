/// What one cell of a study's workbook holds.
public enum StudyCell: Equatable, Sendable {
  case blank
  case text(String)
  /// A number as it is written with a decimal point, without exponent.
  case number(String)
  /// A day as `YYYY-MM-DD`.
  case date(String)

  /// The text the cell shows, blanks around it left out; empty for a blank cell.
  var shown: String {
    switch self {
    case .blank: ""
    case .text(let text): text.trimmed
    case .number(let text), .date(let text): text
    }
  }
}

extension String {
  /// The text without blanks and line ends around it.
  var trimmed: String {
    String(
      drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
