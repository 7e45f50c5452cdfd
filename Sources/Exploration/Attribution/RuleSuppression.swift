import HybridWork

/// What of a division must not be shown, since it rests on too few people.
struct RuleSuppression {
  private let shares: [Bool]
  private let removals: [Bool]
  private let ends: Bool

  /// Hides by cells: one for each rule, then one for both ends; effects of dropping one rule are
  /// all hidden.
  init(hidden: [Bool]) {
    shares = Array(hidden.dropLast())
    ends = hidden.last ?? false
    removals = shares.map { _ in true }
  }

  /// Also shows the effects of dropping a rule that do not rest on few people.
  init(hidden: [Bool], _ sets: FailedSets, smallest: Int) {
    shares = Array(hidden.dropLast())
    ends = hidden.last ?? false
    let isTooFew = { (count: Int) in count > 0 && count < smallest }
    // With two rules the third number of people follows from any two.
    let isOpen = shares.count > 2 || !zip(sets.sets, sets.counts).contains { isTooFew($1) }
    removals = zip(shares, sets.failingOnly).map { $0 || isTooFew($1) || !isOpen }
  }

  func applied(to whole: AttributedOutcome) -> AttributedOutcome {
    AttributedOutcome(
      outcome: whole.outcome, group: whole.group, reference: whole.reference,
      ends: ends ? nil : whole.ends,
      shares: whole.shares.enumerated().map { rule, share in
        guard let share, !shares[rule] else { return nil }
        return RuleShare(
          value: share.value, orderError: share.orderError, worldError: share.worldError,
          removal: removals[rule] ? nil : share.removal)
      }, method: whole.method, count: whole.count)
  }
}
