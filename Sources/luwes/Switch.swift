import ArgumentParser
import Exploration
import Foundation
import HybridWork
import Reports
import RunArchive
import Simulation
import Statistics
import StudyFiles

/// `luwes switch`: where an assumption would have to lie for a policy to stop being better.
struct Switch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the values of assumptions at which a policy stops beating the baseline.",
    discussion: """
      One assumption moves from its 1st to its 99th percentile while the others stay at their \
      median; the luck of the days is the same throughout. Without --replications, four calendars \
      are run.
      """)

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption
  @OptionGroup var threads: ThreadsOption

  @Option(help: "The policy.")
  var policy: String

  @Option(help: "The outcome better is judged by.")
  var outcome = Outcome.budgetNetRupiah.rawValue

  private var judged: Outcome? {
    Outcome(rawValue: outcome).flatMap { $0.direction == .info ? nil : $0 }
  }

  func validate() throws {
    guard judged != nil else {
      let names = Outcome.allCases.filter { $0.direction != .info }.map(\.rawValue)
      throw ValidationError("--outcome takes one of \(names.joined(separator: ", ")).")
    }
  }

  func run() throws {
    try LinearAlgebra.check()
    var arguments = arguments
    arguments.replications = arguments.replications ?? 4
    let study = try arguments.load(language.language, threads: threads.threads).study
    guard let judged, let chosen = study.policies.first(where: { $0.id == policy }) else {
      let names = study.policies.map(\.id).joined(separator: ", ")
      complain(
        language.language == .indonesian
          ? "Kebijakan itu tidak ada dalam studi ini. Yang ada: \(names)."
          : "This study has no such policy. It has: \(names).")
      throw Exit.badInput
    }
    let bar = ProgressBar(quiet: false)
    do {
      let result = try KeptDays.with(study, isOff: false, language.language) { grid in
        try SwitchingRun(study, policy: chosen, outcome: judged)
          .run(threads: threads.threads, grid: grid) { bar.show($0) }
      }
      bar.show(1)
      print(
        SwitchingText(result, language: language.language)
          .terminalText(width: Run.terminalWidth))
    } catch let error as SimulationError {
      complain(SimulationWording(error).text(language.language))
      throw Exit.badInput
    }
  }
}
