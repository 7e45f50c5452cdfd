import ArgumentParser
import Foundation
import HybridWork
import RunArchive
import StudyFiles

/// `luwes convert`: the workbook of a study as the YAML and CSV files of a study.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn the workbook of a study into its YAML and CSV files.")

  @Argument(help: "The workbook that luwes template --study made.")
  var workbook: String

  @Option(help: "The study's folder to make.")
  var out: String

  @OptionGroup var language: LanguageOption

  func run() throws {
    let isIndonesian = language.language == .indonesian
    try NewPlace(path: out, language: language.language).check()
    let log = DiagnosticLog()
    let files = WorkbookStudy.files(workbook, log: log)
    // The files as they would be read, so that nothing wrong is written.
    let isSound = files != nil && StudyLoader.load(workbook, log: log) != nil
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let files, isSound, !log.hasErrors else {
      complain(
        isIndonesian
          ? "Ada kesalahan dalam buku kerja; tidak ada yang ditulis."
          : "There are mistakes in the workbook; nothing was written.")
      throw Exit.badInput
    }
    try write(files)
    let names = files.map(\.name).joined(separator: ", ")
    print(
      isIndonesian
        ? "\(workbook) → \(out): \(files.count) berkas (\(names))"
        : "\(workbook) → \(out): \(files.count) files (\(names))")
  }

  /// Writes a folder beside the place first, so that a failure leaves no half of it.
  private func write(_ files: [(name: String, text: String)]) throws {
    let place = URL(fileURLWithPath: out)
    let draft = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).\(UUID().uuidString)")
    do {
      try WorkbookStudy.write(files, to: draft.path)
      try FileManager.default.moveItem(at: draft, to: place)
    } catch {
      try? FileManager.default.removeItem(at: draft)
      complain(WritingRefusal(error).sentence(out, language.language))
      throw Exit.badInput
    }
  }
}
