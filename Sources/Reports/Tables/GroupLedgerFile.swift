import HybridWork
public import Simulation
import Statistics

/// `ledger-by-group.csv`: the ledger of every scenario divided by unit and by staff group.
///
/// Within a grouping the lines of an item add up to the item's line in `ledger.csv`: the groups, what
/// is left of them (``others``) and what belongs to nobody in particular (``joint``).
public enum GroupLedgerFile {
  /// The name of the line of groups that are not shown and of people of no group.
  public static let others = "(others)"
  /// The name of the line of flows that follow no group's days.
  public static let joint = "(joint)"

  /// The file's text; nil where the study has too many groups to be told apart.
  ///
  /// Items that move no money under a scenario are left out. Fields of groups about which a number
  /// would tell too much are empty.
  public static func text(_ result: StudyResult) -> String? {
    let ledger = GroupLedger(result)
    guard !ledger.groups.isEmpty else { return nil }
    var csv = CSVText(header: [
      "scenario", "grouping", "group", "item", "payer", "cashable", "nature", "quantity",
      "quantity_unit", "mean_rupiah", "p05_rupiah", "p95_rupiah",
    ])
    let groupings = Groupings(result)
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let table = Table(
        ledger: ledger, disclosure: GroupDisclosure(result, scenario: scenario),
        result: result, scenario: scenario)
      for item in LedgerItem.allCases {
        let total = ledger.total(item, scenario: scenario)
        guard total.amounts.contains(where: { $0 != 0 }) else { continue }
        for grouping in groupings.all {
          for row in table.rows(item, total: total, grouping) {
            csv.add([policy.id, grouping.name, row.group, item.rawValue] + row.fields)
          }
        }
      }
    }
    return csv.text
  }

  /// The groups of each way of grouping, those that are not shown among them.
  private struct Groupings {
    struct One {
      let name: String
      var groups: [(group: OutcomeGroup, name: String)]

      var isOfUnits: Bool { name == "unit" }
    }

    private(set) var all: [One] = []

    init(_ result: StudyResult) {
      for key in result.samples.keys where key.outcome == .eligibleShare {
        switch key.group {
        case .all, .service: continue
        case .unit(let name): add(key.group, name, to: "unit")
        case .level(let column, let level): add(key.group, level, to: column.rawValue)
        }
      }
    }

    private mutating func add(_ group: OutcomeGroup, _ name: String, to grouping: String) {
      if all.last?.name != grouping { all.append(One(name: grouping, groups: [])) }
      all[all.count - 1].groups.append((group, name))
    }
  }

  /// One scenario's lines.
  private struct Table {
    let ledger: GroupLedger
    let disclosure: GroupDisclosure
    let result: StudyResult
    let scenario: Int
    private let places: [OutcomeGroup: Int]

    init(ledger: GroupLedger, disclosure: GroupDisclosure, result: StudyResult, scenario: Int) {
      self.ledger = ledger
      self.disclosure = disclosure
      self.result = result
      self.scenario = scenario
      places = Dictionary(
        uniqueKeysWithValues: ledger.groups.enumerated().map { ($1, $0) })
    }

    func rows(
      _ item: LedgerItem, total: GroupLedger.Line, _ grouping: Groupings.One
    ) -> [(group: String, fields: [String])] {
      guard GroupLedger.isDivided(item, unitsTold: grouping.isOfUnits) else {
        return [(GroupLedgerFile.joint, fields(item, total, LedgerFile.payer(item, result.study)))]
      }
      var rest = total
      var people = result.study.population.count
      var rows: [(group: String, fields: [String])] = []
      for (group, name) in grouping.groups {
        let payer = payer(item, group)
        guard let place = places[group], !disclosure.isHidden(group) else {
          rows.append((name, fields(item, nil, payer)))
          continue
        }
        let line = ledger.line(item, group: place, scenario: scenario)
        rest = rest - line
        people -= ledger.sizes[place]
        rows.append((name, fields(item, line, payer)))
      }
      if people > 0 {
        rows.append((GroupLedgerFile.others, fields(item, rest, payer(item, nil))))
      }
      return rows
    }

    /// Who pays for a group; groups across units with and without a budget of their own have both.
    private func payer(_ item: LedgerItem, _ group: OutcomeGroup?) -> String {
      guard item.payer == .budget, !result.study.unitsWithOwnBudget.isEmpty else {
        return LedgerFile.payer(item, result.study)
      }
      guard case .unit(let name)? = group else { return Party.budget.rawValue }
      return result.study.unitsWithOwnBudget.contains(name)
        ? EmployerBudget.blud.rawValue : LedgerFile.payer(item, result.study)
    }

    private func fields(
      _ item: LedgerItem, _ line: GroupLedger.Line?, _ payer: String
    ) -> [String] {
      let quantity = line.map { SampleSummary.mean($0.quantities) } ?? .nan
      let amounts = line.map { SampleSummary($0.amounts) }
      return [
        payer, item.isCashable ? "true" : "false", item.nature.rawValue, CSVText.number(quantity),
        item.quantityUnit,
      ]
        + [amounts?.mean, amounts?.p05, amounts?.p95].map { CSVText.number($0 ?? .nan) }
    }
  }
}
