public import Exploration
public import HybridWork
public import Simulation

/// The scenarios of a study in order of an outcome, for reading.
public struct RankingText: Sendable {
  private let ranking: PolicyRanking
  private let study: Study
  private let first: FirstPlace?
  private let language: Language

  /// Lays out a ranking of a study's scenarios, with what its first place depends on.
  public init(
    _ ranking: PolicyRanking, of study: Study, first: FirstPlace?, language: Language
  ) {
    self.ranking = ranking
    self.first = first
    self.study = study
    self.language = language
  }

  /// The table for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let values = OutcomeValueText(outcome: ranking.outcome, language: language)
    let numbers = NumberText(language: language)
    let table = TerminalTable(
      header: [
        language[.policy], language[.mean], language[.best], language[.meanRank],
        language[.meanRegret], language[.regret95], language[.mostRegret],
      ],
      rows: ranking.places.map { place in
        [
          study.scenarios[place.scenario].title[language], values.level(place.mean),
          "\(numbers.percent(place.probabilityBest)) ± "
            + numbers.percent(place.errorOfBest),
          numbers.number(place.meanRank, decimals: 1), values.level(place.meanRegret),
          values.level(place.regret95), values.level(place.mostRegret),
        ]
      })
    let title = "\(language[.rankedBy]): \(ranking.outcome.text[language])"
    let sentence = first.map { ["", self.sentence($0)] } ?? []
    return
      ([title, ""] + table.lines(width: width)
      + sentence.flatMap { TerminalTable.wrapped($0, width) }).joined(separator: "\n")
  }

  /// What the first place depends on, in one sentence.
  private func sentence(_ first: FirstPlace) -> String {
    let numbers = NumberText(language: language)
    let (best, next) = (
      study.scenarios[first.first].title[language], study.scenarios[first.second].title[language]
    )
    if first.equal == 1 { return "\(best) = \(next): \(language[.alwaysAlike])." }
    if first.better == 1 { return "\(best) > \(next): \(language[.alwaysFirst])." }
    let share = numbers.percent(first.better, decimals: 0)
    let start =
      language == .indonesian
      ? "\(best) > \(next) di \(share) dunia" : "\(best) > \(next) in \(share) of the worlds"
    guard !first.drivers.isEmpty else { return "\(start); \(language[.noDriver])." }
    let drivers = first.drivers.map { driver in
      let sign = driver.correlation > 0 ? "+" : "−"
      return "\(driver.id.text[language]) (ρ \(sign)"
        + "\(numbers.number(abs(driver.correlation), decimals: 2)))"
    }
    return "\(start); \(language[.leadGoesWith]) \(drivers.joined(separator: ", "))."
  }

  /// What the columns mean, once for several rankings.
  public static func notes(_ language: Language, width: Int) -> String {
    [language[.rankingNote], language[.simulationOnly]]
      .flatMap { TerminalTable.wrapped($0, width) }.joined(separator: "\n")
  }
}

/// `ranking.csv`: where each scenario stands by each outcome.
public enum RankingFile {
  /// The file's text.
  public static func text(_ rankings: [PolicyRanking], of study: Study) -> String {
    var csv = CSVText(header: [
      "outcome", "unit", "policy", "mean", "mean_rank", "probability_best", "error_of_best",
      "mean_regret", "regret_p95", "regret_max", "worlds",
    ])
    for ranking in rankings {
      for place in ranking.places {
        let numbers = [
          place.mean, place.meanRank, place.probabilityBest, place.errorOfBest, place.meanRegret,
          place.regret95, place.mostRegret,
        ]
        csv.add(
          [ranking.outcome.rawValue, ranking.outcome.unit, study.scenarios[place.scenario].id]
            + numbers.map(CSVText.number) + [String(ranking.worlds)])
      }
    }
    return csv.text
  }

  /// What first places depend on, one line an outcome and assumption that the lead goes with; a lead
  /// without any has one line without an assumption.
  static func leads(_ leads: [(outcome: Outcome, lead: FirstPlace)], of study: Study) -> String {
    var csv = CSVText(header: [
      "outcome", "first", "second", "assumption", "better", "equal", "correlation",
    ])
    for (outcome, lead) in leads {
      let names = [lead.first, lead.second].map { study.scenarios[$0].id }
      let shares = [lead.better, lead.equal].map(CSVText.number)
      if lead.drivers.isEmpty { csv.add([outcome.rawValue] + names + [""] + shares + [""]) }
      for driver in lead.drivers {
        csv.add(
          [outcome.rawValue] + names + [driver.id.rawValue] + shares
            + [CSVText.number(driver.correlation)])
      }
    }
    return csv.text
  }
}
