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
    let divided = result.study.unitsWithOwnBudget.isEmpty ? nil : GroupLedger(result)
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let disclosure = GroupDisclosure(result, scenario: scenario)
      let isTold = result.study.unitsWithOwnBudget.contains { !disclosure.isHidden(.unit($0)) }
      for item in LedgerItem.allCases {
        for part in parts(item, result, isTold ? divided : nil, scenario: scenario) {
          csv.add([policy.id] + fields(item, part, result.study))
        }
      }
    }
    return csv.text
  }

  /// A line of an item, and who pays it.
  private struct Part {
    let payer: String
    let line: GroupLedger.Line
  }

  /// An item by payer: what units with a budget of their own pay stands in a line of its own.
  ///
  /// Without `divided` the line is not parted, and both budgets are called the budget.
  private static func parts(
    _ item: LedgerItem, _ result: StudyResult, _ divided: GroupLedger?, scenario: Int
  ) -> [Part] {
    let isMixed = divided == nil && !result.study.unitsWithOwnBudget.isEmpty
    let payer =
      isMixed && item.payer == .budget ? Party.budget.rawValue : payer(item, result.study)
    let total = GroupLedger.Line(
      quantities: Array(result.ledger.quantities(item, scenario: scenario)),
      amounts: Array(result.ledger.samples(item, scenario: scenario)))
    guard let divided, item.payer == .budget else { return [Part(payer: payer, line: total)] }
    let own = divided.ownBudgets(item, scenario: scenario)
    return [
      Part(payer: payer, line: total - own),
      Part(payer: EmployerBudget.blud.rawValue, line: own),
    ]
  }

  private static func fields(_ item: LedgerItem, _ part: Part, _ study: Study) -> [String] {
    let amounts = SampleSummary(part.line.amounts)
    let quantity = SampleSummary.mean(part.line.quantities)
    // What a unit costs on average over worlds, weighted by quantity.
    let price = quantity == 0 ? .nan : amounts.mean / quantity
    return [
      item.rawValue, part.payer, item.payee?.rawValue ?? "", account(item, study),
      item.isCashable ? "true" : "false", item.nature.rawValue,
      item.isOfMeetings ? "meetings" : "flexible-days", CSVText.number(quantity),
      item.quantityUnit, CSVText.number(price), "rupiah",
    ]
      + [amounts.mean, amounts.standardDeviation, amounts.p05, amounts.p50, amounts.p95]
      .map(CSVText.number)
  }

  /// Who pays; a budget by its own name where the study gives it.
  static func payer(_ item: LedgerItem, _ study: Study) -> String {
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
