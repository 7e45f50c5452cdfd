public import HybridWork
public import Simulation
import Statistics

/// How the policies of a study stand when no world is trusted: by what may go wrong, not by means.
public struct Robustness: Sendable {
  /// How one scenario stands.
  public struct Row: Sendable {
    /// The scenario: 0 for the baseline, then the policies in order.
    public let scenario: Int
    /// The share of worlds in which every threshold's safe value is kept by the world's mean, and in
    /// which every watch value is; NaN without thresholds.
    public let safeShare: Double, watchShare: Double
    /// The share of worlds in which each threshold's safe value is kept.
    public let kept: [Double]
    /// For each outcome asked for, the worst world, the 10% quantile from the bad end, the mean, and
    /// the greatest regret.
    public let outcomes: [Standing]
  }

  /// A scenario's standing by one outcome.
  public struct Standing: Sendable, Equatable {
    /// The worst world mean; the best policy by this number is the maximin choice.
    public let worst: Double
    /// The world mean that nine of ten worlds do better than.
    public let badTenth: Double
    /// The mean over worlds.
    public let mean: Double
    /// The most by which the scenario stays behind the best of a world, and its 95% quantile.
    public let mostRegret: Double, regret95: Double
  }

  /// The outcomes asked for that the study reports.
  public let outcomes: [Outcome]
  /// The study's thresholds.
  public let thresholds: [Threshold]
  /// One row a scenario.
  public let rows: [Row]
  /// For each scenario, threshold and world whether the safe value is kept.
  public let isKept: [[[Bool]]]

  /// The thresholds that a scenario breaks in every world, whatever is assumed.
  public func alwaysBroken(scenario: Int) -> [Threshold] {
    zip(thresholds, isKept[scenario]).filter { !$1.contains(true) }.map(\.0)
  }

  /// World by world whether a scenario breaks a threshold that it does not break in every world.
  public func fails(scenario: Int) -> [Bool] {
    let contested = isKept[scenario].filter { $0.contains(true) }
    let worlds = isKept[scenario].first?.count ?? 0
    return (0..<worlds).map { world in contested.contains { !$0[world] } }
  }

  /// Judges the scenarios of a result by world means.
  public init(_ result: StudyResult, outcomes asked: [Outcome]) {
    let rankings = asked.compactMap { PolicyRanking(result, by: $0) }
    outcomes = rankings.map(\.outcome)
    let thresholds = result.study.reporting.thresholds.filter {
      !result.worldMeans($0.outcome, scenario: 0).isEmpty
    }
    self.thresholds = thresholds
    let scenarios = result.study.scenarios.indices
    func kept(_ threshold: Threshold, _ scenario: Int, _ limit: Double) -> [Bool] {
      let own = result.worldMeans(threshold.outcome, scenario: scenario)
      let base = result.worldMeans(threshold.outcome, scenario: 0)
      let sign = threshold.outcome.direction == .minimise ? -1.0 : 1.0
      return zip(own, base).map { own, base in
        let judged = threshold.comparison == .level ? own : own - base
        // What is not defined breaks nothing: nobody waits where no one comes.
        return judged.isNaN || sign * judged >= sign * limit
      }
    }
    let safe = scenarios.map { scenario in thresholds.map { kept($0, scenario, $0.safe) } }
    let watch = scenarios.map { scenario in thresholds.map { kept($0, scenario, $0.watch) } }
    let worlds = result.study.run.worlds
    let isSafe = safe.map { byThreshold in
      (0..<worlds).map { world in byThreshold.allSatisfy { $0[world] } }
    }
    isKept = safe
    rows = scenarios.map { scenario in
      Row(
        scenario: scenario,
        safeShare: thresholds.isEmpty ? .nan : Self.share(isSafe[scenario]),
        watchShare: thresholds.isEmpty
          ? .nan
          : Self.share(
            (0..<worlds).map { world in watch[scenario].allSatisfy { $0[world] } }),
        kept: safe[scenario].map(Self.share),
        outcomes: rankings.map { Self.standing(result, $0, scenario) })
    }
  }

  private static func share(_ flags: [Bool]) -> Double {
    flags.isEmpty ? .nan : Double(flags.count { $0 }) / Double(flags.count)
  }

  private static func standing(
    _ result: StudyResult, _ ranking: PolicyRanking, _ scenario: Int
  ) -> Standing {
    let sign = ranking.outcome.direction == .maximise ? 1.0 : -1.0
    let goods = result.worldMeans(ranking.outcome, scenario: scenario)
      .filter { !$0.isNaN }.map { sign * $0 }.sorted()
    let place = ranking.places.first { $0.scenario == scenario }
    let tenth = goods.isEmpty ? Double.nan : goods[(goods.count - 1) / 10]
    return Standing(
      worst: sign * (goods.first ?? .nan), badTenth: sign * tenth,
      mean: SampleSummary(goods).mean * sign, mostRegret: place?.mostRegret ?? .nan,
      regret95: place?.regret95 ?? .nan)
  }
}
