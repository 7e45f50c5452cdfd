public import HybridWork

/// Why a person may or may not work away under a policy, or how a unit fares: every rule, passed or
/// failed, with what the register says.
public struct EligibilityExplanation: Sendable {
  private let policy: Policy
  private let population: Population
  private let decisions: EligibilityDecisions
  private let language: Language

  /// Explains one policy on a population.
  public init(
    policy: Policy, population: Population, decisions: EligibilityDecisions, language: Language
  ) {
    self.policy = policy
    self.population = population
    self.decisions = decisions
    self.language = language
  }

  private var heading: String { "\(policy.title[language]) — \(policy.reference)" }

  /// The explanation for one person; names no identifier but the one asked for.
  public func text(person: Int) -> String {
    let verdict: String
    if decisions.isOutside[person] {
      verdict = language[.notCivilServant]
    } else if !policy.levers.schedule.offersFlexibleDays {
      verdict = language[.noFlexibleDays]
    } else {
      verdict = decisions.isEligible(person) ? language[.eligible] : language[.notEligible]
    }
    let name = "\(population.identifiers[person]), \(population.text(.unit, person: person) ?? "")"
    let lines = decisions.rules.indices.map { line(rule: $0, person: person) }
    return ([heading, "\(name): \(verdict)"] + lines).joined(separator: "\n")
  }

  /// The explanation for one unit: how many pass each rule.
  ///
  /// Counts below `smallestGroup` are suppressed.
  public func text(unit: WorkUnit, smallestGroup: Int) -> String {
    func shown(_ count: Int) -> String {
      count > 0 && count < smallestGroup ? "< \(smallestGroup)" : String(count)
    }
    let people = Array(unit.people)
    let eligible = people.count(where: decisions.isEligible)
    var lines = [
      heading,
      "\(unit.name): \(people.count) \(language[.people]), \(shown(eligible)) "
        + language[.eligible],
    ]
    guard people.count >= smallestGroup else {
      return lines[0] + "\n\(unit.name): \(language[.unitTooSmall]) (\(smallestGroup))"
    }
    for (index, rule) in decisions.rules.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      let failed = people.count { decisions.failed[$0] & bit != 0 }
      let unassessed = people.count { decisions.unassessed[$0] & bit != 0 }
      lines.append(
        "- \(rule.text[language]): \(shown(people.count - failed - unassessed)) "
          + "\(language[.passed]), \(shown(failed)) \(language[.failed]), "
          + "\(shown(unassessed)) \(language[.notAssessable]) [\(rule.reference)]")
    }
    return lines.joined(separator: "\n")
  }

  private func line(rule index: Int, person: Int) -> String {
    let rule = decisions.rules[index]
    let bit = UInt64(1) << UInt64(index)
    let found = rule.condition.columns.map { column in
      "\(column.rawValue) = \(population.text(column, person: person) ?? language[.unknownValue])"
    }
    let answer: String
    if decisions.failed[person] & bit != 0 {
      answer = "✗ \(language[.failed])"
    } else if decisions.unassessed[person] & bit != 0 {
      let meaning: Phrase = rule.unassessed == .fail ? .countsAsFailed : .countsAsPassed
      answer = "? \(language[.notAssessable]) (\(language[meaning]))"
    } else {
      answer = "✓ \(language[.passed])"
    }
    let facts = found.joined(separator: ", ")
    return "\(answer): \(rule.text[language]) — \(facts) [\(rule.reference)]"
  }
}
