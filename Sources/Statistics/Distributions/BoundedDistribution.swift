/// A distribution cut off at bounds, the mass outside them spread in proportion over the inside.
public struct BoundedDistribution: Equatable, Sendable {
  /// The distribution before the cut.
  public let base: Distribution
  /// The least value possible; `nil` for no cut.
  public let lower: Double?
  /// The greatest value possible; `nil` for no cut.
  public let upper: Double?

  private let massBelow: Double
  private let massWithin: Double

  /// Cuts a distribution off at the given bounds, either of which may be absent.
  public init(_ base: Distribution, lower: Double? = nil, upper: Double? = nil) {
    self.base = base
    self.lower = lower
    self.upper = upper
    // What lies at the bound itself counts only where single values have mass.
    let below: (Double) -> Double = { bound in
      if case .discrete = base { base.cumulative(bound.nextDown) } else { base.cumulative(bound) }
    }
    massBelow = base.isConstant ? 0 : lower.map(below) ?? 0
    massWithin = base.isConstant ? 1 : (upper.map(base.cumulative) ?? 1) - massBelow
  }

  /// The value below which the cut distribution has a share `probability` of its mass.
  ///
  /// Never outside the bounds. NaN outside 0…1 or with a ``defect``.
  public func quantile(_ probability: Double) -> Double {
    guard (0...1).contains(probability), defect == nil else { return .nan }
    let value = base.quantile(min(max(massBelow + probability * massWithin, 0), 1))
    return min(max(value, lower ?? -.infinity), upper ?? .infinity)
  }

  /// The value with half of the cut distribution's mass on either side.
  public var median: Double { quantile(0.5) }

  /// What makes the parameters or bounds impossible, or `nil` if they are fine.
  public var defect: DistributionDefect? {
    if let defect = base.defect { return defect }
    if let lower, !lower.isFinite { return .notFinite(.lower, lower) }
    if let upper, !upper.isFinite { return .notFinite(.upper, upper) }
    let least = lower ?? -.infinity
    let greatest = upper ?? .infinity
    if least > greatest { return .boundsCrossed(lower: least, upper: greatest) }
    let empty =
      base.isConstant ? !(least...greatest).contains(base.mean) : massWithin < 1e-9
    return empty ? .nothingWithinBounds(lower: least, upper: greatest) : nil
  }
}
