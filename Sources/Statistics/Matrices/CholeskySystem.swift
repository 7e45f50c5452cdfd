import COpenBLAS

/// A symmetric positive definite matrix, factored once to solve many systems.
public struct CholeskySystem: Equatable, Sendable {
  /// The lower triangular factor.
  public let factor: Matrix

  /// Factors a matrix, of which only entries on and below the diagonal are looked at.
  ///
  /// - Throws: What ``Matrix/choleskyFactor()`` throws.
  public init(_ matrix: Matrix) throws(StatisticsError) {
    factor = try matrix.choleskyFactor()
  }

  /// The vector whose product with the matrix is this one, which must be as long as it has rows.
  public func solution(_ right: [Double]) -> [Double] {
    precondition(right.count == factor.rows, "\(right.count) entries for \(factor.rows) rows")
    guard factor.rows > 0 else { return [] }
    var solution = right
    solve(&solution, columns: 1)
    return solution
  }

  /// The matrix whose product with the factored one is this one.
  public func solution(_ right: Matrix) -> Matrix {
    precondition(right.rows == factor.rows, "\(right.rows) rows for \(factor.rows)")
    guard right.rows > 0, right.columns > 0 else { return right }
    // LAPACK reads columns first, so the rows of the transpose are its columns.
    var columns = right.transposed.elements
    solve(&columns, columns: right.columns)
    return Matrix(rows: right.columns, columns: right.rows, elements: columns).transposed
  }

  /// The inverse of the matrix.
  public var inverse: Matrix {
    var identity = Matrix(rows: factor.rows, columns: factor.rows, repeating: 0)
    for row in 0..<factor.rows { identity[row, row] = 1 }
    return solution(identity)
  }

  private func solve(_ right: inout [Double], columns: Int) {
    var order = blasint(factor.rows)
    var count = blasint(columns)
    let stride = order
    var info: blasint = 0
    dpotrs_("U", &order, &count, factor.elements, [stride], &right, [stride], &info)
    precondition(info == 0, "dpotrs refused its argument \(-info)")
  }
}
