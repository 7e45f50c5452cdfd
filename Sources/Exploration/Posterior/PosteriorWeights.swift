import RealModule

/// How much each world counts after evidence: in proportion to how likely it makes the evidence.
public struct PosteriorWeights: Equatable, Sendable {
  /// By world; they sum to 1.
  public let values: [Double]

  /// Fewer effective worlds than this are no basis for anything.
  public static let fewestEffective = 100.0

  /// Weighs worlds by their logarithmic likelihoods.
  public init(logLikelihoods: [Double]) {
    let most = logLikelihoods.max() ?? 0
    let raw = logLikelihoods.map { Double.exp($0 - most) }
    let sum = raw.reduce(0, +)
    values = raw.map { $0 / sum }
  }

  /// How many equally weighted worlds would say as much (Kish): 1 ÷ Σ w².
  public var effectiveSampleSize: Double { 1 / values.reduce(0) { $0 + $1 * $1 } }
}

/// Location and spread of weighted values.
public struct WeightedSummary: Equatable, Sendable {
  /// The weighted mean.
  public let mean: Double
  /// The weighted standard deviation.
  public let standardDeviation: Double
  /// The 5%, 50% and 95% quantiles: the least value with as much weight at or below it.
  public let p05: Double, p50: Double, p95: Double

  /// Summarises values, leaving NaN out; weights need not sum to 1.
  public init(_ values: [Double], weights: [Double]) {
    precondition(values.count == weights.count, "\(values.count) values, \(weights.count) weights")
    let order = values.indices.filter { !values[$0].isNaN }.sorted {
      (values[$0], $0) < (values[$1], $1)
    }
    let total = order.reduce(0) { $0 + weights[$1] }
    let mean = order.reduce(0) { $0 + weights[$1] * values[$1] } / total
    let variance = order.reduce(0) {
      $0 + weights[$1] * (values[$1] - mean) * (values[$1] - mean)
    }
    self.mean = mean
    standardDeviation = Double.sqrt(variance / total)
    func quantile(_ share: Double) -> Double {
      var sum = 0.0
      for place in order {
        sum += weights[place]
        if sum >= share * total * (1 - 1e-12) { return values[place] }
      }
      return order.last.map { values[$0] } ?? .nan
    }
    (p05, p50, p95) = (quantile(0.05), quantile(0.5), quantile(0.95))
  }
}
