import Statistics

/// The wild cluster bootstrap of the treatment effect, with the tested effect imposed.
///
/// Residuals under the tested effect keep their place and are multiplied by one draw per cluster;
/// each draw's t is the CR1 t of the effect in the data so made. Only clusters' scores are needed,
/// and they are linear in the draws: scores = (K₀ - b·K₁)·draws for a tested effect b, so one pair
/// of matrix products serves every b. Cameron, Gelbach & Miller (2008); Roodman et al. (2019).
public struct WildBootstrap: Sendable {
  /// Distributions of the draws; raw values are the words of the command line.
  public enum Weights: String, CaseIterable, Sendable {
    /// ±1.
    case rademacher
    /// ±√½, ±1, ±√1.5.
    case webb

    var values: [Double] {
      switch self {
      case .rademacher: [1, -1]
      case .webb: [1, -1, 0.5.squareRoot(), -0.5.squareRoot(), 1.5.squareRoot(), -1.5.squareRoot()]
      }
    }
  }

  /// Whether every possible draw was made once.
  let isEnumerated: Bool
  /// The number of draws.
  let count: Int
  /// The smallest p-value that so many clusters or draws can give.
  let minimumAttainableP: Double

  private let effect: Double
  /// scale² and Σ of squared scores of the actual data: t² = (effect - b)² · these two's ratio.
  private let observedScale: Double
  private let observedSpread: Double
  /// By draw: the effect's numerator is n₀ - b·n₁, its squared error d₀ - 2b·d₁ + b²·d₂.
  private var numerators: [(Double, Double)] = []
  private var spreads: [(Double, Double, Double)] = []

  /// Draws for a fitted effect.
  ///
  /// All draws are made if there are at most `draws` of them, else `draws` random ones.
  init(_ contrast: TreatmentContrast, weights: Weights, draws: Int, key: RandomKey) {
    let clusters = contrast.clusterCount
    let values = weights.values
    let all = Self.power(values.count, clusters, atMost: draws)
    isEnumerated = all != nil
    count = all ?? draws
    minimumAttainableP =
      all.map { Double(values.count) / Double($0) } ?? 1 / Double(draws + 1)
    effect = contrast.effect
    observedScale = contrast.scale * contrast.scale
    observedSpread = contrast.scores(contrast.fit.residuals).reduce(0) { $0 + $1 * $1 }

    let outcome = ScoreKernel(contrast, contrast.outcomeWithoutControls)
    let treatment = ScoreKernel(contrast, contrast.own)
    numerators.reserveCapacity(count)
    spreads.reserveCapacity(count)
    for first in stride(from: 0, to: count, by: Self.block) {
      var drawn = Matrix(rows: clusters, columns: Self.block, repeating: 0)
      for column in 0..<min(Self.block, count - first) {
        Self.fill(
          &drawn, column, draw: first + column, values: values, isEnumerated: isEnumerated, key)
      }
      gather(drawn, columns: min(Self.block, count - first), outcome, treatment)
    }
  }

  /// The width of one matrix product; fixed, so that bits do not depend on the number of draws.
  private static let block = 512

  private static func power(_ base: Int, _ exponent: Int, atMost limit: Int) -> Int? {
    var power = 1
    for _ in 0..<exponent {
      power *= base
      if power > limit { return nil }
    }
    return power
  }

  private static func fill(
    _ drawn: inout Matrix, _ column: Int, draw: Int, values: [Double], isEnumerated: Bool,
    _ key: RandomKey
  ) {
    if isEnumerated {
      var rest = draw
      for cluster in 0..<drawn.rows {
        drawn[cluster, column] = values[rest % values.count]
        rest /= values.count
      }
    } else {
      let stream = key.child(UInt64(draw))
      for cluster in 0..<drawn.rows {
        let choice = stream.index(below: UInt64(values.count), UInt64(cluster))
        drawn[cluster, column] = values[Int(choice)]
      }
    }
  }

