import COpenBLAS

/// The eigenvalues and eigenvectors of a symmetric matrix.
public struct SymmetricEigen: Equatable, Sendable {
  /// The eigenvalues, ascending.
  public let values: [Double]
  /// The eigenvectors, of length 1 and at right angles, one in each row, in the order of ``values``.
  public let vectors: Matrix

  /// Decomposes a matrix, of which only entries on and below the diagonal are looked at.
  ///
  /// - Throws: ``StatisticsError/notSquare(rows:columns:)``,
  ///   ``StatisticsError/notFinite(row:column:)`` or ``StatisticsError/noConvergence``.
  public init(_ matrix: Matrix) throws(StatisticsError) {
    guard matrix.rows == matrix.columns else {
      throw .notSquare(rows: matrix.rows, columns: matrix.columns)
    }
    for row in 0..<matrix.rows {
      for column in 0...row where !matrix[row, column].isFinite {
        throw .notFinite(row: row, column: column)
      }
    }
    guard matrix.rows > 0 else {
      values = []
      vectors = matrix
      return
    }
    var order = blasint(matrix.rows)
    let stride = order
    var elements = matrix.elements
    var values = Array(repeating: 0.0, count: matrix.rows)
    var room: blasint = max(1, 34 * order)
    var work = Array(repeating: 0.0, count: Int(room))
    var info: blasint = 0
    // LAPACK reads columns first: our lower triangle is its upper one, its columns are our rows.
    dsyev_("V", "U", &order, &elements, [stride], &values, &work, &room, &info)
    guard info == 0 else { throw .noConvergence }
    self.values = values
    vectors = Matrix(rows: matrix.rows, columns: matrix.rows, elements: elements)
  }

  /// The symmetric root of the pseudo-inverse: eigenvalues up to `tolerance` count as 0.
  public func inverseRoot(above tolerance: Double) -> Matrix {
    let count = values.count
    var scaled = vectors
    for row in 0..<count {
      let factor = values[row] > tolerance ? 1 / values[row].squareRoot() : 0
      for column in 0..<count { scaled[row, column] *= factor }
    }
    return vectors.transposed.multiplied(by: scaled)
  }
}
