/// People whom one fixable rule alone keeps out, by what it costs to let them in.
///
/// A rule is fixable for a person where it has a price, or where every change it asks of the
/// person's row has one; of several ways the cheapest counts.
public struct UnlockCurve: Sendable {
  /// People who fail the same rule and need the same remedies.
  public struct Step: Equatable, Sendable {
    /// The place of the rule among the policy's.
    public let rule: Int
    /// The remedies each of them needs, as places among the prices, in order.
    public let remedies: [Int]
    /// Rupiah for one person.
    public let rupiahPerPerson: Double
    /// How many people there are.
    public let people: Int
    /// Rupiah for all of them.
    public var rupiah: Double { rupiahPerPerson * Double(people) }
  }

  /// The prices the curve was made with.
  public let prices: [UnlockPrice]
  /// The steps from the cheapest person on; equal costs in order of rules and remedies.
  public let steps: [Step]
  /// How many people a single rule keeps out that has no price, by rule.
  public let unpriced: [(rule: Int, people: Int)]

  /// Finds who can be let in for what.
  public init(
    decisions: EligibilityDecisions, population: Population, prices: [UnlockPrice]
  ) {
    self.prices = prices
    var counts: [Remedy: Int] = [:]
    var unpriced = Array(repeating: 0, count: decisions.rules.count)
    for person in 0..<decisions.count {
      guard let rule = decisions.onlyBlockingRule(person) else { continue }
      let remedies = Self.remedies(
        of: decisions.rules[rule], person, population, decisions.day, prices)
      if let remedies {
        counts[Remedy(rule: rule, prices: remedies), default: 0] += 1
      } else {
        unpriced[rule] += 1
      }
    }
    steps = counts.map { remedy, people in
      Step(
        rule: remedy.rule, remedies: remedy.prices,
        rupiahPerPerson: Self.cost(remedy.prices, prices), people: people)
    }.sorted(by: Self.goesBefore)
    self.unpriced = unpriced.indices.filter { unpriced[$0] > 0 }.map { ($0, unpriced[$0]) }
  }

  private struct Remedy: Hashable {
    let rule: Int
    let prices: [Int]
  }

  private static func goesBefore(_ left: Step, _ right: Step) -> Bool {
    if left.rupiahPerPerson != right.rupiahPerPerson {
      return left.rupiahPerPerson < right.rupiahPerPerson
    }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.remedies.lexicographicallyPrecedes(right.remedies)
  }

  private static func cost(_ remedies: [Int], _ prices: [UnlockPrice]) -> Double {
    remedies.reduce(0) { $0 + prices[$1].rupiah }
  }

  /// The cheapest remedies that let a person pass a rule, or nil if one that is needed has no price.
  private static func remedies(
    of rule: EligibilityRule, _ person: Int, _ population: Population, _ day: WorkDate?,
    _ prices: [UnlockPrice]
  ) -> [Int]? {
    if let whole = prices.firstIndex(where: { $0.subject == .rule(rule.id) }) { return [whole] }
    return rule.condition.requiredChange(for: person, in: population, on: day)
      .flatMap { remedies(of: $0, prices) }
  }

  private static func remedies(of change: RequiredChange, _ prices: [UnlockPrice]) -> [Int]? {
    switch change {
    case .single(let change):
      return prices.firstIndex { $0.subject == .column(change.column) }.map { [$0] }
    case .all(let parts):
      let needed = parts.compactMap { remedies(of: $0, prices) }
      // Two changes of one column are one remedy: a faster line is bought once.
      return needed.count == parts.count ? Set(needed.joined()).sorted() : nil
    case .any(let parts):
      return parts.compactMap { remedies(of: $0, prices) }
        .min { cost($0, prices) < cost($1, prices) }
    }
  }
}
