public import HybridWork

/// The class of a position or a service, with what speaks for it.
public struct MovabilityVerdict: Hashable, Sendable {
  /// The class.
  public let outcome: MovabilityClass
  /// What the class would be without the doubt; never `doubtful`.
  public let leaning: MovabilityClass
  /// The share of time that can be spent elsewhere, 0…1; NaN where nothing is known.
  public let movableShare: Double
  /// How near the movable share is to a threshold; nil where nothing is known.
  public let margin: Double?
  /// What speaks for it, the weightiest first.
  public let reasons: [MovabilityReason]

  /// Judges a position by its movable share.
  ///
  /// It is doubtful when it was derived, when a criterion that the table asks is not answered, or
  /// when its share is within the margin of doubt of a threshold; an unanswered criterion raises no
  /// doubt about a position that is place-bound anyhow.
  public init(
    _ profile: PositionProfile, asked: [PositionCriterion], thresholds: InventoryThresholds
  ) {
    let movable = profile.movableShare
    let leaning = thresholds.leaning(movable)
    let margin = thresholds.margin(movable)
    let isDerived = profile.basis == .derived
    var doubts: [MovabilityReason] = isDerived ? [.derived] : []
    if !isDerived, leaning != .placeBound {
      doubts += asked.filter { profile.answer($0) == .unknown }.map { .criterionUnanswered($0) }
    }
    if thresholds.isDoubtful(margin: margin) { doubts.append(.nearThreshold(margin: margin)) }
    let failed = asked.filter { criterion in
      let answer = profile.answer(criterion)
      return answer != .unknown && answer != criterion.favourableAnswer
    }
    outcome = doubts.isEmpty ? leaning : .doubtful
    self.leaning = leaning
    movableShare = movable
    self.margin = margin
    reasons = doubts + [.movableShare(movable)] + failed.map { .criterionFailed($0) }
  }

  /// Judges a service by the positions of the people who serve; `staff` holds one each.
  ///
  /// A service has counters or posts that need people on site, so that it is never `away`: it is
  /// `partly` from the lower threshold on. It is doubtful near that threshold, when its staff could
  /// nearly all be away, when any of them was judged on derived shares, and when nothing is known.
  public init(
    staff: [(verdict: MovabilityVerdict, isDerived: Bool)], thresholds: InventoryThresholds
  ) {
    guard !staff.isEmpty else {
      outcome = .doubtful
      leaning = .placeBound
      movableShare = .nan
      margin = nil
      reasons = [.noKnownStaff, .needsPeopleOnSite]
      return
    }
    let movable = staff.map(\.verdict.movableShare).reduce(0, +) / Double(staff.count)
    let margin = abs(movable - thresholds.partly)
    leaning = thresholds.leaning(movable) == .placeBound ? .placeBound : .partly
    var doubts: [MovabilityReason] = staff.contains(where: \.isDerived) ? [.derived] : []
    if thresholds.isDoubtful(margin: margin) { doubts.append(.nearThreshold(margin: margin)) }
    if thresholds.leaning(movable) == .away { doubts.append(.staffCouldBeAway) }
    outcome = doubts.isEmpty ? leaning : .doubtful
    movableShare = movable
    self.margin = margin
    reasons = doubts + [.needsPeopleOnSite, .movableShare(movable)]
  }
}
