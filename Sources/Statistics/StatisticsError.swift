/// Why a calculation of this room has no answer.
public enum StatisticsError: Error, Equatable, Sendable {
  /// A calculation of OpenBLAS that is checked against plain loops.
  public enum Operation: String, Sendable {
    case product
    case choleskyFactor
  }

  /// The matrix must have as many rows as columns.
  case notSquare(rows: Int, columns: Int)
  /// The matrix has an entry that is NaN or infinite.
  case notFinite(row: Int, column: Int)
  /// The two entries mirrored in the diagonal differ.
  case notSymmetric(row: Int, column: Int)
  /// A correlation matrix has something other than 1 on its diagonal.
  case diagonalNotOne(row: Int, value: Double)
  /// The leading part of this order is the first that is not positive definite.
  case notPositiveDefinite(order: Int)
  /// The search for eigenvalues did not come to an end.
  case noConvergence
  /// OpenBLAS and plain loops differ by this share of the larger value.
  case selfCheckFailed(operation: Operation, deviation: Double)
}
