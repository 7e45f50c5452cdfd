/// Why a cell of the register is refused.
public enum RegisterFault: Error, Equatable, Sendable {
  /// A number of 18 digits that a spreadsheet has shortened to 15.
  case spoiltIdentifier(text: String)
  case notASex(text: String)
  case notAGrade(text: String, nearest: String?)
  case duplicateIdentifier(text: String, firstLine: Int)
}