  private mutating func gather(
    _ drawn: Matrix, columns: Int, _ outcome: ScoreKernel, _ treatment: ScoreKernel
  ) {
    let first = outcome.matrix.multiplied(by: drawn)
    let second = treatment.matrix.multiplied(by: drawn)
    var n = Array(repeating: (0.0, 0.0), count: columns)
    var d = Array(repeating: (0.0, 0.0, 0.0), count: columns)
    for cluster in 0..<drawn.rows {
      let (y, x) = (outcome.scores[cluster], treatment.scores[cluster])
      let start = cluster * drawn.columns
      for column in 0..<columns {
        let draw = drawn.elements[start + column]
        n[column].0 += draw * y
        n[column].1 += draw * x
        let (a, b) = (first.elements[start + column], second.elements[start + column])
        d[column].0 += a * a
        d[column].1 += a * b
        d[column].2 += b * b
      }
    }
    numerators += n
    spreads += d
  }

  /// The two-sided p-value of a tested effect: the share of draws whose |t| is at least the actual.
  func pValue(of tested: Double) -> Double {
    let distance = (effect - tested) * (effect - tested) * observedScale
    let slack = (1 - 1e-10) * (1 - 1e-10)
    var extreme = 0
    for draw in 0..<count {
      let n = numerators[draw].0 - tested * numerators[draw].1
      let d = spreads[draw].0 - tested * (2 * spreads[draw].1 - tested * spreads[draw].2)
      // Both sides without divisions; a draw without spread counts as extreme.
      if n * n * observedSpread >= distance * d * slack { extreme += 1 }
    }
    return isEnumerated
      ? Double(extreme) / Double(count) : Double(1 + extreme) / Double(count + 1)
  }

  /// The t of every draw under a tested effect, without the small-sample factor.
  func statistics(of tested: Double) -> [Double] {
    (0..<count).map { draw in
      let n = numerators[draw].0 - tested * numerators[draw].1
      let d = spreads[draw].0 - tested * (2 * spreads[draw].1 - tested * spreads[draw].2)
      return n / d.squareRoot()
    }
  }
}

/// What draws per cluster make of a column's scores once the draw's own fit is taken out.
private struct ScoreKernel {
  /// By cluster: the weighted sum of own × column.
  let scores: [Double]
  /// Clusters × clusters: the score of the row's cluster that a unit draw of the column's gives.
  let matrix: Matrix

  init(_ contrast: TreatmentContrast, _ column: [Double]) {
    let scores = contrast.scores(column)
    let fit = contrast.fit
    let count = contrast.clusterCount
    var matrix = Matrix(rows: count, columns: count, repeating: 0)
    for cluster in 0..<count { matrix[cluster, cluster] = scores[cluster] }
    let own = Self.periodSums(contrast, contrast.own)
    let effects = contrast.projection.periodEffects(
      ofSums: Self.periodSums(contrast, column).transposed)
    matrix.subtract(own.multiplied(by: effects))
    var left = Matrix(rows: count, columns: fit.columns.count, repeating: 0)
    var right = Matrix(rows: fit.columns.count, columns: count, repeating: 0)
    for (place, regressor) in fit.columns.enumerated() {
      for row in regressor.indices {
        let weighted = regressor[row] * (contrast.projection.weights.map { $0[row] } ?? 1)
        left[contrast.cluster[row], place] += weighted * contrast.own[row]
        right[place, contrast.cluster[row]] += weighted * column[row]
      }
    }
    matrix.subtract(left.multiplied(by: fit.bread).multiplied(by: right))
    self.scores = scores
    self.matrix = matrix
  }

  /// Clusters × periods: the weighted sum of a column.
  private static func periodSums(_ contrast: TreatmentContrast, _ column: [Double]) -> Matrix {
    let projection = contrast.projection
    var sums = Matrix(
      rows: contrast.clusterCount, columns: projection.periodCount, repeating: 0)
    for row in column.indices {
      sums[contrast.cluster[row], projection.period[row]] +=
        column[row] * (projection.weights.map { $0[row] } ?? 1)
    }
    return sums
  }
}
