import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes run`: one study, from its files to the scenario table and the results folder.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a study: print its scenario table and write its results.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var personalData: PersonalDataOption
  @OptionGroup var language: LanguageOption

  @Option(help: "Threads to use; the results do not depend on it.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "The results folder, instead of results/<study>.")
  var out: String?

  @Option(help: "What pilots found (YAML): worlds are weighed by it into posterior.csv.")
  var posterior: String?

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  @Flag(help: "Print nothing but complaints.")
  var quiet = false

  func validate() throws {
    try personalData.check(arguments.onBadRow)
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads).")
    }
  }

  func run() throws {
    try checkLinearAlgebra()
    let skippedRows = try SkippedRowsFile(
      personalData.withPersonalData, study: arguments.study, results: out,
      language: language.language)
    let loaded = try arguments.load(language.language, keepsSkippedRows: skippedRows != nil)
    let folder = ResultsFolder(path: out ?? "results/\(loaded.study.header.id)")
    try explaining { try folder.check() }

    let evidence = try posterior.map(read)
    let result = try simulate(loaded.study)
    let weighed = try evidence.map { try weigh(result, by: $0) }
    var outputs = ResultFiles(result, language: language.language, posterior: weighed)
    try outputs.addDocuments(loaded, evidence: posterior)
    let manifest = try outputs.manifest(loaded, evidence: posterior)
    try explaining {
      try folder.replace(
        with: outputs.files + [("manifest.json", try manifest.json())],
        binaries: outputs.binaries)
    }
    try skippedRows?.write(loaded.skippedRecords)
    guard !quiet else { return }
    print(
      ScenarioTable(result, language: language.language).terminalText(width: Self.terminalWidth))
    print("\n\(out ?? "results/\(loaded.study.header.id)")  \(manifest.runID.prefix(12))")
  }

  private func read(evidence path: String) throws -> [PilotEvidence] {
    let log = DiagnosticLog()
    let evidence = PilotEvidenceFile.load(path: path, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let evidence, !log.hasErrors else { throw Exit.badInput }
    return evidence
  }

  private func weigh(_ result: StudyResult, by evidence: [PilotEvidence]) throws -> Posterior {
    do throws(PosteriorError) {
      return try Posterior(result, evidence)
    } catch {
      complain(PosteriorWording(error).text(language.language))
      throw Exit.badInput
    }
  }

  private func checkLinearAlgebra() throws {
    OpenBLAS.useOneThread()
    do {
      try OpenBLAS.selfCheck()
    } catch {
      complain("OpenBLAS computes wrong results on this machine (\(error)); nothing was run.")
      throw Exit.bug
    }
  }

  private func simulate(_ study: Study) throws -> StudyResult {
    let bar = ProgressBar(quiet: quiet)
    do {
      let run = try StudyRun(study)
      try checkMemory(run.resultBytes)
      return KeptDays.with(study, isOff: noCache, language.language) { grid in
        run.run(threads: threads, grid: grid) { bar.show($0) }
      }
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language.language))
      throw Exit.badInput
    }
  }

  /// Refuses a run whose results alone fill the machine's memory.
  private func checkMemory(_ bytes: Int) throws {
    let gibibyte = 1 << 30
    let memory = ProcessInfo.processInfo.physicalMemory
    guard UInt64(bytes) > memory / 4 * 3 else { return }
    let (needed, present) = ((bytes + gibibyte - 1) / gibibyte, memory / UInt64(gibibyte))
    complain(
      language.language == .indonesian
        ? "Hasil studi ini memerlukan \(needed) GiB memori, padahal komputer ini punya \(present)."
          + " Kurangi --worlds, --replications atau --policies."
        : "The results of this study need \(needed) GiB of memory; this machine has \(present)."
          + " Reduce --worlds, --replications or --policies.")
    throw Exit.badInput
  }

  /// Turns a refusal to write into one sentence.
  private func explaining(_ step: () throws -> Void) throws {
    do {
      try step()
    } catch let failure as ResultsFolder.Failure {
      complain(ResultsWording(failure).text(language.language))
      throw Exit.badInput
    }
  }

  static var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 150 }
    return Int(size.ws_col)
  }
}
