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
  /// A workbook that can't be opened: damaged, protected by a password, or another archive.
  case brokenWorkbook
  /// A workbook without a visible sheet that holds anything.
  case emptyWorkbook
  /// A workbook, and no program here that reads it.
  case noWorkbookReader
  /// A workbook that can't be read since the folder for files on the way has no space left.
  case temporaryFolderFull(path: String)
  /// A workbook that can't be read since nothing can be written to the folder for files on the way.
  case temporaryFolderClosed(path: String)
  /// A byte that is not part of a UTF-8 character; `lines` counts all lines with such bytes.
  case notUTF8(byte: UInt8, lines: Int)
  /// A character that no text contains; `lines` counts all lines with such characters.
  case controlCharacter(code: UInt32, lines: Int)
  /// More complaints were found in the file than are shown.
  case furtherFaults(count: Int)
}
