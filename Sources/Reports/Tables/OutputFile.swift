import HybridWork
public import Simulation
import Statistics

/// `output.csv`: what happens to the work, how far that is extrapolated, and how far a plain
/// comparison of flexible and office staff would mislead.
public enum OutputFile {
  /// The file's text, one line a scenario; changes are against the baseline.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "output_change_mean", "output_change_p05", "output_change_p95",
      "fte_equivalent_mean", "extrapolated_share", "evidence", "selection_levels",
      "naive_bias_p05", "naive_bias_p50", "naive_bias_p95",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let output = result.comparison(OutcomeKey(.outputChange), scenario: scenario)?.difference
      let people = result.comparison(OutcomeKey(.fteEquivalent), scenario: scenario)?.difference
      let share = extrapolated(result, scenario: scenario)
      let bias = result.selectionBias(scenario: scenario)
      let numbers = [
        output?.mean, output?.p05, output?.p95, people?.mean, share,
      ].map { CSVText.number($0 ?? .nan) }
      let biases = [
        bias?.levels, bias?.output.p05, bias?.output.p50, bias?.output.p95,
      ].map { CSVText.number($0 ?? .nan) }
      csv.add(
        [policy.id] + numbers
          + [share > 0 ? "no causal evidence in this range; extrapolated" : ""] + biases)
    }
    return csv.text
  }

  /// The mean part of flexible days that falls in weeks beyond the reach of evidence.
  static func extrapolated(_ result: StudyResult, scenario: Int) -> Double {
    SampleSummary.mean(Array(result.ledger.extrapolatedShare(scenario: scenario)))
  }
}
