/// What a policy's rules say about every person: the rules failed, never a bare yes or no.
public struct EligibilityDecisions: Sendable {
  /// The most rules a policy may have: one bit each.
  public static let ruleLimit = 64

  /// The rules decided on, in the policy's order.
  public let rules: [EligibilityRule]
  /// For each person, bit r set when rule r was failed, as assessed from the register.
  public let failed: [UInt64]
  /// For each person, bit r set when rule r cannot be assessed.
  public let unassessed: [UInt64]
  /// For each person, whether the person is not a civil servant (ASN) and counts for coverage only.
  public let isOutside: [Bool]
  /// The rules for which "cannot be assessed" counts as failed.
  private let unassessedFails: UInt64

  /// Decides every rule for every person.
  ///
  /// - Throws: ``HybridWorkError/tooManyRules(_:limit:)`` beyond ``ruleLimit``.
  public init(
    rules: [EligibilityRule], population: Population
  ) throws(HybridWorkError) {
    guard rules.count <= Self.ruleLimit else {
      throw .tooManyRules(rules.count, limit: Self.ruleLimit)
    }
    var failed = Array(repeating: UInt64(0), count: population.count)
    var unassessed = failed
    var unassessedFails: UInt64 = 0
    for (index, rule) in rules.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      if rule.unassessed == .fail { unassessedFails |= bit }
      for (person, answer) in rule.condition.assess(population).enumerated() {
        switch answer {
        case .fails: failed[person] |= bit
        case .unassessed: unassessed[person] |= bit
        case .passes: break
        }
      }
    }
    self.rules = rules
    self.failed = failed
    self.unassessed = unassessed
    self.unassessedFails = unassessedFails
    // Perpres 21/2023 and the policies under it speak of ASN; others have no access to give.
    let statuses = population.categories(.employmentStatus)
    isOutside = (0..<population.count).map {
      statuses.value($0) == EmploymentStatus.nonASN.rawValue
    }
  }

  /// Whether a person meets every rule, those not assessable treated as the policy says.
  ///
  /// Staff who are not civil servants never are.
  public func isEligible(_ person: Int) -> Bool { !isOutside[person] && blocking(person) == 0 }

  /// The rules that keep a person from being eligible, as bits.
  public func blocking(_ person: Int) -> UInt64 {
    failed[person] | (unassessed[person] & unassessedFails)
  }

  /// The number of people.
  public var count: Int { failed.count }

  /// How many are eligible.
  public var eligibleCount: Int { failed.indices.count(where: isEligible) }

  /// How many would be eligible if every rule not assessable were failed, and if it were passed.
  public var bounds: (lower: Int, upper: Int) {
    (
      failed.indices.count { !isOutside[$0] && failed[$0] | unassessed[$0] == 0 },
      failed.indices.count { !isOutside[$0] && failed[$0] == 0 }
    )
  }

  /// How one rule turned out over the population.
  public struct RuleCounts: Equatable, Sendable {
    /// People who pass, fail and can't be assessed.
    public let passed: Int, failed: Int, unassessed: Int
    /// People whom this rule alone keeps from being eligible.
    public let failedOnlyThis: Int
  }

  /// How the rule at `index` turned out.
  public func counts(ofRule index: Int) -> RuleCounts {
    let bit = UInt64(1) << UInt64(index)
    let failedCount = failed.count { $0 & bit != 0 }
    let unassessedCount = unassessed.count { $0 & bit != 0 }
    return RuleCounts(
      passed: count - failedCount - unassessedCount, failed: failedCount,
      unassessed: unassessedCount,
      failedOnlyThis: failed.indices.count { blocking($0) == bit })
  }
}
