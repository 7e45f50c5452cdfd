import Foundation
import HybridWork
import RunArchive
import Simulation
import StudyFiles

/// The folder that a command's tables are written to, if it is asked for one.
struct ExplorationOutput {
  let loaded: LoadedStudy
  let language: Language
  private let folder: ResultsFolder?
  private let keepsNoDays: Bool

  /// Checks, before any work is done, that the folder may be written.
  ///
  /// - Parameters:
  ///   - loaded: The study.
  ///   - path: The folder asked for, nil for none.
  ///   - language: The language of complaints.
  ///   - keepsNoDays: Whether solved counter days are not kept between runs.
  /// - Throws: ``Exit/badInput`` after saying why not.
  init(
    _ loaded: LoadedStudy, path: String?, language: Language, keepsNoDays: Bool = false
  ) throws {
    self.loaded = loaded
    self.language = language
    self.keepsNoDays = keepsNoDays
    let folder = path.map(ResultsFolder.init(path:))
    self.folder = folder
    try ResultsWording.explaining(language) { try folder?.check() }
  }

  /// Writes tables with the manifest over them; nothing without a folder.
  ///
  /// - Parameters:
  ///   - files: The tables.
  ///   - further: What was read beside the study's own files.
  /// - Throws: ``Exit/badInput`` after saying what keeps them from being written.
  func write(_ files: [(name: String, text: String)], further: [InputFile] = []) throws {
    guard let folder else { return }
    let manifest = try ResultFiles.manifest(
      loaded, further: further, files: files, tracked: [], language: language)
    try ResultsWording.explaining(language) {
      try folder.replace(with: files + [("manifest.json", try manifest.json())])
    }
  }

  /// Takes a step that simulates, with solved counter days and a progress bar.
  ///
  /// - Throws: ``Exit/badInput`` after saying why the study can't be run.
  func simulate<Outcome>(
    _ study: Study, _ step: (WaitingGrid, @escaping @Sendable (Double) -> Void) throws -> Outcome
  ) throws -> Outcome {
    let bar = ProgressBar(quiet: false)
    do {
      let outcome = try KeptDays.with(study, isOff: keepsNoDays, language) { grid in
        try step(grid) { bar.show($0) }
      }
      bar.show(1)
      return outcome
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language))
      throw Exit.badInput
    }
  }

  /// A scenario of the study by its identifier, the baseline among them.
  ///
  /// - Throws: ``Exit/badInput`` after naming those there are.
  func scenario(_ id: String) throws -> Int {
    if let place = loaded.study.scenarios.firstIndex(where: { $0.id == id }) { return place }
    let names = loaded.study.scenarios.map(\.id).joined(separator: ", ")
    complain(
      language == .indonesian
        ? "Kebijakan \(id) tidak ada dalam studi ini. Yang ada: \(names)."
        : "This study has no policy \(id). It has: \(names).")
    throw Exit.badInput
  }
}
