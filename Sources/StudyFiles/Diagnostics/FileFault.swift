/// A fault that concerns a file as a whole, or its bytes.
public enum FileFault: Error, Equatable, Sendable {
  case missing
  case isFolder
  /// The system refused to open or read the file, for the reason it gave.
  case unreadable(reason: String)
  case tooLarge(bytes: Int, limit: Int)
  case empty
  /// The bytes are those of UTF-16, as some programs write "Unicode text".
  case isUTF16
  /// The bytes are those of a spreadsheet workbook or another archive.
  case isWorkbook
  /// A byte that is not part of a UTF-8 character; `lines` counts all lines with such bytes.
  case notUTF8(byte: UInt8, lines: Int)
  /// A character that no text contains; `lines` counts all lines with such characters.
  case controlCharacter(code: UInt32, lines: Int)
  /// More complaints were found in the file than are shown.
  case furtherFaults(count: Int)
}
