import ArgumentParser
import Exploration
import HybridWork
import Reports
import Simulation
import StudyFiles

/// `luwes robust`: how policies stand when no world is trusted, and where each fails.
struct Robust: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge policies by what may go wrong: limits kept, worst worlds, regret, failures.",
    discussion: """
      A policy fails in a world whose mean breaks one of the study's safe limits; where that \
      happens is found by peeling away worlds (PRIM). Files are written only with --out.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption
  @OptionGroup var threads: ThreadsOption

  @Option(help: "Outcomes by identifier, separated by commas.", transform: JudgedOutcomes.parsed)
  var outcomes: [Outcome] = [.budgetNetRupiah, .p90WaitMinutes]

  @Option(help: "A folder for the tables and their manifest.")
  var out: String?

  func run() throws {
    try LinearAlgebra.check()
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let output = try ExplorationOutput(loaded, path: out, language: language.language)
    let study = loaded.study
    let result = try output.simulate(study) { grid, show in
      try StudyRun(study).run(threads: threads.threads, grid: grid, progress: show)
    }
    let robustness = Robustness(result, outcomes: outcomes)
    let worlds = try study.drawnWorlds()
    let discoveries = ScenarioDiscovery.all(robustness, study, worlds: worlds)
    try output.write([
      ("robustness.csv", RobustnessFile.text(robustness, of: study)),
      ("failures.csv", RobustnessFile.failures(discoveries, of: study)),
      ("failure-worlds.csv", RobustnessFile.worlds(worlds, robustness, of: study)),
    ])
    print(
      RobustnessText(
        robustness, of: study, discoveries: discoveries, language: language.language
      ).terminalText(width: Run.terminalWidth))
  }
}
