import COpenBLAS

/// A matrix of numbers, stored row after row.
public struct Matrix: Equatable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The entries, row after row: `rows` × `columns` of them.
  public private(set) var elements: [Double]

  /// Makes a matrix with the same number everywhere.
  public init(rows: Int, columns: Int, repeating value: Double) {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) × \(columns)")
    self.rows = rows
    self.columns = columns
    elements = Array(repeating: value, count: rows * columns)
  }

  /// Makes a matrix of entries given row after row.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(
      rows >= 0 && columns >= 0 && elements.count == rows * columns,
      "\(elements.count) entries for a matrix of \(rows) × \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The entry in a row and column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(0..<columns ~= column, "column \(column) of \(columns)")
      return elements[row * columns + column]
    }
    set {
      precondition(0..<columns ~= column, "column \(column) of \(columns)")
      elements[row * columns + column] = newValue
    }
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows, repeating: 0)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// Takes another matrix of the same shape away from this one, entry by entry.
  public mutating func subtract(_ other: Matrix) {
    precondition(rows == other.rows && columns == other.columns, "matrices of unequal shape")
    for place in elements.indices { elements[place] -= other.elements[place] }
  }

  /// The matrix product with another matrix on the right, whose rows match this one's columns.
  public func multiplied(by right: Matrix) -> Matrix {
    precondition(columns == right.rows, "\(columns) columns times \(right.rows) rows")
    var product = Matrix(rows: rows, columns: right.columns, repeating: 0)
    elements.withUnsafeBufferPointer { left in
      right.elements.withUnsafeBufferPointer { right in
        product.elements.withUnsafeMutableBufferPointer { result in
          guard let left = left.baseAddress, let right = right.baseAddress,
            let result = result.baseAddress
          else { return }
          Self.multiply(
            rows: rows, inner: columns, columns: product.columns, left, right, into: result)
        }
      }
    }
    return product
  }

  /// The matrix product of raw storage, all of it row after row.
  ///
  /// `left` holds `rows` × `inner` numbers, `right` `inner` × `columns`, and `result`, which is
  /// overwritten, `rows` × `columns`. Bits are repeatable for equal shapes on one machine only.
  public static func multiply(
    rows: Int, inner: Int, columns: Int, _ left: UnsafePointer<Double>,
    _ right: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
  ) {
    guard rows > 0, columns > 0 else { return }
    guard inner > 0 else {
      result.update(repeating: 0, count: rows * columns)
      return
    }
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(rows), blasint(columns), blasint(inner),
      1, left, blasint(inner), right, blasint(columns), 0, result, blasint(columns))
  }

  /// The lower triangular matrix whose product with its transpose is this symmetric matrix.
  ///
  /// Only entries on and below the diagonal are looked at; those above are 0 in the result.
  ///
  /// - Throws: ``StatisticsError/notSquare(rows:columns:)``,
  ///   ``StatisticsError/notFinite(row:column:)`` or
  ///   ``StatisticsError/notPositiveDefinite(order:)``.
  public func choleskyFactor() throws(StatisticsError) -> Matrix {
    guard rows == columns else { throw .notSquare(rows: rows, columns: columns) }
    guard rows > 0 else { return self }
    var factor = self
    for row in 0..<rows {
      for column in 0..<columns {
        if column > row { factor[row, column] = 0 }
        guard factor[row, column].isFinite else { throw .notFinite(row: row, column: column) }
      }
    }
    var order = blasint(rows)
    let stride = order
    var info: blasint = 0
    // LAPACK reads columns first, so our lower triangle is its upper one.
    dpotrf_("U", &order, &factor.elements, [stride], &info)
    guard info == 0 else { throw .notPositiveDefinite(order: Int(info)) }
    return factor
  }
}
