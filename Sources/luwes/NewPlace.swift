import Foundation
import HybridWork
import RunArchive

/// Where a command puts a file or folder that is not replaced unasked: it may have been changed, filled in
/// or given to somebody.
struct NewPlace {
  let path: String
  let language: Language
  /// Whether the command has an option to replace what is there.
  var mayOverwrite = false

  /// Refuses a place that is taken.
  ///
  /// - Throws: ``Exit/badInput`` after saying so.
  func check() throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let wording =
      mayOverwrite
      ? Bilingual(
        id: "\(path): sudah ada; pakai nama lain atau --overwrite.",
        en: "\(path): exists already; choose another name or --overwrite.")
      : Bilingual(
        id: "\(path): sudah ada; pakai nama lain dengan --out.",
        en: "\(path): exists already; choose another name with --out.")
    complain(wording[language])
    throw Exit.badInput
  }

  /// Writes a file there as a whole.
  ///
  /// - Throws: ``Exit/badInput`` after saying what keeps it from being written.
  func write(_ content: Data) throws {
    do {
      try content.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      complain(WritingRefusal(error).sentence(path, language))
      throw Exit.badInput
    }
  }
}
