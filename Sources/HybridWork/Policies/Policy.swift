/// The levers a planner controls: who may work away, on which days, under which conditions.
///
/// A `Policy` is complete; files state only a ``PolicyDifference`` from the baseline.
public struct Policy: Hashable, Sendable {
  /// The file name without its ending.
  public let id: String
  /// The policy's name for planners.
  public let title: Bilingual
  /// Who issued or proposed it.
  public let institution: String
  /// The legal reference or public source.
  public let reference: String
  /// First day in force.
  public let inForce: WorkDate
  /// Last day in force, or nil while it holds.
  public let until: WorkDate?
  /// The act that declares special circumstances, to which some limits of law give way; or nil.
  public let specialCircumstances: String?
  /// What the policy regulates.
  public let levers: PolicyLevers

  /// A policy with its header and levers.
  public init(header: PolicyHeader, levers: PolicyLevers) {
    self.id = header.id
    self.title = header.title
    self.institution = header.institution
    self.reference = header.reference
    self.inForce = header.inForce
    self.until = header.until
    self.specialCircumstances = header.specialCircumstances
    self.levers = levers
  }

  /// The same policy without safeguards; nil if it has none.
  public var withoutSafeguards: Policy? {
    guard !levers.safeguards.isEmpty else { return nil }
    var levers = levers
    levers.safeguards = []
    return Policy(
      header: PolicyHeader(
        id: id, title: title, institution: institution, reference: reference, inForce: inForce,
        until: until, specialCircumstances: specialCircumstances), levers: levers)
  }

  /// The day on which the policy is assessed in a study: the later of its first day and the
  /// calendar's.
  public func assessmentDay(calendarStart: WorkDate) -> WorkDate { max(inForce, calendarStart) }
}

/// What identifies a policy: names, institution, reference and dates.
public struct PolicyHeader: Hashable, Sendable {
  let id: String
  let title: Bilingual
  let institution: String
  let reference: String
  /// First day in force.
  public let inForce: WorkDate
  /// Last day in force, or nil while it holds.
  public let until: WorkDate?
  let specialCircumstances: String?

  /// The header of a policy.
  public init(
    id: String, title: Bilingual, institution: String, reference: String, inForce: WorkDate,
    until: WorkDate?, specialCircumstances: String? = nil
  ) {
    self.id = id
    self.title = title
    self.institution = institution
    self.reference = reference
    self.inForce = inForce
    self.until = until
    self.specialCircumstances = specialCircumstances
  }
}

extension PolicyHeader {
  /// The header of two policies together, in force while both are; nil if that is on no day.
  public func stacked(with other: PolicyHeader, id: String) -> PolicyHeader? {
    func joined(_ own: String, _ added: String, _ mark: String) -> String {
      own == added ? own : own + mark + added
    }
    let from = max(inForce, other.inForce)
    let last = [until, other.until].compactMap { $0 }.min()
    if let last, last < from { return nil }
    return PolicyHeader(
      id: id,
      title: Bilingual(
        id: joined(title[.indonesian], other.title[.indonesian], " + "),
        en: joined(title[.english], other.title[.english], " + ")),
      institution: joined(institution, other.institution, "; "),
      reference: joined(reference, other.reference, "; "), inForce: from, until: last,
      specialCircumstances: specialCircumstances ?? other.specialCircumstances)
  }
}

/// The settings of a policy, all of them.
public struct PolicyLevers: Hashable, Sendable {
  /// The rules a person must all meet.
  public var eligibility: [EligibilityRule]
  /// Who is admitted or refused whatever the rules say.
  public var exceptions: [EligibilityException] = []
  /// On which days people may be away.
  public var schedule: Schedule
  /// Whether people apply or are ordered.
  public var takeUp: TakeUp
  /// The largest share of a unit that may be away on one day, 0…1, or nil without a cap.
  public var capShareOfUnitAway: Double?
  /// Which allowances are paid.
  public var allowances: Allowances
  /// What is bought so that people can work away.
  public var provision = Provision.nothing
  /// The share of meetings and official travel that is held online instead, 0…1.
  public var meetingsOnlineShare = 0.0
  /// How many of a unit may take part at all, or nil without a quota.
  public var quota: Quota?
  /// Who applies more or less readily than others; none means all alike.
  public var takeUpOdds: [OptInOdds] = []
  /// The monthly evaluation that may cost people their days, or nil without one.
  public var evaluation: Evaluation?
  /// What is done to keep services staffed, in this order.
  public var safeguards: [Safeguard] = []
  /// What the policy promises for the coverage of services, or nil without a promise.
  public var guarantee: CoverageGuarantee?
  /// Work by people who are ill on a flexible day, or nil when nobody does any.
  public var sickness: SicknessRule?

  /// A complete set of levers, without quota, odds and evaluation, which are set afterwards.
  public init(
    eligibility: [EligibilityRule], schedule: Schedule, takeUp: TakeUp,
    capShareOfUnitAway: Double?, allowances: Allowances
  ) {
    self.eligibility = eligibility
    self.schedule = schedule
    self.takeUp = takeUp
    self.capShareOfUnitAway = capShareOfUnitAway
    self.allowances = allowances
  }
}

/// How eligible people come to work away.
public enum TakeUp: String, CaseIterable, Sendable {
  /// People apply, are approved and use some of the days allowed.
  case voluntary
  /// The day is ordered; nearly all comply.
  case ordered
}
