import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import StudyFiles

/// The folder that a run, or a part of one, is written to.
struct RunOutput {
  let loaded: LoadedStudy
  let path: String
  let language: Language
  let isQuiet: Bool
  /// Where the run is recorded once its results are written; nil for nowhere.
  let record: RunRecord?
  /// Threads that files are made on; they are the same for any number.
  var threads = ProcessInfo.processInfo.activeProcessorCount

  private var folder: ResultsFolder { ResultsFolder(path: path) }

  /// Checks, before any work is done, that the folder may be written.
  ///
  /// - Throws: ``Exit/badInput`` after saying why not.
  func check() throws { try ResultsWording.explaining(language) { try folder.check() } }

  /// Writes every file of a result and prints its table.
  ///
  /// - Returns: What was written and printed.
  /// - Throws: ``Exit/badInput`` after saying what keeps it from being written.
  @discardableResult
  func write(
    _ result: StudyResult, _ evidence: PosteriorOption, _ marks: ShadowOption? = nil,
    _ indices: IndicesOption? = nil
  ) throws -> FinishedRun {
    var outputs = try ResultFiles(
      result, language: language, posterior: try evidence.weigh(result), threads: threads)
    if let table = indices?.table { outputs.add(IndicesOption.fileName, table) }
    if let notice = marks?.notice { outputs.addNotice(notice) }
    let further = [evidence.file, marks?.file].compactMap(\.self)
    try outputs.addDocuments(loaded, evidence: further, shadow: marks?.marks)
    let manifest = try outputs.manifest(loaded, evidence: further)
    let finished = try FinishedRun(
      outputs, manifest,
      FinishedRun.Printed(
        page: ScenarioTable(result, language: language).page, notice: marks?.notice))
    try finished.deliver(to: path, language, isQuiet: isQuiet, record: record)
    return finished
  }

  /// Writes the samples of a part, with what ``Merge`` needs to join it.
  ///
  /// - Throws: ``Exit/badInput`` after saying what keeps it from being written.
  func write(part shard: Shard, samples: [UInt8], arguments: [String]) throws {
    // Samples are the same in every language: parts need not be run in one.
    let manifest = ShardManifest(
      version: Luwes.version, arguments: arguments, shard: shard.text,
      options: ResultFiles.options(loaded, .indonesian),
      inputs: try ResultFiles.entries(loaded.inputs), samples: samples)
    try ResultsWording.explaining(language) {
      try folder.replace(with: [], binaries: try manifest.files(samples: samples))
    }
    guard !isQuiet else { return }
    let worlds = shard.worlds(of: loaded.study.run.worlds)
    print(
      language == .indonesian
        ? "\(path): bagian \(shard.text), \(worlds.count) dunia"
        : "\(path): part \(shard.text), \(worlds.count) worlds")
  }
}
