import ArgumentParser
import HybridWork
import Reports
import Simulation
import StudyFiles

/// `luwes explain`: why one person or unit may work away under each policy of a study, or not.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say for one person or unit which rules are passed or failed, and why.")

  @OptionGroup var arguments: StudyArguments
  @OptionGroup var language: LanguageOption

  @Option(help: "The person's identifier in the register.")
  var person: String?

  @Option(help: "The unit's name.")
  var unit: String?

  func validate() throws {
    guard (person == nil) != (unit == nil) else {
      throw ValidationError("Give either --person or --unit.")
    }
  }

  func run() throws {
    let study = try arguments.load(language.language).study
    let population = study.population
    var texts: [String] = []
    for policy in study.scenarios {
      let explanation = EligibilityExplanation(
        policy: policy, population: population,
        decisions: try EligibilityDecisions(
          rules: policy.levers.eligibility, population: population),
        language: language.language)
      if let person {
        guard let place = population.person(identified: person) else { throw notFound() }
        texts.append(explanation.text(person: place))
      } else {
        guard let found = population.units.first(where: { $0.name == unit }) else {
          throw notFound()
        }
        texts.append(
          explanation.text(unit: found, smallestGroup: study.reporting.smallestGroup))
      }
    }
    print(texts.joined(separator: "\n\n"))
  }

  private func notFound() -> ExitCode {
    complain(
      language.language == .indonesian
        ? "Pegawai atau unit itu tidak ada dalam data studi ini."
        : "This study's register has no such person or unit.")
    return Exit.badInput
  }
}
