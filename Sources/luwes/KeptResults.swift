import ArgumentParser
import Foundation
import HybridWork
import RunArchive
import StudyFiles

/// The results that one run leaves for the next of which nothing has changed.
struct KeptResults {
  private let runs: KeptRuns
  private let request: [String]
  private let language: Language
  private let start = RunStart.now

  /// How many runs are kept, as the environment says it.
  private static let countVariable = "LUWES_KEPT_RUNS"

  /// The results for a run asked for so; nil where none are to be kept.
  ///
  /// - Parameters:
  ///   - request: All that is typed and decides a byte of the results or of what is said.
  ///   - language: The language of results and complaints.
  /// - Throws: A validation error where the environment names no number of runs.
  init?(_ request: [String], language: Language) throws {
    let process = ProcessInfo.processInfo
    var limits = KeptRuns.Limits()
    if let text = process.environment[Self.countVariable], !text.isEmpty {
      guard let count = Int(text), count >= 0 else {
        throw ValidationError("\(Self.countVariable) takes a number of runs, not \(text).")
      }
      limits = KeptRuns.Limits(runs: count)
    }
    guard limits.runs > 0, let folder = WaitingCache.standardFolder(process.environment),
      let program = ProgramIdentity.current(environment: process.environment)
    else { return nil }
    runs = KeptRuns(folder: folder, limits: limits)
    let place = FileManager.default.currentDirectoryPath
    self.request =
      ["luwes run \(Luwes.version)", place, language.rawValue] + program.lines + request
    self.language = language
  }

  /// The run as it was kept, after saying what it said of its inputs; nil if it is to be computed.
  func find() -> FinishedRun? {
    let (kept, notes) = runs.find(request)
    explain(notes)
    guard let kept, let finished = FinishedRun(kept) else { return nil }
    for complaint in kept.complaints { complain(complaint) }
    return finished
  }

  /// Keeps a run that was computed.
  ///
  /// Not kept are studies with a workbook among their files, which another program reads, and runs
  /// whose files were changed while they were read.
  ///
  /// - Parameters:
  ///   - finished: The run.
  ///   - loaded: Its study.
  ///   - further: Other files that it read.
  ///   - complaints: What it said of its inputs.
  func keep(
    _ finished: FinishedRun, _ loaded: LoadedStudy, further: [String], complaints: [String]
  ) {
    let paths = loaded.inputs.map(\.path)
    guard !paths.contains(where: WorkbookStudy.isWorkbook),
      let sources = RunSource.found(at: paths + further + loaded.soughtInVain, since: start),
      let table = try? JSONEncoder().encode(finished.printed)
    else { return }
    let run = KeptRun(
      sources: sources, files: finished.files, complaints: complaints,
      table: String(decoding: table, as: UTF8.self))
    explain(runs.keep(run, request: request))
  }

  /// Says that nothing was computed.
  func sayTaken() {
    complain(
      language == .indonesian
        ? "Tidak ada yang berubah sejak studi ini dijalankan: hasilnya diambil dari simpanan; --no-cache "
          + "menghitungnya lagi."
        : "Nothing has changed since this study was run: its results were taken from the cache; "
          + "--no-cache computes them again.")
  }

  private func explain(_ notes: [CacheNote]) {
    for note in notes { complain(CacheWording(note).text(language)) }
  }
}
