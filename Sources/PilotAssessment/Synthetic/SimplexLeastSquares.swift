import RealModule
import Statistics

/// Weights that are not negative and sum to 1, by which columns come nearest to a target.
///
/// Minimises |A x − b|² ÷ n + ridge · |x|² over the simplex, n being the rows of A. An active-set
/// method: the least squares of the columns in use, the most promising column added until none
/// promises anything, one dropped whenever its weight would turn negative.
struct SimplexLeastSquares {
  /// The weights, one for each column.
  let weights: [Double]
  /// The objective at the weights.
  let objective: Double

  /// Finds the weights.
  ///
  /// - Parameters:
  ///   - columns: The matrix A.
  ///   - target: As long as A has rows.
  ///   - ridge: The penalty on large weights, at least 0.
  ///   - isCentred: Whether a free constant is added to the fit, by taking out means.
  init(_ columns: Matrix, target: [Double], ridge: Double, isCentred: Bool) {
    let (matrix, goal) = isCentred ? Self.centred(columns, target) : (columns, target)
    let rows = Double(matrix.rows)
    let transposed = matrix.transposed
    var gram = transposed.multiplied(by: matrix)
    let products = transposed.multiplied(
      by: Matrix(rows: goal.count, columns: 1, elements: goal)
    ).elements.map { $0 / rows }
    var trace = 0.0
    for row in 0..<gram.rows {
      for column in 0..<gram.columns { gram[row, column] /= rows }
      trace += gram[row, row]
    }
    // More columns than rows leave the least squares open; this much ridge settles them.
    let jitter = 1e-12 * max(trace / Double(gram.rows), .leastNormalMagnitude)
    for row in 0..<gram.rows { gram[row, row] += ridge + jitter }
    weights = Self.solve(gram, products)
    objective = Self.objective(matrix, goal, weights, ridge: ridge)
  }

  static func objective(
    _ matrix: Matrix, _ target: [Double], _ weights: [Double], ridge: Double
  ) -> Double {
    var sum = 0.0
    for row in 0..<matrix.rows {
      var error = -target[row]
      for column in 0..<matrix.columns { error += matrix[row, column] * weights[column] }
      sum += error * error
    }
    return sum / Double(matrix.rows) + ridge * weights.reduce(0) { $0 + $1 * $1 }
  }

  private static func centred(_ columns: Matrix, _ target: [Double]) -> (Matrix, [Double]) {
    var matrix = columns
    for column in 0..<matrix.columns {
      var mean = 0.0
      for row in 0..<matrix.rows { mean += matrix[row, column] }
      mean /= Double(matrix.rows)
      for row in 0..<matrix.rows { matrix[row, column] -= mean }
    }
    let mean = target.reduce(0, +) / Double(target.count)
    return (matrix, target.map { $0 - mean })
  }

  /// Minimises x'Gx − 2c'x over the simplex.
  private static func solve(_ gram: Matrix, _ products: [Double]) -> [Double] {
    let count = products.count
    let start = products.indices.min {
      gram[$0, $0] - 2 * products[$0] < gram[$1, $1] - 2 * products[$1]
    }
    var weights = Array(repeating: 0.0, count: count)
    weights[start ?? 0] = 1
    var active = [start ?? 0]
    let scale = products.indices.reduce(0.0) { max($0, gram[$1, $1]) }
    for _ in 0..<(20 * count + 20) {
      settle(&weights, &active, gram, products)
      let slopes = products.indices.map { column in
        active.reduce(-products[column]) { $0 + gram[column, $1] * weights[$1] }
      }
      let level = active.reduce(0) { $0 + weights[$1] * slopes[$1] }
      let outside = products.indices.filter { !active.contains($0) }
      guard let best = outside.min(by: { slopes[$0] < slopes[$1] }),
        level - slopes[best] > 1e-11 * scale
      else { break }
      active.append(best)
      active.sort()
    }
    return weights
  }

  /// Moves to the least squares of the active columns, dropping those that would turn negative.
  private static func settle(
    _ weights: inout [Double], _ active: inout [Int], _ gram: Matrix, _ products: [Double]
  ) {
    while true {
      guard let goal = unconstrained(active, gram, products) else { return }
      guard
        let place = goal.indices.filter({ goal[$0] < 0 }).min(by: {
          step(weights[active[$0]], goal[$0]) < step(weights[active[$1]], goal[$1])
        })
      else {
        for (place, column) in active.enumerated() { weights[column] = goal[place] }
        return
      }
      let stride = step(weights[active[place]], goal[place])
      for (place, column) in active.enumerated() {
        weights[column] += stride * (goal[place] - weights[column])
      }
      weights[active[place]] = 0
      active.remove(at: place)
    }
  }

  private static func step(_ weight: Double, _ goal: Double) -> Double {
    weight / (weight - goal)
  }

  /// The least squares of some columns whose weights sum to 1 and may be negative.
  private static func unconstrained(
    _ active: [Int], _ gram: Matrix, _ products: [Double]
  ) -> [Double]? {
    var part = Matrix(rows: active.count, columns: active.count, repeating: 0)
    for (row, left) in active.enumerated() {
      for (column, right) in active.enumerated() { part[row, column] = gram[left, right] }
    }
    guard let system = try? CholeskySystem(part) else { return nil }
    let free = system.solution(active.map { products[$0] })
    let ones = system.solution(active.map { _ in 1 })
    let excess = (1 - free.reduce(0, +)) / ones.reduce(0, +)
    return zip(free, ones).map { $0 + excess * $1 }
  }
}
