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
    let places = Dictionary(
      uniqueKeysWithValues: table.groups.enumerated().map { ($1, $0) })
    for (scenario, policy) in result.study.scenarios.enumerated() {
      let steps = TakeUpTable.steps(of: policy.levers)
      let hidden = TakeUpDisclosure(result, scenario: scenario, steps: steps)
      for group in groups {
        var before: SampleSummary?
        for (index, step) in steps.enumerated() {
          var people: SampleSummary?
          if let place = places[group], !hidden.isHidden(group: place, step: index) {
            people = SampleSummary(table.people(step, group: place, scenario: scenario))
            if index == 0 { before = SampleSummary([Double(table.sizes[place])]) }
          }
          var days = Double.nan
          if let place = places[group], index == steps.count - 1 {
            days = SampleSummary.mean(table.flexibleDays(group: place, scenario: scenario))
          }
          csv.add([policy.id, group.label, step.rawValue] + fields(people, after: before, days))
          before = people
        }
      }
    }
    return csv.text
  }

  /// The numbers of one line, empty where they are hidden.
  private static func fields(
    _ people: SampleSummary?, after before: SampleSummary?, _ days: Double
  ) -> [String] {
    guard let people else { return Array(repeating: "", count: 5) }
    let share = before.map { people.mean / $0.mean } ?? .nan
    return [people.mean, people.p05, people.p95, share, days / people.mean].map(CSVText.number)
  }
}
