public import HybridWork

/// Why a person may or may not work away under a policy, or how a unit fares: every rule, passed or
/// failed, with what the register says and what would have to change.
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
  private var levers: LeverText { LeverText(levers: policy.levers, language: language) }
  private var changes: ChangeText {
    ChangeText(language: language, population: population, day: decisions.day)
  }

  /// The explanation for one person; names no identifier but the one asked for.
  ///
  /// A hypothetical person has no identifier and is called so. After the rules come quota and monthly
  /// evaluation, which may still cost an eligible person the flexible days.
  public func text(person: Int, isHypothetical: Bool = false) -> String {
    let unit = population.text(.unit, person: person)
    let identity = isHypothetical ? language[.hypotheticalPerson] : population.identifiers[person]
    let name = [identity, unit].compactMap { $0 }.joined(separator: ", ")
    var lines = [heading, "\(name): \(verdict(person))"]
    if let exception = decisions.exception(for: person) { lines.append(text(exception)) }
    lines += scheduleLines
    lines += decisions.rules.indices.flatMap { self.lines(rule: $0, person: person) }
    let staff = population.units[population.unitIndex(ofPerson: person)].people.count
    lines += levers.sentences(unitStaff: isHypothetical ? nil : staff)
    return lines.joined(separator: "\n")
  }

  private var scheduleLines: [String] {
    ScheduleText(schedule: policy.levers.schedule, language: language).lines
  }

  private func verdict(_ person: Int) -> String {
    if decisions.isOutside[person] { return language[.notCivilServant] }
    guard policy.levers.schedule.offersFlexibleDays else { return language[.noFlexibleDays] }
    return decisions.isEligible(person) ? language[.eligible] : language[.notEligible]
  }

  private func text(_ exception: EligibilityException) -> String {
    "→ \(levers.effect(of: exception)): \(exception.text[language]) [\(exception.reference)]"
  }

  private func lines(rule index: Int, person: Int) -> [String] {
    let rule = decisions.rules[index]
    guard decisions.isInForce[index] else {
      return ["– \(rule.outOfForce(language)): \(rule.text[language]) [\(rule.reference)]"]
    }
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
    let line = "\(answer): \(rule.text[language]) — \(facts) [\(rule.reference)]"
    let change = rule.condition.requiredChange(for: person, in: population, on: decisions.day)
    guard let change else { return [line] }
    return [line, "    \(language[.toPass]): \(changes.text(change, person: person))"]
  }
}

extension EligibilityExplanation {
  /// The explanation for one unit: how many pass each rule, and what would let in those whom one
  /// rule alone keeps out.
  ///
  /// Counts below `smallestGroup` are suppressed, and those that would give them away by subtraction
  /// from the unit or from the counts of all units.
  public func text(unit: WorkUnit, smallestGroup: Int) -> String {
    guard unit.people.count >= smallestGroup else {
      return "\(heading)\n\(unit.name): \(language[.unitTooSmall]) (\(smallestGroup))"
    }
    let table = UnitTable(population: population, unit: unit, smallest: smallestGroup)
    let eligible = table.shown { decisions.isEligible($0) ? 0 : 1 }
    var lines = [
      heading,
      "\(unit.name): \(unit.people.count) \(language[.people]), "
        + "\(eligible.first ?? "0") \(language[.eligible])",
    ]
    lines += scheduleLines
    for (index, rule) in decisions.rules.enumerated() {
      guard decisions.isInForce[index] else {
        lines.append("- \(rule.text[language]): \(rule.outOfForce(language)) [\(rule.reference)]")
        continue
      }
      let parts = table.shown(parts: 3) { answer(rule: index, person: $0) }
      lines.append(
        "- \(rule.text[language]): \(parts[0]) \(language[.passed]), "
          + "\(parts[1]) \(language[.failed]), \(parts[2]) \(language[.notAssessable]) "
          + "[\(rule.reference)]")
      lines += nearMisses(rule: index, table)
    }
    lines += exceptions(table) + levers.sentences(unitStaff: unit.people.count)
    return lines.joined(separator: "\n")
  }

  /// How many people of the unit each exception decides about.
  private func exceptions(_ table: UnitTable) -> [String] {
    decisions.exceptions.map { exception in
      let counts = table.shown { decisions.exception(for: $0) == exception ? 0 : 1 }
      return "- \(levers.effect(of: exception)): \(exception.text[language]): "
        + "\(counts.first ?? "0") \(language[.people]) [\(exception.reference)]"
    }
  }

  private func answer(rule index: Int, person: Int) -> Int {
    let bit = UInt64(1) << UInt64(index)
    if decisions.failed[person] & bit != 0 { return 1 }
    return decisions.unassessed[person] & bit != 0 ? 2 : 0
  }

  /// The changes that would let in people of the unit whom this rule alone keeps out.
  private func nearMisses(rule index: Int, _ table: UnitTable) -> [String] {
    let rule = decisions.rules[index]
    var places: [String: Int] = [:]
    var texts: [String] = []
    let kind = (0..<population.count).map { person -> Int in
      guard decisions.onlyBlockingRule(person) == index,
        let change = rule.condition.requiredChange(
          for: person, in: population, on: decisions.day)
      else { return 0 }
      let text = changes.text(change, person: person)
      if places[text] == nil {
        texts.append(text)
        places[text] = texts.count
      }
      return places[text] ?? 0
    }
    let counts = table.shown(parts: texts.count + 1) { kind[$0] }
    return texts.indices.filter { counts[$0 + 1] != "0" }.map { index in
      "    \(language[.onlyThisRule]): \(counts[index + 1]) \(language[.people]) — "
        + "\(language[.toPass]): \(texts[index])"
    }
  }
}

/// Counts of one unit that may be shown beside those of the other units.
private struct UnitTable {
  let population: Population
  let unit: WorkUnit
  let smallest: Int

  /// The unit's people by kind, 0 ..< `parts`, as text; a hidden count is `…`.
  func shown(parts: Int = 2, kind: (Int) -> Int) -> [String] {
    let counts = population.units.map { unit in
      unit.people.reduce(into: Array(repeating: 0, count: parts)) { $0[kind($1)] += 1 }
    }
    let cells = SmallCells(counts, smallest: smallest)
    let row = population.units.firstIndex { $0.name == unit.name } ?? 0
    return counts[row].indices.map { column in
      guard cells.isHidden[row][column] else { return String(counts[row][column]) }
      return "…"
    }
  }
}

extension EligibilityRule {
  /// That the rule is not in force, and when it is.
  fileprivate func outOfForce(_ language: Language) -> String {
    let period = "\(inForce?.iso ?? "…") – \(until?.iso ?? "…")"
    return "\(language[.notInForce]) (\(period))"
  }
}
