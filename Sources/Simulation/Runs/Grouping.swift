import HybridWork

/// One way of grouping the staff: by unit or by a register column.
struct Grouping: Sendable {
  let groups: [OutcomeGroup]
  /// For each person the place of the group, or ``none``; units can be more than a column has codes.
  let groupOfPerson: [Int32]
  let sizes: [Int]
  /// Which groups are reported: those with enough people, unless a total would then tell of fewer.
  let isShown: [Bool]

  /// People of no group.
  static let none: Int32 = -1

  static func all(of study: Study) -> [Grouping] {
    let population = study.population
    let smallest = study.reporting.smallestGroup
    let units = population.units.indices.flatMap { unit in
      repeatElement(Int32(unit), count: population.units[unit].people.count)
    }
    let byUnit = Grouping(
      groups: population.units.map { .unit($0.name) },
      groupOfPerson: units, smallestGroup: smallest)
    let byColumn = study.reporting.groups.map { column in
      let values = population.groups(by: column)
      return Grouping(
        groups: values.levels.map { .level(column, $0) },
        groupOfPerson: values.codes.map { $0 == CategoryColumn.unknown ? none : Int32($0) },
        smallestGroup: smallest)
    }
    return [byUnit] + byColumn
  }

  /// Which units of a study may be told of.
  static func shownUnits(of study: Study) -> [Bool] {
    shown(
      study.population.units.map(\.people.count), staff: study.population.count,
      smallestGroup: study.reporting.smallestGroup)
  }

  private init(groups: [OutcomeGroup], groupOfPerson: [Int32], smallestGroup: Int) {
    self.groups = groups
    self.groupOfPerson = groupOfPerson
    var sizes = Array(repeating: 0, count: groups.count)
    for group in groupOfPerson where group != Self.none { sizes[Int(group)] += 1 }
    self.sizes = sizes
    isShown = Self.shown(sizes, staff: groupOfPerson.count, smallestGroup: smallestGroup)
  }

  /// Leaves out small groups, and the smallest of the others while those left out, people of no
  /// group included, are together few: the rest of the total would tell about them.
  private static func shown(_ sizes: [Int], staff: Int, smallestGroup: Int) -> [Bool] {
    var isShown = sizes.map { $0 >= smallestGroup }
    while true {
      let shown = sizes.indices.filter { isShown[$0] }
      let rest = staff - shown.reduce(0) { $0 + sizes[$1] }
      guard rest > 0, rest < smallestGroup,
        let least = shown.min(by: { sizes[$0] < sizes[$1] })
      else { return isShown }
      isShown[least] = false
    }
  }
}
