public import HybridWork
public import Simulation

/// What each rule of a policy is responsible for, free of the order in which rules are taken.
///
/// Let v(S) be an outcome with only the rules S in force and everything else of the policy
/// unchanged. The shares are Shapley's: they sum to v(all rules) − v(no rules), rules that do the
/// same have the same, and a rule that nobody fails has exactly zero.
public struct RuleAttribution: Sendable {
  /// The policy whose rules are held responsible.
  public let policy: Policy
  /// Outcomes for everyone, in the order asked for.
  public let outcomes: [AttributedOutcome]
  /// The eligible share of each group, grouping by grouping.
  public let groups: [AttributedOutcome]
  /// The eligible share of each group less that of the largest group of its grouping.
  public let gaps: [AttributedOutcome]
  /// Numbers that rest on fewer people are suppressed, and enough others to hide them.
  public let smallestGroup: Int
  /// Worlds run, and calendars of luck in each.
  public let run: RunSettings
}

/// One outcome, or one gap between two groups, divided among the rules.
public struct AttributedOutcome: Sendable {
  /// How the division was made.
  public enum Method: String, Sendable {
    /// By every coalition or every set of failed rules that matters.
    case exact
    /// By a sample of orders of the rules.
    case sampled
  }

  /// The outcome with no rule and with all rules in force.
  public struct Ends: Equatable, Sendable {
    /// v(no rules).
    public let withoutRules: Double
    /// v(all rules).
    public let withAllRules: Double
  }

  /// The measure.
  public let outcome: Outcome
  /// Whom it is about.
  public let group: OutcomeGroup
  /// For a gap, the group that is subtracted.
  public let reference: OutcomeGroup?
  /// Both ends; nil when suppressed.
  public let ends: Ends?
  /// One for each rule, in the policy's order; nil when suppressed.
  public let shares: [RuleShare?]
  /// How the division was made.
  public let method: Method
  /// People counted, coalitions or sets of failed rules run, or orders sampled.
  public let count: Int
}

/// What one rule is responsible for in one outcome.
public struct RuleShare: Equatable, Sendable {
  /// The share of v(all rules) − v(no rules), in the outcome's unit.
  public let value: Double
  /// The standard error from sampling orders of the rules; 0 when none were sampled.
  public let orderError: Double
  /// The standard error from the finite number of worlds; 0 for head-counts, NaN for one world.
  public let worldError: Double
  /// What the outcome would change by if this rule alone were dropped; nil when suppressed.
  public let removal: Double?
}

/// What to divide among the rules, and how much work to spend on it.
public struct AttributionSettings: Sendable {
  /// The outcomes, for everyone.
  public let outcomes: [Outcome]
  /// Orders of the rules to sample where all coalitions are too many; half of them are reversals
  /// of the other half.
  public let permutations: Int

  /// Outcomes, and an even number of orders, at least 4.
  public init(outcomes: [Outcome], permutations: Int) {
    precondition(permutations >= 4 && permutations.isMultiple(of: 2), "orders come in pairs")
    self.outcomes = outcomes
    self.permutations = permutations
  }
}

extension Outcome {
  /// Whether the outcome is a sum over people of what each contributes by being eligible, once no
  /// cap makes them compete.
  ///
  /// Not so: what depends on who else is in the building or at the counter, peaks, ratios and
  /// indices.
  public var isAdditiveOverPeople: Bool {
    switch self {
    case .eligibleShare, .flexibleDaysPerWeek, .officeShareMean, .fuelLitres, .fuelRupiah,
      .carbonKilograms, .commuteHours, .mealBudgetRupiah, .mealPrivateRupiah, .homeCostRupiah,
      .staffNetRupiah, .outputChange, .fteEquivalent:
      true
    case .officeSharePeak, .deskNeed, .coverage, .fullyCoveredDays, .coverageCitizens,
      .turnaroundWithinStandard, .turnaroundDays, .openCases, .meanWaitMinutes, .p90WaitMinutes,
      .servedWithinStandard, .lostCitizens, .citizenTimeRupiah, .officeEnergyRupiah,
      .budgetNetRupiah, .accessRatioMin, .burdenGini:
      false
    }
  }
}
