/// What a policy file says: the levers that differ from the baseline's.
public struct PolicyDifference: Hashable, Sendable {
  /// A cap that is set or taken away; each form replaces the baseline's cap and quota alike.
  public enum Cap: Hashable, Sendable {
    case removed
    case shareOfUnitAway(Double)
    /// How many may take part, and perhaps how many may be away on one day.
    case quota(Quota, shareOfUnitAway: Double?)
  }

  /// A monthly evaluation that is set or taken away.
  public enum EvaluationChange: Hashable, Sendable {
    case removed
    case set(Evaluation)
  }

  /// A rule on work while ill that is set or taken away.
  public enum SicknessChange: Hashable, Sendable {
    case removed
    case set(SicknessRule)
  }

  /// Rules that replace the baseline's, or nil to keep them.
  public var eligibility: [EligibilityRule]?
  /// Exceptions that replace the baseline's, or nil to keep them.
  public var exceptions: [EligibilityException]?
  /// A schedule that replaces the baseline's.
  public var schedule: Schedule?
  /// A way of take-up that replaces the baseline's.
  public var takeUp: TakeUp?
  /// Odds of applying that come with ``takeUp``; ignored without it.
  public var takeUpOdds: [OptInOdds] = []
  /// A cap set or taken away.
  public var cap: Cap?
  /// Allowances that replace the baseline's, each by itself.
  public var allowances: AllowanceChanges?
  /// Purchases that replace the baseline's.
  public var provision: Provision?
  /// A share of meetings held online that replaces the baseline's.
  public var meetingsOnlineShare: Double?
  /// An evaluation set or taken away.
  public var evaluation: EvaluationChange?
  /// Safeguards that replace the baseline's, or nil to keep them.
  public var safeguards: [Safeguard]?
  /// A promise for the coverage of services that replaces the baseline's.
  public var guarantee: CoverageGuarantee?
  /// A rule on work while ill, set or taken away.
  public var sickness: SicknessChange?

  /// A difference that changes nothing yet.
  public init() {}

  /// The levers of `baseline` with this difference applied.
  public func applied(to baseline: PolicyLevers) -> PolicyLevers {
    var levers = baseline
    if let eligibility { levers.eligibility = eligibility }
    if let exceptions { levers.exceptions = exceptions }
    if let schedule { levers.schedule = schedule }
    if let takeUp {
      levers.takeUp = takeUp
      levers.takeUpOdds = takeUpOdds
    }
    switch cap {
    case .removed?: (levers.capShareOfUnitAway, levers.quota) = (nil, nil)
    case .shareOfUnitAway(let share)?: (levers.capShareOfUnitAway, levers.quota) = (share, nil)
    case .quota(let quota, let share)?: (levers.capShareOfUnitAway, levers.quota) = (share, quota)
    case nil: break
    }
    switch evaluation {
    case .removed?: levers.evaluation = nil
    case .set(let evaluation)?: levers.evaluation = evaluation
    case nil: break
    }
    if let safeguards { levers.safeguards = safeguards }
    if let guarantee { levers.guarantee = guarantee }
    switch sickness {
    case .removed?: levers.sickness = nil
    case .set(let rule)?: levers.sickness = rule
    case nil: break
    }
    if let allowances { levers.allowances = allowances.applied(to: levers.allowances) }
    if let provision { levers.provision = provision }
    if let meetingsOnlineShare { levers.meetingsOnlineShare = meetingsOnlineShare }
    return levers
  }

  /// The levers this difference leaves out, which a baseline must state, by their names in files.
  ///
  /// A baseline without rules or cap has none; the other levers have no natural default.
  public var leversABaselineLacks: [String] {
    var names: [String] = []
    if schedule == nil { names.append("schedule") }
    if takeUp == nil { names.append("take_up") }
    if allowances?.meal == nil { names.append("allowances") }
    return names
  }

  /// The complete levers of a baseline, or nil while ``leversABaselineLacks`` names some.
  public var asBaseline: PolicyLevers? {
    guard let schedule, let takeUp, let meal = allowances?.meal else { return nil }
    return applied(
      to: PolicyLevers(
        eligibility: [], schedule: schedule, takeUp: takeUp, capShareOfUnitAway: nil,
        allowances: Allowances(meal: meal)))
  }
}

/// Allowances that a policy changes, each or nil to keep the baseline's.
public struct AllowanceChanges: Hashable, Sendable {
  /// *Uang makan*.
  public var meal: AllowanceTreatment?
  /// The part of TPP that depends on attendance.
  public var attendance: AllowanceTreatment?
  /// The data allowance.
  public var data: AllowanceTreatment?

  /// Changes of some allowances.
  public init(
    meal: AllowanceTreatment? = nil, attendance: AllowanceTreatment? = nil,
    data: AllowanceTreatment? = nil
  ) {
    self.meal = meal
    self.attendance = attendance
    self.data = data
  }

  func applied(to allowances: Allowances) -> Allowances {
    Allowances(
      meal: meal ?? allowances.meal, attendance: attendance ?? allowances.attendance,
      data: data ?? allowances.data)
  }
}
