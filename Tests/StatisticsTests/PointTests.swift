import Statistics
import Testing

@Suite("Points in the unit cube")
struct PointTests {
  @Test("Sobol' points are those of Joe and Kuo's directions as SciPy has them")
  func directions() throws {
    let rows = try Reference.rows("sobol.csv")
    let points = SobolPoints.unscrambled(dimensions: 220, count: 256)
    #expect(rows.count == 90)
    for row in rows {
      let (point, dimension) = (try #require(Int(row[0])), try #require(Int(row[1])))
      #expect(points[point * 220 + dimension] == UInt32(row[2]), "point \(row)")
    }
  }

  @Test("any 2^k points of a scramble fill every one of 2^k intervals of every coordinate")
  func balance() {
    let cube = SobolPoints(dimensions: 40, count: 128, scramble: RandomKey(seed: 5))
    for dimension in 0..<40 {
      for first in [0, 64] {
        let cells = (first..<(first + 64)).map { Int(cube[$0, dimension] * 64) }
        #expect(Set(cells).count == 64)
      }
    }
  }

  @Test("two coordinates are balanced together: 64 points, one in each of 8 × 8 cells")
  func pairs() {
    let cube = SobolPoints(dimensions: 2, count: 64, scramble: RandomKey(seed: 9))
    let cells = (0..<64).map { Int(cube[$0, 0] * 8) * 8 + Int(cube[$0, 1] * 8) }
    #expect(Set(cells).count == 64)
  }

  @Test("scrambles are independent of each other and uniform")
  func scrambles() {
    // 400 scrambles of one point: the mean of a uniform has a standard error of 0.0144.
    let firsts = (0..<400).map {
      SobolPoints(dimensions: 2, count: 1, scramble: RandomKey(seed: UInt64($0)))[0, 1]
    }
    #expect(abs(SampleSummary(firsts).mean - 0.5) < 4 * 0.0144)
    let seconds = (0..<400).map {
      SobolPoints(dimensions: 2, count: 1, scramble: RandomKey(seed: UInt64($0)))[0, 0]
    }
    let products = zip(firsts, seconds).map { ($0 - 0.5) * ($1 - 0.5) }
    #expect(abs(SampleSummary(products).mean) < 4.0 / 12 / 20)
  }

  @Test("averages of a smooth function err far less than by Monte Carlo")
  func convergence() {
    func mean(_ value: (Int, Int) -> Double) -> Double {
      (0..<1024).reduce(0) { $0 + value($1, 0) * value($1, 1) * value($1, 2) } / 1024
    }
    var squares = 0.0
    for seed in 0..<20 {
      let cube = SobolPoints(dimensions: 3, count: 1024, scramble: RandomKey(seed: UInt64(seed)))
      let error = mean { cube[$0, $1] } - 0.125
      squares += error * error
    }
    // Monte Carlo: Var(xyz) = 1/27 - 1/64, so a standard error of 0.0046 with 1,024 points.
    #expect((squares / 20).squareRoot() < 0.0046 / 10)
  }

  @Test("a Latin hypercube visits each of its intervals once in every coordinate")
  func hypercube() {
    let cube = LatinHypercube(dimensions: 7, count: 50, key: RandomKey(seed: 3))
    for dimension in 0..<7 {
      #expect(Set((0..<50).map { Int(cube[$0, dimension] * 50) }).count == 50)
    }
    #expect((0..<50).map { cube[$0, 0] } != (0..<50).map { cube[$0, 1] })
  }
}
