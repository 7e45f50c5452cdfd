public import HybridWork

/// The distinct sets of rules that keep people from being eligible, and how many people each keeps.
///
/// A set is a word of bits, bit r for rule r, answers that can't be given treated as the policy
/// says. With only the rules S in force a person with the set T is eligible exactly when T and S
/// have no rule in common, so these sets and their counts decide eligibility under any part of the
/// rules.
public struct FailedSets: Sendable {
  /// The sets that occur, ascending; the empty one stands for people who meet every rule.
  public let sets: [UInt64]
  /// For each set, its people.
  public let counts: [Int]
  /// Everyone counted; those who are not civil servants or whom an exception refuses are in no set.
  public let people: Int
  /// The bits of all rules.
  public let allRules: UInt64
  private let ruleCount: Int

  /// The sets among the people for whom `isCounted` holds.
  public init(_ decisions: EligibilityDecisions, where isCounted: (Int) -> Bool = { _ in true }) {
    var found: [UInt64: Int] = [:]
    var people = 0
    for person in 0..<decisions.count where isCounted(person) {
      people += 1
      guard !decisions.isOutside[person] else { continue }
      // An exception decides whatever the rules: whoever it admits meets them all, as it were, and
      // whoever it refuses is no rule's to lose.
      switch decisions.exception(for: person)?.effect {
      case .admit?: found[0, default: 0] += 1
      case .refuse?: break
      case nil: found[decisions.blocking(person), default: 0] += 1
      }
    }
    let ordered = found.sorted { $0.key < $1.key }
    sets = ordered.map(\.key)
    counts = ordered.map(\.value)
    self.people = people
    ruleCount = decisions.rules.count
    allRules = ruleCount == UInt64.bitWidth ? .max : (1 << UInt64(ruleCount)) - 1
  }

  /// The rules that keep at least one person out, as bits.
  public var effectiveRules: UInt64 { sets.reduce(0, |) }

  /// How many are eligible with only the rules of `coalition` in force.
  public func eligible(under coalition: UInt64) -> Int {
    zip(sets, counts).reduce(0) { $0 + ($1.0 & coalition == 0 ? $1.1 : 0) }
  }

  /// The largest set of rules under which the same people are eligible as under `coalition`.
  ///
  /// Two coalitions with one closure have the same outcomes, whatever the outcome.
  public func closure(of coalition: UInt64) -> UInt64 {
    allRules & ~sets.reduce(0) { $1 & coalition == 0 ? $0 | $1 : $0 }
  }

  /// How many people fail each rule, alone or with others.
  public var failing: [Int] {
    (0..<ruleCount).map { rule in
      zip(sets, counts).reduce(0) { $0 + ($1.0 & (1 << UInt64(rule)) != 0 ? $1.1 : 0) }
    }
  }

  /// How many people fail each rule and no other.
  public var failingOnly: [Int] {
    (0..<ruleCount).map { rule in
      zip(sets, counts).reduce(0) { $0 + ($1.0 == 1 << UInt64(rule) ? $1.1 : 0) }
    }
  }

  /// The loss of each rule when every set's loss is shared equally by the rules of the set.
  ///
  /// This is Shapley's division: a set's people are won by a coalition of the rules' absence only
  /// when all rules of the set are absent, a game in which its rules are alike and all others do
  /// nothing (Shapley 1953, axioms of symmetry, dummy player and additivity).
  ///
  /// - Parameter losses: For each set, in the order of ``sets``, what its people would contribute
  ///   if they were eligible; the empty set's is not used.
  /// - Returns: For each rule its part of the losses.
  public func shared(_ losses: [Double]) -> [Double] {
    var shares = Array(repeating: 0.0, count: ruleCount)
    for (set, loss) in zip(sets, losses) {
      let each = loss / Double(max(set.nonzeroBitCount, 1))
      for rule in 0..<ruleCount where set & (1 << UInt64(rule)) != 0 { shares[rule] += each }
    }
    return shares
  }
}
