import HybridWork
public import Simulation
import Statistics

/// `ledger.csv`: every money flow of every scenario by payer, one line each.
public enum LedgerFile {
  /// The file's text; amounts are rupiah saved by the payer over the calendar, against a calendar
  /// in which everyone works in the office.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "item", "payer", "payee", "cashable", "nature", "unit", "mean", "sd", "p05",
      "p50", "p95",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated() {
      for item in LedgerItem.allCases {
        let amounts = SampleSummary(result.ledger.samples(item, scenario: scenario))
        csv.add(
          [
            policy.id, item.rawValue, item.payer.rawValue, item.payee.rawValue,
            item.isCashable ? "true" : "false", item.nature.rawValue, "rupiah",
          ]
            + [
              amounts.mean, amounts.standardDeviation, amounts.p05, amounts.p50, amounts.p95,
            ].map(CSVText.number))
      }
    }
    return csv.text
  }
}
