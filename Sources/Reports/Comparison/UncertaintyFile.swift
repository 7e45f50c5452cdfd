import Exploration
import HybridWork
public import Simulation
import Statistics

/// `uncertainty.csv`: the three intervals of every outcome for everyone, one line a scenario and
/// measure.
public enum UncertaintyFile {
  /// The file's text; empty fields are not defined.
  ///
  /// `measure` is the scenario's `level` or its `difference` from the baseline.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "outcome", "unit", "measure", "mean", "range_p05", "range_p50", "range_p95",
      "not_knowing_p05", "not_knowing_p95", "monte_carlo_error", "monte_carlo_low",
      "monte_carlo_high", "variance_between_worlds", "variance_between_low",
      "variance_between_high", "variance_of_luck", "share_of_luck",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated() {
      for outcome in Outcome.allCases {
        for (measure, other) in [("level", Int?.none), ("difference", 0)]
        where scenario > 0 || other == nil {
          guard let found = result.intervals(outcome, scenario: scenario, against: other),
            found.range.count > 0
          else { continue }
          let error = found.error.interval()
          let numbers = [
            found.range.mean, found.range.p05, found.range.p50, found.range.p95,
            found.notKnowingLow, found.notKnowingHigh, found.error.standardError, error.low,
            error.high, found.parts.between, found.parts.betweenLow, found.parts.betweenHigh,
            found.parts.within, found.parts.shareOfLuck,
          ]
          csv.add(
            [policy.id, outcome.rawValue, outcome.unit, measure] + numbers.map(CSVText.number))
        }
      }
    }
    return csv.text
  }
}
