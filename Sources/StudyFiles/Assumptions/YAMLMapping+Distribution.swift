import HybridWork
import Statistics

extension YAMLMapping {
  /// The distribution of the keys `distribution` and, if given, `bounds`.
  func boundedDistribution() -> BoundedDistribution? {
    let base = required("distribution")?.distribution()
    let cut = optional("bounds")
    let bounds = cut.map { $0.bounds() } ?? Bounds()
    guard let base, let bounds else { return nil }
    let bounded = BoundedDistribution(base, lower: bounds.lower, upper: bounds.upper)
    if let defect = bounded.defect {
      (cut ?? value).complain(.assumption(.impossibleDistribution(defect)))
      return nil
    }
    return bounded
  }
}

/// Where a distribution is cut off.
private struct Bounds {
  var lower: Double?
  var upper: Double?
}

extension YAMLValue {
  /// A distribution by its name and parameters: `{normal: {mean: 0.06, sd: 0.08}}`.
  fileprivate func distribution() -> Distribution? {
    let families = [
      "normal", "lognormal", "beta", "gamma", "uniform", "triangular", "boolean", "discrete",
    ]
    return mapping { keys in
      guard let index = keys.alternative(families.map { [$0] }),
        let parameters = keys.optional(families[index]),
        let distribution = parameters.distribution(of: families[index])
      else { return nil }
      if let defect = distribution.defect {
        parameters.complain(.assumption(.impossibleDistribution(defect)))
        return nil
      }
      return distribution
    }
  }

  private func distribution(of family: String) -> Distribution? {
    switch family {
    case "normal": parameters("mean", "sd").map { .normal(mean: $0[0], sd: $0[1]) }
    case "lognormal":
      parameters("median", "sigma").map { .lognormal(median: $0[0], sigma: $0[1]) }
    case "beta": parameters("alpha", "beta").map { .beta(alpha: $0[0], beta: $0[1]) }
    case "gamma": parameters("shape", "scale").map { .gamma(shape: $0[0], scale: $0[1]) }
    case "uniform": parameters("low", "high").map { .uniform(low: $0[0], high: $0[1]) }
    case "boolean":
      mapping { keys in
        keys.required("probability")?.number(in: 0...1).map {
          .discrete(values: [0, 1], weights: [1 - $0, $0])
        }
      }
    case "discrete": discrete()
    default:
      parameters("low", "mode", "high").map { .triangular(low: $0[0], mode: $0[1], high: $0[2]) }
    }
  }

  /// Values in ascending order with a weight each; without weights all alike.
  private func discrete() -> Distribution? {
    mapping { keys in
      let values = keys.required("values")?.each { $0.number() }
      let place = keys.optional("weights")
      let weights = place.map { $0.each { $0.number() } }
      guard let values else { return nil }
      guard let weights else {
        return .discrete(values: values, weights: values.map { _ in 1 })
      }
      return weights.map { .discrete(values: values, weights: $0) }
    }
  }

  private func parameters(_ names: String...) -> [Double]? {
    mapping { keys in
      let values = names.compactMap { keys.required($0)?.number() }
      return values.count == names.count ? values : nil
    }
  }

  fileprivate func bounds() -> Bounds? {
    mapping { keys in
      let low = keys.optional("at_least")
      let high = keys.optional("at_most")
      guard low != nil || high != nil else {
        complain(.key(.oneNeeded(keys: ["at_least", "at_most"])))
        return nil
      }
      let bounds = Bounds(lower: low?.number(), upper: high?.number())
      let isRead = (low == nil) == (bounds.lower == nil) && (high == nil) == (bounds.upper == nil)
      return isRead ? bounds : nil
    }
  }
}
