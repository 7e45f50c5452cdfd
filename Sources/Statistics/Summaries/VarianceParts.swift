import CBoostMath

/// The variance of a sample taken in worlds, several replications in each, split in two.
///
/// The one-way random effects model: value = world + luck. Between-world variance is that of the
/// world means less the part that luck has in them, within-world variance ÷ replications.
public struct VarianceParts: Equatable, Sendable {
  /// How many worlds have a mean.
  public let worlds: Int
  /// Replications in each world.
  public let replications: Int
  /// Luck: the variance within worlds; NaN with fewer than two replications.
  public let within: Double
  /// Not knowing: the variance between worlds, a negative estimate shown as 0; NaN where
  /// ``within`` is.
  public let between: Double
  /// Whether the estimate of ``between`` was negative.
  public let isCutAtZero: Bool
  /// The 90% interval of ``between`` by Williams and Tukey, for normal effects.
  public let betweenLow: Double, betweenHigh: Double

  /// Splits the variance of equally many replications in each world, one world after another.
  ///
  /// A world with a NaN is left out.
  public init(_ samples: [Double], replications: Int) {
    precondition(replications > 0 && samples.count % replications == 0, "worlds of equal size")
    var means: [Double] = []
    var squares = CompensatedSum()
    for first in stride(from: 0, to: samples.count, by: replications) {
      let world = samples[first..<(first + replications)]
      guard !world.contains(where: \.isNaN) else { continue }
      let mean = SampleSummary(Array(world)).mean
      means.append(mean)
      for value in world { squares.add((value - mean) * (value - mean)) }
    }
    worlds = means.count
    self.replications = replications
    guard worlds > 1, replications > 1 else {
      (within, between, betweenLow, betweenHigh) = (.nan, .nan, .nan, .nan)
      isCutAtZero = false
      return
    }
    let deviation = SampleSummary(means).standardDeviation
    let repeats = Double(replications)
    let freedom = (between: Double(worlds - 1), within: Double(worlds * (replications - 1)))
    within = squares.value / freedom.within
    let estimate = deviation * deviation - within / repeats
    isCutAtZero = estimate < 0
    between = max(estimate, 0)
    let sum = repeats * deviation * deviation * freedom.between
    let ratio = within > 0 ? repeats * deviation * deviation / within : .infinity
    func bound(_ probability: Double) -> Double {
      let critical = luwes_fisher_f_quantile(freedom.between, freedom.within, probability)
      let chiSquared = luwes_chi_squared_quantile(freedom.between, probability)
      let share = ratio.isFinite ? 1 - critical / ratio : 1
      return max(sum * share / (repeats * chiSquared), 0)
    }
    // Equal values everywhere have no ratio, and no doubt.
    betweenLow = sum > 0 ? bound(0.95) : 0
    betweenHigh = sum > 0 ? bound(0.05) : 0
  }

  /// The share of luck in the variance of one calendar, 0…1; NaN where nothing varies.
  public var shareOfLuck: Double {
    let whole = within + between
    return whole > 0 ? within / whole : .nan
  }
}
