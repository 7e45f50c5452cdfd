import RealModule
import Statistics
import Testing

@Suite("Gaussian copula")
struct GaussianCopulaTests {
  static let correlation = Matrix(
    rows: 3, columns: 3, elements: [1, 0.6, -0.3, 0.6, 1, 0.2, -0.3, 0.2, 1])

  static func normals(block: Int, count: Int) -> Matrix {
    let key = RandomKey(seed: 5).child(UInt64(block))
    let draws = (0..<GaussianCopula.blockSize * count).map {
      standardNormalQuantile(key.uniform(UInt64($0)))
    }
    return Matrix(rows: GaussianCopula.blockSize, columns: count, elements: draws)
  }

  @Test("rank correlations are 6/π · asin(ρ/2), and margins uniform")
  func rankCorrelations() throws {
    let copula = try GaussianCopula(correlation: Self.correlation)
    var rows: [[Double]] = []
    for block in 0..<300 {
      let uniforms = copula.uniforms(Self.normals(block: block, count: 3))
      for row in 0..<64 { rows.append((0..<3).map { uniforms[row, $0] - 0.5 }) }
    }
    let count = Double(rows.count)
    for first in 0..<3 {
      // The mean of n uniforms has standard error 1 ÷ √(12 n): 4.5 of them.
      #expect(abs(rows.reduce(0) { $0 + $1[first] } / count) < 4.5 / (12 * count).squareRoot())
      for second in 0..<3 {
        let found = rows.reduce(0) { $0 + 12 * $1[first] * $1[second] } / count
        let expected = 6 / .pi * .asin(Self.correlation[first, second] / 2)
        // 12 u v has a standard deviation of 1 if independent and √0.8 if equal.
        #expect(abs(found - expected) < 4.5 * 1.1 / count.squareRoot())
      }
    }
  }

  @Test("without correlation each number is Φ of its own normal, and values stay inside 0 and 1")
  func independence() throws {
    let copula = try GaussianCopula(
      correlation: Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1]))
    var normals = Self.normals(block: 1, count: 2)
    normals[0, 0] = 40
    normals[0, 1] = -40
    let uniforms = copula.uniforms(normals)
    #expect(uniforms[0, 0] == 1 - 0x1p-53)
    #expect(uniforms[0, 1] == 0x1p-53)
    #expect(uniforms[63, 1] == standardNormalCumulative(normals[63, 1]))
  }

  @Test("two variables by hand: the second normal is ρ z₁ + √(1 - ρ²) z₂")
  func twoByHand() throws {
    let copula = try GaussianCopula(
      correlation: Matrix(rows: 2, columns: 2, elements: [1, 0.6, 0.6, 1]))
    let normals = Self.normals(block: 2, count: 2)
    let uniforms = copula.uniforms(normals)
    for row in 0..<64 {
      let second = standardNormalCumulative(0.6 * normals[row, 0] + 0.8 * normals[row, 1])
      #expect(abs(uniforms[row, 0] - standardNormalCumulative(normals[row, 0])) < 1e-14)
      #expect(abs(uniforms[row, 1] - second) < 1e-14)
    }
  }

  @Test("what is no correlation matrix is refused with the reason")
  func refusals() {
    let cases: [(Matrix, StatisticsError)] = [
      (Matrix(rows: 1, columns: 2, repeating: 1), .notSquare(rows: 1, columns: 2)),
      (
        Matrix(rows: 2, columns: 2, elements: [1, 0.2, 0.3, 1]),
        .notSymmetric(row: 1, column: 0)
      ),
      (
        Matrix(rows: 2, columns: 2, elements: [1, 0.2, 0.2, 2]),
        .diagonalNotOne(row: 1, value: 2)
      ),
      (Matrix(rows: 2, columns: 2, repeating: 1), .notPositiveDefinite(order: 2)),
      (
        Matrix(rows: 2, columns: 2, elements: [1, .infinity, 0, 1]),
        .notFinite(row: 0, column: 1)
      ),
    ]
    for (matrix, error) in cases {
      #expect(throws: error) { try GaussianCopula(correlation: matrix) }
    }
  }
}
