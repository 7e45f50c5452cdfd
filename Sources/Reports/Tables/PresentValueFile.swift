import HybridWork
public import Simulation
import Statistics

/// `present-value.csv`: what each policy is worth to the budget over the study's horizon, with purchases
/// at their dates.
public enum PresentValueFile {
  /// The file's text; nil unless the study counts purchases in cash over a horizon.
  ///
  /// `probability_of_gain` is the share of calendars with a present value above 0.
  public static func text(_ result: StudyResult) -> String? {
    guard let years = result.study.appraisalYears, result.appraisal(scenario: 0) != nil else {
      return nil
    }
    var csv = CSVText(header: [
      "scenario", "horizon_years", "saved_a_year_mean", "bought_on_first_day_mean",
      "present_value_mean", "present_value_p05", "present_value_p95", "probability_of_gain",
    ])
    for (scenario, policy) in result.study.scenarios.enumerated().dropFirst() {
      guard let appraisal = result.appraisal(scenario: scenario) else { continue }
      let value = SampleSummary(appraisal.presentValue)
      let gains = appraisal.presentValue.count { $0 > 0 }
      csv.add(
        [policy.id, String(years)]
          + [
            SampleSummary(appraisal.yearly).mean, SampleSummary(appraisal.firstPurchases).mean,
            value.mean, value.p05, value.p95,
            Double(gains) / Double(appraisal.presentValue.count),
          ].map(CSVText.number))
    }
    return csv.text
  }
}
