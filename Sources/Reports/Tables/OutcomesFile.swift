import HybridWork
public import Simulation
import Statistics

/// `outcomes.csv`: every outcome of every scenario, one line each (tidy).
public enum OutcomesFile {
  /// The file's text.
  ///
  /// The numbers of a group are empty when it has fewer people than the study's smallest group, when
  /// fewer of it are eligible or are not, and when a total would give such a count away.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "group", "outcome", "unit", "direction", "mean", "sd", "p05", "p50", "p95",
      "difference_mean", "difference_p05", "difference_p95", "probability_better",
      "probability_equal",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let disclosure = OutcomeDisclosure(result, scenario: scenario)
      for key in result.samples.keys {
        guard let comparison = result.comparison(key, scenario: scenario) else { continue }
        let level = comparison.level
        let difference = comparison.difference
        let numbers = [
          level.mean, level.standardDeviation, level.p05, level.p50, level.p95, difference.mean,
          difference.p05, difference.p95, comparison.probabilityBetter,
          comparison.probabilityEqual,
        ]
        csv.add(
          [
            policy.id, key.group.label, key.outcome.rawValue, key.outcome.unit,
            key.outcome.direction.rawValue,
          ] + numbers.map { CSVText.number(disclosure.isHidden(key) ? .nan : $0) })
      }
    }
    return csv.text
  }
}
