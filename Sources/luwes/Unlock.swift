import ArgumentParser
import HybridWork
import Reports
import Simulation
import StudyFiles

/// `luwes unlock`: what it costs to let in those whom one rule alone keeps out.
struct Unlock: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank what would let in people who fail one rule only, by cost.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The policy, instead of all of the study's.")
  var policy: String?

  func run() throws {
    var arguments = arguments
    arguments.needsUnlockPrices = true
    let loaded = try arguments.load(language.language)
    let study = loaded.study
    let chosen = study.policies.filter { policy == nil || $0.id == policy }
    guard !chosen.isEmpty else {
      let names = study.policies.map(\.id).joined(separator: ", ")
      complain(
        language.language == .indonesian
          ? "Kebijakan itu tidak ada dalam studi ini. Yang ada: \(names)."
          : "This study has no such policy. It has: \(names).")
      throw Exit.badInput
    }
    guard let prices = loaded.unlockPrices else {
      complain(
        language.language == .indonesian
          ? "Tidak ada harga: tambahkan unlock: unlock.yaml ke study.yaml."
          : "There are no prices: add unlock: unlock.yaml to study.yaml.")
      throw Exit.badInput
    }
    let texts = try chosen.map { try text($0, study, prices) }
    print(texts.joined(separator: "\n\n"))
  }

  private func text(_ policy: Policy, _ study: Study, _ prices: [UnlockPrice]) throws -> String {
    let decisions = try EligibilityDecisions(
      policy: policy, population: study.population, calendarStart: study.calendar.from)
    let curve = UnlockCurve(decisions: decisions, population: study.population, prices: prices)
    return UnlockTable(
      policy: policy, decisions: decisions, curve: curve,
      expected: CentralTakeUp(policy: policy, in: study).daysPerWeek,
      smallestGroup: study.reporting.smallestGroup
    ).text(language.language)
  }
}
