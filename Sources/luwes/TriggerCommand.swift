import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes trigger`: how often weekly guardrails stop a policy for nothing, and what they miss.
struct TriggerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trigger",
    abstract:
      "Try weekly guardrails such as \"stop if P90 wait is over 25 minutes two weeks running\".",
    discussion: """
      Guardrails stand in a file (--file), or one is given by --outcome, --above or --below, and \
      --weeks. What they are to notice is named by --tests (the study's hard times) and --worse \
      (ASSUMPTION=VALUE, in every world). Without --worlds and --replications, \(usualWorlds) \
      worlds of one calendar are run. Files are written only with --out.
      """)

  private static let usualWorlds = 64

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The policy to guard.")
  var policy: String

  @Option(help: "A file of guardrails (YAML).")
  var file: String?

  @Option(help: "What is measured week by week.")
  var outcome: String?

  @Option(help: "The service it is measured at; all together unless given.")
  var service: String?

  @Option(help: "The alarm is given above this.")
  var above: Double?

  @Option(help: "The alarm is given below this.")
  var below: Double?

  @Option(help: "Weeks running that make an alarm.")
  var weeks = 2

  @Option(help: "Hard times of the study to be noticed, separated by commas.")
  var tests: String?

  @Option(help: "An assumption at a value, as arrival_factor=1.4; may be repeated.")
  var worse: [String] = []

  @OptionGroup var threads: ThreadsOption

  @Option(help: "A folder for triggers.csv and its manifest.")
  var out: String?

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  private var limit: (side: Trigger.Side, value: Double)? {
    above.map { (.above, $0) } ?? below.map { (.below, $0) }
  }
  private var measured: Outcome? {
    outcome.flatMap(Outcome.init).flatMap { Trigger.possibleOutcomes.contains($0) ? $0 : nil }
  }

  func validate() throws {
    guard (1...26).contains(weeks) else {
      throw ValidationError("--weeks takes a number from 1 to 26, not \(weeks).")
    }
    if file != nil {
      guard outcome == nil, above == nil, below == nil, service == nil else {
        throw ValidationError("Give --file, or --outcome with --above or --below, not both.")
      }
    } else {
      let names = Trigger.possibleOutcomes.map(\.rawValue).joined(separator: ", ")
      guard measured != nil else { throw ValidationError("--outcome takes one of \(names).") }
      guard (above == nil) != (below == nil) else {
        throw ValidationError("Give --above or --below, one of them.")
      }
    }
    for text in worse {
      guard let (id, value) = Self.assumption(text) else {
        throw ValidationError("--worse takes an assumption and a value, as arrival_factor=1.4.")
      }
      let range = id.admissibleRange
      guard range.contains(value) else {
        throw ValidationError(
          "--worse \(id.rawValue) takes \(range.lowerBound) to \(range.upperBound), not \(value).")
      }
    }
  }

  private static func assumption(_ text: String) -> (AssumptionID, Double)? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let id = AssumptionID(rawValue: parts[0]),
      let value = Double(parts[1]), value.isFinite
    else { return nil }
    return (id, value)
  }

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.needsStressTests = tests != nil
    arguments.worlds = arguments.worlds ?? Self.usualWorlds
    arguments.replications = arguments.replications ?? 1
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let study = loaded.study
    let policy = try chosen(
      policy, among: study.policies.map(\.id), Bilingual(id: "kebijakan", en: "policy"))
    let triggers = try triggers(study)
    let hard = try (tests?.split(separator: ",").map(String.init) ?? []).map { name in
      let all = loaded.stressTests ?? []
      return Worsening.test(
        all[try chosen(name, among: all.map(\.id), Bilingual(id: "uji", en: "test"))])
    }
    let values = worse.compactMap(Self.assumption).map(Worsening.assumption)
    let output = try ExplorationOutput(
      loaded, path: out, language: language.language, keepsNoDays: noCache)
    let run = TriggerRun(
      study, policy: study.policies[policy], triggers: triggers, worse: hard + values)
    let result = try output.simulate(study) { grid, progress in
      try run.run(threads: threads.threads, grid: grid, progress: progress)
    }
    let text = TriggerText(result, language: language.language)
    try output.write(
      [("triggers.csv", text.csv)],
      further: file.map { [InputFile(name: $0, path: $0)] } ?? [])
    print(text.terminalText(width: Run.terminalWidth))
  }

  private func triggers(_ study: Study) throws -> [Trigger] {
    let services = study.services.map(\.id)
    if let file {
      let log = DiagnosticLog()
      let known = TriggersFile.load(path: file, services: services, log: log)
      for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
      guard let known, !log.hasErrors else { throw Exit.badInput }
      return known.triggers
    }
    guard let measured, let limit else { throw Exit.bug }
    let named = try service.map {
      services[try chosen($0, among: services, Bilingual(id: "layanan", en: "service"))]
    }
    return [
      Trigger(
        name: ("trigger", Bilingual(id: "Pengaman", en: "Guardrail")),
        measure: (measured, named), side: limit.side, limit: limit.value, weeks: weeks)
    ]
  }

  /// The place of a name; ends with those that are there when it is not.
  private func chosen(_ name: String, among names: [String], _ what: Bilingual) throws -> Int {
    if let place = names.firstIndex(of: name) { return place }
    let list = names.joined(separator: ", ")
    complain(
      language.language == .indonesian
        ? "Tidak ada \(what[.indonesian]) \(name). Yang ada: \(list)."
        : "There is no \(what[.english]) \(name). There are: \(list).")
    throw Exit.badInput
  }
}
