import HybridWork
public import Simulation
import Statistics

/// `output-by-unit.csv`: what happens to the work of each unit.
public enum UnitOutputFile {
  /// The name of the line of all units together.
  public static let everyone = "(all)"

  /// The file's text; nil where there are too many units.
  ///
  /// One line a scenario and unit, then one for the units that are not shown and one for everyone;
  /// changes are against the baseline.
  /// Person-days add up over units; shares and full-time equivalents are each unit's own.
  public static func text(_ result: StudyResult) -> String? {
    guard let everyone = result.output(of: .all, scenario: 0) else { return nil }
    var csv = CSVText(header: [
      "scenario", "unit", "staff", "person_days_present", "person_days_gained_mean",
      "person_days_gained_p05", "person_days_gained_p95", "output_change_mean",
      "output_change_p05", "output_change_p95", "fte_equivalent_mean",
    ])
    let units = result.study.population.units.map(\.name)
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let disclosure = GroupDisclosure(result, scenario: scenario)
      func gain(_ group: OutcomeGroup) -> UnitOutput? {
        guard let own = result.output(of: group, scenario: scenario),
          let baseline = result.output(of: group, scenario: 0)
        else { return nil }
        return own.gain(over: baseline)
      }
      var told: [UnitOutput] = []
      for unit in units {
        let output = disclosure.isHidden(.unit(unit)) ? nil : gain(.unit(unit))
        csv.add([policy.id, unit] + fields(output))
        if let output { told.append(output) }
      }
      let all = gain(.all) ?? everyone
      if told.count < units.count {
        csv.add([policy.id, GroupLedgerFile.others] + fields(all.without(told)))
      }
      csv.add([policy.id, Self.everyone] + fields(all))
    }
    return csv.text
  }

  private static func fields(_ output: UnitOutput?) -> [String] {
    guard let output else { return Array(repeating: "", count: 9) }
    let gained = SampleSummary(output.personDays)
    let shares = SampleSummary(output.shares)
    let numbers = [
      Double(output.staff), SampleSummary.mean(output.presentDays), gained.mean, gained.p05,
      gained.p95, shares.mean, shares.p05, shares.p95,
      SampleSummary.mean(output.fullTimeEquivalents),
    ]
    return numbers.map(CSVText.number)
  }
}
