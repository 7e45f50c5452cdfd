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

  @OptionGroup var threads: ThreadsOption

  @Option(help: "A folder for checks.csv and its manifest.")
  var out: String?

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.worlds = arguments.worlds ?? Self.usualWorlds
    arguments.replications = arguments.replications ?? 1
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let log = DiagnosticLog()
    let known = ModelChecksFile.load(path: file, study: loaded.study, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let known, !log.hasErrors else { throw Exit.badInput }
    let output = try ExplorationOutput(
      loaded, path: out, language: language.language, keepsNoDays: noCache)
    let results = try output.simulate(loaded.study) { grid, progress in
      try ModelCheckRun(loaded.study, checks: known.checks)
        .run(threads: threads.threads, grid: grid, progress: progress)
    }
    let text = ModelCheckText(results, language: language.language)
    try output.write([("checks.csv", text.csv)], further: [InputFile(name: file, path: file)])
    print(text.terminalText(width: Run.terminalWidth))
    guard results.allSatisfy(\.holds) else { throw Exit.broken }
  }
}
