public import HybridWork
import Statistics

/// What is audited, and how.
public struct AuditPlan: Sendable {
  /// The columns to group by; their pairs are audited too.
  public let columns: [RegisterColumn]
  /// Reference groups by column; the largest group where none is named.
  public let references: [RegisterColumn: String]
  /// Counts below this are suppressed.
  public let smallestGroup: Int
  /// How ratings are drawn again; nil to leave that out.
  public let raterError: RaterError?
  /// What hours on the way and extra load are worked out from; nil to leave them out.
  public let burdenBasis: BurdenBasis?

  /// A plan; columns that form no groups are left out, as are repetitions.
  public init(
    columns: [RegisterColumn], references: [RegisterColumn: String] = [:], smallestGroup: Int,
    raterError: RaterError?, burdenBasis: BurdenBasis? = nil
  ) {
    var seen: Set<RegisterColumn> = []
    self.columns = columns.filter { StaffGrouping.isSuitable($0) && seen.insert($0).inserted }
    self.references = references
    self.smallestGroup = smallestGroup
    self.raterError = raterError
    self.burdenBasis = burdenBasis
  }
}

/// Everything an audit says about one group.
public struct GroupFinding: Sendable {
  /// Counts, rate, difference, ratio.
  public let access: GroupAccess
  /// Days in the office and hours on the way; nil when suppressed or for pairs.
  public let burden: AttendanceBurden?
  /// The gap within comparable posts; nil for the reference, when suppressed, for pairs, or when no
  /// post is shared.
  public let posts: PostDecomposition?
  /// Each rule's part of the gap; empty for the reference, when suppressed, and for pairs.
  public let rules: [RuleShare]
  /// The cheapest change that closes the gap; nil when the ratio is not below four fifths, or when
  /// no change of a single rule does.
  public let change: RuleChange?
  /// What rater error does; nil when suppressed, left out, or for pairs.
  public let boundary: BoundaryFairness?
}

/// The groups of one grouping.
public struct GroupingAudit: Sendable {
  /// The grouping.
  public let grouping: StaffGrouping
  /// Its groups, those of unknown value last.
  public let groups: [GroupFinding]
}

/// Who may work away under one policy and who may not, by group, and why.
public struct PolicyAudit: Sendable {
  /// The policy.
  public let policy: Policy
  /// Civil servants, whom the audit is about.
  public let people: Int
  /// Staff who are not civil servants, who have no access to give; nil when suppressed.
  public let outside: Int?
  /// Eligible people; nil when suppressed.
  public let eligible: Int?
  /// How days in the office are spread; nil when `eligible` is suppressed.
  public let burden: BurdenSpread?
  /// How hours on the way are spread; nil when `eligible` is suppressed, without
  /// ``AuditPlan/burdenBasis``, or when too few people's way is known, or is not.
  public let commute: BurdenSpread?
  /// How days at services fall on those who serve; nil as `commute`, when nobody who serves stays,
  /// and when it would tell how many servers of a suppressed group are eligible.
  public let counterLoad: CounterLoad?
  /// Single groupings in the plan's order, then pairs.
  public let groupings: [GroupingAudit]
  /// Pairs of rules that use the same fact.
  public let doublePenalties: [DoublePenalty]

  /// Audits a policy.
  public init(
    _ policy: Policy, decisions: EligibilityDecisions, population: Population, plan: AuditPlan
  ) {
    let work = AuditWork(policy, decisions, population, plan)
    let patterns = work.patterns
    let smallest = plan.smallestGroup
    let code = patterns.code(of: 0)
    let eligible = code.map { zero in patterns.codes.count { $0 == zero } } ?? 0
    let outside = decisions.count - patterns.people
    let isShown = !CellProtection.isSmall([eligible, patterns.people - eligible], smallest)
    self.policy = policy
    people = patterns.people
    self.outside = CellProtection.isSmall([outside], smallest) ? nil : outside
    self.eligible = isShown ? eligible : nil
    burden = isShown ? work.spread(eligible: eligible) : nil
    commute = isShown ? work.commute : nil
    counterLoad = isShown ? work.counterLoad : nil
    groupings = work.singles() + work.pairs()
    doublePenalties = DoublePenalty.find(decisions.rules, patterns, smallest: smallest)
  }
}
