public import HybridWork

/// `reasons.csv`: for each person the rules failed and those not assessable, which is personal data.
public struct ReasonsFile: Sendable {
  private let policy: Policy
  private let population: Population
  private let decisions: EligibilityDecisions
  private let language: Language

  /// The reasons of one policy on a population.
  public init(
    policy: Policy, population: Population, decisions: EligibilityDecisions, language: Language
  ) {
    self.policy = policy
    self.population = population
    self.decisions = decisions
    self.language = language
  }

  /// The file's text: one line a person, by unit and then by name.
  ///
  /// Lines are in the order of the names given, for the order of the identifiers would tell whose a
  /// pseudonym is. Rules stand in the policy's order, identifiers parted by `;`, wordings by `; `.
  ///
  /// - Parameter names: What stands for each person, in population order: identifier or pseudonym.
  /// - Returns: The text, with CRLF after each line.
  public func text(names: [String]) -> String {
    var csv = CSVText(header: [
      "person", "unit", "eligible", "rules_failed", "rules_failed_text", "rules_not_assessable",
      "rules_not_assessable_text", "exception", "exception_text", "remark",
    ])
    for unit in population.units {
      let people = unit.people.sorted { left, right in
        names[left].unicodeScalars.lexicographicallyPrecedes(names[right].unicodeScalars)
      }
      for person in people { csv.add([names[person], unit.name] + fields(person)) }
    }
    return csv.text
  }

  private func fields(_ person: Int) -> [String] {
    let failed = rules(decisions.failed[person])
    let unassessed = rules(decisions.unassessed[person])
    let exception = decisions.exception(for: person)
    return [
      String(decisions.isEligible(person)),
      failed.map(\.id).joined(separator: ";"),
      failed.map { $0.text[language] }.joined(separator: "; "),
      unassessed.map(\.id).joined(separator: ";"),
      unassessed.map(wording).joined(separator: "; "),
      exception?.id ?? "", exception.map(wording) ?? "", remark(person),
    ]
  }

  private func rules(_ bits: UInt64) -> [EligibilityRule] {
    decisions.rules.indices.filter { bits & (UInt64(1) << UInt64($0)) != 0 }
      .map { decisions.rules[$0] }
  }

  private func wording(_ rule: EligibilityRule) -> String {
    let meaning: Phrase = rule.unassessed == .fail ? .countsAsFailed : .countsAsPassed
    return "\(rule.text[language]) (\(language[meaning]))"
  }

  private func wording(_ exception: EligibilityException) -> String {
    let effect: Phrase = exception.effect == .admit ? .admittedByException : .refusedByException
    return "\(exception.text[language]) (\(language[effect]))"
  }

  /// What no rule says: that the person is no civil servant, or that there is nothing to be had.
  private func remark(_ person: Int) -> String {
    if decisions.isOutside[person] { return language[.notCivilServant] }
    return policy.levers.schedule.offersFlexibleDays ? "" : language[.noFlexibleDays]
  }
}
