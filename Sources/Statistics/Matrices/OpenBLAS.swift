import COpenBLAS

/// The linear algebra library under ``Matrix``: how it is set up and whether it can be trusted.
public enum OpenBLAS {
  /// Makes every later calculation run on the calling thread, so that its bits are repeatable.
  public static func useOneThread() {
    openblas_set_num_threads(1)
  }

  /// The name of the processor kernel in use, for example "Haswell".
  public static var kernel: String {
    guard let name = openblas_get_corename() else { return "unknown" }
    return String(cString: name)
  }

  /// Compares a product of 64 × 96 by 96 × 40 and a Cholesky factor of order 12 with plain loops.
  ///
  /// - Throws: ``StatisticsError/selfCheckFailed(operation:deviation:)`` if they differ by more
  ///   than 10⁻¹² of the largest entry.
  public static func selfCheck() throws(StatisticsError) {
    let key = RandomKey(seed: 12)
    let left = sample(rows: 64, columns: 96, key.child(0))
    let right = sample(rows: 96, columns: 40, key.child(1))
    try compare(left.multiplied(by: right), plainProduct(left, right), .product)

    let root = sample(rows: 12, columns: 12, key.child(2))
    var definite = plainProduct(root, root.transposed)
    for row in 0..<12 { definite[row, row] += 1 }
    try compare(definite.choleskyFactor(), plainCholeskyFactor(definite), .choleskyFactor)
  }

  private static func sample(rows: Int, columns: Int, _ key: RandomKey) -> Matrix {
    let count = rows * columns
    let elements = (0..<count).map { key.uniform(UInt64($0)) - 0.5 }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  private static func compare(
    _ found: Matrix, _ expected: Matrix, _ operation: StatisticsError.Operation
  ) throws(StatisticsError) {
    let largest = expected.elements.map(abs).reduce(0, max)
    let deviation = zip(found.elements, expected.elements).map { abs($0 - $1) / largest }
    // NaN compares false with everything, so each entry must be seen to be close.
    guard deviation.allSatisfy({ $0 <= 1e-12 }) else {
      let worst = deviation.contains { $0.isNaN } ? .nan : deviation.reduce(0, max)
      throw .selfCheckFailed(operation: operation, deviation: worst)
    }
  }

  private static func plainProduct(_ left: Matrix, _ right: Matrix) -> Matrix {
    var product = Matrix(rows: left.rows, columns: right.columns, repeating: 0)
    for row in 0..<left.rows {
      for column in 0..<right.columns {
        for inner in 0..<left.columns {
          product[row, column] += left[row, inner] * right[inner, column]
        }
      }
    }
    return product
  }

  private static func plainCholeskyFactor(_ matrix: Matrix) -> Matrix {
    var factor = Matrix(rows: matrix.rows, columns: matrix.columns, repeating: 0)
    for row in 0..<matrix.rows {
      for column in 0...row {
        var rest = matrix[row, column]
        for inner in 0..<column { rest -= factor[row, inner] * factor[column, inner] }
        factor[row, column] = row == column ? rest.squareRoot() : rest / factor[column, column]
      }
    }
    return factor
  }
}
