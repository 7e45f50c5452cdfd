/// A fault in the form of a YAML file.
public enum SyntaxFault: Equatable, Sendable {
  /// A quotation mark or bracket that is never closed, placed where it was opened.
  case notClosed(mark: String)
  case tabulator
  /// A line whose indentation fits neither the line above nor any key.
  case indentation
  /// A colon within a value that is not quoted.
  case colonInValue
  /// A line without the colon that separates key and value.
  case noColon
  /// A value that begins with a character YAML keeps for itself.
  case reservedCharacter(String)
  case unknownEscape
  case tooDeep
  case severalDocuments
  case anchor(name: String)
  case alias(name: String)
  case tag(name: String)
  /// A key that is a list, a mapping or empty.
  case keyIsNotText
  /// Any other fault, in the words of the YAML library.
  case other(detail: String)
}
