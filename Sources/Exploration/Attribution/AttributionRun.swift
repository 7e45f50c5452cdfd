public import HybridWork
public import Simulation
import Statistics

/// Divides the outcomes of a policy among its rules.
///
/// - Head-counts come from the register alone: each ineligible person's loss is shared equally by
///   the rules they fail. Exact, since all rules must pass.
/// - Other outcomes come from runs of the study under parts of the rules, all on the same luck.
///   Where the distinct parts are no more than a sample of orders would run, all are run and the
///   division is exact. Otherwise, without a cap, outcomes that are sums over people come from one
///   run for each set of failed rules, shared equally by the set's rules: exact too. What is left
///   is estimated from a sample of orders, each with its reverse.
public struct AttributionRun: Sendable {
  private let study: Study
  private let policy: Policy
  private let settings: AttributionSettings
  private let decisions: EligibilityDecisions
  private let failedSets: FailedSets
  /// The rules that keep somebody out; the others have zero of everything.
  private let players: [Int]
  /// More coalitions than this many players have are not listed.
  private static let mostPlayersListed = 16

  /// Prepares the division of a policy, which need not be one of the study's.
  ///
  /// - Throws: ``SimulationError/rules(_:)`` for more rules than can be decided on.
  public init(
    _ study: Study, policy: Policy, settings: AttributionSettings
  ) throws(SimulationError) {
    do {
      decisions = try EligibilityDecisions(
        policy: policy, population: study.population, calendarStart: study.calendar.from)
    } catch {
      throw .rules(error)
    }
    self.study = study
    self.policy = policy
    self.settings = settings
    failedSets = FailedSets(decisions)
    let effective = failedSets.effectiveRules
    players = decisions.rules.indices.filter { effective & (1 << UInt64($0)) != 0 }
  }

