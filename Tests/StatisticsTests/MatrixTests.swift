import Statistics
import Testing

@Suite("Matrices")
struct MatrixTests {
  static func random(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    let key = RandomKey(seed: seed)
    return Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { key.uniform(UInt64($0)) - 0.5 })
  }

  @Test("a product by hand")
  func productByHand() {
    let left = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
    let right = Matrix(rows: 3, columns: 2, elements: [7, 8, 9, 10, 11, 12])
    let product = Matrix(rows: 2, columns: 2, elements: [58, 64, 139, 154])
    #expect(left.multiplied(by: right) == product)
    #expect(product[1, 0] == 139)
    #expect(left.transposed == Matrix(rows: 3, columns: 2, elements: [1, 4, 2, 5, 3, 6]))
  }

  @Test(
    "products agree with plain loops", arguments: [(1, 1, 1), (5, 7, 3), (64, 33, 17), (64, 1, 40)])
  func productsAgreeWithLoops(shape: (rows: Int, inner: Int, columns: Int)) {
    let left = Self.random(shape.rows, shape.inner, seed: 1)
    let right = Self.random(shape.inner, shape.columns, seed: 2)
    let product = left.multiplied(by: right)
    for row in 0..<shape.rows {
      for column in 0..<shape.columns {
        let sum = (0..<shape.inner).reduce(0) { $0 + left[row, $1] * right[$1, column] }
        #expect(abs(product[row, column] - sum) < 1e-13)
      }
    }
  }

  @Test("a product over nothing is zero and overwrites what was there")
  func emptyProducts() {
    var result = [9.0, 9.0]
    Matrix.multiply(rows: 1, inner: 0, columns: 2, [0], [0], into: &result)
    #expect(result == [0, 0])
    let empty = Matrix(rows: 0, columns: 3, repeating: 1)
    #expect(empty.multiplied(by: Matrix(rows: 3, columns: 2, repeating: 1)).elements.isEmpty)
  }

  @Test("a Cholesky factor by hand")
  func choleskyByHand() throws {
    // The upper triangle is not looked at.
    let matrix = Matrix(rows: 3, columns: 3, elements: [4, 99, 99, 12, 37, 99, -16, -43, 98])
    let factor = Matrix(rows: 3, columns: 3, elements: [2, 0, 0, 6, 1, 0, -8, 5, 3])
    #expect(try matrix.choleskyFactor() == factor)
  }

  @Test("what has no Cholesky factor is refused with the reason")
  func choleskyRefusals() {
    #expect(throws: StatisticsError.notSquare(rows: 2, columns: 3)) {
      try Matrix(rows: 2, columns: 3, repeating: 0).choleskyFactor()
    }
    #expect(throws: StatisticsError.notPositiveDefinite(order: 2)) {
      try Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 1]).choleskyFactor()
    }
    #expect(throws: StatisticsError.notFinite(row: 1, column: 0)) {
      try Matrix(rows: 2, columns: 2, elements: [1, 0, .nan, 1]).choleskyFactor()
    }
  }

  @Test("the library passes its own check and names its kernel")
  func selfCheck() throws {
    OpenBLAS.useOneThread()
    try OpenBLAS.selfCheck()
    #expect(!OpenBLAS.kernel.isEmpty)
  }
}
