public import HybridWork

/// What it costs to let in people whom one rule alone keeps out, from the cheapest on.
public struct UnlockTable: Sendable {
  private let policy: Policy
  private let decisions: EligibilityDecisions
  private let curve: UnlockCurve
  private let daysPerWeek: Double
  private let smallest: Int

  /// The unlock curve of a policy.
  ///
  /// - Parameters:
  ///   - policy: The policy.
  ///   - decisions: What its rules say of everybody.
  ///   - curve: The steps.
  ///   - daysPerWeek: Flexible days a week expected of one more eligible person.
  ///   - smallestGroup: Steps about fewer people are suppressed and left out of the running totals.
  public init(
    policy: Policy, decisions: EligibilityDecisions, curve: UnlockCurve,
    expected daysPerWeek: Double, smallestGroup: Int
  ) {
    self.policy = policy
    self.decisions = decisions
    self.curve = curve
    self.daysPerWeek = daysPerWeek
    self.smallest = smallestGroup
  }

  /// The curve as text: sentences, running totals, and where the prices come from.
  public func text(_ language: Language) -> String {
    let numbers = NumberText(language: language)
    var lines = ["\(policy.title[language]) — \(policy.reference)"]
    guard policy.levers.schedule.offersFlexibleDays else {
      return (lines + [language[.noFlexibleDays]]).joined(separator: "\n")
    }
    let hidden = hiddenSteps
    var (people, rupiah) = (0, 0.0)
    for (index, step) in curve.steps.enumerated() {
      guard !hidden[index] else {
        lines.append("- \(remedy(step, language)): \(language[.tooFewToShow])")
        continue
      }
      people += step.people
      rupiah += step.rupiah
      let days = Double(step.people) * daysPerWeek
      lines.append(
        "- \(sentence(remedy(step, language), rupiah: step.rupiah, days: days, numbers))")
      lines.append(
        "    \(decisions.rules[step.rule].text[language]): \(numbers.number(Double(step.people), decimals: 0)) "
          + "\(language[.people]) × \(numbers.rupiah(step.rupiahPerPerson)); "
          + "\(language[.perFlexibleDay]): \(numbers.rupiah(step.rupiah / days))")
      lines.append(
        "    \(language[.runningTotal]): \(numbers.number(Double(people), decimals: 0)) "
          + "\(language[.people]), \(numbers.rupiah(rupiah)), "
          + "\(numbers.number(Double(people) * daysPerWeek, decimals: 1)) "
          + language[.flexibleDaysPerWeek])
    }
    if curve.steps.isEmpty { lines.append(language[.nobodyToUnlock]) }
    return (lines + unpriced(language) + notes(language)).joined(separator: "\n")
  }

  private func sentence(
    _ remedy: String, rupiah: Double, days: Double, _ numbers: NumberText
  ) -> String {
    let (money, count) = (numbers.rupiah(rupiah), numbers.number(days, decimals: 0))
    return switch numbers.language {
    case .indonesian: "\(remedy) seharga \(money) membuka \(count) hari fleksibel per minggu"
    case .english: "\(remedy) for \(money) unlock \(count) flexible days a week"
    }
  }

  private func remedy(_ step: UnlockCurve.Step, _ language: Language) -> String {
    let text = step.remedies.map { curve.prices[$0].remedy[language] }.joined(separator: " + ")
    let isAssumed = step.remedies.contains { curve.prices[$0].provenance.confidence.isAssumption }
    return isAssumed ? "\(text) (\(language[.assumedPrice]))" : text
  }

  /// Which steps are about too few people, or would give such a step away.
  ///
  /// The steps of a rule and those without a price sum to the count of `eligibility-counts.csv`.
  private var hiddenSteps: [Bool] {
    var hidden = Array(repeating: false, count: curve.steps.count)
    for rule in decisions.rules.indices {
      let steps = curve.steps.indices.filter { curve.steps[$0].rule == rule }
      let isHidden = SmallCells.hidden(
        steps.map { curve.steps[$0].people } + [unpricedPeople(rule)], smallest: smallest)
      for (place, step) in steps.enumerated() { hidden[step] = isHidden[place] }
    }
    return hidden
  }

  private func unpricedPeople(_ rule: Int) -> Int {
    curve.unpriced.first { $0.rule == rule }?.people ?? 0
  }

  private func unpriced(_ language: Language) -> [String] {
    curve.unpriced.map { rule, people in
      let parts = curve.steps.filter { $0.rule == rule }.map(\.people) + [people]
      let isHidden = SmallCells.hidden(parts, smallest: smallest).last ?? true
      let count =
        isHidden ? language[.tooFewToShow] : "\(people) \(language[.people])"
      return "- \(language[.noPrice]): \(decisions.rules[rule].text[language]): \(count)"
    }
  }

  private func notes(_ language: Language) -> [String] {
    let used = Set(curve.steps.flatMap(\.remedies)).sorted()
    let numbers = NumberText(language: language)
    let sources = used.map { index in
      let price = curve.prices[index]
      let provenance = price.provenance
      return "  \(price.remedy[language]): \(numbers.rupiah(price.rupiah)), \(provenance.source), "
        + "\(provenance.date.iso) [\(provenance.confidence.rawValue)]"
    }
    return [
      "",
      "\(language[.takeUpNote]): \(numbers.number(daysPerWeek, decimals: 2)). "
        + language[.unlockNote],
    ] + (sources.isEmpty ? [] : [language[.prices] + ":"] + sources)
  }
}
