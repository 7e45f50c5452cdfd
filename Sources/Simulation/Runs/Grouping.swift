import HybridWork

/// One way of grouping the staff: by unit or by a register column.
struct Grouping: Sendable {
  let groups: [OutcomeGroup]
  let column: CategoryColumn
  let sizes: [Int]
  /// Which groups are reported: those with enough people, unless a total would then tell of fewer.
  let isShown: [Bool]

  static func all(of study: Study) -> [Grouping] {
    let population = study.population
    let smallest = study.reporting.smallestGroup
    var units = Array(repeating: UInt16(0), count: population.count)
    for (index, unit) in population.units.enumerated() {
      for person in unit.people { units[person] = UInt16(index) }
    }
    let byUnit = Grouping(
      groups: population.units.map { .unit($0.name) },
      column: CategoryColumn(levels: population.units.map(\.name), codes: units),
      smallestGroup: smallest)
    let byColumn = study.reporting.groups.map { column in
      let values = population.groups(by: column)
      return Grouping(
        groups: values.levels.map { .level(column, $0) }, column: values, smallestGroup: smallest)
    }
    return [byUnit] + byColumn
  }

  /// Which units of a study may be told of.
  static func shownUnits(of study: Study) -> [Bool] {
    shown(
      study.population.units.map(\.people.count), staff: study.population.count,
      smallestGroup: study.reporting.smallestGroup)
  }

  private init(groups: [OutcomeGroup], column: CategoryColumn, smallestGroup: Int) {
    self.groups = groups
    self.column = column
    var sizes = Array(repeating: 0, count: groups.count)
    for code in column.codes where code != CategoryColumn.unknown { sizes[Int(code)] += 1 }
    self.sizes = sizes
    isShown = Self.shown(sizes, staff: column.codes.count, smallestGroup: smallestGroup)
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
