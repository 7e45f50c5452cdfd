public import HybridWork
public import Simulation
public import Statistics

/// What is known of one outcome, in three intervals that answer three questions.
public struct OutcomeIntervals: Sendable {
  /// Range of outcomes: what one calendar may bring, not knowing and luck together.
  public let range: SampleSummary
  /// Not-knowing: the 5 and 95% quantiles of what worlds bring on average, luck removed; NaN with a
  /// single replication.
  public let notKnowingLow: Double, notKnowingHigh: Double
  /// Monte Carlo error: how far ``range``'s mean may be off, as only so many worlds were run.
  public let error: MonteCarloError
  /// The variance of one calendar, split between worlds and luck.
  public let parts: VarianceParts

  /// Reads the samples of all calendars.
  ///
  /// World means still hold a part of luck, variance within ÷ replications. They are drawn together
  /// around their mean until their variance is that between worlds, so that luck is left out.
  ///
  /// - Parameters:
  ///   - samples: World by world, `replications` in each.
  ///   - replications: At least 1.
  ///   - scrambles: Independent designs the worlds lie in, as ``WorldSampling/scrambles`` says.
  public init(samples: [Double], replications: Int, scrambles: Int) {
    range = SampleSummary(samples)
    parts = VarianceParts(samples, replications: replications)
    let means = worldMeans(samples, replications: replications)
    error = MonteCarloError(worldMeans: means, scrambles: scrambles)
    let centre = range.mean
    let spread = SampleSummary(means).standardDeviation
    guard parts.between.isFinite else {
      (notKnowingLow, notKnowingHigh) = (.nan, .nan)
      return
    }
    let factor = spread > 0 ? parts.between.squareRoot() / spread : 0
    let drawn = SampleSummary(means.map { centre + ($0 - centre) * factor })
    (notKnowingLow, notKnowingHigh) = (drawn.p05, drawn.p95)
  }
}

/// The mean over replications of each world; NaN where one of them is not defined.
func worldMeans(_ samples: [Double], replications: Int) -> [Double] {
  stride(from: 0, to: samples.count, by: replications).map { first in
    let world = Array(samples[first..<(first + replications)])
    return world.contains(where: \.isNaN) ? .nan : SampleSummary(world).mean
  }
}

extension StudyResult {
  /// The mean over replications of an outcome for everyone, world by world; empty if the study does
  /// not report it.
  public func worldMeans(_ outcome: Outcome, scenario: Int) -> [Double] {
    Exploration.worldMeans(
      samples.samples(OutcomeKey(outcome), scenario: scenario),
      replications: study.run.replications)
  }

  /// The intervals of an outcome for everyone: of a scenario's level, or of its difference from
  /// another scenario, calendar by calendar; nil if the study does not report it.
  public func intervals(
    _ outcome: Outcome, scenario: Int, against other: Int? = nil
  ) -> OutcomeIntervals? {
    let key = OutcomeKey(outcome)
    guard samples.place(of: key) != nil else { return nil }
    var values = samples.samples(key, scenario: scenario)
    if let other {
      values = zip(values, samples.samples(key, scenario: other)).map { $0 - $1 }
    }
    return OutcomeIntervals(
      samples: values, replications: study.run.replications,
      scrambles: study.run.sampling.scrambles)
  }

  /// By how much two values of an outcome must differ for one to be better: 1e-9 of the baseline's
  /// magnitude.
  func tolerance(_ outcome: Outcome) -> Double {
    let mean = SampleSummary(samples.samples(OutcomeKey(outcome), scenario: 0)).mean
    return mean.isNaN ? 0 : 1e-9 * abs(mean)
  }
}
