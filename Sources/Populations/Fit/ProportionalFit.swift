import RealModule

/// The table over all columns of a component that has its margins and no other structure.
///
/// Iterative proportional fitting from a uniform start (Deming and Stephan, 1940): each margin in
/// turn scales the cells it counts, until no margin is off by more than a billionth of the
/// population. The limit is the table of greatest entropy with these margins.
package struct ProportionalFit {
  /// More rounds than this are refused: margins that agree need a few dozen.
  static let mostIterations = 5000

  let grid: Grid
  /// For each margin, the number of its cell for each cell of the table.
  let projections: [[Int]]
  /// The fitted numbers of people, the last column running fastest.
  package let table: [Double]
  /// How often all margins were gone through.
  package let iterations: Int

  /// Fits a component's margins.
  ///
  /// - Throws: ``PopulationsError/impossibleCell(margin:values:count:ruledOutBy:)``,
  ///   ``PopulationsError/fitDoesNotConverge(_:iterations:)`` or
  ///   ``PopulationsError/tooManyCells(columns:most:)``.
  package init(_ component: MarginComponent) throws(PopulationsError) {
    guard let grid = Grid(sizes: component.values.map(\.count)) else {
      throw .tooManyCells(columns: component.columns, most: Grid.mostCells)
    }
    let projections = component.tables.map { grid.projection(onto: $0.columns) }
    var table = [Double](
      repeating: Double(component.population) / Double(grid.count), count: grid.count)
    var iterations = 0
    while true {
      for margin in projections.indices {
        try component.scale(&table, to: margin, by: projections[margin], in: projections)
      }
      iterations += 1
      guard let misfit = component.misfit(of: table, projections) else { break }
      guard iterations < Self.mostIterations else {
        throw .fitDoesNotConverge(misfit, iterations: iterations)
      }
    }
    self.grid = grid
    self.projections = projections
    self.table = table
    self.iterations = iterations
  }
}

extension MarginComponent {
  fileprivate func scale(
    _ table: inout [Double], to margin: Int, by projection: [Int], in projections: [[Int]]
  ) throws(PopulationsError) {
    let counts = tables[margin].counts
    var factors = sums(of: table, projection, count: counts.count)
    for cell in counts.indices {
      if factors[cell] > 0 {
        factors[cell] = counts[cell] / factors[cell]
      } else if counts[cell] > 0 {
        throw .impossibleCell(
          margin: names(margin), values: values(of: margin, at: cell), count: counts[cell],
          ruledOutBy: ruling(out: cell, of: margin, projections).map(names))
      }
    }
    for (index, cell) in projection.enumerated() { table[index] *= factors[cell] }
  }

  /// The margins with a zero among the cells of the table that another margin's cell sums.
  private func ruling(out cell: Int, of margin: Int, _ projections: [[Int]]) -> [Int] {
    let indices = projections[margin].indices.filter { projections[margin][$0] == cell }
    return tables.indices.filter { other in
      other != margin
        && indices.contains { tables[other].counts[projections[other][$0]] == 0 }
    }
  }

  /// Where a table is furthest off the margins; `nil` if nowhere beyond the tolerance.
  fileprivate func misfit(of table: [Double], _ projections: [[Int]]) -> PopulationsError.Misfit? {
    var worst: PopulationsError.Misfit?
    var largest = tolerance
    for margin in tables.indices {
      let counts = tables[margin].counts
      let sums = sums(of: table, projections[margin], count: counts.count)
      for cell in counts.indices where !(abs(sums[cell] - counts[cell]) <= largest) {
        largest = abs(sums[cell] - counts[cell])
        worst = PopulationsError.Misfit(
          margin: names(margin), values: values(of: margin, at: cell), fitted: sums[cell],
          demanded: counts[cell])
      }
    }
    return worst
  }

  private func sums(of table: [Double], _ projection: [Int], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (index, cell) in projection.enumerated() { sums[cell] += table[index] }
    return sums
  }
}
