/// The correlation matrix nearest to a symmetric one, by Higham's alternating projections (2002).
public struct NearestCorrelation: Sendable {
  /// The nearest matrix: ones on the diagonal, eigenvalues of at least ``leastEigenvalue``.
  public let matrix: Matrix
  /// The pair of which the correlation had to change most; nil if none changed.
  ///
  /// Of pairs that change alike to six digits, the first by row and column: which of them is ahead
  /// in the last bits differs between processors.
  public let mostChanged: (row: Int, column: Int)?
  /// The least eigenvalue asked for, so that a Cholesky factor exists.
  public static let leastEigenvalue = 1e-8

  private static let mostSteps = 1000

  /// Finds the nearest matrix in the Frobenius norm.
  ///
  /// - Parameter given: A symmetric matrix with ones on the diagonal and entries of −1…1.
  /// - Throws: ``StatisticsError`` for a matrix that is not square or not finite.
  public init(_ given: Matrix) throws(StatisticsError) {
    var point = given
    var correction = Matrix(rows: given.rows, columns: given.columns, repeating: 0)
    for _ in 0..<Self.mostSteps {
      var shifted = point
      shifted.subtract(correction)
      let positive = try Self.positivePart(shifted)
      correction = positive
      correction.subtract(shifted)
      var next = positive
      for index in 0..<next.rows { next[index, index] = 1 }
      let step = zip(next.elements, point.elements).map { abs($0 - $1) }.max() ?? 0
      point = next
      if step < 1e-12 { break }
    }
    matrix = try Self.safe(point)
    mostChanged = Self.largestChange(from: given, to: matrix)
  }

  /// The matrix with negative eigenvalues replaced by 0.
  private static func positivePart(_ matrix: Matrix) throws(StatisticsError) -> Matrix {
    let eigen = try SymmetricEigen(matrix)
    return sum(of: eigen, values: eigen.values.map { max($0, 0) })
  }

  /// A correlation matrix whose eigenvalues leave room for a Cholesky factor.
  private static func safe(_ matrix: Matrix) throws(StatisticsError) -> Matrix {
    let eigen = try SymmetricEigen(matrix)
    guard let least = eigen.values.first, least < leastEigenvalue else { return matrix }
    let raised = sum(of: eigen, values: eigen.values.map { max($0, 2 * leastEigenvalue) })
    var scaled = raised
    for row in 0..<raised.rows {
      for column in 0..<raised.columns {
        scaled[row, column] =
          row == column
          ? 1 : raised[row, column] / (raised[row, row] * raised[column, column]).squareRoot()
      }
    }
    return scaled
  }

  private static func sum(of eigen: SymmetricEigen, values: [Double]) -> Matrix {
    let size = values.count
    var sum = Matrix(rows: size, columns: size, repeating: 0)
    for (place, value) in values.enumerated() where value != 0 {
      for row in 0..<size {
        for column in 0..<size {
          sum[row, column] += value * eigen.vectors[place, row] * eigen.vectors[place, column]
        }
      }
    }
    return sum
  }

  private static func largestChange(from given: Matrix, to found: Matrix) -> (Int, Int)? {
    let alike = 1e-6
    var largest = 1e-9
    var pair: (Int, Int)?
    for row in 0..<given.rows {
      for column in 0..<row {
        let change = abs(found[row, column] - given[row, column])
        guard change > (pair == nil ? largest : largest + alike) else { continue }
        largest = change
        pair = (row, column)
      }
    }
    return pair
  }
}
