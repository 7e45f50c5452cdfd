import HybridWork
public import Simulation
import Statistics

/// `scenario-table.csv`: the scenario table as plain numbers, for a spreadsheet.
public enum ScenarioTableFile {
  /// The file's text; shares are 0…1, money is rupiah over the calendar against the baseline.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "policy", "title_id", "title_en", "legal_status", "articles", "eligible_share",
      "eligible_share_lower", "eligible_share_upper", "worst_service", "worst_weekday",
      "worst_half_hour", "worst_coverage_mean", "worst_coverage_p05", "worst_coverage_p95",
      "p90_wait_minutes_mean", "p90_wait_minutes_p05", "p90_wait_minutes_p95",
      "cashable_saving_rupiah_mean", "cashable_saving_rupiah_p05", "cashable_saving_rupiah_p95",
      "output_change_mean", "output_change_p05", "output_change_p95",
      "output_extrapolated_share", "access_ratio_min", "verdict",
    ])
    for scenario in result.study.scenarios.indices {
      csv.add(identity(result, scenario) + coverage(result, scenario) + numbers(result, scenario))
    }
    return csv.text
  }

  private static func identity(_ result: StudyResult, _ scenario: Int) -> [String] {
    let policy = result.study.scenarios[scenario]
    let status = result.legalStatus(scenario: scenario)
    let decisions = result.decisions[scenario]
    let people = Double(decisions.count)
    let offers = policy.levers.schedule.offersFlexibleDays
    let bounds = decisions.bounds
    let shares = [decisions.eligibleCount, bounds.lower, bounds.upper].map {
      CSVText.number(offers ? Double($0) / people : 0)
    }
    return [
      policy.id, policy.title.indonesian, policy.title.english,
      status.conforms ? "conforms" : "exceeds",
      status.findings.map(\.norm.article).joined(separator: "; "),
    ] + shares
  }

  private static func coverage(_ result: StudyResult, _ scenario: Int) -> [String] {
    guard let worst = result.coverage.worst(scenario: scenario) else {
      return Array(repeating: "", count: 6)
    }
    let service = result.study.services[worst.cell.service]
    return [service.id, worst.cell.weekday.name, worst.cell.time(of: service) ?? ""]
      + [worst.coverage.mean, worst.coverage.p05, worst.coverage.p95].map(CSVText.number)
  }

  private static func numbers(_ result: StudyResult, _ scenario: Int) -> [String] {
    let saving = result.cashableSaving(for: .budget, scenario: scenario)
    let wait = result.comparison(OutcomeKey(.p90WaitMinutes), scenario: scenario)?.level
    let output = result.comparison(OutcomeKey(.outputChange), scenario: scenario)?.difference
    let access = result.comparison(OutcomeKey(.accessRatioMin), scenario: scenario)?.level
    func range(_ summary: SampleSummary?) -> [String] {
      [summary?.mean, summary?.p05, summary?.p95].map { CSVText.number($0 ?? .nan) }
    }
    let verdict = result.verdict(scenario: scenario).map { "\($0)" } ?? ""
    return range(wait) + range(saving) + range(output)
      + [
        CSVText.number(OutputFile.extrapolated(result, scenario: scenario)),
        CSVText.number(access?.mean ?? .nan), verdict,
      ]
  }
}
