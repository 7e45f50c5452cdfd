import RealModule

/// How times at a counter vary: of service, or of patience.
public enum TimeDistribution: Hashable, Sendable {
  /// Exponential with a mean in minutes.
  case exponential(mean: Double)
  /// Lognormal with a mean in minutes and a coefficient of variation.
  case logNormal(mean: Double, coefficientOfVariation: Double)
  /// Always so many minutes; infinite for a patience that never ends.
  case constant(Double)

  /// The mean in minutes.
  public var mean: Double {
    switch self {
    case .exponential(let mean), .logNormal(let mean, _), .constant(let mean): mean
    }
  }
}

/// A distribution of times made ready for many draws.
struct TimeDraw: Sendable {
  private enum Kind {
    case exponential
    case logNormal
    case constant
  }

  private let kind: Kind
  private let scale: Double
  private let sigma: Double

  init(_ distribution: TimeDistribution) {
    switch distribution {
    case .exponential(let mean):
      (kind, scale, sigma) = (.exponential, mean, 0)
    case .logNormal(let mean, let variation):
      let variance = Double.log(onePlus: variation * variation)
      (kind, scale, sigma) = (.logNormal, mean * .exp(-variance / 2), variance.squareRoot())
    case .constant(let minutes):
      (kind, scale, sigma) = (.constant, minutes, 0)
    }
  }

  @inline(__always)
  func draw(_ uniforms: inout UniformStream) -> Double {
    switch kind {
    case .exponential: return -scale * .log(uniforms.next())
    case .constant: return scale
    case .logNormal:
      // Box and Muller (1958), one of the pair.
      let radius = (-2 * Double.log(uniforms.next())).squareRoot()
      return scale * .exp(sigma * radius * .cos(2 * .pi * uniforms.next()))
    }
  }
}
