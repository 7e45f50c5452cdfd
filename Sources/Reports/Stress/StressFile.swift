public import Exploration
import HybridWork
import Simulation
import Statistics

/// `stress.csv`: what hard times do to every policy.
public enum StressFile {
  /// The file's text: one line a test, policy and outcome.
  ///
  /// Differences are from the same policy without the test, in the same worlds and calendars. The
  /// verdicts hold the policy against the baseline, once usual and once under the same test.
  public static func text(_ result: StressResult) -> String {
    var csv = CSVText(header: [
      "test", "scenario", "outcome", "unit", "mean", "p05", "p95", "difference_mean",
      "difference_p05", "difference_p95", "usual_verdict", "verdict",
    ])
    for (number, test) in result.tests.enumerated() {
      for (scenario, policy) in result.usual.study.scenarios.enumerated() {
        let verdicts = [result.usual, result.stressed[number]].map {
          $0.verdict(scenario: scenario).map { "\($0)" } ?? ""
        }
        for outcome in StressResult.outcomes {
          guard let effect = result.effect(of: number, outcome, scenario: scenario) else {
            continue
          }
          let numbers = [effect.level, effect.difference].flatMap { [$0.mean, $0.p05, $0.p95] }
          csv.add(
            [test.id, policy.id, outcome.rawValue, outcome.unit] + numbers.map(CSVText.number)
              + verdicts)
        }
      }
    }
    return csv.text
  }
}
