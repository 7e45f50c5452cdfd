import Statistics

/// The people of one component: the values of its columns, and how well the margins hold.
struct ComponentPeople {
  /// For each column, the code of each person's value.
  private(set) var codes: [[Int]]
  /// How the people were found.
  let method: FitReport.Method

  private let component: MarginComponent

  /// Makes whole people from a component's margins.
  init(_ component: MarginComponent, key: RandomKey) throws(PopulationsError) {
    self.component = component
    codes = component.columns.map { _ in [] }
    if let order = Self.exactOrder(component) {
      method = .direct
      for table in order { try extend(by: table, key: key) }
    } else {
      let fit = try ProportionalFit(component)
      method = .fitted(iterations: fit.iterations)
      for (cell, count) in MarginExchange.rounded(fit, to: component).enumerated() where count > 0 {
        for (column, code) in fit.grid.codes(at: cell).enumerated() {
          codes[column] += Array(repeating: code, count: count)
        }
      }
    }
  }

  /// The order in which giving people one margin's columns after another keeps every margin.
  ///
  /// A margin within another one follows from it only if nothing has to be rounded.
  private static func exactOrder(_ component: MarginComponent) -> [Int]? {
    let sets = component.tables.map(\.columns)
    let outer = sets.indices.filter { index in
      !sets.indices.contains { other in
        let isWithin = Set(sets[index]).isSubset(of: sets[other])
        return isWithin && (sets[other].count > sets[index].count || other < index)
      }
    }
    let isWhole = component.tables.allSatisfy { table in
      table.counts.allSatisfy { abs($0 - $0.rounded()) <= component.tolerance }
    }
    if isWhole || outer.count == sets.count {
      return runningIntersectionOrder(outer.map { sets[$0] })?.map { outer[$0] }
    }
    guard let order = runningIntersectionOrder(sets) else { return nil }
    // A margin that brings no column of its own comes too late to be kept.
    let bringsColumn = order.indices.allSatisfy { step in
      !Set(sets[order[step]]).isSubset(of: order[..<step].flatMap { sets[$0] })
    }
    return bringsColumn ? order : nil
  }

  /// Gives people the columns of a margin that they do not have yet.
  private mutating func extend(by index: Int, key: RandomKey) throws(PopulationsError) {
    let table = component.tables[index]
    let old = table.columns.indices.filter { !codes[table.columns[$0]].isEmpty }
    let new = table.columns.indices.filter { codes[table.columns[$0]].isEmpty }
    let strata = strata(of: old.map { table.columns[$0] })
    let cells = cells(of: table, in: old, count: strata.count)
    let key = component.names(index).reduce(key) { $0.child($1) }
    var made = new.map { _ in [Int](repeating: 0, count: component.population) }
    for (stratum, people) in strata.enumerated() where !people.isEmpty {
      // Strata are named by their values, so that one does not change the order within another.
      let names = old.map {
        component.values[table.columns[$0]][codes[table.columns[$0]][people[0]]]
      }
      let order = randomOrder(people.count, names.reduce(key) { $0.child($1) })
      let counts = apportion(people.count, weights: cells[stratum].map { table.counts[$0] })
      guard counts.reduce(0, +) == people.count else {
        throw .impossibleCell(
          margin: old.map { component.columns[table.columns[$0]] }, values: names,
          count: Double(people.count), ruledOutBy: [component.names(index)])
      }
      let dealt = zip(cells[stratum], counts).flatMap { Array(repeating: $0, count: $1) }
      for (place, cell) in zip(order, dealt) {
        let values = table.grid.codes(at: cell)
        for (column, position) in new.enumerated() {
          made[column][people[place]] = values[position]
        }
      }
    }
    for (position, column) in zip(new, made) { codes[table.columns[position]] = column }
  }

  /// The people by their values in some columns; without columns, all people at once.
  private func strata(of columns: [Int]) -> [[Int]] {
    let sizes = columns.map { component.values[$0].count }
    var strata = [[Int]](repeating: [], count: sizes.reduce(1, *))
    for person in 0..<component.population {
      let stratum = zip(columns, sizes).reduce(0) { $0 * $1.1 + codes[$1.0][person] }
      strata[stratum].append(person)
    }
    return strata
  }

  /// A table's cells by their values in the columns at `positions`.
  private func cells(
    of table: MarginComponent.Table, in positions: [Int], count: Int
  ) -> [[Int]] {
    var cells = [[Int]](repeating: [], count: count)
    for (cell, stratum) in table.grid.projection(onto: positions).enumerated() {
      cells[stratum].append(cell)
    }
    return cells
  }

  /// How many people each margin is off where it is furthest off.
  var largestMisfits: [Double] {
    component.tables.map { table in
      var people = [Int](repeating: 0, count: table.grid.count)
      for person in 0..<component.population {
        people[table.grid.index(of: table.columns.map { codes[$0][person] })] += 1
      }
      return zip(people, table.counts).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
    }
  }
}
