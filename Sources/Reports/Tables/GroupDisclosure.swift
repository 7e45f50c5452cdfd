import HybridWork
import Simulation

/// Of which groups a scenario's money and output would tell too much about few people.
///
/// Both follow from how many people of a group are eligible and how many work away, so a group is
/// hidden where either number is.
struct GroupDisclosure {
  private let outcomes: OutcomeDisclosure
  private let takeUp: TakeUpDisclosure
  private let lastStep: Int
  private let places: [OutcomeGroup: Int]

  init(_ result: StudyResult, scenario: Int) {
    let steps = TakeUpTable.steps(of: result.study.scenarios[scenario].levers)
    outcomes = OutcomeDisclosure(result, scenario: scenario)
    takeUp = TakeUpDisclosure(result, scenario: scenario, steps: steps)
    lastStep = steps.count - 1
    places = Dictionary(
      uniqueKeysWithValues: result.takeUp.groups.enumerated().map { ($1, $0) })
  }

  /// Whether the lines of a group must be left out.
  func isHidden(_ group: OutcomeGroup) -> Bool {
    guard let place = places[group] else { return true }
    return outcomes.isHidden(OutcomeKey(.flexibleDaysPerWeek, group))
      || takeUp.isHidden(group: place, step: lastStep)
  }
}
