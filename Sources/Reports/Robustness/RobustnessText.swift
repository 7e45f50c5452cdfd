public import Exploration
public import HybridWork
public import Simulation

/// How policies stand when no world is trusted, for reading.
public struct RobustnessText: Sendable {
  private let robustness: Robustness
  private let study: Study
  private let discoveries: [(scenario: Int, found: ScenarioDiscovery)]
  private let language: Language

  /// Lays out the standing of a study's scenarios, and where some of them fail.
  public init(
    _ robustness: Robustness, of study: Study,
    discoveries: [(scenario: Int, found: ScenarioDiscovery)], language: Language
  ) {
    self.robustness = robustness
    self.study = study
    self.discoveries = discoveries
    self.language = language
  }

  private var numbers: NumberText { NumberText(language: language) }

  /// The tables and sentences for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let notes = [language[.robustNote], language[.discoveryNote], language[.simulationOnly]]
    return
      (table.lines(width: width) + [""]
      + discoveries.flatMap { TerminalTable.wrapped(sentence($0.scenario, $0.found), width) } + [""]
      + notes.flatMap { TerminalTable.wrapped($0, width) }).joined(separator: "\n")
  }

  private var table: TerminalTable {
    TerminalTable(
      header: [language[.policy], language[.safeShare], language[.watchShare]]
        + robustness.outcomes.flatMap { outcome in
          [
            "\(outcome.text[language]), \(language[.worstWorld])",
            "\(outcome.text[language]), \(language[.badTenth])", language[.mostRegret],
          ]
        },
      rows: robustness.rows.map { row in
        [
          study.scenarios[row.scenario].title[language],
          numbers.percent(row.safeShare, decimals: 0), numbers.percent(row.watchShare, decimals: 0),
        ]
          + zip(robustness.outcomes, row.outcomes).flatMap { outcome, standing in
            let values = OutcomeValueText(outcome: outcome, language: language)
            return [standing.worst, standing.badTenth, standing.mostRegret].map(values.level)
          }
      })
  }

  /// Where a policy fails, as one sentence.
  func sentence(_ scenario: Int, _ found: ScenarioDiscovery) -> String {
    let title = study.scenarios[scenario].title[language]
    let always = robustness.alwaysBroken(scenario: scenario).map { $0.outcome.text[language] }
    let broken =
      always.isEmpty ? "" : "\(language[.alwaysFails]): \(always.joined(separator: ", ")). "
    if found.failures == 0, always.isEmpty { return "\(title): \(language[.keepsAll])." }
    return "\(title): \(broken)\(rest(found))"
  }

  /// Where a policy fails by the limits that it does not break everywhere.
  private func rest(_ found: ScenarioDiscovery) -> String {
    if found.failures == 0 { return "\(language[.neverFails])." }
    guard !found.limits.isEmpty else {
      return "\(language[.noBox]) (\(numbers.percent(found.failures, decimals: 0)))."
    }
    let limits = found.limits.flatMap { limit -> [String] in
      let name = limit.id.text[language]
      let low = limit.least.map { "\(name) \(language[.above]) \(numbers.significant($0))" }
      let high = limit.greatest.map { "\(name) \(language[.below]) \(numbers.significant($0))" }
      return [low, high].compactMap { $0 }
    }
    let (coverage, density) = (
      numbers.percent(found.coverage, decimals: 0), numbers.percent(found.density, decimals: 0)
    )
    let measure =
      language == .indonesian
      ? "cakupan \(coverage), kepadatan \(density)" : "coverage \(coverage), density \(density)"
    return "\(language[.failsWhen]) "
      + limits.joined(separator: " \(language[.andWhen]) ") + " (\(measure))."
  }
}

/// `robustness.csv`, `failures.csv` and `failure-worlds.csv`.
public enum RobustnessFile {
  /// How each scenario stands, one line a scenario and outcome.
  public static func text(_ robustness: Robustness, of study: Study) -> String {
    var csv = CSVText(header: [
      "policy", "outcome", "unit", "safe_share", "watch_share", "worst", "bad_tenth", "mean",
      "regret_p95", "regret_max",
    ])
    for row in robustness.rows {
      for (outcome, standing) in zip(robustness.outcomes, row.outcomes) {
        csv.add(
          [study.scenarios[row.scenario].id, outcome.rawValue, outcome.unit]
            + [
              row.safeShare, row.watchShare, standing.worst, standing.badTenth, standing.mean,
              standing.regret95, standing.mostRegret,
            ].map(CSVText.number))
      }
    }
    return csv.text
  }

  /// What failures are looked for in, one line a world: whether each policy fails, then the value of
  /// each assumption with a range.
  public static func worlds(
    _ worlds: [Assumptions], _ robustness: Robustness, of study: Study
  ) -> String {
    let ids = Factor.all(of: study).flatMap(\.ids)
    let fails = study.policies.indices.map { robustness.fails(scenario: $0 + 1) }
    var csv = CSVText(
      header: ["world"] + study.policies.map { "\($0.id):fails" } + ids.map(\.rawValue))
    for (place, world) in worlds.enumerated() {
      csv.add(
        ["\(place)"] + fails.map { $0[place] ? "1" : "0" }
          + ids.map { CSVText.number(world[$0]) })
    }
    return csv.text
  }

  /// Where policies fail, one line a limit; a policy without a box has one line without a limit.
  public static func failures(
    _ discoveries: [(scenario: Int, found: ScenarioDiscovery)], of study: Study
  ) -> String {
    var csv = CSVText(header: [
      "policy", "assumption", "failures", "coverage", "density", "mass", "at_least", "at_most",
      "chance",
    ])
    for (scenario, found) in discoveries {
      let id = study.scenarios[scenario].id
      let measures = [found.failures, found.coverage, found.density, found.mass]
        .map(CSVText.number)
      if found.limits.isEmpty { csv.add([id, ""] + measures + ["", "", ""]) }
      for limit in found.limits {
        csv.add(
          [id, limit.id.rawValue] + measures
            + [limit.least ?? .nan, limit.greatest ?? .nan, limit.chance].map(CSVText.number))
      }
    }
    return csv.text
  }
}
