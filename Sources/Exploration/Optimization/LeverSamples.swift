import HybridWork
import Simulation
import Statistics

/// What each option of one unit brings, simulated on the draws that the search sees.
struct UnitSamples: Sendable {
  /// The unit's place in the population.
  let unit: Int
  /// The options, in order.
  let options: [DayOption]
  /// The scenario of each option in ``staffing``.
  let scenarios: [Int]
  /// The mean gain over the baseline of each objective and option, `objective * options + option`,
  /// in the direction that is good and as a part of the whole staff's figure.
  let gains: [Double]
  /// The days away in a week of all its people of each access group and option.
  let groupDays: [[Double]]
  /// Who is on site in the baseline, scenario 0, and under the options; nil if the unit serves nobody.
  let staffing: StaffingTable?
}

/// Simulates the options of units, each unit by itself.
///
/// A unit's days touch its own people and building only, and luck is keyed by unit: the parts add
/// up to the whole.
struct UnitSampler: Sendable {
  let study: Study
  let template: Policy
  let settings: OptimizationSettings
  let serving: Set<String>
  /// The groups whose days are compared.
  let groups: [OutcomeGroup]

  /// The options of a unit.
  func options(ofUnit unit: Int) -> [DayOption] {
    let column = study.population.categories(.service)
    let hasServers = study.population.units[unit].people.contains { person in
      column.value(person).map(serving.contains) ?? false
    }
    return DayOption.all(
      settings, closed: template.levers.schedule.anchorDays, hasServers: hasServers)
  }

  /// Simulates every option of a unit.
  ///
  /// - Parameters:
  ///   - unit: The unit's place.
  ///   - services: The places of the services whose staff are counted.
  /// - Returns: What each option brings.
  /// - Throws: ``SimulationError`` as a run of the study would.
  func samples(unit: Int, services: [Int]) throws(SimulationError) -> UnitSamples {
    let options = options(ofUnit: unit)
    let name = study.population.units[unit].name
    let policies = options.enumerated().map { number, option in
      DayAssignment(options: [option], units: [name]).policy(
        like: template, id: "option-\(number)", title: template.title, serving: serving)
    }
    let part = study.only(units: [unit], services: services).comparing(policies)
    let (result, staffing) = try StudyRun(part).staffed(threads: 1, grid: nil)
    let share = Double(part.population.count) / Double(study.population.count)
    let gains = settings.objectives.flatMap { outcome in
      options.indices.map { option in
        result.gain(outcome, scenario: option + 1) * (outcome.isPerHead ? share : 1)
      }
    }
    let days = groups.map { group -> [Double] in
      guard case .level(let column, let level) = group else { return [] }
      let categories = part.population.groups(by: column)
      let code = categories.levels.firstIndex(of: level)
      let people = categories.codes.count { Int($0) == code }
      return options.indices.map { option in
        let values = result.samples.samples(
          OutcomeKey(.flexibleDaysPerWeek, group), scenario: option + 1)
        return values.isEmpty || people == 0 ? 0 : SampleSummary(values).mean * Double(people)
      }
    }
    let away = options.indices.map { result.gain(.flexibleDaysPerWeek, scenario: $0 + 1) }
    func figures(_ option: Int) -> [Double] {
      [away[option]] + settings.objectives.indices.map { gains[$0 * options.count + option] }
        + days.map { $0[option] }
    }
    // A cap that never binds, or servers who may not be away anyhow: the plainer option stands for it.
    let kept = options.indices.filter { option in
      !options.indices.contains { other in
        options[other] != options[option] && options[other].weekdays == options[option].weekdays
          && options[other].contains(options[option]) && figures(other) == figures(option)
      }
    }
    return UnitSamples(
      unit: unit, options: kept.map { options[$0] }, scenarios: kept.map { $0 + 1 },
      gains: settings.objectives.indices.flatMap { objective in
        kept.map { gains[objective * options.count + $0] }
      },
      groupDays: days.map { own in kept.map { own[$0] } },
      staffing: services.isEmpty ? nil : staffing)
  }
}

extension StudyResult {
  /// The mean gain of a scenario over the baseline, in the direction that is good.
  func gain(_ outcome: Outcome, scenario: Int) -> Double {
    let key = OutcomeKey(outcome)
    let differences = zip(
      samples.samples(key, scenario: scenario), samples.samples(key, scenario: 0)
    ).map { $0 - $1 }
    return SampleSummary(differences).mean * (outcome.direction == .minimise ? -1 : 1)
  }
}

extension Outcome {
  /// Whether the figure is a mean over the staff and not a sum.
  var isPerHead: Bool { self == .flexibleDaysPerWeek || self == .outputChange }
}
