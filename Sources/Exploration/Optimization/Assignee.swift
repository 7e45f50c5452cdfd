public import HybridWork

/// What is given days by itself in a search: units, positions or kinds of positions.
public enum AssigneeKind: String, CaseIterable, Sendable {
  /// Each unit of the staff.
  case unit
  /// Everyone who holds a position, wherever they work.
  case position
  /// Everyone who holds a position of one kind.
  case positionKind = "position_kind"

  /// The register's column that says which assignee moves a person.
  public var column: RegisterColumn {
    switch self {
    case .unit: .unit
    case .position: .position
    case .positionKind: .positionKind
    }
  }

  /// The assignees of a population: its units in order, or the positions that people hold, by name.
  ///
  /// Whoever has no known position is moved by none and stays in the office.
  func assignees(_ population: Population) -> [Assignee] {
    guard self != .unit else {
      return population.units.enumerated().map { place, unit in
        Assignee(name: unit.name, units: [place], people: Array(unit.people))
      }
    }
    let values = population.categories(column)
    var people: [[Int]] = Array(repeating: [], count: values.levels.count)
    var units = people
    for (place, unit) in population.units.enumerated() {
      for person in unit.people where values.codes[person] != CategoryColumn.unknown {
        let level = Int(values.codes[person])
        people[level].append(person)
        if units[level].last != place { units[level].append(place) }
      }
    }
    return values.levels.indices.filter { !people[$0].isEmpty }
      .map { Assignee(name: values.levels[$0], units: units[$0], people: people[$0]) }
      .sorted { $0.name < $1.name }
  }
}

/// One unit or position whose days are chosen.
struct Assignee: Sendable {
  /// The unit's or position's name.
  let name: String
  /// The places of the units where its people work, in ascending order.
  let units: [Int]
  /// Its people in the population's order.
  let people: [Int]
}
