import HybridWork
import Simulation

/// The worths of coalitions of rules, each distinct set of eligible people run once.
struct CoalitionWorths {
  private let runs: PolicyRuns
  private let policy: Policy
  private let failedSets: FailedSets
  private var known: [UInt64: [Double]] = [:]

  init(_ runs: PolicyRuns, policy: Policy, failedSets: FailedSets) {
    self.runs = runs
    self.policy = policy
    self.failedSets = failedSets
  }

  /// How many distinct coalitions were run.
  var count: Int { known.count }

  /// Runs what is not known yet of some coalitions, in their order.
  mutating func evaluate(_ coalitions: [UInt64]) throws(SimulationError) {
    var wanted: [UInt64] = []
    var seen: Set<UInt64> = []
    for closed in coalitions.map(failedSets.closure)
    where known[closed] == nil && seen.insert(closed).inserted {
      wanted.append(closed)
    }
    let worths = try runs.worths(of: wanted.map(policy.withOnly))
    for (coalition, worth) in zip(wanted, worths) { known[coalition] = worth }
  }

  /// The worths of a coalition that was evaluated.
  subscript(_ coalition: UInt64) -> [Double] {
    guard let worth = known[failedSets.closure(of: coalition)] else {
      preconditionFailure("a coalition was not evaluated")
    }
    return worth
  }
}
