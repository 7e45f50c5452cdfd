import ArgumentParser
import Exploration
import HybridWork
import Reports
import Simulation
import StudyFiles

/// `luwes compare`: policies against each other, with what is known of each difference.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare policies on the same luck: rankings, or one against another.",
    discussion: """
      Without --policy, all policies are ranked by each of --outcomes. With it, the policy is \
      compared with --against, or with the baseline; --levers divides the difference among the \
      levers. Files are written only with --out.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption
  @OptionGroup var threads: ThreadsOption

  @Option(help: "The policy to judge.")
  var policy: String?

  @Option(help: "The policy to judge it against, instead of the baseline.")
  var against: String?

  @Option(help: "Outcomes by identifier, separated by commas.", transform: JudgedOutcomes.parsed)
  var outcomes: [Outcome] = [.budgetNetRupiah, .coverage, .p90WaitMinutes, .outputChange]

  @Flag(help: "Divide the difference among the levers.")
  var levers = false

  @Option(
    help: "Levers in the order in which they are exchanged, separated by commas, for --levers.")
  var order: String?

  @Option(help: "A folder for the tables and their manifest.")
  var out: String?

  func validate() throws {
    guard policy != nil || (against == nil && !levers) else {
      throw ValidationError("--against and --levers need --policy.")
    }
    guard order == nil || levers else { throw ValidationError("--order needs --levers.") }
    _ = try declaredOrder()
  }

  func run() throws {
    try LinearAlgebra.check()
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let output = try ExplorationOutput(loaded, path: out, language: language.language)
    guard let policy else { return try rank(output) }
    let first = try output.scenario(policy)
    let second = try against.map(output.scenario) ?? 0
    guard first != second else {
      throw ValidationError("--policy and --against are the same.")
    }
    try compare(first, second, output)
  }

  private func simulated(_ output: ExplorationOutput) throws -> StudyResult {
    let study = output.loaded.study
    return try output.simulate(study) { grid, show in
      try StudyRun(study).run(threads: threads.threads, grid: grid, progress: show)
    }
  }

  private func rank(_ output: ExplorationOutput) throws {
    let result = try simulated(output)
    let rankings = outcomes.compactMap { PolicyRanking(result, by: $0) }
    try output.write([("ranking.csv", RankingFile.text(rankings, of: result.study))])
    let worlds = try result.study.drawnWorlds()
    let texts = rankings.map {
      RankingText(
        $0, of: result.study, first: FirstPlace($0, result, worlds: worlds),
        language: language.language
      ).terminalText(width: Run.terminalWidth)
    }
    let notes = RankingText.notes(language.language, width: Run.terminalWidth)
    print((texts + [notes]).joined(separator: "\n\n"))
  }

  private func compare(_ first: Int, _ second: Int, _ output: ExplorationOutput) throws {
    let result = try simulated(output)
    let pair = PolicyPair(result, scenario: first, against: second)
    var files = [(name: "comparison.csv", text: ComparisonFile.text(pair))]
    var texts = [
      ComparisonText(pair, language: language.language).terminalText(width: Run.terminalWidth)
    ]
    if levers {
      let steps = try divide(first, second, output)
      files.append(("levers.csv", LeverStepsFile.text(steps)))
      texts.append(
        LeverStepsText(steps, language: language.language).terminalText(width: Run.terminalWidth))
    }
    try output.write(files)
    print(texts.joined(separator: "\n\n"))
  }

  private func divide(
    _ first: Int, _ second: Int, _ output: ExplorationOutput
  ) throws -> LeverSteps {
    let study = output.loaded.study
    let run = LeverStepsRun(
      study, policy: study.scenarios[first], against: study.scenarios[second], outcomes: outcomes)
    let order = try declaredOrder()
    let names = run.levers.map(\.rawValue).joined(separator: ",")
    if let order,
      order.sorted(by: { $0.rawValue < $1.rawValue })
        != run.levers.sorted(by: { $0.rawValue < $1.rawValue })
    {
      throw ValidationError("--order must name each lever once: \(names).")
    }
    if order == nil, run.levers.count > LeverStepsRun.mostLevers {
      throw ValidationError(
        "The policies differ in \(run.levers.count) levers, too many for every order: declare one"
          + " with --order \(names).")
    }
    return try output.simulate(study) { grid, show in
      try run.run(
        order.map { .order($0) } ?? .shapley, threads: threads.threads, grid: grid, progress: show)
    }
  }

  private func declaredOrder() throws -> [Lever]? {
    try order?.split(separator: ",").map { name in
      guard let lever = Lever(rawValue: String(name)) else {
        let known = Lever.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no lever \(name). There are: \(known).")
      }
      return lever
    }
  }
}
