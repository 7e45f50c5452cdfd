import HybridWork
public import Simulation
import Statistics

/// `ledger-parties.csv`: the ledger summed up by party, one line a scenario and measure.
public enum LedgerPartiesFile {
  /// The file's text; amounts are rupiah over the calendar against the baseline, gains positive.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: ["scenario", "measure", "unit", "mean", "p05", "p50", "p95"])
    let gains = PartyGains(result: result)
    for (scenario, policy) in result.study.scenarios.enumerated() {
      for measure in PartyGains.Measure.allCases {
        let amount = gains.summary(measure, scenario: scenario)
        csv.add(
          [policy.id, measure.rawValue, "rupiah"]
            + [amount.mean, amount.p05, amount.p50, amount.p95].map(CSVText.number))
      }
    }
    return csv.text
  }
}
