import Foundation
import HybridWork
import Reports
import RunArchive

/// What a run has come to, whether it was computed now or kept from before.
struct FinishedRun {
  /// What a run prints.
  struct Printed: Codable {
    let page: TerminalPage
    /// What a shadow test marks; nil without one.
    let notice: String?
  }

  let manifest: Manifest
  /// Names and contents of the results, the manifest among them.
  let files: [(name: String, content: Data)]
  let printed: Printed

  /// A run that was computed now.
  init(_ outputs: ResultFiles, _ manifest: Manifest, _ printed: Printed) throws {
    self.manifest = manifest
    self.printed = printed
    files =
      (outputs.files + [("manifest.json", try manifest.json())]).map {
        ($0.name, Data($0.text.utf8))
      } + outputs.binaries
  }

  /// A run that was kept; nil if it is of another form.
  init?(_ kept: KeptRun) {
    let decoder = JSONDecoder()
    guard let file = kept.files.first(where: { $0.name == "manifest.json" }),
      let manifest = try? decoder.decode(Manifest.self, from: file.content),
      let printed = try? decoder.decode(Printed.self, from: Data(kept.table.utf8))
    else { return nil }
    self.manifest = manifest
    self.printed = printed
    files = kept.files
  }

  /// Writes the results, prints the table and records the run.
  ///
  /// - Throws: ``Exit/badInput`` after saying what keeps it from being written.
  func deliver(to path: String, _ language: Language, isQuiet: Bool, record: RunRecord?) throws {
    try ResultsWording.explaining(language) {
      try ResultsFolder(path: path).replace(with: [], binaries: files)
    }
    if !isQuiet {
      print(printed.page.text(width: Run.terminalWidth))
      if let notice = printed.notice { print("\n\(notice)") }
      print("\n\(path)  \(manifest.runID.prefix(12))")
    }
    guard let record else { return }
    // The table is on the screen while the database is written.
    fflush(nil)
    let tables = files.filter { $0.name.hasSuffix(".csv") }.map {
      (name: $0.name, text: String(decoding: $0.content, as: UTF8.self))
    }
    try record.add(RecordedRun(manifest, files: tables), folder: path)
  }
}
