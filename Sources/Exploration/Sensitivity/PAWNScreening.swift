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
  /// What an assumption without any influence would have in 95 of 100 orders.
  public let chance: Double
  /// Worlds.
  public let worlds: Int

  private static let slices = 10
  private static let draws = 200

  /// Screens a result of one policy, by its outcome's difference from the baseline.
  ///
  /// - Throws: ``SimulationError`` as a run of the study would.
  public init(_ result: StudyResult, outcome: Outcome) throws(SimulationError) {
    let study = result.study
    policy = study.policies[0]
    baseline = study.baseline
    self.outcome = outcome
    let differences = zip(
      result.worldMeans(outcome, scenario: 1), result.worldMeans(outcome, scenario: 0)
    ).map { $0 - $1 }
    let known = differences.indices.filter { !differences[$0].isNaN }
    let results = known.map { differences[$0] }
    let drawn = try study.drawnWorlds()
    worlds = known.count
    chance = PAWNIndex.chance(
      result: results, slices: Self.slices, draws: Self.draws,
      key: RandomKey(seed: study.run.seed).child("pawn"))
    let unsorted = Factor.all(of: study).flatMap(\.ids).map { id in
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
