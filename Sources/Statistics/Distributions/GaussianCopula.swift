/// Dependence between numbers, apart from their own distributions: that of correlated normals.
public struct GaussianCopula: Sendable {
  /// The number of joint draws made by one product, whose shape never varies.
  ///
  /// The last bits of a product depend on its shape, so an incomplete block is to be padded.
  public static let blockSize = 64

  /// The number of variables.
  public let count: Int

  private let factor: Matrix

  /// Prepares dependence with the given correlations between the underlying normals.
  ///
  /// - Throws: ``StatisticsError`` unless the matrix is symmetric and positive definite with ones
  ///   on the diagonal (to 10⁻¹²).
  public init(correlation: Matrix) throws(StatisticsError) {
    guard correlation.rows == correlation.columns else {
      throw .notSquare(rows: correlation.rows, columns: correlation.columns)
    }
    for row in 0..<correlation.rows {
      for column in 0...row {
        let value = correlation[row, column]
        let mirrored = correlation[column, row]
        guard value.isFinite else { throw .notFinite(row: row, column: column) }
        guard mirrored.isFinite else { throw .notFinite(row: column, column: row) }
        guard abs(value - mirrored) <= 1e-12 else {
          throw .notSymmetric(row: row, column: column)
        }
      }
      let value = correlation[row, row]
      guard abs(value - 1) <= 1e-12 else { throw .diagonalNotOne(row: row, value: value) }
    }
    count = correlation.rows
    factor = try correlation.choleskyFactor().transposed
  }

  /// Turns independent standard normals into dependent uniform numbers.
  ///
  /// - Parameter normals: ``blockSize`` rows, one joint draw each, and a column for each variable.
  /// - Returns: A matrix of the same shape with entries from 2⁻⁵³ to 1 - 2⁻⁵³.
  public func uniforms(_ normals: Matrix) -> Matrix {
    precondition(
      normals.rows == Self.blockSize && normals.columns == count,
      "a block of \(normals.rows) × \(normals.columns) for \(count) variables")
    let correlated = normals.multiplied(by: factor)
    let uniforms = correlated.elements.map {
      min(max(standardNormalCumulative($0), 0x1p-53), 1 - 0x1p-53)
    }
    return Matrix(rows: normals.rows, columns: normals.columns, elements: uniforms)
  }
}
