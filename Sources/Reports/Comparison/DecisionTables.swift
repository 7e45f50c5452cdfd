import Exploration
import HybridWork
public import Simulation

/// How sure a run's results are and which policy comes first, read off the run's own worlds.
public struct DecisionTables: Sendable {
  /// The tables by name: `ranking.csv`, `first-place.csv`, `robustness.csv`, `failures.csv` and
  /// `pawn.csv`, as `luwes compare`, `robust` and `sensitivity` write them.
  public let files: [(name: String, text: String)]

  /// What scenarios are ranked by.
  static let ranked: [Outcome] = [.budgetNetRupiah, .coverage, .p90WaitMinutes, .outputChange]
  /// What worst worlds are told of.
  static let feared: [Outcome] = [.budgetNetRupiah, .p90WaitMinutes]
  /// The outcome whose assumptions are screened.
  static let screened = Outcome.budgetNetRupiah

  /// Ranks, judges and screens the policies of a result.
  ///
  /// - Throws: ``SimulationError`` as a run of the study would.
  public init(_ result: StudyResult) throws(SimulationError) {
    let study = result.study
    let worlds = try study.drawnWorlds()
    let rankings = Self.ranked.compactMap { PolicyRanking(result, by: $0) }
    let leads = rankings.compactMap { ranking in
      FirstPlace(ranking, result, worlds: worlds).map { (outcome: ranking.outcome, lead: $0) }
    }
    let robustness = Robustness(result, outcomes: Self.feared)
    let discoveries = ScenarioDiscovery.all(robustness, study, worlds: worlds)
    let screenings = study.policies.indices.map { place in
      PAWNScreening(result, outcome: Self.screened, scenario: place + 1, worlds: worlds)
    }
    files = [
      ("ranking.csv", RankingFile.text(rankings, of: study)),
      ("first-place.csv", RankingFile.leads(leads, of: study)),
      ("robustness.csv", RobustnessFile.text(robustness, of: study)),
      ("failures.csv", RobustnessFile.failures(discoveries, of: study)),
      ("pawn.csv", PAWNFile.text(screenings)),
    ]
  }
}
