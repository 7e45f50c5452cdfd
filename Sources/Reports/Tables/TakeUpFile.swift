import HybridWork
public import Simulation
import Statistics

/// `take-up.csv`: how many people come through each step from eligible to working away.
public enum TakeUpFile {
  /// The file's text.
  ///
  /// One line a scenario, group and step. Fields of groups with fewer people than the study's
  /// smallest group, and of steps with fewer people on average, are empty, as are those that would
  /// give them away by subtraction.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "group", "step", "people_mean", "people_p05", "people_p95",
      "share_of_step_before", "flexible_days_per_person",
    ])
    let table = result.takeUp
    let groups = result.samples.keys.filter { $0.outcome == .eligibleShare }.map(\.group)
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let steps = TakeUpTable.steps(of: policy.levers)
      let hidden = TakeUpDisclosure(result, scenario: scenario, steps: steps)
      for group in groups {
        let place = table.groups.firstIndex(of: group)
        var before: SampleSummary?
        for (index, step) in steps.enumerated() {
          var fields = Array(repeating: "", count: 5)
          var people: SampleSummary?
          if let place, !hidden.isHidden(group: place, step: index) {
            let samples = table.people(step, group: place, scenario: scenario)
            let summary = SampleSummary(samples)
            fields = [
              summary.mean, summary.p05, summary.p95,
              index == 0
                ? summary.mean / Double(table.sizes[place])
                : before.map { summary.mean / $0.mean } ?? .nan,
              index == steps.count - 1
                ? SampleSummary(table.flexibleDays(group: place, scenario: scenario)).mean
                  / summary.mean
                : .nan,
            ].map(CSVText.number)
            people = summary
          }
          csv.add([policy.id, group.label, step.rawValue] + fields)
          before = people
        }
      }
    }
    return csv.text
  }
}
