import HybridWork
import RealModule
import Simulation
import Statistics

/// The shares of each rule in several outcomes and worlds, before they are summed up.
struct WorthShares {
  /// v(no rules) and v(all rules) for each outcome, then world.
  let without: [Double], withAll: [Double]
  /// For each order pair (one entry when exact) and rule: outcomes, then worlds.
  let pairs: [[[Double]]]
  /// For each rule what dropping it alone changes, in the same order.
  let removals: [[Double]]
  let method: AttributedOutcome.Method
  let count: Int

  /// The division of one outcome, nothing suppressed.
  func attributed(_ outcome: Outcome, at place: Int, worlds: Int) -> AttributedOutcome {
    let range = (place * worlds)..<((place + 1) * worlds)
    let shares = removals.indices.map { rule -> RuleShare? in
      share(of: pairs.map { Array($0[rule][range]) }, removal: mean(removals[rule][range]))
    }
    return AttributedOutcome(
      outcome: outcome, group: .all, reference: nil,
      ends: .init(withoutRules: mean(without[range]), withAllRules: mean(withAll[range])),
      shares: shares, method: method, count: count)
  }

  private func share(of byPair: [[Double]], removal: Double) -> RuleShare {
    let ofPairs = byPair.map { mean($0[...]) }
    let ofWorlds = byPair[0].indices.map { world in mean(byPair.map { $0[world] }[...]) }
    return RuleShare(
      value: mean(ofPairs[...]), orderError: method == .exact ? 0 : standardError(ofPairs),
      worldError: standardError(ofWorlds), removal: removal)
  }

  private func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private func standardError(_ values: [Double]) -> Double {
    SampleSummary(values).standardDeviation / Double.sqrt(Double(values.count))
  }
}
