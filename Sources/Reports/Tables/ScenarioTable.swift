public import HybridWork
public import Simulation
import Statistics

/// The table a leader reads: eight columns and a verdict, one row a policy.
public struct ScenarioTable: Sendable {
  let header: [String]
  let rows: [[String]]
  private let result: StudyResult
  private let language: Language

  /// Lays out the table of a run.
  public init(_ result: StudyResult, language: Language) {
    self.result = result
    self.language = language
    header = [
      language[.policy], language[.legalStatus], language[.staffEligible],
      language[.worstServiceHour], language[.p90Wait], language[.cashableSaving],
      language[.outputChange], language[.accessRatio], language[.verdict],
    ]
    rows = result.study.scenarios.indices.map {
      ScenarioRow(result: result, scenario: $0, language: language).texts
    }
  }

  /// The study's name.
  var title: String { result.study.header.title[language] }

  /// The lines under the table: what it is about and how to read it.
  var notes: [String] {
    let study = result.study
    let numbers = NumberText(language: language)
    let days = numbers.number(Double(study.calendar.mondayToFriday.days.count), decimals: 0)
    let people = numbers.number(Double(study.population.count), decimals: 0)
    let assumed = study.assumptions.assumptions.count { $0.provenance.confidence.isAssumption }
    let samples = "\(study.run.worlds) × \(study.run.replications) (\(language[.samplesNote]))"
    return [
      "\(language[.calendar]): \(study.calendar.from.iso) – \(study.calendar.through.iso), "
        + "\(days) \(language[.workingDays]); \(language[.staff]): \(people) \(language[.people]); "
        + "\(language[.baseline]): \(study.baseline.title[language]); \(samples).",
      language[.rangeNote], language[.comparedNote], language[.waitNote], language[.doseNote],
    ] + assumedShapes + twins + levers + promises + [
      "\(assumed)/\(study.assumptions.assumptions.count) \(assumptionsWord) "
        + "\(language[.assumedNote]).",
      language[.simulationOnly],
    ]
  }

  /// One line for each quota, monthly evaluation and exception of a policy.
  private var levers: [String] {
    result.study.scenarios.flatMap { policy in
      let text = LeverText(levers: policy.levers, language: language)
      return (text.sentences() + text.exceptions).map { "\"\(policy.title[language])\": \($0)" }
    }
  }

  /// One line for each policy that promises coverage: kept, or broken first of all where.
  private var promises: [String] {
    let numbers = NumberText(language: language)
    return result.study.scenarios.enumerated().compactMap { scenario, policy in
      guard let guarantee = policy.levers.guarantee else { return nil }
      let readings = result.guarantees.readings(scenario: scenario)
      let promise =
        "\"\(policy.title[language])\": \(language[.guarantee]) "
        + "\(numbers.percent(guarantee.ofBaseline, decimals: 0)) / "
        + "\(numbers.percent(guarantee.shareOfDays, decimals: 0))"
      let broken = readings.filter { !$0.isKept }
      guard
        let worst = broken.min(by: { $0.shareOfDays.mean < $1.shareOfDays.mean })
      else { return "\(promise): \(language[.guaranteeKept])." }
      let service = result.study.services[worst.service]
      let days = numbers.percent(worst.shareOfDays.mean, decimals: 0)
      let loss = result.coverage.largestLoss(service: worst.service, scenario: scenario)
      let place = loss.map { loss -> String in
        let time = loss.cell.time(of: service, language).map { " \($0)" }
        return ", \(language[.guaranteeWorst]) \(loss.cell.weekday.text[language])\(time ?? "")"
      }
      return "\(promise): \(language[.guaranteeBroken]) \(broken.count)/\(readings.count) "
        + "(\(service.title[language]): \(days)\(place ?? ""))."
    }
  }

  /// How many counters have a shape of the day that nobody measured; nothing if none has.
  private var assumedShapes: [String] {
    let counters = result.study.services.compactMap(\.counter)
    let assumed = counters.count { $0.terms.isShapeAssumed }
    return assumed == 0 ? [] : ["\(assumed)/\(counters.count) \(language[.shapeNote])."]
  }

  /// One line for each group of policies that no calendar, or no shown digit, tells apart.
  private var twins: [String] {
    let exact = result.indistinguishable
    var alike: [[Int]] = []
    for row in rows.indices {
      let shown = rows[row].dropFirst()
      if let group = alike.firstIndex(where: { rows[$0[0]].dropFirst() == shown }) {
        alike[group].append(row)
      } else {
        alike.append([row])
      }
    }
    alike.removeAll { group in
      group.count < 2 || exact.contains { Set($0).isSuperset(of: group) }
    }
    return exact.map { line(.sameResults, $0) } + alike.map { line(.sameDigits, $0) }
  }

  private func line(_ phrase: Phrase, _ group: [Int]) -> String {
    let titles = group.map { "\"\(result.study.scenarios[$0].title[language])\"" }
    return "\(language[phrase]): \(titles.joined(separator: ", "))."
  }

  /// What the study asks.
  var question: String { result.study.header.description[language] }

  private var assumptionsWord: String { language == .indonesian ? "asumsi" : "assumptions" }

  /// The table as Markdown, with title and notes.
  public var markdown: String {
    func row(_ cells: [String]) -> String {
      "| " + cells.map(\.markdownEscaped).joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: "---|", count: header.count)
    let heading = "# \(title.markdownEscaped)"
    let table = ([row(header), rule] + rows.map(row)).joined(separator: "\n")
    let list = notes.map { "- \($0)" }.joined(separator: "\n")
    return "\(heading)\n\n\(question.markdownEscaped)\n\n\(table)\n\n\(list)\n"
  }
}
