public import Exploration
public import HybridWork
import Simulation

/// What each rule of a policy is responsible for, for reading: outcomes, single rules dropped, and
/// gaps between groups.
public struct AttributionTable: Sendable {
  private let attribution: RuleAttribution
  private let language: Language
  private var rules: [EligibilityRule] { attribution.policy.levers.eligibility }
  /// What stands for a number that is suppressed.
  private static let suppressed = "*"

  /// Lays out a division.
  public init(_ attribution: RuleAttribution, language: Language) {
    self.attribution = attribution
    self.language = language
  }

  /// The tables for a terminal of a width in characters.
  public func terminalText(width: Int) -> String {
    let title = "\(language[.attributionTitle]): \(attribution.policy.title[language])"
    guard !rules.isEmpty else { return "\(title)\n\n\(language[.policyWithoutRules])" }
    var parts = [title, text(shares, width), findings]
    parts += ["\(language[.removalHeading]):", text(removals, width)]
    if !attribution.gaps.isEmpty {
      parts += ["\(language[.gapHeading]):", text(gaps, width)]
    }
    return (parts + [notes]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func text(_ table: TerminalTable, _ width: Int) -> String {
    table.lines(width: width).joined(separator: "\n")
  }

  private var shares: TerminalTable {
    TerminalTable(
      header: [language[.outcome], language[.withoutRules], language[.withAllRules]]
        + rules.map(\.id) + [language[.method]],
      rows: attribution.outcomes.map { outcome in
        let values = OutcomeValueText(outcome: outcome.outcome, language: language)
        return [
          outcome.outcome.text[language],
          shown(outcome.ends?.withoutRules, values.level),
          shown(outcome.ends?.withAllRules, values.level),
        ] + outcome.shares.map { share(of: $0, values) } + [method(outcome)]
      })
  }

  private func method(_ outcome: AttributedOutcome) -> String {
    switch outcome.method {
    case .exact: language[.exactMethod]
    case .sampled: "\(language[.sampledMethod]) (\(outcome.count))"
    }
  }

  private func share(of share: RuleShare?, _ values: OutcomeValueText) -> String {
    guard let share else { return Self.suppressed }
    let text = values.change(share.value)
    return share.orderError > 0 ? "\(text) ± \(values.level(share.orderError))" : text
  }

  private var removals: TerminalTable {
    TerminalTable(
      header: [language[.outcome]] + rules.map(\.id),
      rows: attribution.outcomes.map { outcome in
        let values = OutcomeValueText(outcome: outcome.outcome, language: language)
        return [outcome.outcome.text[language]]
          + outcome.shares.map { shown($0?.removal, values.change) }
      })
  }

  private var gaps: TerminalTable {
    let values = OutcomeValueText(outcome: .eligibleShare, language: language)
    return TerminalTable(
      header: [language[.groupGap], language[.gap]] + rules.map(\.id),
      rows: attribution.gaps.map { gap in
        [
          "\(gap.group.text(language)) – \(gap.reference?.text(language) ?? "")",
          shown(gap.ends?.withAllRules, values.change),
        ] + gap.shares.map { share(of: $0, values) }
      })
  }

  private func shown(_ value: Double?, _ text: (Double) -> String) -> String {
    value.map(text) ?? Self.suppressed
  }

  /// Which rule costs most eligibility and which protects the counters most.
  private var findings: String {
    [costliest, protector].compactMap { $0 }.joined(separator: "\n")
  }

  private var costliest: String? {
    guard let eligible = attribution.outcomes.first(where: { $0.outcome == .eligibleShare }),
      let place = place(of: eligible.shares.map { $0.map { 0 - $0.value } }),
      let share = eligible.shares[place]
    else { return nil }
    let values = OutcomeValueText(outcome: .eligibleShare, language: language)
    return "\(language[.costsMost]): \(rules[place].id) (\(values.change(share.value)))"
  }

  private var protector: String? {
    let measures: [Outcome] = [.p90WaitMinutes, .meanWaitMinutes, .coverage, .lostCitizens]
    for measure in measures {
      guard let found = attribution.outcomes.first(where: { $0.outcome == measure }) else {
        continue
      }
      let sign = measure.direction == .minimise ? -1.0 : 1
      guard let place = place(of: found.shares.map { $0.map { sign * $0.value } }),
        let share = found.shares[place]
      else { continue }
      let values = OutcomeValueText(outcome: measure, language: language)
      return "\(language[.protectsMost]): \(rules[place].id) (\(measure.text[language]) "
        + "\(values.change(share.value)); \(language[.dropped]) "
        + "\(shown(share.removal, values.change)))"
    }
    return nil
  }

  /// The place of the largest value above nothing.
  private func place(of values: [Double?]) -> Int? {
    let known = values.enumerated().compactMap { place, value in value.map { (place, $0) } }
    return known.filter { $0.1 > 1e-12 }.max { $0.1 < $1.1 }?.0
  }

  private var notes: String {
    let isSampled = attribution.outcomes.contains { $0.method == .sampled }
    let run = "\(attribution.run.worlds) × \(attribution.run.replications)"
    let lines =
      [
        language[.shapleyNote], language[.pointsNote],
        isSampled ? language[.sampledNote] : nil,
        "\(Self.suppressed) \(language[.suppressedNote]) (\(attribution.smallestGroup)).",
        "\(run) (\(language[.samplesNote])). \(language[.waitNote])",
        language[.simulationOnly],
      ] + rules.map { "\($0.id): \($0.text[language])" }
    return lines.compactMap { $0 }.joined(separator: "\n")
  }
}
