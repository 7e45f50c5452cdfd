import HybridWork
import Simulation
import Statistics

/// What each option of one unit or position brings, simulated on the draws that the search sees.
struct AssigneeSamples: Sendable {
  /// The unit or position.
  let assignee: Assignee
  /// The options, in order.
  let options: [DayOption]
  /// The scenario of each option in ``staffing``.
  let scenarios: [Int]
  /// The scenario in ``staffing`` under which none of its people is away.
  let nobodyAway: Int
  /// The mean gain of each objective and option over nobody away, `objective * options + option`, in
  /// the direction that is good and as a part of the whole staff's figure.
  let gains: [Double]
  /// The days away in a week of all its people of each access group and option.
  let groupDays: [[Double]]
  /// Who is on site of its units under the options; nil if it serves nobody.
  let staffing: StaffingTable?
}

/// Simulates the options of units or positions, each by itself.
///
/// A unit's days touch its own people and building only, and luck is keyed by unit: the parts add
/// up to the whole. Positions share buildings, so their parts leave out what only several of them
/// away together bring.
struct AssigneeSampler: Sendable {
  let study: Study
  let template: Policy
  let settings: OptimizationSettings
  let serving: Set<String>
  /// The groups whose days are compared.
  let groups: [OutcomeGroup]

  /// The options of an assignee.
  func options(of assignee: Assignee) -> [DayOption] {
    let column = study.population.categories(.service)
    let servers = assignee.people.count { person in
      column.value(person).map(serving.contains) ?? false
    }
    let options = DayOption.all(
      settings, closed: template.levers.schedule.anchorDays, hasServers: servers > 0)
    // Where all serve, servers in the office are nobody away.
    return servers < assignee.people.count
      ? options
      : options.filter { !$0.keepsServersIn } + (settings.leastDays > 0 ? [.none] : [])
  }

  /// Simulates every option of an assignee.
  ///
  /// - Parameters:
  ///   - assignee: The unit or position.
  ///   - services: The places of the services whose staff are counted.
  /// - Returns: What each option brings.
  /// - Throws: ``SimulationError`` as a run of the study would.
  func samples(_ assignee: Assignee, services: [Int]) throws(SimulationError) -> AssigneeSamples {
    let options = options(of: assignee)
    let policies = (options + [.none]).enumerated().map { number, option in
      DayAssignment(settings.assigneeKind, names: [assignee.name], options: [option]).policy(
        like: template, id: "option-\(number)", title: template.title, serving: serving)
    }
    let part = study.only(units: assignee.units, services: services).comparing(policies)
    let (result, staffing) = try StudyRun(part).staffed(threads: 1, grid: nil)
    let nobodyAway = policies.count
    let share = Double(part.population.count) / Double(study.population.count)
    let gains = settings.objectives.flatMap { outcome in
      options.indices.map { option in
        result.gain(outcome, scenario: option + 1, over: nobodyAway)
          * (outcome.isPerHead ? share : 1)
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
        options[other] != options[option] && options[other].days == options[option].days
          && options[other].contains(options[option]) && figures(other) == figures(option)
      }
    }
    return AssigneeSamples(
      assignee: assignee, options: kept.map { options[$0] }, scenarios: kept.map { $0 + 1 },
      nobodyAway: nobodyAway,
      gains: settings.objectives.indices.flatMap { objective in
        kept.map { gains[objective * options.count + $0] }
      },
      groupDays: days.map { own in kept.map { own[$0] } },
      staffing: services.isEmpty ? nil : staffing)
  }
}

extension StudyResult {
  /// The mean gain of a scenario over the baseline, or another one, in the direction that is good.
  func gain(_ outcome: Outcome, scenario: Int, over other: Int = 0) -> Double {
    let key = OutcomeKey(outcome)
    let differences = zip(
      samples.samples(key, scenario: scenario), samples.samples(key, scenario: other)
    ).map { $0 - $1 }
    return SampleSummary(differences).mean * (outcome.direction == .minimise ? -1 : 1)
  }
}

extension Outcome {
  /// Whether the figure is a mean over the staff and not a sum.
  var isPerHead: Bool { self == .flexibleDaysPerWeek || self == .outputChange }
}
