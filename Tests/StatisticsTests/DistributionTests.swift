import RealModule
import Statistics
import Testing

@Suite("Distributions")
struct DistributionTests {
  static func distribution(_ row: [String]) throws -> Distribution {
    let first = try #require(Double(row[1]))
    let second = try #require(Double(row[2]))
    let third = try #require(Double(row[3]))
    return switch row[0] {
    case "normal": .normal(mean: first, sd: second)
    case "lognormal": .lognormal(median: first, sigma: second)
    case "beta": .beta(alpha: first, beta: second)
    case "gamma": .gamma(shape: first, scale: second)
    case "uniform": .uniform(low: first, high: second)
    default: .triangular(low: first, mode: second, high: third)
    }
  }

  @Test("quantiles, shares and means agree with SciPy")
  func agreesWithSciPy() throws {
    let rows = try Reference.rows("distributions.csv")
    #expect(rows.count == 153)
    for row in rows {
      let distribution = try Self.distribution(row)
      let probability = try #require(Double(row[4]))
      let quantile = try #require(Double(row[5]))
      let mean = try #require(Double(row[6]))
      let found = distribution.quantile(probability)
      #expect(found.isApproximatelyEqual(to: quantile, relativeTolerance: 1e-10), "\(row)")
      let share = distribution.cumulative(quantile)
      #expect(abs(share - probability) < 1e-9 * probability + 1e-15, "\(row)")
      #expect(distribution.mean.isApproximatelyEqual(to: mean, relativeTolerance: 1e-13))
    }
  }

  @Test("beta quantiles agree with closed forms: arcsine, powers and a quadratic")
  func betaClosedForms() {
    for probability in [0.001, 0.1, 0.37, 0.5, 0.8, 0.999] {
      let sine = Double.sin(.pi * probability / 2)
      let arcsine = Distribution.beta(alpha: 0.5, beta: 0.5).quantile(probability)
      #expect(arcsine.isApproximatelyEqual(to: sine * sine, relativeTolerance: 1e-13))
      let power = Distribution.beta(alpha: 5.8, beta: 1).quantile(probability)
      let root = Double.pow(probability, 1 / 5.8)
      #expect(power.isApproximatelyEqual(to: root, relativeTolerance: 1e-13))
      // Beta (2, 2) has the distribution function 3x² - 2x³.
      let x = Distribution.beta(alpha: 2, beta: 2).quantile(probability)
      #expect(abs(x * x * (3 - 2 * x) - probability) < 1e-14)
    }
  }

  @Test("bounded quantiles agree with roots found on SciPy's distribution functions")
  func boundedAgreesWithSciPy() throws {
    let rows = try Reference.rows("bounded.csv")
    #expect(rows.count == 25)
    for row in rows {
      let bounded = BoundedDistribution(
        try Self.distribution(row), lower: Double(row[4]), upper: Double(row[5]))
      let probability = try #require(Double(row[6]))
      let quantile = try #require(Double(row[7]))
      let found = bounded.quantile(probability)
      #expect(found.isApproximatelyEqual(to: quantile, relativeTolerance: 1e-9), "\(row)")
      #expect(bounded.defect == nil)
    }
  }

