import HybridWork
public import Simulation

/// `position-days.csv`: for each policy with flexible days, how many people of which position in which
/// unit may work away, and how many days a week.
public enum PositionDaysFile {
  /// The file's text.
  ///
  /// One line a scenario, unit and position that has people; a line with an empty unit is all units
  /// together. Where the register has no positions, kinds of positions stand in their place. Counts of
  /// a line are empty when fewer people than the study's smallest group are meant, are eligible or are
  /// not, and when sums of units or positions would give such a count away.
  public static func text(_ result: StudyResult) -> String {
    var csv = CSVText(header: [
      "scenario", "unit", "position", "people", "eligible", "flexible_days_per_week", "weekdays",
    ])
    for scenario in result.study.scenarios.indices
    where result.study.scenarios[scenario].levers.schedule.offersFlexibleDays {
      let table = PositionDaysTable(result, scenario: scenario)
      let id = result.study.scenarios[scenario].id
      for line in table.lines { csv.add([id] + line) }
    }
    return csv.text
  }
}

/// The counts of one policy by unit and position.
private struct PositionDaysTable {
  private let schedule: Schedule
  private let units: [String]
  private let positions: [String]
  /// By unit, then position.
  private var people: [[Int]]
  private var eligible: [[Int]]
  /// Flexible days a week that the eligible may have, added up.
  private var days: [[Double]]
  private let smallest: Int

  init(_ result: StudyResult, scenario: Int) {
    let population = result.study.population
    let policy = result.study.scenarios[scenario]
    schedule = policy.levers.schedule
    smallest = result.study.reporting.smallestGroup
    units = population.units.map(\.name)
    let column: RegisterColumn =
      population.values(.position) == nil ? .positionKind : .position
    let categories = population.categories(column)
    // The last column is people whose position is not known.
    positions = categories.levels + [""]
    let row = Array(repeating: 0, count: positions.count)
    people = Array(repeating: row, count: units.count)
    eligible = people
    days = people.map { $0.map(Double.init) }
    let decisions = result.decisions[scenario]
    let own = Self.daysOfPeople(
      schedule, population,
      on: policy.assessmentDay(calendarStart: result.study.calendar.from))
    for (unit, members) in population.units.enumerated() {
      for person in members.people {
        let code = categories.codes[person]
        let position = code == CategoryColumn.unknown ? positions.count - 1 : Int(code)
        people[unit][position] += 1
        guard decisions.isEligible(person) else { continue }
        eligible[unit][position] += 1
        days[unit][position] += own[person]
      }
    }
  }

  /// Flexible days a week that a schedule gives each person, anchor days taken out.
  private static func daysOfPeople(
    _ schedule: Schedule, _ population: Population, on day: WorkDate?
  ) -> [Double] {
    switch schedule.pattern {
    case .chosen: schedule.chosenDays(population, on: day).map(Double.init)
    case .fixed:
      schedule.daysOfPeople(population, on: day).map { Double($0.flexibleDays) }
    case .rotation(let teams, _):
      Array(repeating: 5 * Double(teams - 1) / Double(teams), count: population.count)
    }
  }

  /// Lines without the scenario.
  var lines: [[String]] {
    let refused = zip(people, eligible).map { zip($0, $1).map { $0 - $1 } }
    let cells = [eligible, refused, people].map { SmallCells($0, smallest: smallest).isHidden }
    let totals = [eligible, refused, people].map { table in
      positions.indices.map { position in table.reduce(0) { $0 + $1[position] } }
    }
    let hiddenTotals = totals.map { SmallCells.hidden($0, smallest: smallest) }
    let sums = positions.indices.map { position in days.reduce(0) { $0 + $1[position] } }
    var lines: [[String]] = []
    for position in positions.indices where totals[2][position] > 0 {
      lines.append(
        line(
          unit: "", position, people: totals[2][position], eligible: totals[0][position],
          days: sums[position], isHidden: hiddenTotals.contains { $0[position] }))
    }
    for unit in units.indices {
      for position in positions.indices where people[unit][position] > 0 {
        lines.append(
          line(
            unit: units[unit], position, people: people[unit][position],
            eligible: eligible[unit][position], days: days[unit][position],
            isHidden: cells.contains { $0[unit][position] }))
      }
    }
    return lines
  }

  private func line(
    unit: String, _ position: Int, people: Int, eligible: Int, days: Double, isHidden: Bool
  ) -> [String] {
    var weekdays = ""
    if case .fixed = schedule.pattern, schedule.daysByRecord.isEmpty, !unit.isEmpty,
      case .fixed(let days) = schedule.days(ofUnit: unit)
    {
      weekdays = days.sorted().map(\.name).joined(separator: " ")
    }
    let numbers =
      isHidden
      ? ["", "", ""]
      : [String(people), String(eligible), CSVText.number(days / Double(eligible))]
    return [unit, positions[position]] + numbers + [weekdays]
  }
}
