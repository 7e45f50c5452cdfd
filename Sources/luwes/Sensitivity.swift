import ArgumentParser
import Exploration
import HybridWork
import Reports
import Simulation
import StudyFiles

/// `luwes sensitivity`: what a policy's outcome depends on most.
struct Sensitivity: ParsableCommand {
  /// How the question is asked.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case sobol, tornado, pawn
  }

  static let configuration = CommandConfiguration(
    abstract: "Find the assumptions that what a policy changes depends on.",
    discussion: """
      sobol divides the variance among assumptions (first-order and total indices); those that \
      matter least are screened out first, and correlated ones are varied together. tornado moves \
      one assumption at a time from its 5th to its 95th percentile. The luck of the days is shared \
      throughout. pawn screens the worlds of a plain run, each assumption by itself. Without \
      --replications, one calendar is run in each world. Files are written only with --out.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption
  @OptionGroup var threads: ThreadsOption

  @Option(help: "The policy.")
  var policy: String

  @Option(help: "The outcome whose difference from the baseline is explained.")
  var outcome = Outcome.budgetNetRupiah.rawValue

  @Option(help: "sobol, tornado or pawn.")
  var method = Method.sobol

  @Option(help: "Base points of the indices: a power of two from 16.")
  var basePoints = 256

  @Option(help: "Assumptions that get indices; the others are screened out.")
  var factors = 20

  @Option(help: "Worlds of luck that each bar of the tornado is averaged over.")
  var calendars = 16

  @Option(help: "A folder for the table and its manifest.")
  var out: String?

  func validate() throws {
    guard basePoints >= 16, basePoints <= 65_536, basePoints & (basePoints - 1) == 0 else {
      throw ValidationError("--base-points takes a power of two from 16 to 65536.")
    }
    guard (1...200).contains(factors) else {
      throw ValidationError("--factors takes a number from 1 to 200, not \(factors).")
    }
    guard (1...10_000).contains(calendars) else {
      throw ValidationError("--calendars takes a number from 1 to 10000, not \(calendars).")
    }
    _ = try JudgedOutcomes.parsed(outcome)
  }

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.replications = arguments.replications ?? 1
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let output = try ExplorationOutput(loaded, path: out, language: language.language)
    let scenario = try output.scenario(policy)
    guard scenario > 0 else { throw ValidationError("--policy is the baseline itself.") }
    guard let judged = try JudgedOutcomes.parsed(outcome).first else { return }
    let chosen = loaded.study.scenarios[scenario]
    switch method {
    case .sobol: try divide(chosen, judged, output)
    case .tornado: try move(chosen, judged, output)
    case .pawn: try screen(chosen, judged, output)
    }
  }

  private func screen(_ policy: Policy, _ outcome: Outcome, _ output: ExplorationOutput) throws {
    let study = output.loaded.study.comparing([policy])
    let screening = try output.simulate(study) { grid, show in
      let result = try StudyRun(study).run(
        threads: threads.threads, grid: grid, progress: show)
      return PAWNScreening(
        result, outcome: outcome, scenario: 1, worlds: try study.drawnWorlds())
    }
    try output.write([("pawn.csv", PAWNFile.text([screening]))])
    print(
      PAWNText(screening, language: language.language).terminalText(width: Run.terminalWidth))
  }

  private func divide(_ policy: Policy, _ outcome: Outcome, _ output: ExplorationOutput) throws {
    var settings = SensitivityRun.Settings()
    settings.basePoints = basePoints
    settings.mostFactors = factors
    let run = SensitivityRun(
      output.loaded.study, policy: policy, outcome: outcome, settings: settings)
    let result = try output.simulate(output.loaded.study) { grid, show in
      try run.run(threads: threads.threads, grid: grid, progress: show)
    }
    try output.write([
      ("sensitivity.csv", SensitivityFile.text(result)),
      ("sensitivity-runs.csv", SensitivityRunsFile.text(result)),
    ])
    print(
      SensitivityText(result, language: language.language)
        .terminalText(width: Run.terminalWidth))
  }

  private func move(_ policy: Policy, _ outcome: Outcome, _ output: ExplorationOutput) throws {
    let run = TornadoRun(
      output.loaded.study, policy: policy, outcome: outcome, calendars: calendars)
    let result = try output.simulate(output.loaded.study) { grid, show in
      try run.run(threads: threads.threads, grid: grid, progress: show)
    }
    try output.write([("tornado.csv", TornadoFile.text(result))])
    print(
      TornadoText(result, language: language.language).terminalText(width: Run.terminalWidth))
  }
}
