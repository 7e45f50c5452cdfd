import HybridWork

extension Policy {
  /// This policy with other rules and everything else unchanged.
  func with(rules: [EligibilityRule], id: String) -> Policy {
    var changed = levers
    changed.eligibility = rules
    return Policy(
      header: PolicyHeader(
        id: id, title: title, institution: institution, reference: reference, inForce: inForce,
        until: until, specialCircumstances: specialCircumstances), levers: changed)
  }

  /// This policy with only the rules of a coalition in force.
  func withOnly(_ coalition: UInt64) -> Policy {
    let rules = levers.eligibility.enumerated().filter { coalition & (1 << UInt64($0.offset)) != 0 }
    return with(rules: rules.map(\.element), id: "\(id)/rules-\(coalition)")
  }

  /// This policy open to exactly the people whom all rules of `set`, and no other, keep out.
  func openOnly(toFailing set: UInt64) -> Policy {
    let rules = levers.eligibility.enumerated().map { index, rule in
      set & (1 << UInt64(index)) != 0 ? rule.opposite : rule
    }
    return with(rules: rules, id: "\(id)/failing-\(set)")
  }

  /// This policy open to nobody.
  var openToNobody: Policy {
    let nobody = EligibilityRule(
      id: "nobody", text: title, reference: reference, condition: .any([]), unassessed: .fail)
    return with(rules: [nobody], id: "\(id)/nobody")
  }
}

extension EligibilityRule {
  /// The rule that keeps out exactly those whom this one lets pass.
  var opposite: EligibilityRule {
    var opposite = EligibilityRule(
      id: id, text: text, reference: reference, condition: .not(condition),
      unassessed: unassessed == .fail ? .pass : .fail)
    opposite.inForce = inForce
    opposite.until = until
    return opposite
  }
}
