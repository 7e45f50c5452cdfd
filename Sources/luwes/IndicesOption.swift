import Foundation
import HybridWork
import RunArchive
import Simulation
import StudyFiles

/// Sobol' indices that `luwes sensitivity` wrote, as `--sensitivity` gives them to a run's report.
struct IndicesOption {
  /// What keeps a folder's indices out of a report.
  private enum Refusal {
    /// The folder has no table of indices.
    case noIndices
    /// The table is not the one that its manifest names.
    case changed
    /// The table is of another study, or of other assumptions or another baseline.
    case otherRun
    /// Files that the table was made from and that the study does not read so.
    case otherInputs([String])
    /// Another folder has indices of the same policy and outcome.
    case twice(String)
  }

  /// The file that folders have and a run gets.
  static let fileName = "sensitivity.csv"

  /// The files of a folder that are read.
  static func files(of folder: String) -> [String] {
    [fileName, "manifest.json"].map { "\(folder)/\($0)" }
  }

  /// The tables of all folders as one; nil without any.
  let table: String?

  /// Reads the folders, or ends with every complaint about them.
  ///
  /// - Parameters:
  ///   - folders: What `luwes sensitivity --out` wrote.
  ///   - loaded: The study that is run.
  ///   - language: The language of complaints.
  /// - Throws: ``Exit/badInput``.
  init(folders: [String], _ loaded: LoadedStudy, _ language: Language) throws {
    guard !folders.isEmpty else {
      table = nil
      return
    }
    let inputs = try ResultFiles.entries(loaded.inputs)
    let options = ResultFiles.options(loaded, language)
    var lines: [String] = []
    var seen: Set<String> = []
    var isRefused = false
    for folder in folders {
      switch Self.read(folder, of: loaded.study.header.id, options, inputs) {
      case .success(let text):
        let rows = CSVRecords(text).rows
        let divided = Set(rows.map { $0.prefix(2).joined(separator: " ") }).sorted()
        if let again = divided.first(where: seen.contains) {
          complain(Self.text(.twice(again), folder, language))
          isRefused = true
        }
        seen.formUnion(divided)
        // Every table that Luwes writes ends with a line break.
        lines.append(lines.isEmpty ? text : Self.withoutHeader(text))
      case .failure(let failure):
        complain(Self.text(failure.refusal, folder, language))
        isRefused = true
      }
    }
    guard !isRefused else { throw Exit.badInput }
    table = lines.joined()
  }

  private struct Failure: Error { let refusal: Refusal }

  private static func read(
    _ folder: String, of study: String, _ options: Manifest.Options, _ inputs: [Manifest.Entry]
  ) -> Result<String, Failure> {
    let url = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(fileName)
    guard let manifest = try? Manifest.read(results: folder),
      let entry = manifest.outputs.first(where: { $0.path == fileName }),
      let bytes = FileManager.default.contents(atPath: url.path)
    else { return .failure(Failure(refusal: .noIndices)) }
    guard ContentHash(bytes).digits == entry.sha256 else {
      return .failure(Failure(refusal: .changed))
    }
    guard manifest.study == study, manifest.options.baseline == options.baseline,
      manifest.options.assumptionSet == options.assumptionSet,
      manifest.options.held == options.held
    else { return .failure(Failure(refusal: .otherRun)) }
    let other = manifest.inputs.filter { !inputs.contains($0) }.map(\.path)
    guard other.isEmpty else { return .failure(Failure(refusal: .otherInputs(other))) }
    return .success(String(decoding: bytes, as: UTF8.self))
  }

  private static func withoutHeader(_ text: String) -> String {
    text.firstIndex { $0.isNewline }.map { String(text[text.index(after: $0)...]) } ?? ""
  }

  private static func text(
    _ refusal: Refusal, _ folder: String, _ language: Language
  ) -> String {
    let again = "luwes sensitivity … --out \(folder)"
    let text: Bilingual
    switch refusal {
    case .noIndices:
      text = Bilingual(
        id: "tidak memuat \(fileName) dengan manifesnya; buat dengan \(again).",
        en: "has no \(fileName) with its manifest; make it by \(again).")
    case .changed:
      text = Bilingual(
        id: "\(fileName) diubah sejak dihitung; jalankan lagi \(again).",
        en: "\(fileName) was changed since it was computed; run again \(again).")
    case .otherRun:
      text = Bilingual(
        id:
          "indeks ini dari studi, kebijakan pembanding, atau asumsi tetap yang lain; jalankan lagi "
          + "\(again) dengan pilihan yang sama.",
        en:
          "these indices are of another study, baseline or held assumption; run again \(again) with "
          + "the same options.")
    case .otherInputs(let names):
      text = Bilingual(
        id:
          "berkas masukan berbeda dari yang dipakai indeks ini: \(names.joined(separator: ", ")); "
          + "jalankan lagi \(again).",
        en: "input files differ from those of these indices: \(names.joined(separator: ", ")); run "
          + "again \(again).")
    case .twice(let pair):
      text = Bilingual(
        id: "indeks untuk \(pair) sudah ada dari folder lain; sebutkan satu saja.",
        en: "another folder has indices of \(pair) already; name only one.")
    }
    return "\(folder): \(text[language])"
  }
}
