import HybridWork
public import Simulation
import Statistics

/// `guarantee.csv`: whether the coverage that policies promise is kept, by service, and where not.
public enum GuaranteeFile {
  /// The file's text; only policies with a promise have lines.
  ///
  /// The last fields name the weekday and half hour whose coverage falls most below the baseline's,
  /// and by how much; they are empty where none falls.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "service", "coverage_of_baseline", "share_of_days_promised",
      "share_of_days_mean", "share_of_days_p05", "share_of_days_p95", "kept",
      "largest_loss_weekday", "largest_loss_half_hour", "largest_loss",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated() {
      guard let guarantee = policy.levers.guarantee else { continue }
      for reading in result.guarantees.readings(scenario: scenario) {
        let service = result.study.services[reading.service]
        let loss = result.coverage.largestLoss(service: reading.service, scenario: scenario)
        let share = reading.shareOfDays
        csv.add(
          [policy.id, service.id]
            + [
              guarantee.ofBaseline, guarantee.shareOfDays, share.mean, share.p05, share.p95,
            ].map(CSVText.number)
            + [
              reading.isKept ? "yes" : "no", loss?.cell.weekday.name ?? "",
              loss?.cell.time(of: service) ?? "", loss.map { CSVText.number($0.loss) } ?? "",
            ])
      }
    }
    return csv.text
  }
}
