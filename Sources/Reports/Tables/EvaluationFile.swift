import HybridWork
public import Simulation
import Statistics

/// `evaluation.csv`: how often the monthly evaluation warns, whom wrongly, and what it costs.
public enum EvaluationFile {
  /// The file's text; only policies with an evaluation have lines.
  ///
  /// A false alarm is a warning of someone whose true performance is not below the line, a miss is
  /// no warning of someone whose is. Fields are empty while fewer people than the study's smallest
  /// group could be judged.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "measure", "unit", "mean", "sd", "p05", "p50", "p95",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated()
    where policy.levers.evaluation != nil {
      let tallies = result.evaluations.tallies(scenario: scenario)
      let judged = SampleSummary(
        result.takeUp.people(
          TakeUpTable.steps(of: policy.levers).last ?? .uses, group: 0, scenario: scenario)
      ).mean
      let isHidden = judged < Double(result.study.reporting.smallestGroup)
      let measures: [(name: String, unit: String, value: (EvaluationTally) -> Double)] = [
        ("judgements", "person-months", { Double($0.judged) }),
        ("warned_share", "share", \.warnedShare),
        ("false_alarm_rate", "share", \.falseAlarmRate),
        ("miss_rate", "share", \.missRate),
        ("months_lost", "person-months", { Double($0.monthsLost) }),
      ]
      for measure in measures {
        let summary = SampleSummary(tallies.map(measure.value))
        let numbers = [
          summary.mean, summary.standardDeviation, summary.p05, summary.p50, summary.p95,
        ]
        csv.add(
          [policy.id, measure.name, measure.unit]
            + numbers.map { isHidden ? "" : CSVText.number($0) })
      }
    }
    return csv.text
  }
}
