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

  @Option(help: "A person made up, as in \"talent_box=5, laptop=true\"; the rest is unknown.")
  var hypothetical: String?

  func validate() throws {
    guard [person, unit, hypothetical].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("Give one of --person, --unit and --hypothetical.")
    }
  }

  func run() throws {
    let study = try arguments.load(language.language).study
    let population = try population(of: study)
    var texts: [String] = []
    for policy in study.scenarios {
      let explanation = EligibilityExplanation(
        policy: policy, population: population,
        decisions: try EligibilityDecisions(
          policy: policy, population: population, calendarStart: study.calendar.from),
        language: language.language)
      if hypothetical != nil {
        texts.append(explanation.text(person: 0, isHypothetical: true))
      } else if let person {
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

  /// The study's staff, or the one person made up.
  private func population(of study: Study) throws -> Population {
    guard let hypothetical else { return study.population }
    let log = DiagnosticLog()
    let person = HypotheticalPerson.population(
      from: hypothetical, on: study.calendar.from, log: log)
    for diagnostic in log.diagnostics { complain(diagnostic.text(in: language.language)) }
    guard let person else { throw Exit.badInput }
    return person
  }

  private func notFound() -> ExitCode {
    complain(
      language.language == .indonesian
        ? "Pegawai atau unit itu tidak ada dalam data studi ini."
        : "This study's register has no such person or unit.")
    return Exit.badInput
  }
}