  @Test("the ends of the support are the quantiles of 0 and 1")
  func endsOfSupport() {
    #expect(Distribution.normal(mean: 1, sd: 2).quantile(0) == -.infinity)
    #expect(Distribution.normal(mean: 1, sd: 2).quantile(1) == .infinity)
    #expect(Distribution.lognormal(median: 1, sigma: 2).quantile(0) == 0)
    #expect(Distribution.lognormal(median: 1, sigma: 2).quantile(1) == .infinity)
    #expect(Distribution.gamma(shape: 2, scale: 1).quantile(0) == 0)
    #expect(Distribution.gamma(shape: 2, scale: 1).quantile(1) == .infinity)
    #expect(Distribution.beta(alpha: 0.5, beta: 2).quantile(0) == 0)
    #expect(Distribution.beta(alpha: 0.5, beta: 2).quantile(1) == 1)
    #expect(Distribution.uniform(low: 0.1, high: 0.3).quantile(1) == 0.3)
    #expect(Distribution.triangular(low: 1, mode: 2, high: 4).quantile(0) == 1)
    #expect(Distribution.triangular(low: 1, mode: 2, high: 4).quantile(1) == 4)
    #expect(Distribution.beta(alpha: 2, beta: 2).cumulative(-1) == 0)
    #expect(Distribution.triangular(low: 1, mode: 2, high: 4).cumulative(9) == 1)
    #expect(Distribution.gamma(shape: 2, scale: 1).cumulative(-.infinity) == 0)
  }

  @Test("a distribution without spread is a constant")
  func constants() {
    let constants: [Distribution] = [
      .constant(3), .normal(mean: 3, sd: 0), .lognormal(median: 3, sigma: 0),
      .uniform(low: 3, high: 3), .triangular(low: 3, mode: 3, high: 3),
    ]
    for constant in constants {
      #expect(constant.isConstant && constant.defect == nil)
      #expect(constant.quantile(0) == 3 && constant.quantile(0.7) == 3)
      #expect(constant.mean == 3)
      #expect(constant.cumulative(2.9) == 0 && constant.cumulative(3) == 1)
    }
    #expect(!Distribution.beta(alpha: 1, beta: 1).isConstant)
    #expect(!Distribution.uniform(low: 3, high: 4).isConstant)
  }

  @Test("impossible parameters are named and answer NaN")
  func defects() {
    let cases: [(Distribution, DistributionDefect)] = [
      (.constant(.infinity), .notFinite(.value, .infinity)),
      (.normal(mean: 0, sd: -1), .negative(.sd, -1)),
      (.lognormal(median: 0, sigma: 1), .notPositive(.median, 0)),
      (.lognormal(median: 1, sigma: -0.5), .negative(.sigma, -0.5)),
      (.beta(alpha: 0, beta: 1), .notPositive(.alpha, 0)),
      (.beta(alpha: 1, beta: -2), .notPositive(.beta, -2)),
      (.gamma(shape: -1, scale: 1), .notPositive(.shape, -1)),
      (.gamma(shape: 1, scale: 0), .notPositive(.scale, 0)),
      (.uniform(low: 2, high: 1), .lowAboveHigh(low: 2, high: 1)),
      (.triangular(low: 2, mode: 1.5, high: 1), .lowAboveHigh(low: 2, high: 1)),
      (.triangular(low: 1, mode: 5, high: 2), .modeOutsideRange(low: 1, mode: 5, high: 2)),
    ]
    for (distribution, defect) in cases {
      #expect(distribution.defect == defect)
      #expect(distribution.quantile(0.5).isNaN)
      #expect(distribution.cumulative(0.5).isNaN)
      #expect(distribution.mean.isNaN)
      #expect(BoundedDistribution(distribution).defect == defect)
    }
  }

  @Test("a share outside 0…1 has no quantile")
  func sharesOutsideRange() {
    for probability in [-0.1, 1.1, .nan] {
      #expect(Distribution.constant(2).quantile(probability).isNaN)
      #expect(Distribution.gamma(shape: 2, scale: 1).quantile(probability).isNaN)
      #expect(BoundedDistribution(.constant(2)).quantile(probability).isNaN)
      #expect(standardNormalQuantile(probability).isNaN)
    }
    #expect(Distribution.gamma(shape: 2, scale: 1).cumulative(.nan).isNaN)
  }

