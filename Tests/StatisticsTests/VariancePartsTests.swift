import Statistics
import Testing

@Suite("Variance between worlds and luck, and Monte Carlo error")
struct VariancePartsTests {
  @Test("the split and its interval are those of SciPy")
  func reference() throws {
    let rows = try Reference.rows("variances.csv")
    func values(_ name: String) -> [Double] {
      rows.filter { $0[0] == name }.compactMap { Double($0[1]) }
    }
    let parts = VarianceParts(values("sample"), replications: 3)
    #expect(abs(parts.within - values("within")[0]) < 1e-10)
    #expect(abs(parts.between - values("between")[0]) < 1e-10)
    #expect(abs(parts.betweenLow - values("low")[0]) < 1e-10)
    #expect(abs(parts.betweenHigh - values("high")[0]) < 1e-9)
    #expect(!parts.isCutAtZero)
  }

  @Test("worlds alike but for luck: a negative estimate is shown as 0 with its interval")
  func cut() {
    let parts = VarianceParts([1, 3, 3, 1, 1, 3, 3, 1], replications: 2)
    #expect(parts.within == 2)
    #expect(parts.between == 0)
    #expect(parts.isCutAtZero)
    #expect(parts.betweenLow == 0)
    #expect(parts.shareOfLuck == 1)
  }

  @Test("no luck at all: all of the variance is between worlds")
  func noLuck() {
    let parts = VarianceParts([1, 1, 3, 3], replications: 2)
    #expect(parts.within == 0)
    #expect(abs(parts.between - 2) < 1e-12)
    #expect(parts.shareOfLuck == 0)
    #expect(VarianceParts([5, 5, 5, 5], replications: 2).shareOfLuck.isNaN)
  }

  @Test("one replication can't tell luck from not knowing")
  func single() {
    let parts = VarianceParts([1, 2, 3], replications: 1)
    #expect(parts.within.isNaN && parts.between.isNaN && parts.shareOfLuck.isNaN)
  }

  @Test("the error of independent worlds and that of several designs")
  func errors() {
    let single = MonteCarloError(worldMeans: [1, 2, 3, 4], scrambles: 1)
    // The deviation of 1…4 is √(5/3), over √4.
    #expect(abs(single.standardError - (5.0 / 3).squareRoot() / 2) < 1e-15)
    let designs = MonteCarloError(worldMeans: [1, 3, 2, 4], scrambles: 2)
    // Design means 2 and 3: deviation √½, over √2.
    #expect(abs(designs.standardError - 0.5) < 1e-15)
    #expect(designs.degreesOfFreedom == 1)
    // t with one degree of freedom at 95%: tan(0.45π) = 6.3138.
    #expect(abs(designs.interval().high - (2.5 + 0.5 * 6.313_751_514_675_04)) < 1e-9)
    #expect(MonteCarloError(worldMeans: [1], scrambles: 1).standardError.isNaN)
  }
}
