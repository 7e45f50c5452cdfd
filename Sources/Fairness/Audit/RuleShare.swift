import HybridWork

/// What one rule contributes to the gap between a group and the reference.
///
/// All rules must hold, so a person whom k rules block is lost to each of them by one k-th. That is
/// the Shapley value of the rules with the eligible as worth, whatever their order: a rule that
/// blocks nobody has zero, and the shares sum to the gap. A person refused by an exception is lost to
/// the exceptions alone, which are one more source; one admitted by them is lost to nothing.
public struct RuleShare: Sendable, Equatable {
  /// The rule's place in the policy; nil for the policy's exceptions together.
  public let rule: Int?
  /// Its part of the difference between the rates, group less reference; nil when suppressed.
  public let share: Double?
}

extension GroupTable {
  /// The parts of the gap between a group and the reference, one for each rule, and last the exceptions' if the
  /// policy has any.
  ///
  /// A part is hidden when fewer than `smallest` people of either group, but some, are blocked by
  /// its rule; a second one is then hidden too, since the parts sum to the gap.
  func shares(
    _ group: Int, reference: Int, of decisions: EligibilityDecisions, smallest: Int
  ) -> [RuleShare] {
    let rules = decisions.rules.count
    let (own, others) = (losses(group, rules: rules), losses(reference, rules: rules))
    var failing = (0..<rules).map { rule in
      [people(group, failing: rule), people(reference, failing: rule)]
    }
    if !decisions.exceptions.isEmpty { failing.append([refused(group), refused(reference)]) }
    var hidden = failing.map { CellProtection.isSmall($0, smallest) }
    if hidden.count(where: \.self) == 1,
      let next = failing.indices.filter({ !hidden[$0] && failing[$0] != [0, 0] })
        .min(by: { failing[$0].reduce(0, +) < failing[$1].reduce(0, +) })
    {
      hidden[next] = true
    }
    return failing.indices.map { source in
      RuleShare(
        rule: source < rules ? source : nil,
        share: hidden[source] ? nil : others[source] - own[source])
    }
  }
}
