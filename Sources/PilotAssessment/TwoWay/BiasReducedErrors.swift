import Statistics

/// CR2: residuals inflated by the symmetric root that makes the variance unbiased when errors are
/// alike and independent, with Satterthwaite's degrees of freedom under the same model.
///
/// Bell & McCaffrey (2002); Pustejovsky & Tipton (2018). Units' and periods' levels count as
/// columns of the design, as in clubSandwich on a regression with all dummies.
struct BiasReducedErrors {
  let standardError: Double
  let degreesOfFreedom: Double
  /// By cluster, for its rows in order: what a residual counts in the cluster's score.
  ///
  /// They depend on the design alone, not on the outcome.
  let loadings: [[Double]]

  /// Eigenvalues up to this count as 0: directions the design explains wholly.
  private static let tolerance = 1e-10
  /// The most multiplications for roots of clusters' matrices and for degrees of freedom.
  private static let limit = 2e10

  /// - Throws: ``AssessmentRefusal/weighted``, ``AssessmentRefusal/tooLarge`` or
  ///   ``AssessmentRefusal/notIdentified``.
  init(_ contrast: TreatmentContrast, _ panel: Panel) throws(AssessmentRefusal) {
    guard panel.weights == nil else { throw .weighted }
    let rowsOfCluster = Self.rows(contrast)
    try Self.checkSize(rowsOfCluster, contrast)
    var loadings: [[Double]] = []
    var variance = 0.0
    for rows in rowsOfCluster {
      let block = Self.residualMaker(rows, contrast, panel)
      guard let eigen = try? SymmetricEigen(block) else { throw .notIdentified }
      let root = eigen.inverseRoot(above: Self.tolerance)
      let own = Matrix(rows: rows.count, columns: 1, elements: rows.map { contrast.own[$0] })
      let loading = root.multiplied(by: own).elements.map { $0 / contrast.scale }
      let score = zip(rows, loading).reduce(0) { $0 + contrast.fit.residuals[$1.0] * $1.1 }
      variance += score * score
      loadings.append(loading)
    }
    standardError = variance.squareRoot()
    self.loadings = loadings
    degreesOfFreedom = Self.degreesOfFreedom(loadings, rowsOfCluster, contrast)
  }

  /// By cluster: the score of residuals, whose squares add up to their effect's variance.
  func scores(_ residuals: [Double], _ contrast: TreatmentContrast) -> [Double] {
    zip(Self.rows(contrast), loadings).map { rows, loading in
      zip(rows, loading).reduce(0) { $0 + residuals[$1.0] * $1.1 }
    }
  }

  private static func rows(_ contrast: TreatmentContrast) -> [[Int]] {
    var rows: [[Int]] = Array(repeating: [], count: contrast.clusterCount)
    for (row, cluster) in contrast.cluster.enumerated() { rows[cluster].append(row) }
    return rows
  }

  private static func checkSize(
    _ rowsOfCluster: [[Int]], _ contrast: TreatmentContrast
  )
    throws(AssessmentRefusal)
  {
    let cubes = rowsOfCluster.reduce(0.0) { $0 + 10 * Double($1.count * $1.count * $1.count) }
    let projections = Double(rowsOfCluster.count * contrast.rowCount)
    guard cubes + 10 * projections <= limit else { throw .tooLarge }
  }

  /// The part of I - H in a cluster's rows, with H the projection on the whole design.
  private static func residualMaker(
    _ rows: [Int], _ contrast: TreatmentContrast, _ panel: Panel
  ) -> Matrix {
    var block = Matrix(rows: rows.count, columns: rows.count, repeating: 0)
    for place in rows.indices { block[place, place] = 1 }
    // Rows are sorted by unit; two rows of a unit share its mean.
    for (place, row) in rows.enumerated() {
      let size = Double(panel.rows(ofUnit: panel.unit[row]).count)
      var other = place
      while other >= 0, panel.unit[rows[other]] == panel.unit[row] {
        block[place, other] -= 1 / size
        if other != place { block[other, place] -= 1 / size }
        other -= 1
      }
    }
    let periods = demeanedPeriods(rows, panel)
    let effects = contrast.projection.periodEffects(ofSums: periods.transposed)
    block.subtract(periods.multiplied(by: effects))
    let count = contrast.fit.columns.count
    var columns = Matrix(rows: rows.count, columns: count, repeating: 0)
    for (place, row) in rows.enumerated() {
      for column in 0..<count { columns[place, column] = contrast.fit.columns[column][row] }
    }
    block.subtract(columns.multiplied(by: contrast.fit.bread).multiplied(by: columns.transposed))
    return block
  }

  /// The dummies of periods in a cluster's rows, less their unit's mean.
  private static func demeanedPeriods(_ rows: [Int], _ panel: Panel) -> Matrix {
    var periods = Matrix(rows: rows.count, columns: panel.times.count, repeating: 0)
    for (place, row) in rows.enumerated() {
      periods[place, panel.period[row]] += 1
      let unitRows = panel.rows(ofUnit: panel.unit[row])
      for other in unitRows { periods[place, panel.period[other]] -= 1 / Double(unitRows.count) }
    }
    return periods
  }

  /// (Σ P_gg)² ÷ Σ P_gh², where P_gh is the covariance of two clusters' scores.
  private static func degreesOfFreedom(
    _ loadings: [[Double]], _ rowsOfCluster: [[Int]], _ contrast: TreatmentContrast
  ) -> Double {
    var trace = 0.0
    var squares = 0.0
    for (cluster, rows) in rowsOfCluster.enumerated() {
      var column = Array(repeating: 0.0, count: contrast.rowCount)
      for (row, loading) in zip(rows, loadings[cluster]) { column[row] = loading }
      var rest = contrast.projection.residual(of: column)
      let products = contrast.fit.columns.map { contrast.projection.product($0, rest) }
      for (place, regressor) in contrast.fit.columns.enumerated() {
        var share = 0.0
        for other in products.indices {
          share += contrast.fit.bread[place, other] * products[other]
        }
        for row in rest.indices { rest[row] -= share * regressor[row] }
      }
      for other in rowsOfCluster.indices {
        let covariance = zip(rowsOfCluster[other], loadings[other]).reduce(0) {
          $0 + rest[$1.0] * $1.1
        }
        if other == cluster { trace += covariance }
        squares += covariance * covariance
      }
    }
    return trace * trace / squares
  }
}
