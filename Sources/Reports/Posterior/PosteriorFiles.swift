public import Exploration
import HybridWork
public import Simulation

/// What pilots change in a study's forecast, and how earlier forecasts stood.
public struct PosteriorFiles: Sendable {
  private let posterior: Posterior
  private let result: StudyResult

  /// The files of a posterior over a result.
  public init(_ posterior: Posterior, _ result: StudyResult) {
    self.posterior = posterior
    self.result = result
  }

  /// Names and texts of all files.
  public var files: [(name: String, text: String)] {
    [("posterior.csv", table), ("scorecard.csv", scorecard)]
  }

  /// One row a policy and outcome: the difference from the baseline before and after.
  private var table: String {
    var csv = CSVText(header: [
      "policy", "outcome", "unit", "mean_before", "p05_before", "p95_before", "mean_after",
      "p05_after", "p95_after", "effective_worlds", "worlds",
    ])
    let effective = CSVText.number(posterior.weights.effectiveSampleSize)
    for (place, policy) in result.study.policies.enumerated() {
      for outcome in Outcome.allCases {
        guard let change = posterior.difference(OutcomeKey(outcome), scenario: place + 1) else {
          continue
        }
        let (before, after) = (change.before, change.after)
        csv.add(
          [policy.id, outcome.rawValue, outcome.unit]
            + [before.mean, before.p05, before.p95, after.mean, after.p05, after.p95].map(
              CSVText.number)
            + [effective, "\(result.study.run.worlds)"])
      }
    }
    return csv.text
  }

  /// One row a piece of evidence: what was forecast, what was found.
  private var scorecard: String {
    var csv = CSVText(header: [
      "date", "policy", "outcome", "unit", "groups", "place", "forecast_mean", "forecast_p05",
      "forecast_p95", "estimate", "std_error", "df", "inside_range", "share_of_worlds_below",
      "source",
    ])
    for forecast in posterior.scorecard {
      let (evidence, predicted) = (forecast.evidence, forecast.predicted)
      let isInside = (predicted.p05...predicted.p95).contains(evidence.estimate)
      csv.add(
        [
          evidence.provenance.date.iso, evidence.policy, evidence.outcome.rawValue,
          evidence.outcome.unit, evidence.groups.map(\.label).joined(separator: "; "),
          evidence.place == .own ? "own" : "elsewhere",
        ]
          + [
            predicted.mean, predicted.p05, predicted.p95, evidence.estimate,
            evidence.standardError, evidence.degreesOfFreedom ?? .nan,
          ].map(CSVText.number)
          + [
            isInside ? "true" : "false", CSVText.number(forecast.shareBelow),
            evidence.provenance.source,
          ])
    }
    return csv.text
  }
}
