/// What a policy's rules say about every person: the rules failed, never a bare yes or no.
public struct EligibilityDecisions: Sendable {
  /// The most rules a policy may have: one bit each.
  public static let ruleLimit = 64

  /// The rules decided on, in the policy's order.
  public let rules: [EligibilityRule]
  /// The exceptions from them, in the policy's order.
  public private(set) var exceptions: [EligibilityException]
  /// The day of assessment, or nil if none was given.
  public let day: WorkDate?
  /// For each rule, whether it is in force on the day; one that is not keeps nobody out.
  public let isInForce: [Bool]
  /// For each person, bit r set when rule r was failed, as assessed from the register.
  public let failed: [UInt64]
  /// For each person, bit r set when rule r cannot be assessed.
  public let unassessed: [UInt64]
  /// For each person, whether the person is not a civil servant (ASN) and counts for coverage only.
  public let isOutside: [Bool]
  /// For each person the exception that decides, or ``noException``; empty without exceptions.
  private var deciding: [UInt8]
  /// The rules for which "cannot be assessed" counts as failed.
  private let unassessedFails: UInt64
  private static let noException = UInt8.max

  /// The most exceptions a policy may have.
  public static let exceptionLimit = 64

  /// Decides a policy on the day it is assessed in a study.
  ///
  /// - Throws: ``HybridWorkError/tooManyRules(_:limit:)`` beyond ``ruleLimit``.
  public init(
    policy: Policy, population: Population, calendarStart: WorkDate
  ) throws(HybridWorkError) {
    try self.init(
      rules: policy.levers.eligibility, exceptions: policy.levers.exceptions,
      population: population, on: policy.assessmentDay(calendarStart: calendarStart))
  }

  /// Decides every rule for every person.
  ///
  /// - Parameters:
  ///   - rules: The rules a person must all meet.
  ///   - exceptions: Who is admitted or refused whatever the rules say.
  ///   - population: The people.
  ///   - day: The day of assessment. Without it every rule counts as in force, and what looks back
  ///     from it cannot be assessed.
  /// - Throws: ``HybridWorkError/tooManyRules(_:limit:)`` beyond ``ruleLimit`` or
  ///   ``exceptionLimit``.
  public init(
    rules: [EligibilityRule], exceptions: [EligibilityException] = [], population: Population,
    on day: WorkDate? = nil
  ) throws(HybridWorkError) {
    guard rules.count <= Self.ruleLimit else {
      throw .tooManyRules(rules.count, limit: Self.ruleLimit)
    }
    guard exceptions.count <= Self.exceptionLimit else {
      throw .tooManyRules(exceptions.count, limit: Self.exceptionLimit)
    }
    var failed = Array(repeating: UInt64(0), count: population.count)
    var unassessed = failed
    var unassessedFails: UInt64 = 0
    let isInForce = rules.map { rule in day.map { rule.isInForce(on: $0) } ?? true }
    for (index, rule) in rules.enumerated() where isInForce[index] {
      let bit = UInt64(1) << UInt64(index)
      if rule.unassessed == .fail { unassessedFails |= bit }
      let answers = rule.condition.assess(population, on: day)
      Self.set(bit, where: .fails, in: answers, &failed)
      if answers.contains(.unassessed) {
        Self.set(bit, where: .unassessed, in: answers, &unassessed)
      }
    }
    self.rules = rules
    self.exceptions = exceptions
    self.day = day
    self.isInForce = isInForce
    self.failed = failed
    self.unassessed = unassessed
    self.unassessedFails = unassessedFails
    deciding = Self.deciding(exceptions, population, on: day)
    // Perpres 21/2023 and the policies under it speak of ASN; others have no access to give.
    let statuses = population.categories(.employmentStatus)
    let outside = statuses.levels.firstIndex(of: EmploymentStatus.nonASN.rawValue)
    isOutside = statuses.codes.map { Int($0) == outside }
  }

  /// Sets a bit of everyone who has an answer, without a branch.
  private static func set(
    _ bit: UInt64, where answer: Assessment, in answers: [Assessment], _ bits: inout [UInt64]
  ) {
    for person in bits.indices { bits[person] |= answers[person] == answer ? bit : 0 }
  }

  /// For each person the first of the exceptions that apply, from narrow to wide.
  private static func deciding(
    _ exceptions: [EligibilityException], _ population: Population, on day: WorkDate?
  ) -> [UInt8] {
    guard !exceptions.isEmpty else { return [] }
    var deciding = Array(repeating: noException, count: population.count)
    for (index, exception) in exceptions.enumerated() {
      for (person, answer) in exception.condition.assess(population, on: day).enumerated()
      where answer == .passes {
        let current = deciding[person]
        if current == noException || exception.goesBefore(exceptions[Int(current)]) {
          deciding[person] = UInt8(index)
        }
      }
    }
    return deciding
  }

  /// The same decisions on the rules, with exceptions whose conditions read otherwise.
  ///
  /// - Parameters:
  ///   - population: The people decided on.
  ///   - condition: The condition that takes the place of an exception's own.
  /// - Returns: The decisions, on the same day.
  package func withExceptions(
    _ population: Population, condition: (EligibilityException) -> Condition
  ) -> EligibilityDecisions {
    var changed = self
    changed.exceptions = exceptions.map {
      EligibilityException(
        id: $0.id, wording: ($0.text, $0.reference), level: $0.level, effect: $0.effect,
        condition: condition($0))
    }
    changed.deciding = Self.deciding(changed.exceptions, population, on: day)
    return changed
  }

  /// The exception that decides about a person in place of the rules, or nil.
  public func exception(for person: Int) -> EligibilityException? {
    guard !deciding.isEmpty, deciding[person] != Self.noException else { return nil }
    return exceptions[Int(deciding[person])]
  }

  /// Whether a person meets every rule, those not assessable treated as the policy says, or an
  /// exception admits the person; one that refuses goes before the rules.
  ///
  /// Staff who are not civil servants never are.
  public func isEligible(_ person: Int) -> Bool {
    isEligible(person, failing: blocking(person))
  }

  private func isEligible(_ person: Int, failing rules: UInt64) -> Bool {
    guard !isOutside[person] else { return false }
    if let exception = exception(for: person) { return exception.effect == .admit }
    return rules == 0
  }

  /// The rules that would keep a person from being eligible if there were no exceptions, as bits.
  public func blocking(_ person: Int) -> UInt64 {
    failed[person] | (unassessed[person] & unassessedFails)
  }

  /// The rule that alone keeps a person from being eligible, or nil if none or several do.
  public func onlyBlockingRule(_ person: Int) -> Int? {
    let bits = blocking(person)
    guard bits != 0, bits & (bits - 1) == 0, !isOutside[person], exception(for: person) == nil
    else { return nil }
    return bits.trailingZeroBitCount
  }

  /// The number of people.
  public var count: Int { failed.count }

  /// How many are eligible.
  public var eligibleCount: Int { failed.indices.count(where: isEligible) }

  /// How many would be eligible if every rule not assessable were failed, and if it were passed.
  public var bounds: (lower: Int, upper: Int) {
    (
      failed.indices.count { isEligible($0, failing: failed[$0] | unassessed[$0]) },
      failed.indices.count { isEligible($0, failing: failed[$0]) }
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
      failedOnlyThis: failed.indices.count { onlyBlockingRule($0) == index })
  }

  /// About how many people the exception at `index` decides.
  public func count(decidedByException index: Int) -> Int {
    deciding.count { $0 == UInt8(index) }
  }
}
