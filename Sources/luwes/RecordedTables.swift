import Foundation
import HybridWork
import RunArchive

/// The tables of a results folder, as its run left them.
struct RecordedTables {
  let manifest: Manifest
  /// Names and texts.
  let files: [(name: String, text: String)]

  /// Reads those that are there.
  ///
  /// - Throws: ``Exit/badInput`` after saying which was changed, or that there is none.
  init(results: String, language: Language) throws {
    let verification: Verification
    do throws(Verification.Failure) {
      manifest = try Manifest.read(results: results)
      verification = try Verification(results: results, study: results)
    } catch {
      complain(VerificationWording(language: language).text(error))
      throw Exit.badInput
    }
    let tables = verification.files.filter { $0.role == .output && $0.path.hasSuffix(".csv") }
    let changed = tables.filter { $0.state == .changed }
    guard changed.isEmpty, verification.hasOwnRunID, tables.contains(where: { $0.state == .same })
    else {
      let wording = DocumentsWording(language: language)
      for file in changed { complain(wording.unfit(file)) }
      complain(wording.runAgain(study: "scenarios/\(manifest.study)"))
      throw Exit.badInput
    }
    files = tables.filter { $0.state == .same }.map { file in
      let url = URL(fileURLWithPath: results, isDirectory: true).appendingPathComponent(file.path)
      let bytes = FileManager.default.contents(atPath: url.path) ?? Data()
      return (file.path, String(decoding: bytes, as: UTF8.self))
    }
  }
}
