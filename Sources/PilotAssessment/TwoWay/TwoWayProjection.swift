import Statistics

/// Removes from columns what levels of units and of periods explain, exactly and without iteration.
///
/// Units are averaged out first; what is left for the periods is a system as large as there are
/// periods, the Laplacian of the graph in which periods are joined by the units seen in both. Its
/// null space, one level per connected part, is filled before it is factored.
struct TwoWayProjection: Sendable {
  let unitStarts: [Int]
  let period: [Int]
  let periodCount: Int
  /// By row; nil when all count the same.
  let weights: [Double]?
  private let system: CholeskySystem
  private let weightOfUnit: [Double]

  /// The projection for all rows of a panel.
  init(_ panel: Panel) throws(AssessmentRefusal) {
    try self.init(
      unitStarts: panel.unitStarts, period: panel.period, periodCount: panel.times.count,
      weights: panel.weights)
  }

  /// The projection for rows sorted by unit.
  init(
    unitStarts: [Int], period: [Int], periodCount: Int, weights: [Double]?
  )
    throws(AssessmentRefusal)
  {
    self.unitStarts = unitStarts
    self.period = period
    self.periodCount = periodCount
    self.weights = weights
    var weightOfUnit = Array(repeating: 0.0, count: unitStarts.count - 1)
    for unit in weightOfUnit.indices {
      for row in unitStarts[unit]..<unitStarts[unit + 1] {
        weightOfUnit[unit] += weights.map { $0[row] } ?? 1
      }
    }
    self.weightOfUnit = weightOfUnit
    var laplacian = Self.laplacian(unitStarts, period, periodCount, weights, weightOfUnit)
    Self.fillNullSpace(&laplacian, unitStarts, period)
    do {
      system = try CholeskySystem(laplacian)
    } catch {
      throw .notIdentified
    }
  }

  /// The periods' part of the normal equations once units are averaged out.
  private static func laplacian(
    _ unitStarts: [Int], _ period: [Int], _ count: Int, _ weights: [Double]?,
    _ weightOfUnit: [Double]
  ) -> Matrix {
    var sum = Matrix(rows: count, columns: count, repeating: 0)
    for (row, place) in period.enumerated() {
      sum[place, place] += weights.map { $0[row] } ?? 1
    }
    let units = unitStarts.count - 1
    let block = 256
    for first in stride(from: 0, to: units, by: block) {
      let last = min(first + block, units)
      var rows = Matrix(rows: last - first, columns: count, repeating: 0)
      for unit in first..<last {
        let scale = 1 / weightOfUnit[unit].squareRoot()
        for row in unitStarts[unit]..<unitStarts[unit + 1] {
          rows[unit - first, period[row]] = (weights.map { $0[row] } ?? 1) * scale
        }
      }
      let product = rows.transposed.multiplied(by: rows)
      sum.subtract(product)
    }
    return sum
  }

  /// Adds to each connected part of the periods a matrix of equal entries, as large as its diagonal.
  private static func fillNullSpace(_ matrix: inout Matrix, _ unitStarts: [Int], _ period: [Int]) {
    var parent = Array(0..<matrix.rows)
    func root(_ place: Int) -> Int {
      var place = place
      while parent[place] != place { place = parent[place] }
      return place
    }
    for unit in 0..<(unitStarts.count - 1) {
      let rows = unitStarts[unit]..<unitStarts[unit + 1]
      for row in rows.dropFirst() {
        let (a, b) = (root(period[rows.lowerBound]), root(period[row]))
        if a != b { parent[max(a, b)] = min(a, b) }
      }
    }
    let roots = (0..<matrix.rows).map(root)
    for part in Set(roots).sorted() {
      let members = roots.indices.filter { roots[$0] == part }
      let diagonal = members.reduce(0) { $0 + matrix[$1, $1] }
      let level = diagonal > 0 ? diagonal / Double(members.count * members.count) : 1
      for row in members {
        for column in members { matrix[row, column] += level }
      }
    }
  }

  /// What units and periods leave of a column.
  func residual(of column: [Double]) -> [Double] {
    var residual = column
    subtractUnitMeans(&residual)
    let effects = system.solution(periodSums(of: residual))
    for unit in weightOfUnit.indices {
      let rows = unitStarts[unit]..<unitStarts[unit + 1]
      var mean = 0.0
      for row in rows { mean += (weights.map { $0[row] } ?? 1) * effects[period[row]] }
      mean /= weightOfUnit[unit]
      for row in rows { residual[row] -= effects[period[row]] - mean }
    }
    return residual
  }

  private func subtractUnitMeans(_ column: inout [Double]) {
    for unit in weightOfUnit.indices {
      let rows = unitStarts[unit]..<unitStarts[unit + 1]
      var sum = 0.0
      if let weights {
        for row in rows { sum += weights[row] * column[row] }
      } else {
        for row in rows { sum += column[row] }
      }
      let mean = sum / weightOfUnit[unit]
      for row in rows { column[row] -= mean }
    }
  }

  /// The weighted sum of a column over each period.
  func periodSums(of column: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: periodCount)
    for (row, place) in period.enumerated() {
      sums[place] += (weights.map { $0[row] } ?? 1) * column[row]
    }
    return sums
  }

  /// The periods' levels for sums over periods of columns that sum to 0 within each unit.
  ///
  /// Each column of `sums` is one such set, with a row for each period.
  func periodEffects(ofSums sums: Matrix) -> Matrix { system.solution(sums) }

  /// The weighted sum of products of two columns.
  func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    if let weights {
      for row in left.indices { sum += weights[row] * left[row] * right[row] }
    } else {
      for row in left.indices { sum += left[row] * right[row] }
    }
    return sum
  }
}
