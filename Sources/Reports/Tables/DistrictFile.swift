import HybridWork
public import Simulation
import Statistics

/// `waiting-by-district.csv`: what citizens of each district meet, beside the baseline.
public enum DistrictFile {
  private static var measures: [(name: String, unit: String, value: (CitizenTally) -> Double)] {
    [
      ("mean_wait_minutes", "minutes", \.meanWaitMinutes),
      ("served_within_standard", "share", \.servedWithinStandard),
      ("lost_share", "share", \.lostShare),
    ]
  }

  /// The file's text; without lines when no counter has a district.
  ///
  /// Counters of a district are taken together, each by the citizens who come to it; counters of no
  /// district are `unknown`. Differences are pair by pair, on the same world and luck.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "district", "measure", "unit", "mean", "p05", "p50", "p95", "difference_mean",
      "difference_p05", "difference_p95",
    ])
    let table = result.districts
    for (scenario, policy) in result.study.scenarios.enumerated() {
      for (place, district) in table.districts.enumerated() {
        let tallies = table.tallies(district: place, scenario: scenario)
        let baseline = table.tallies(district: place, scenario: 0)
        for measure in measures {
          let level = SampleSummary(tallies.map(measure.value))
          let difference = SampleSummary(
            zip(tallies, baseline).map { measure.value($0) - measure.value($1) })
          let numbers = [
            level.mean, level.p05, level.p50, level.p95, difference.mean, difference.p05,
            difference.p95,
          ]
          csv.add(
            [policy.id, district ?? "unknown", measure.name, measure.unit]
              + numbers.map(CSVText.number))
        }
      }
    }
    return csv.text
  }
}