  @Test("bounds cut a uniform distribution by hand: 0…10 between 2 and 6 is uniform on 2…6")
  func boundedByHand() {
    let bounded = BoundedDistribution(.uniform(low: 0, high: 10), lower: 2, upper: 6)
    #expect(abs(bounded.quantile(0.25) - 3) < 1e-14)
    #expect(abs(bounded.median - 4) < 1e-14)
    #expect(bounded.quantile(0) == 2 && bounded.quantile(1) == 6)
    let above = BoundedDistribution(.normal(mean: 0, sd: 1), lower: 0)
    // The median of a half normal is the upper quartile of the whole.
    #expect(abs(above.median - 0.674_489_750_196_081_7) < 1e-14)
    #expect(BoundedDistribution(.normal(mean: 5, sd: 1)).median == 5)
  }

  @Test("bounds that leave nothing, or are crossed, are refused")
  func impossibleBounds() {
    let normal = Distribution.normal(mean: 0, sd: 1)
    #expect(
      BoundedDistribution(normal, lower: 1, upper: -1).defect
        == .boundsCrossed(lower: 1, upper: -1))
    #expect(
      BoundedDistribution(normal, lower: 20, upper: 21).defect
        == .nothingWithinBounds(lower: 20, upper: 21))
    #expect(
      BoundedDistribution(.constant(3), lower: 4).defect
        == .nothingWithinBounds(lower: 4, upper: .infinity))
    #expect(BoundedDistribution(.constant(3), lower: 3, upper: 3).median == 3)
    #expect(BoundedDistribution(normal, lower: .nan).defect != nil)
    #expect(BoundedDistribution(normal, lower: 20, upper: 21).median.isNaN)
  }

  @Test("the standard normal has its textbook values")
  func standardNormal() {
    #expect(standardNormalCumulative(0) == 0.5)
    #expect(abs(standardNormalCumulative(1.959_963_984_540_054) - 0.975) < 1e-15)
    #expect(abs(standardNormalQuantile(0.975) - 1.959_963_984_540_054) < 1e-14)
    // Φ(-10) = 7.61985302416e-24 (Abramowitz and Stegun, table 26.2).
    #expect(abs(standardNormalCumulative(-10) / 7.619_853_024_16e-24 - 1) < 1e-11)
    #expect(standardNormalCumulative(.infinity) == 1)
    #expect(standardNormalQuantile(0) == -.infinity)
  }

  @Test("a discrete distribution: yes or no, and answers with weights")
  func discrete() {
    let yesNo = Distribution.discrete(values: [0, 1], weights: [0.7, 0.3])
    #expect(yesNo.quantile(0.69) == 0)
    #expect(yesNo.quantile(0.71) == 1)
    #expect(abs(yesNo.mean - 0.3) < 1e-15)
    #expect(yesNo.cumulative(0) == 0.7)
    #expect(yesNo.cumulative(-0.1) == 0)
    #expect(yesNo.cumulative(1) == 1)
    let answers = Distribution.discrete(values: [1, 5, 9], weights: [0, 2, 2])
    #expect(answers.quantile(0) == 5)
    #expect(answers.quantile(1) == 9)
    #expect(answers.mean == 7)
    #expect(BoundedDistribution(answers, lower: 9).quantile(0.01) == 9)
    #expect(BoundedDistribution(answers, lower: 5).quantile(0.01) == 5)
    #expect(Distribution.discrete(values: [3], weights: [1]).isConstant)
  }

  @Test(
    "what makes a discrete distribution impossible",
    arguments: [
      (
        Distribution.discrete(values: [], weights: []),
        DistributionDefect.unequalCounts(values: 0, weights: 0)
      ),
      (.discrete(values: [1, 2], weights: [1]), .unequalCounts(values: 2, weights: 1)),
      (.discrete(values: [2, 2], weights: [1, 1]), .notAscending(2)),
      (.discrete(values: [1, 2], weights: [0, 0]), .noWeight),
      (.discrete(values: [1, 2], weights: [1, -1]), .negative(.weights, -1)),
    ])
  func impossible(distribution: Distribution, defect: DistributionDefect) {
    #expect(distribution.defect == defect)
  }
}
