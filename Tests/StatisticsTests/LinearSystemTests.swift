import RealModule
import Statistics
import Testing

@Suite("Linear systems, eigenvalues, Student's t and Fisher's F")
struct LinearSystemTests {
  @Test("a system by hand is solved, for one right side and for several")
  func solutionByHand() throws {
    // [[4, 2], [2, 3]] · [1, 2] = [8, 8], · [0, 1] = [2, 3].
    let system = try CholeskySystem(Matrix(rows: 2, columns: 2, elements: [4, 2, 2, 3]))
    let one = system.solution([8, 8])
    #expect(abs(one[0] - 1) < 1e-15 && abs(one[1] - 2) < 1e-15)
    let several = system.solution(Matrix(rows: 2, columns: 2, elements: [8, 2, 8, 3]))
    let expected = [1.0, 0, 2, 1]
    #expect(zip(several.elements, expected).allSatisfy { abs($0 - $1) < 1e-15 })
    // The inverse is [[3, -2], [-2, 4]] ÷ 8.
    let inverse = zip(system.inverse.elements, [0.375, -0.25, -0.25, 0.5])
    #expect(inverse.allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("a matrix that is not positive definite is refused")
  func indefinite() {
    #expect(throws: StatisticsError.notPositiveDefinite(order: 2)) {
      try CholeskySystem(Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 1]))
    }
  }

  @Test("eigenvalues by hand, ascending, with vectors that rebuild the matrix")
  func eigenvalues() throws {
    // Eigenvalues of [[2, 1], [1, 2]] are 1 and 3, of a path's Laplacian 0, 1 and 3.
    let two = try SymmetricEigen(Matrix(rows: 2, columns: 2, elements: [2, 1, 1, 2]))
    #expect(zip(two.values, [1.0, 3]).allSatisfy { abs($0 - $1) < 1e-14 })
    let laplacian = Matrix(rows: 3, columns: 3, elements: [1, -1, 0, -1, 2, -1, 0, -1, 1])
    let path = try SymmetricEigen(laplacian)
    #expect(zip(path.values, [0.0, 1, 3]).allSatisfy { abs($0 - $1) < 1e-14 })
    for row in 0..<3 {
      for column in 0..<3 {
        let entry = (0..<3).reduce(0) {
          $0 + path.values[$1] * path.vectors[$1, row] * path.vectors[$1, column]
        }
        #expect(abs(entry - laplacian[row, column]) < 1e-14)
      }
    }
  }

  @Test("the root of the pseudo-inverse of a projection is the projection")
  func inverseRoot() throws {
    let centring = Matrix(
      rows: 3, columns: 3,
      elements: [2, -1, -1, -1, 2, -1, -1, -1, 2].map { Double($0) / 3 })
    let root = try SymmetricEigen(centring).inverseRoot(above: 1e-10)
    #expect(zip(root.elements, centring.elements).allSatisfy { abs($0 - $1) < 1e-14 })
    let scaled = Matrix(rows: 1, columns: 1, elements: [4])
    #expect(try SymmetricEigen(scaled).inverseRoot(above: 1e-10)[0, 0] == 0.5)
  }

  @Test("t with one and two degrees of freedom has its closed form, and the normal as its limit")
  func studentT() {
    // One degree: Cauchy, P(|t| > 1) = ½. Two: P(|t| > x) = 1 - x ÷ √(2 + x²).
    #expect(abs(StudentT(degreesOfFreedom: 1).twoSidedP(1) - 0.5) < 1e-14)
    let two = StudentT(degreesOfFreedom: 2)
    #expect(abs(two.twoSidedP(-3) - (1 - 3 / 11.0.squareRoot())) < 1e-14)
    #expect(abs(two.twoSidedP(two.quantile(0.975)) - 0.05) < 1e-14)
    let normal = StudentT(degreesOfFreedom: .infinity)
    #expect(abs(normal.quantile(0.975) - 1.959_963_984_540_054) < 1e-13)
    #expect(abs(normal.twoSidedP(1.959_963_984_540_054) - 0.05) < 1e-14)
  }

  @Test("F with two numerator degrees has its closed form, and with one it is t squared")
  func fisherF() {
    // P(F > x) = (1 + 2x ÷ d)^(-d ÷ 2) with 2 and d degrees.
    let exceeded = fisherFExceeded(1.5, numeratorDegrees: 2, denominatorDegrees: 6)
    #expect(abs(exceeded - Double.pow(1.5, -3)) < 1e-14)
    let ofOne = fisherFExceeded(6.25, numeratorDegrees: 1, denominatorDegrees: 7)
    #expect(abs(ofOne - StudentT(degreesOfFreedom: 7).twoSidedP(2.5)) < 1e-14)
  }
}
