/// Why no distribution has the given parameters or bounds.
public enum DistributionDefect: Error, Equatable, Sendable {
  /// A number that describes a distribution, by the name it has in ``Distribution``.
  public enum Parameter: String, Sendable {
    case value
    case mean
    case sd
    case median
    case sigma
    case alpha
    case beta
    case shape
    case scale
    case low
    case mode
    case high
    case values
    case weights
    case lower
    case upper
  }

  /// The parameter is NaN or infinite.
  case notFinite(Parameter, Double)
  /// The parameter must not be negative.
  case negative(Parameter, Double)
  /// The parameter must be above 0.
  case notPositive(Parameter, Double)
  /// The range is the wrong way round.
  case lowAboveHigh(low: Double, high: Double)
  /// The most likely value lies outside the range.
  case modeOutsideRange(low: Double, mode: Double, high: Double)
  /// Not as many weights as values, or neither.
  case unequalCounts(values: Int, weights: Int)
  /// A value that is not above the one before it.
  case notAscending(Double)
  /// Weights of which none is above 0.
  case noWeight
  /// The bounds are the wrong way round.
  case boundsCrossed(lower: Double, upper: Double)
  /// The bounds leave nothing of the distribution (less than 10⁻⁹ of it).
  case nothingWithinBounds(lower: Double, upper: Double)
}

extension Distribution {
  /// What makes the parameters impossible, or `nil` if they are fine.
  ///
  /// No spread (`sd`, `sigma` of 0) and no width (`low` = `high`) are fine: see ``isConstant``.
  public var defect: DistributionDefect? {
    switch self {
    case .constant(let value): notFinite(.value, value)
    case .normal(let mean, let sd): notFinite(.mean, mean) ?? negative(.sd, sd)
    case .lognormal(let median, let sigma):
      notPositive(.median, median) ?? negative(.sigma, sigma)
    case .beta(let alpha, let beta): notPositive(.alpha, alpha) ?? notPositive(.beta, beta)
    case .gamma(let shape, let scale): notPositive(.shape, shape) ?? notPositive(.scale, scale)
    case .uniform(let low, let high): wrongRange(low, high)
    case .triangular(let low, let mode, let high):
      wrongRange(low, high) ?? notFinite(.mode, mode)
        ?? (low <= mode && mode <= high
          ? nil : .modeOutsideRange(low: low, mode: mode, high: high))
    case .discrete(let values, let weights): unfit(values, weights)
    }
  }

  private func unfit(_ values: [Double], _ weights: [Double]) -> DistributionDefect? {
    guard values.count == weights.count, !values.isEmpty else {
      return .unequalCounts(values: values.count, weights: weights.count)
    }
    for value in values {
      if let defect = notFinite(.values, value) { return defect }
    }
    for weight in weights {
      if let defect = negative(.weights, weight) { return defect }
    }
    for (value, next) in zip(values, values.dropFirst()) where next <= value {
      return .notAscending(next)
    }
    return weights.contains { $0 > 0 } ? nil : .noWeight
  }

  private func notFinite(
    _ parameter: DistributionDefect.Parameter, _ value: Double
  ) -> DistributionDefect? {
    value.isFinite ? nil : .notFinite(parameter, value)
  }

  private func negative(
    _ parameter: DistributionDefect.Parameter, _ value: Double
  ) -> DistributionDefect? {
    notFinite(parameter, value) ?? (value < 0 ? .negative(parameter, value) : nil)
  }

  private func notPositive(
    _ parameter: DistributionDefect.Parameter, _ value: Double
  ) -> DistributionDefect? {
    notFinite(parameter, value) ?? (value <= 0 ? .notPositive(parameter, value) : nil)
  }

  private func wrongRange(_ low: Double, _ high: Double) -> DistributionDefect? {
    notFinite(.low, low) ?? notFinite(.high, high)
      ?? (low > high ? .lowAboveHigh(low: low, high: high) : nil)
  }
}
