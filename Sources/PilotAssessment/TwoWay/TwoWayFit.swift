import Statistics

/// Least squares of an outcome on columns, with levels of units and periods removed from both.
struct TwoWayFit: Sendable {
  let projection: TwoWayProjection
  /// Which of the given columns could be told apart from those before them, in order.
  let kept: [Int]
  /// What units and periods leave of the kept columns.
  let columns: [[Double]]
  /// The inverse of the kept columns' sums of products.
  let bread: Matrix
  /// One for each kept column.
  let coefficients: [Double]
  /// What nothing explains, by row.
  let residuals: [Double]

  /// A column is dropped when less than this share of its sum of squares is its own.
  private static let ownShare = 1e-10

  /// Fits; columns that those before them explain are left out.
  ///
  /// - Throws: ``AssessmentRefusal/notIdentified`` if the first column is one of these.
  init(
    _ projection: TwoWayProjection, outcome: [Double], columns given: [[Double]]
  )
    throws(AssessmentRefusal)
  {
    self.projection = projection
    var kept: [Int] = []
    var columns: [[Double]] = []
    for (index, column) in given.enumerated() {
      let residual = projection.residual(of: column)
      guard Self.hasOwnPart(residual, of: column, beside: columns, projection) else {
        if index == 0 { throw .notIdentified }
        continue
      }
      kept.append(index)
      columns.append(residual)
    }
    let response = projection.residual(of: outcome)
    guard let system = try? CholeskySystem(Self.products(columns, projection)) else {
      throw .notIdentified
    }
    let coefficients = system.solution(columns.map { projection.product($0, response) })
    var residuals = response
    for (column, coefficient) in zip(columns, coefficients) {
      for row in residuals.indices { residuals[row] -= coefficient * column[row] }
    }
    self.kept = kept
    self.columns = columns
    self.coefficients = coefficients
    self.residuals = residuals
    bread = system.inverse
  }

  /// Whether a column is explained neither by units and periods nor by the columns before it.
  private static func hasOwnPart(
    _ residual: [Double], of column: [Double], beside others: [[Double]],
    _ projection: TwoWayProjection
  ) -> Bool {
    let ones = Array(repeating: 1.0, count: column.count)
    let mean = projection.product(column, ones) / projection.product(ones, ones)
    let centred = column.map { $0 - mean }
    let total = projection.product(centred, centred)
    let own = projection.product(residual, residual)
    guard own > ownShare * ownShare * total, own > 0 else { return false }
    guard !others.isEmpty, let system = try? CholeskySystem(products(others, projection)) else {
      return others.isEmpty
    }
    let shared = others.map { projection.product($0, residual) }
    let explained = zip(shared, system.solution(shared)).reduce(0) { $0 + $1.0 * $1.1 }
    return own - explained > ownShare * own
  }

  /// The sums of products of all pairs of columns.
  static func products(_ columns: [[Double]], _ projection: TwoWayProjection) -> Matrix {
    var products = Matrix(rows: columns.count, columns: columns.count, repeating: 0)
    for row in columns.indices {
      for column in 0...row {
        let product = projection.product(columns[row], columns[column])
        products[row, column] = product
        products[column, row] = product
      }
    }
    return products
  }
}
