import Foundation
import RunArchive

/// A workbook that is written to a file of its own first, since its library writes to paths only.
enum TemporaryWorkbook {
  /// The bytes that `write` leaves at the path it is given.
  ///
  /// What the library says on standard error is left out: the refusal is said once, in a sentence.
  ///
  /// - Throws: What `write` throws, or ``WritingRefusal`` in a ``Failure`` when the disk is the reason.
  static func content(_ write: (String) throws -> Void) throws -> Data {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: url) }
    errno = 0
    do {
      try silently { try write(url.path) }
      return try Data(contentsOf: url)
    } catch {
      let refusal = WritingRefusal(code: errno)
      if case .other = refusal { throw error }
      throw Failure(folder: FileManager.default.temporaryDirectory.path, refusal: refusal)
    }
  }

  /// The system refused to write the file.
  struct Failure: Error {
    /// The folder for files on the way.
    let folder: String
    let refusal: WritingRefusal
  }

  private static func silently(_ work: () throws -> Void) rethrows {
    fflush(nil)
    let (kept, nowhere) = (dup(STDERR_FILENO), open("/dev/null", O_WRONLY))
    if nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
    defer {
      let code = errno
      fflush(nil)
      if kept >= 0 {
        dup2(kept, STDERR_FILENO)
        close(kept)
      }
      if nowhere >= 0 { close(nowhere) }
      errno = code
    }
    try work()
  }
}
