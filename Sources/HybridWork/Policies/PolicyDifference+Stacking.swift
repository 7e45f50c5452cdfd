extension PolicyDifference {
  /// What two policy files say together; where both set a lever, they must say the same of it.
  ///
  /// - Parameter other: The policy put on top.
  /// - Returns: Both differences as one, and the levers on which they disagree by their names in
  ///   files; with any of these the difference means nothing.
  public func stacked(
    with other: PolicyDifference
  ) -> (
    difference: PolicyDifference, conflicts: [String]
  ) {
    var stacked = self
    var conflicts: [String] = []
    func join<Value: Equatable>(_ own: Value?, _ added: Value?, _ name: String) -> Value? {
      if let own, let added, own != added { conflicts.append(name) }
      return own ?? added
    }
    stacked.eligibility = join(eligibility, other.eligibility, "eligibility")
    stacked.exceptions = join(exceptions, other.exceptions, "exceptions")
    stacked.schedule = join(schedule, other.schedule, "schedule")
    let takeUps = [self, other].map { difference in
      difference.takeUp.map { PairedTakeUp(takeUp: $0, odds: difference.takeUpOdds) }
    }
    let joined = join(takeUps[0], takeUps[1], "take_up")
    stacked.takeUp = joined?.takeUp
    stacked.takeUpOdds = joined?.odds ?? []
    stacked.cap = join(cap, other.cap, "cap")
    if let mine = allowances, let theirs = other.allowances {
      stacked.allowances = AllowanceChanges(
        meal: join(mine.meal, theirs.meal, "allowances"),
        attendance: join(mine.attendance, theirs.attendance, "allowances"),
        data: join(mine.data, theirs.data, "allowances"))
    } else {
      stacked.allowances = allowances ?? other.allowances
    }
    stacked.provision = join(provision, other.provision, "provision")
    stacked.meetingsOnlineShare = join(
      meetingsOnlineShare, other.meetingsOnlineShare, "meetings")
    stacked.evaluation = join(evaluation, other.evaluation, "evaluation")
    stacked.safeguards = join(safeguards, other.safeguards, "safeguards")
    stacked.guarantee = join(guarantee, other.guarantee, "guarantee")
    stacked.sickness = join(sickness, other.sickness, "sickness")
    return (stacked, conflicts)
  }
}

/// A way of take-up with its odds, which belong together.
private struct PairedTakeUp: Equatable {
  let takeUp: TakeUp
  let odds: [OptInOdds]
}
