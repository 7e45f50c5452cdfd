import CBoostMath
import RealModule

/// A probability distribution of one number.
///
/// Quantiles and shares come from Boost.Math. A distribution with a ``defect`` answers NaN.
public enum Distribution: Equatable, Sendable {
  /// Always the same value.
  case constant(Double)
  /// Normal with the given mean and standard deviation.
  case normal(mean: Double, sd: Double)
  /// The exponential of a normal with mean log(`median`) and standard deviation `sigma`.
  case lognormal(median: Double, sigma: Double)
  /// Beta on 0…1 with mean `alpha` ÷ (`alpha` + `beta`).
  case beta(alpha: Double, beta: Double)
  /// Gamma with mean `shape` × `scale`.
  case gamma(shape: Double, scale: Double)
  /// Every value from `low` to `high` alike.
  case uniform(low: Double, high: Double)
  /// Density rising from `low` to `mode` and falling to `high`.
  case triangular(low: Double, mode: Double, high: Double)
  /// One of several values, ascending, with chances in proportion to the weights: 0 and 1 for a
  /// question of yes or no, or one value for each of several answers.
  case discrete(values: [Double], weights: [Double])

  /// The value below which the distribution has a share `probability` of its mass.
  ///
  /// 0 and 1 give the ends of the support, infinite ones included; NaN outside 0…1.
  public func quantile(_ probability: Double) -> Double {
    guard (0...1).contains(probability), defect == nil else { return .nan }
    if let value = certainValue { return value }
    switch self {
    case .constant(let value): return value
    case .normal(let mean, let sd): return mean + sd * luwes_normal_quantile(probability)
    case .lognormal(let median, let sigma):
      return luwes_lognormal_quantile(.log(median), sigma, probability)
    case .beta(let alpha, let beta): return luwes_beta_quantile(alpha, beta, probability)
    case .gamma(let shape, let scale): return luwes_gamma_quantile(shape, scale, probability)
    case .uniform(let low, let high): return low * (1 - probability) + high * probability
    case .triangular(let low, let mode, let high):
      return luwes_triangular_quantile(low, mode, high, probability)
    case .discrete(let values, let weights):
      return Self.discreteQuantile(values, weights, probability)
    }
  }

  /// The share of the distribution at or below a value: 0 left of the support, 1 right of it.
  public func cumulative(_ value: Double) -> Double {
    guard !value.isNaN, defect == nil else { return .nan }
    if let certainValue { return value < certainValue ? 0 : 1 }
    if value <= support.lowerBound { return 0 }
    if value >= support.upperBound { return 1 }
    switch self {
    case .constant: return .nan
    case .normal(let mean, let sd): return luwes_normal_cumulative((value - mean) / sd)
    case .lognormal(let median, let sigma):
      return luwes_lognormal_cumulative(.log(median), sigma, value)
    case .beta(let alpha, let beta): return luwes_beta_cumulative(alpha, beta, value)
    case .gamma(let shape, let scale): return luwes_gamma_cumulative(shape, scale, value)
    case .uniform(let low, let high): return (value - low) / (high - low)
    case .triangular(let low, let mode, let high):
      return luwes_triangular_cumulative(low, mode, high, value)
    case .discrete(let values, let weights):
      return Self.discreteCumulative(values, weights, value)
    }
  }

  /// The expected value; NaN if the distribution has a ``defect``.
  public var mean: Double {
    guard defect == nil else { return .nan }
    return switch self {
    case .constant(let value): value
    case .normal(let mean, _): mean
    case .lognormal(let median, let sigma): median * .exp(sigma * sigma / 2)
    case .beta(let alpha, let beta): alpha / (alpha + beta)
    case .gamma(let shape, let scale): shape * scale
    case .uniform(let low, let high): low / 2 + high / 2
    case .triangular(let low, let mode, let high): low / 3 + mode / 3 + high / 3
    case .discrete(let values, let weights):
      zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    }
  }

  /// Whether all mass lies on one value: a constant, no spread, or a range of no width.
  public var isConstant: Bool { certainValue != nil }

  private var certainValue: Double? {
    switch self {
    case .constant(let value): value
    case .normal(let mean, let sd): sd == 0 ? mean : nil
    case .lognormal(let median, let sigma): sigma == 0 ? median : nil
    case .beta, .gamma: nil
    case .uniform(let low, let high): low == high ? low : nil
    case .triangular(let low, _, let high): low == high ? low : nil
    case .discrete(let values, _): values.count == 1 ? values[0] : nil
    }
  }

  private var support: ClosedRange<Double> {
    switch self {
    case .constant, .normal: -.infinity ... .infinity
    case .lognormal, .gamma: 0 ... .infinity
    case .beta: 0...1
    case .uniform(let low, let high): low...high
    case .triangular(let low, _, let high): low...high
    // The least value has mass of its own, so that only what lies below it has none.
    case .discrete(let values, _): (values.first ?? 0).nextDown...(values.last ?? 0)
    }
  }

  private static func discreteQuantile(
    _ values: [Double], _ weights: [Double], _ probability: Double
  ) -> Double {
    let target = probability * weights.reduce(0, +)
    var sum = 0.0
    for (value, weight) in zip(values, weights) {
      sum += weight
      if target <= sum, weight > 0 { return value }
    }
    // Rounding may leave the last bit of the sum unreached.
    return zip(values, weights).reversed().first { $1 > 0 }?.0 ?? .nan
  }

  private static func discreteCumulative(
    _ values: [Double], _ weights: [Double], _ value: Double
  ) -> Double {
    let below = zip(values, weights).reduce(0) { $1.0 <= value ? $0 + $1.1 : $0 }
    return below / weights.reduce(0, +)
  }
}
