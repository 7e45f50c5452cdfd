public import HybridWork
public import Simulation
import Statistics

/// Which assumptions move the distribution of what a policy changes, from the worlds of a plain run.
public struct PAWNScreening: Sendable {
  /// What is found of one assumption.
  public struct Row: Sendable {
    /// The assumption.
    public let id: AssumptionID
    /// Its index.
    public let index: PAWNIndex
  }

  /// The policy and what it is compared with.
  public let policy: Policy, baseline: Policy
  /// The measure.
  public let outcome: Outcome
  /// The assumptions with a range, the greatest median first.
  public let rows: [Row]
  /// What none of the assumptions would exceed in 95 of 100 runs if all were without influence.
  public let chance: Double
  /// Worlds.
  public let worlds: Int

  private static let slices = 10
  private static let draws = 200

  /// Screens a policy of a result, by its outcome's difference from the baseline.
  ///
  /// - Parameters:
  ///   - result: The result of a run.
  ///   - outcome: The measure.
  ///   - scenario: The policy: 1 for the study's first.
  ///   - drawn: The assumptions of the run's worlds, in order.
  public init(_ result: StudyResult, outcome: Outcome, scenario: Int, worlds drawn: [Assumptions]) {
    let study = result.study
    policy = study.scenarios[scenario]
    baseline = study.baseline
    self.outcome = outcome
    let differences = zip(
      result.worldMeans(outcome, scenario: scenario), result.worldMeans(outcome, scenario: 0)
    ).map { $0 - $1 }
    let known = differences.indices.filter { !differences[$0].isNaN }
    let results = known.map { differences[$0] }
    worlds = known.count
    let ids = Factor.all(of: study).flatMap(\.ids)
    chance = PAWNIndex.chance(
      result: results, slices: Self.slices, inputs: max(ids.count, 1), draws: Self.draws,
      key: RandomKey(seed: study.run.seed).child("pawn"))
    let unsorted = ids.map { id in
      Row(
        id: id,
        index: PAWNIndex(
          input: known.map { drawn[$0][id] }, result: results, slices: Self.slices))
    }
    rows = unsorted.sorted { left, right in
      left.index.median == right.index.median
        ? left.id.ordinal < right.id.ordinal : left.index.median > right.index.median
    }
  }
}
