public import HybridWork
public import Simulation
import Statistics

/// All scenarios of a study in order of one outcome, and how sure the order is.
public struct PolicyRanking: Sendable {
  /// Where one scenario stands.
  public struct Place: Sendable {
    /// The scenario: 0 for the baseline, then the policies in the study's order.
    public let scenario: Int
    /// The mean over worlds.
    public let mean: Double
    /// The mean rank over worlds, 1 for the best; scenarios that are alike share their ranks.
    public let meanRank: Double
    /// The probability of being the best, over worlds; those alike share it.
    public let probabilityBest: Double
    /// The standard error of ``probabilityBest`` from the number of worlds.
    public let errorOfBest: Double
    /// Regret, the distance from the best of each world: its mean, 95% quantile and maximum.
    ///
    /// In the outcome's unit, never negative.
    public let meanRegret: Double, regret95: Double, mostRegret: Double
  }

  /// The measure by which scenarios are ranked.
  public let outcome: Outcome
  /// The scenarios, the best mean first; equal means in the study's order.
  public let places: [Place]
  /// In how many worlds the outcome is defined for every scenario.
  public let worlds: Int

  /// Ranks scenarios over world means; nil for an outcome without a direction or not reported.
  public init?(_ result: StudyResult, by outcome: Outcome) {
    guard outcome.direction != .info, result.samples.place(of: OutcomeKey(outcome)) != nil else {
      return nil
    }
    let sign = outcome.direction == .maximise ? 1.0 : -1.0
    let scenarios = result.study.scenarios.indices
    let values = scenarios.map { result.worldMeans(outcome, scenario: $0) }
    let tolerance = result.tolerance(outcome)
    let known = (values.first ?? []).indices.filter { world in
      values.allSatisfy { !$0[world].isNaN }
    }
    guard !known.isEmpty else { return nil }
    worlds = known.count
    self.outcome = outcome
    var ranks = scenarios.map { _ in 0.0 }
    var best = ranks
    var regrets = scenarios.map { _ in [Double]() }
    for world in known {
      let goods = scenarios.map { sign * values[$0][world] }
      let top = goods.max() ?? 0
      let winners = goods.count { top - $0 <= tolerance }
      for scenario in scenarios {
        let better = goods.count { $0 - goods[scenario] > tolerance }
        let alike = goods.count { abs($0 - goods[scenario]) <= tolerance }
        ranks[scenario] += Double(better) + Double(alike + 1) / 2
        if top - goods[scenario] <= tolerance { best[scenario] += 1 / Double(winners) }
        regrets[scenario].append(max(top - goods[scenario], 0))
      }
    }
    let count = Double(known.count)
    let unordered = scenarios.map { scenario in
      let share = best[scenario] / count
      let regret = SampleSummary(regrets[scenario])
      return Place(
        scenario: scenario, mean: SampleSummary(known.map { values[scenario][$0] }).mean,
        meanRank: ranks[scenario] / count, probabilityBest: share,
        errorOfBest: (max(share * (1 - share), 0) / count).squareRoot(),
        meanRegret: regret.mean, regret95: regret.p95,
        mostRegret: regrets[scenario].max() ?? .nan)
    }
    places = unordered.sorted { left, right in
      left.mean == right.mean
        ? left.scenario < right.scenario : sign * left.mean > sign * right.mean
    }
  }
}
