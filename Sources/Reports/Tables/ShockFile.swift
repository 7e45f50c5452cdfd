import HybridWork
public import Simulation
import Statistics

/// `shocks.csv`: person-days that floods, outages and work while ill cost or gave.
public enum ShockFile {
  /// The file's text: the baseline and every policy, with sick days only where a rule allows them.
  ///
  /// Fields on flexible days are empty while fewer people than the study's smallest group take
  /// them, and all are for a staff smaller than that.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "measure", "unit", "mean", "sd", "p05", "p50", "p95",
    ])
    let smallest = Double(result.study.reporting.smallestGroup)
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let tallies = result.shocks.tallies(scenario: scenario)
      let takers = SampleSummary(
        result.takeUp.people(
          TakeUpTable.steps(of: policy.levers).last ?? .uses, group: 0, scenario: scenario)
      ).mean
      let isSmallStaff = Double(result.study.population.count) < smallest
      // The days cut off tell those worked in floods by comparison with the baseline's.
      let isHidden = isSmallStaff || (takers > 0 && takers < smallest)
      for measure in measures(policy) {
        let summary = SampleSummary(tallies.map { Double(measure.value($0)) })
        let numbers = [
          summary.mean, summary.standardDeviation, summary.p05, summary.p50, summary.p95,
        ]
        csv.add(
          [policy.id, measure.name, "person-days"]
            + numbers.map { isHidden ? "" : CSVText.number($0) })
      }
    }
    return csv.text
  }

  private static func measures(
    _ policy: Policy
  ) -> [(name: String, value: (ShockTally) -> Int)] {
    let always: [(name: String, value: (ShockTally) -> Int)] = [
      ("cut_off_by_floods", \.daysCutOff),
      ("flexible_days_in_floods", \.flexibleDaysInFloods),
      ("flexible_days_in_outages", \.flexibleDaysInOutages),
    ]
    guard policy.levers.sickness != nil else { return always }
    return always + [
      ("sick_days_booked", \.sickDaysBooked), ("sick_days_relabelled", \.sickDaysRelabelled),
    ]
  }
}
