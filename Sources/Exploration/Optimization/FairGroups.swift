import HybridWork
import Simulation
import Statistics

/// The groups whose flexible days are compared: the study's access groups, as far as they are shown
/// and have enough eligible people.
///
/// Days are told for each person who is eligible. Who is eligible at all is the rules' doing, which
/// no choice of days could make up for except by taking days away from others.
struct FairGroups: Sendable {
  /// A group with its people, and those eligible under the template.
  struct Group: Sendable {
    let group: OutcomeGroup
    let people: Int
    let eligible: Int
  }

  let groups: [Group]
  /// The pairs of one grouping, either way round.
  let pairs: [(Int, Int)]

  init(_ study: Study, _ template: Policy) throws(SimulationError) {
    let decisions: EligibilityDecisions
    do {
      decisions = try EligibilityDecisions(
        policy: template, population: study.population, calendarStart: study.calendar.from)
    } catch {
      throw .rules(error)
    }
    let smallest = max(study.reporting.smallestGroup, 1)
    var groups: [Group] = []
    var pairs: [(Int, Int)] = []
    for column in study.reporting.accessGroups where study.reporting.groups.contains(column) {
      let values = study.population.groups(by: column)
      var people = Array(repeating: 0, count: values.levels.count)
      var eligible = people
      for (person, code) in values.codes.enumerated() where code != CategoryColumn.unknown {
        people[Int(code)] += 1
        if decisions.isEligible(person) { eligible[Int(code)] += 1 }
      }
      let first = groups.count
      for (place, level) in values.levels.enumerated() where eligible[place] >= smallest {
        groups.append(
          Group(group: .level(column, level), people: people[place], eligible: eligible[place]))
      }
      for less in first..<groups.count {
        for more in first..<groups.count where less != more { pairs.append((less, more)) }
      }
    }
    self.groups = groups
    self.pairs = pairs
  }

  /// For every pair the days a week of an eligible person of the one less `bound` times those of the
  /// other, calendar by calendar.
  func contrasts(_ result: StudyResult, scenario: Int, bound: Double) -> [[Double]] {
    let days = groups.map { self.days($0, result, scenario) }
    return pairs.map { less, more in zip(days[less], days[more]).map { $0 - bound * $1 } }
  }

  /// The lowest ratio of mean days between two groups of one grouping; NaN without any.
  func lowestRatio(_ result: StudyResult, scenario: Int) -> Double {
    let days = groups.map { SampleSummary(self.days($0, result, scenario)).mean }
    return pairs.map { days[$0] / days[$1] }.filter { !$0.isNaN }.min() ?? .nan
  }

  private func days(_ group: Group, _ result: StudyResult, _ scenario: Int) -> [Double] {
    let scale = Double(group.people) / Double(group.eligible)
    return result.samples.samples(
      OutcomeKey(.flexibleDaysPerWeek, group.group), scenario: scenario
    ).map { $0 * scale }
  }
}