  /// Runs what is needed; the result is the same for any number of threads.
  ///
  /// - Parameters:
  ///   - threads: At least 1.
  ///   - grid: Solved days at counters, perhaps of earlier runs; gets those that had to be solved.
  /// - Returns: The shares of the rules in each outcome asked for.
  /// - Throws: ``SimulationError`` when the study can't be run.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid()
  ) throws(SimulationError) -> RuleAttribution {
    let counts = HeadCountAttribution(study, policy: policy, decisions: decisions)
    let simulated = settings.outcomes.filter { $0 != .eligibleShare }
    var found = [Outcome.eligibleShare: counts.everyone]
    if !simulated.isEmpty {
      for (outcomes, shares) in try divide(simulated, threads: threads, grid) {
        for (place, outcome) in outcomes.enumerated() {
          let whole = shares.attributed(outcome, at: place, worlds: study.run.worlds)
          found[outcome] = counts.suppression.applied(to: whole)
        }
      }
    }
    return RuleAttribution(
      policy: policy, outcomes: settings.outcomes.compactMap { found[$0] }, groups: counts.groups,
      gaps: counts.gaps, smallestGroup: study.reporting.smallestGroup, run: study.run)
  }

  private func divide(
    _ outcomes: [Outcome], threads: Int, _ grid: WaitingGrid
  ) throws(SimulationError) -> [([Outcome], WorthShares)] {
    func runs(_ outcomes: [Outcome]) -> PolicyRuns {
      PolicyRuns(study: study, outcomes: outcomes, threads: threads, grid: grid)
    }
    let budget = settings.permutations * players.count
    if canListCoalitions(atMost: max(budget, 1)) {
      return [(outcomes, try listed(runs(outcomes)))]
    }
    let isFree =
      policy.levers.capShareOfUnitAway == nil && policy.levers.quota == nil
      && policy.levers.schedule.daysByUnit.allSatisfy { $0.shareOfUnitAway == nil }
      && policy.levers.schedule.daysByRecord.allSatisfy { $0.shareAway == nil }
      && policy.levers.exceptions.isEmpty && failedSets.sets.count <= budget
    let additive = outcomes.filter { isFree && $0.isAdditiveOverPeople }
    let others = outcomes.filter { !additive.contains($0) }
    var divided: [([Outcome], WorthShares)] = []
    if !additive.isEmpty { divided.append((additive, try byFailedSets(runs(additive)))) }
    if !others.isEmpty { divided.append((others, try sampled(runs(others)))) }
    return divided
  }

  private func canListCoalitions(atMost limit: Int) -> Bool {
    guard players.count <= Self.mostPlayersListed else { return false }
    var closures: Set<UInt64> = []
    for coalition in 0..<(UInt64(1) << UInt64(players.count)) {
      closures.insert(failedSets.closure(of: rules(coalition)))
      if closures.count > limit { return false }
    }
    return true
  }

  /// The rules of a coalition of players.
  private func rules(_ coalition: UInt64) -> UInt64 {
    players.enumerated().reduce(0) { rules, player in
      coalition & (1 << UInt64(player.offset)) == 0 ? rules : rules | 1 << UInt64(player.element)
    }
  }

  private func listed(_ runs: PolicyRuns) throws(SimulationError) -> WorthShares {
    var worths = CoalitionWorths(runs, policy: policy, failedSets: failedSets)
    try worths.evaluate((0..<(UInt64(1) << UInt64(players.count))).map(rules))
    let shares = ShapleyValue.exact(players: players.count) { worths[rules($0)] }
    return WorthShares(
      without: worths[0], withAll: worths[failedSets.allRules],
      pairs: [byRule(shares, worths[0])], removals: removals(worths), method: .exact,
      count: worths.count)
  }

  private func sampled(_ runs: PolicyRuns) throws(SimulationError) -> WorthShares {
    var worths = CoalitionWorths(runs, policy: policy, failedSets: failedSets)
    let key = RandomKey(seed: study.run.seed).child("rule-attribution")
    let orders = ShapleyValue.antitheticOrders(
      players: players.count, pairs: settings.permutations / 2, key: key)
    let whole = UInt64.max >> UInt64(UInt64.bitWidth - players.count)
    let withoutOne = players.indices.map { whole & ~(1 << UInt64($0)) }
    try worths.evaluate(
      (orders.flatMap(ShapleyValue.coalitions(along:)) + withoutOne).map(rules))
    let added = orders.map { order in
      ShapleyValue.contributions(along: order) { worths[rules($0)] }
    }
    let pairs = stride(from: 0, to: added.count, by: 2).map { place in
      byRule(Self.means(added[place], added[place + 1]), worths[0])
    }
    return WorthShares(
      without: worths[0], withAll: worths[failedSets.allRules], pairs: pairs,
      removals: removals(worths), method: .sampled, count: orders.count)
  }

  private func byFailedSets(_ runs: PolicyRuns) throws(SimulationError) -> WorthShares {
    let variants = failedSets.sets.map(policy.openOnly(toFailing:))
    let worths = try runs.worths(of: [policy.openToNobody] + variants)
    let nobody = worths[0]
    let gains = worths.dropFirst().map { zip($0, nobody).map { $0 - $1 } }
    func summed(_ holds: (UInt64) -> Bool) -> [Double] {
      zip(failedSets.sets, gains).reduce(nobody) { sum, part in
        holds(part.0) ? zip(sum, part.1).map { $0 + $1 } : sum
      }
    }
    var shares = Array(
      repeating: Array(repeating: 0.0, count: nobody.count), count: decisions.rules.count)
    for place in nobody.indices {
      for (rule, loss) in failedSets.shared(gains.map { $0[place] }).enumerated() {
        shares[rule][place] = 0 - loss
      }
    }
    let alone = decisions.rules.indices.map { rule in
      failedSets.sets.firstIndex(of: 1 << UInt64(rule)).map { gains[$0] }
        ?? Array(repeating: 0, count: nobody.count)
    }
    return WorthShares(
      without: summed { _ in true }, withAll: summed { $0 == 0 }, pairs: [shares],
      removals: alone, method: .exact, count: failedSets.sets.count)
  }

  private static func means(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
    first.indices.map { player in
      first[player].indices.map { (first[player][$0] + second[player][$0]) / 2 }
    }
  }

  /// What dropping each rule alone changes.
  private func removals(_ worths: CoalitionWorths) -> [[Double]] {
    decisions.rules.indices.map { rule in
      let without = failedSets.allRules & ~(1 << UInt64(rule))
      return zip(worths[without], worths[failedSets.allRules]).map { $0 - $1 }
    }
  }

  /// Shares of players as shares of all rules; a rule that nobody fails has exactly zero.
  private func byRule(_ shares: [[Double]], _ worth: [Double]) -> [[Double]] {
    var all = Array(
      repeating: worth.map { $0.isNaN ? $0 : 0 }, count: decisions.rules.count)
    for (player, rule) in players.enumerated() { all[rule] = shares[player] }
    return all
  }
}
