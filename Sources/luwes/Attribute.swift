import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes attribute`: what each eligibility rule of a policy is responsible for.
struct Attribute: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Divide the outcomes of a policy among its rules, free of their order.",
    discussion: """
      Without --worlds and --replications, \(fewWorlds) worlds of one calendar are run. Files are \
      written only with --out.
      """)

  private static let fewWorlds = 16
  private static let usualOutcomes: [Outcome] = [
    .eligibleShare, .flexibleDaysPerWeek, .coverage, .p90WaitMinutes, .fuelRupiah,
    .budgetNetRupiah, .staffNetRupiah, .outputChange, .accessRatioMin,
  ]

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The policy whose rules are held responsible.")
  var policy: String

  @Option(help: "Outcomes by identifier, separated by commas.")
  var outcomes: String?

  @Option(help: "Orders of the rules to sample where not every combination is run.")
  var permutations: Int = 32

  @OptionGroup var threads: ThreadsOption

  @Flag(help: "Keep no solved counter days between runs; results are the same, only slower.")
  var noCache = false

  @Option(help: "A folder for attribution.csv and its manifest.")
  var out: String?

  func validate() throws {
    guard permutations.isMultiple(of: 2), (4...100_000).contains(permutations) else {
      throw ValidationError("--permutations takes an even number from 4, not \(permutations).")
    }
    _ = try chosenOutcomes()
  }

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.policies = policy
    arguments.worlds = arguments.worlds ?? Self.fewWorlds
    arguments.replications = arguments.replications ?? 1
    let loaded = try arguments.load(language.language, threads: threads.threads)
    let folder = out.map(ResultsFolder.init(path:))
    try ResultsWording.explaining(language.language) { try folder?.check() }

    let attribution = try divide(loaded.study)
    if let folder {
      let text = AttributionFile.text(attribution)
      let manifest = try manifest(loaded, attribution: text)
      try ResultsWording.explaining(language.language) {
        try folder.replace(with: [("attribution.csv", text), ("manifest.json", manifest)])
      }
    }
    print(AttributionTable(attribution, language: language.language).terminalText(width: 150))
  }

  private func chosenOutcomes() throws -> [Outcome] {
    guard let outcomes else { return Self.usualOutcomes }
    return try outcomes.split(separator: ",").map { name in
      guard let outcome = Outcome(rawValue: String(name)) else {
        let known = Outcome.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--outcomes: no outcome \(name). There are: \(known).")
      }
      return outcome
    }
  }

  private func divide(_ study: Study) throws -> RuleAttribution {
    do {
      let run = try AttributionRun(
        study, policy: study.policies.first ?? study.baseline,
        settings: AttributionSettings(
          outcomes: try chosenOutcomes(), permutations: permutations))
      return try KeptDays.with(study, isOff: noCache, language.language) { grid in
        try run.run(threads: threads.threads, grid: grid)
      }
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language.language))
      throw Exit.badInput
    }
  }

  private func manifest(_ loaded: LoadedStudy, attribution: String) throws -> String {
    let inputs = try loaded.inputs.map { input in
      guard let bytes = FileManager.default.contents(atPath: input.path) else {
        complain("\(input.name): can't be read again.")
        throw Exit.badInput
      }
      return Manifest.Entry(
        path: input.name, hash: ContentHash(bytes), kept: input.isLocal ? .local : .tracked)
    }
    let study = loaded.study
    return try Manifest(
      version: Luwes.version, study: study.header.id, classification: study.header.classification,
      options: Manifest.Options(
        seed: study.run.seed, worlds: study.run.worlds, replications: study.run.replications,
        baseline: study.baseline.id, policies: [policy], language: language.language.rawValue),
      inputs: inputs,
      outputs: [
        Manifest.Entry(
          path: "attribution.csv", hash: ContentHash(text: attribution), kept: .local)
      ]
    ).json()
  }
}
