/// How far a mean over worlds may be off because only so many worlds were drawn.
public struct MonteCarloError: Equatable, Sendable {
  /// The mean over worlds.
  public let mean: Double
  /// The standard error of ``mean``; NaN when it can't be told.
  public let standardError: Double
  /// Degrees of freedom of ``standardError``.
  public let degreesOfFreedom: Double

  /// The error of a mean over world means that were drawn independently in `scrambles` equal
  /// designs, one after another; 1 for worlds that are each independent.
  ///
  /// With several designs the error is that of the mean of their means, since points within a
  /// design are anything but independent. World means that are NaN are left out; a design without
  /// any makes the error NaN.
  public init(worldMeans: [Double], scrambles: Int) {
    precondition(scrambles > 0 && worldMeans.count % scrambles == 0, "designs of equal size")
    let size = worldMeans.count / scrambles
    let units =
      scrambles == 1
      ? worldMeans.filter { !$0.isNaN }
      : (0..<scrambles).map {
        SampleSummary(Array(worldMeans[($0 * size)..<(($0 + 1) * size)])).mean
      }
    mean = SampleSummary(worldMeans).mean
    let isKnown = units.count > 1 && !units.contains(where: \.isNaN)
    standardError =
      isKnown
      ? SampleSummary(units).standardDeviation / Double(units.count).squareRoot() : .nan
    degreesOfFreedom = Double(units.count - 1)
  }

  /// The interval that holds the true mean with a probability, by Student's t.
  public func interval(_ probability: Double = 0.9) -> (low: Double, high: Double) {
    guard standardError.isFinite, degreesOfFreedom > 0 else { return (.nan, .nan) }
    let reach =
      StudentT(degreesOfFreedom: degreesOfFreedom).quantile(0.5 + probability / 2) * standardError
    return (mean - reach, mean + reach)
  }
}
