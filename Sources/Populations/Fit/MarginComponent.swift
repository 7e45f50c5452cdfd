import RealModule

/// Columns linked by shared margins, with their margins as dense tables.
///
/// Columns that no margin links are independent, which is what a fit from a uniform start gives,
/// so each component is fitted by itself.
package struct MarginComponent {
  /// A margin as a dense table over its own columns.
  struct Table {
    /// Positions in the component's columns.
    let columns: [Int]
    let grid: Grid
    let counts: [Double]
  }

  /// The columns, in order of first appearance.
  package let columns: [String]
  /// The values of each column, sorted by their UTF-8 bytes.
  package let values: [[String]]
  /// Positions of the component's margins among all margins.
  let origins: [Int]
  let tables: [Table]
  let population: Int

  /// What counts as equal: a billionth of the population.
  var tolerance: Double { 1e-9 * Double(population) }

  /// Divides margins into components, each checked for itself, in order of first appearance.
  ///
  /// - Throws: ``PopulationsError`` for malformed or contradictory margins.
  package static func components(
    of margins: [Margin], population: Int
  ) throws(PopulationsError) -> [MarginComponent] {
    guard population > 0 else { throw .noPeople(population: population) }
    var groups: [(columns: [String], margins: [Int])] = []
    for (index, margin) in margins.enumerated() {
      try check(margin, population: population)
      let linked = groups.indices.filter {
        !Set(groups[$0].columns).isDisjoint(with: margin.columns)
      }
      var merged = (columns: [String](), margins: [Int]())
      for group in linked {
        merged.columns += groups[group].columns
        merged.margins += groups[group].margins
      }
      merged.columns += margin.columns.filter { !merged.columns.contains($0) }
      merged.margins = (merged.margins + [index]).sorted()
      for group in linked.dropFirst().reversed() { groups.remove(at: group) }
      if let first = linked.first { groups[first] = merged } else { groups.append(merged) }
    }
    var components: [MarginComponent] = []
    for group in groups {
      components.append(
        try MarginComponent(
          columns: group.columns, origins: group.margins, margins: margins, population: population))
    }
    return components
  }

  private init(
    columns: [String], origins: [Int], margins: [Margin], population: Int
  ) throws(PopulationsError) {
    self.columns = columns
    self.origins = origins
    self.population = population
    let values = columns.map { column in
      var seen: Set<String> = []
      for origin in origins {
        guard let position = margins[origin].columns.firstIndex(of: column) else { continue }
        for cell in margins[origin].cells { seen.insert(cell.values[position]) }
      }
      return seen.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    self.values = values
    var tables: [Table] = []
    for origin in origins {
      tables.append(try Self.table(margins[origin], columns: columns, values: values))
    }
    self.tables = tables
    try refuseContradictions()
  }

  private static func table(
    _ margin: Margin, columns: [String], values: [[String]]
  ) throws(PopulationsError) -> Table {
    let positions = margin.columns.compactMap { columns.firstIndex(of: $0) }
    guard let grid = Grid(sizes: positions.map { values[$0].count }) else {
      throw .tooManyCells(columns: margin.columns, most: Grid.mostCells)
    }
    let codes = positions.map { position in
      Dictionary(uniqueKeysWithValues: values[position].enumerated().map { ($1, $0) })
    }
    var counts = [Double](repeating: 0, count: grid.count)
    var isListed = [Bool](repeating: false, count: grid.count)
    for cell in margin.cells {
      let index = grid.index(of: zip(codes, cell.values).compactMap { $0[$1] })
      guard !isListed[index] else {
        throw .cellListedTwice(margin: margin.columns, values: cell.values)
      }
      isListed[index] = true
      counts[index] = cell.count
    }
    return Table(columns: positions, grid: grid, counts: counts)
  }

  private static func check(_ margin: Margin, population: Int) throws(PopulationsError) {
    for (index, column) in margin.columns.enumerated()
    where margin.columns[..<index].contains(column) {
      throw .columnMadeTwice(column)
    }
    guard !margin.columns.isEmpty else {
      throw .cellDoesNotMatchColumns(margin: [], values: [])
    }
    for cell in margin.cells {
      guard cell.values.count == margin.columns.count else {
        throw .cellDoesNotMatchColumns(margin: margin.columns, values: cell.values)
      }
      guard cell.count.isFinite, cell.count >= 0 else {
        throw .invalidCount(margin: margin.columns, values: cell.values, count: cell.count)
      }
    }
    let total = margin.cells.reduce(0) { $0 + $1.count }
    guard abs(total - Double(population)) <= 1e-9 * Double(population) else {
      throw .totalIsNotPopulation(margin: margin.columns, total: total, population: population)
    }
  }

  private func refuseContradictions() throws(PopulationsError) {
    for second in tables.indices {
      for first in tables.indices where first < second {
        try compare(first, second)
      }
    }
  }

  private func compare(_ first: Int, _ second: Int) throws(PopulationsError) {
    let shared = tables[first].columns.filter { tables[second].columns.contains($0) }
    let left = totals(of: first, over: shared)
    let right = totals(of: second, over: shared)
    guard let sharedGrid = Grid(sizes: shared.map { values[$0].count }) else { return }
    for index in left.indices where abs(left[index] - right[index]) > tolerance {
      throw .contradictoryMargins(
        PopulationsError.Contradiction(
          first: names(first), second: names(second), sharedColumns: shared.map { columns[$0] },
          values: zip(shared, sharedGrid.codes(at: index)).map { values[$0][$1] },
          firstTotal: left[index], secondTotal: right[index]))
    }
  }

  /// A table's counts summed over all but the given columns of the component.
  func totals(of table: Int, over shared: [Int]) -> [Double] {
    let positions = shared.compactMap { tables[table].columns.firstIndex(of: $0) }
    return tables[table].grid.totals(of: tables[table].counts, onto: positions)
  }

  /// The column names of a margin.
  func names(_ table: Int) -> [String] {
    tables[table].columns.map { columns[$0] }
  }

  /// The values of a margin's cell.
  func values(of table: Int, at cell: Int) -> [String] {
    zip(tables[table].columns, tables[table].grid.codes(at: cell)).map { values[$0][$1] }
  }
}
