import HybridWork
public import Simulation
import Statistics

/// `safeguards.csv`: what safeguards did, and what they brought and cost.
public enum SafeguardsFile {
  /// The outcomes by which the effect of safeguards is told.
  private static let outcomes: [Outcome] = [
    .flexibleDaysPerWeek, .coverage, .fullyCoveredDays, .meanWaitMinutes, .p90WaitMinutes,
    .lostCitizens, .fuelLitres, .fuelRupiah, .budgetNetRupiah, .staffNetRupiah,
  ]

  /// The file's text; only policies with safeguards have lines.
  ///
  /// Counts are person-days in one calendar. Effects are the policy less the same policy without its
  /// safeguards, in the same worlds and calendars. Counts are empty while no more people than the
  /// study's smallest group are eligible.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "measure", "unit", "mean", "sd", "p05", "p50", "p95",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated()
    where !policy.levers.safeguards.isEmpty {
      func add(_ measure: String, _ unit: String, _ summary: SampleSummary, isHidden: Bool) {
        let numbers = [
          summary.mean, summary.standardDeviation, summary.p05, summary.p50, summary.p95,
        ]
        csv.add(
          [policy.id, measure, unit] + numbers.map { isHidden ? "" : CSVText.number($0) })
      }
      let eligible = result.decisions[scenario].eligibleCount
      let isHidden = eligible < result.study.reporting.smallestGroup
      let tallies = result.safeguards.tallies(scenario: scenario)
      let counts: [(name: String, value: (SafeguardTally) -> Int)] = [
        ("refused", \.refused), ("called", \.called), ("came", \.came),
        ("called_off", \.calledOff), ("swapped", \.swapped), ("lost_flexible_days", \.lostDays),
      ]
      for count in counts {
        add(
          count.name, "person-days", SampleSummary(tallies.map { Double(count.value($0)) }),
          isHidden: isHidden)
      }
      for outcome in outcomes {
        guard
          let effect = result.effectOfSafeguards(OutcomeKey(outcome), scenario: scenario),
          effect.count > 0
        else { continue }
        add("effect_on_\(outcome.rawValue)", outcome.unit, effect, isHidden: isHidden)
      }
    }
    return csv.text
  }
}
