import HybridWork
public import Simulation
import Statistics

/// `ledger.csv`: every money flow of every scenario by payer, one line each.
public enum LedgerFile {
  /// The file's text; amounts are rupiah saved by the payer over the calendar, against a calendar
  /// in which everyone works in the office and every meeting is held in person.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "item", "payer", "payee", "account", "cashable", "nature", "origin", "quantity",
      "quantity_unit", "price_rupiah", "unit", "mean", "sd", "p05", "p50", "p95",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated() {
      for item in LedgerItem.allCases {
        let amounts = SampleSummary(Array(result.ledger.samples(item, scenario: scenario)))
        let quantity = SampleSummary(Array(result.ledger.quantities(item, scenario: scenario)))
        // What a unit costs on average over worlds, weighted by quantity.
        let price = quantity.mean == 0 ? .nan : amounts.mean / quantity.mean
        csv.add(
          [
            policy.id, item.rawValue, payer(item, result.study), item.payee?.rawValue ?? "",
            account(item, result.study), item.isCashable ? "true" : "false",
            item.nature.rawValue, item.isOfMeetings ? "meetings" : "flexible-days",
            CSVText.number(quantity.mean), item.quantityUnit, CSVText.number(price), "rupiah",
          ]
            + [
              amounts.mean, amounts.standardDeviation, amounts.p05, amounts.p50, amounts.p95,
            ].map(CSVText.number))
      }
    }
    return csv.text
  }

  /// Who pays; a budget by its own name where the study gives it.
  private static func payer(_ item: LedgerItem, _ study: Study) -> String {
    item.payer == .budget ? study.budget?.rawValue ?? Party.budget.rawValue : item.payer.rawValue
  }

  /// The account of a region's budget; others have codes of their own.
  private static func account(_ item: LedgerItem, _ study: Study) -> String {
    switch study.budget {
    case .apbdCity, .apbdProvince: item.regionalAccount ?? ""
    case .apbn, .blud, nil: ""
    }
  }
}
