import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes check`: whether what a planner holds to be true of the model is, in every world.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check over all worlds what must be true, such as \"more staff never lengthens the queue\".",
    discussion: """
      Ends with 0 when every check holds, with 1 when one is broken or nothing could be measured. \
      Without --worlds and --replications, \(usualWorlds) worlds of one calendar are run. Files are \
      written only with --out.
      """)

  private static let usualWorlds = 64

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The file of checks.")
  var file = "scenarios/checks/indonesia.yaml"

  @Option(help: "Threads to use; the results do not depend on it.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "A folder for checks.csv and its manifest.")
  var out: String?

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads).")
    }
  }

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.worlds = arguments.worlds ?? Self.usualWorlds
    arguments.replications = arguments.replications ?? 1
    let loaded = try arguments.load(language.language)
    let log = DiagnosticLog()
    let known = ModelChecksFile.load(path: file, study: loaded.study, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let known, !log.hasErrors else { throw Exit.badInput }
    let folder = out.map(ResultsFolder.init(path:))
    try ResultsWording.explaining(language.language) { try folder?.check() }
    let results = try simulate(loaded.study, known.checks)
    let text = ModelCheckText(results, language: language.language)
    if let folder {
      let files = [(name: "checks.csv", text: text.csv)]
      let manifest = try ResultFiles.manifest(
        loaded, further: [InputFile(name: file, path: file)], files: files, tracked: [],
        language: language.language
      ).json()
      try ResultsWording.explaining(language.language) {
        try folder.replace(with: files + [("manifest.json", manifest)])
      }
    }
    print(text.terminalText(width: Run.terminalWidth))
    guard results.allSatisfy(\.holds) else { throw Exit.broken }
  }

  private func simulate(_ study: Study, _ checks: [ModelCheck]) throws -> [ModelCheckResult] {
    let bar = ProgressBar(quiet: false)
    do {
      let results = try KeptDays.with(study, isOff: noCache, language.language) { grid in
        try ModelCheckRun(study, checks: checks).run(threads: threads, grid: grid) {
          bar.show($0)
        }
      }
      bar.show(1)
      return results
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language.language))
      throw Exit.badInput
    }
  }
}
