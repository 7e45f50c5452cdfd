public import HybridWork
public import Simulation
import Statistics

/// What one outcome of a policy depends on most.
public struct SensitivityResult: Sendable {
  /// What is found of one factor.
  public struct Row: Sendable {
    /// The assumption, or those that are varied together.
    public let factor: Factor
    /// The mean size of the step that the outcome makes when the factor alone is drawn anew, in the
    /// outcome's unit (Morris' μ*, on radial steps).
    public let meanStep: Double
    /// Its Sobol' indices; nil for a factor that screening left out.
    public let index: SobolIndices.Index?
  }

  /// The policy, and what it is compared with.
  public let policy: Policy, baseline: Policy
  /// The outcome of which the policy's difference from the baseline is explained.
  public let outcome: Outcome
  /// The factors, the greatest total index first, then those left out by their steps.
  public let rows: [Row]
  /// Base points of the indices.
  public let basePoints: Int
  /// The mean of the difference over base points, and its standard deviation from not knowing.
  public let mean: Double, deviation: Double
  /// The share of luck in the variance of one calendar.
  public let shareOfLuck: Double
  /// What the policy changes in the worlds A and B, base point by base point.
  public let a: [Double], b: [Double]
  /// The factors with indices in catalogue order, each with the results of A with it from B.
  public let mixed: [(factor: Factor, results: [Double])]
  /// Worlds that were simulated, and those that were only priced on calendars already there.
  public let simulatedWorlds: Int, pricedWorlds: Int
}

/// Divides the variance of what a policy changes among the assumptions.
///
/// A base row is a world A and a world B with the luck of the same days, and for each factor A with
/// this factor taken from B. Factors that get indices lie on scrambled Sobol' points, the others on a
/// Latin hypercube; factors that depend on each other are one.
public struct SensitivityRun: Sendable {
  /// How much is run.
  public struct Settings: Sendable {
    /// Base points of the indices, a power of two.
    public var basePoints = 256
    /// Base points of the screening, a power of two.
    public var screeningPoints = 32
    /// Factors that get indices: those with the greatest steps.
    public var mostFactors = 20

    /// The usual settings.
    public init() {}
  }

  private let study: Study
  private let policy: Policy
  private let outcome: Outcome
  private let settings: Settings

  /// A study's policy, explained by what its outcome changes.
  public init(_ study: Study, policy: Policy, outcome: Outcome, settings: Settings = Settings()) {
    self.study = study.pair(policy, by: outcome)
    self.policy = policy
    self.outcome = outcome
    self.settings = settings
  }

  /// Screens all factors and gives indices to those that matter.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result does not depend on it.
  ///   - grid: Solved days at counters.
  ///   - progress: Called now and then with the share done.
  /// - Returns: The factors with their steps and indices.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> SensitivityResult {
    let all = Factor.all(of: study)
    // Luck can be told from not knowing by two calendars at least; screening is where they cost least.
    var twice = study.run
    twice.replications = max(2, twice.replications)
    let screening = try Differences(
      study.running(twice), outcome, factors: all, even: [], points: settings.screeningPoints,
      threads: threads, grid
    ) { progress($0 * 0.2) }
    let steps = screening.mixed.map { mixed in
      SampleSummary(zip(mixed, screening.a).map { abs($0 - $1) }).mean
    }
    let order = all.indices.sorted { left, right in
      steps[left] == steps[right] ? left < right : steps[left] > steps[right]
    }
    let chosen = order.prefix(settings.mostFactors).filter { steps[$0] > 0 }.sorted()
    let found = try Differences(
      study, outcome, factors: chosen.map { all[$0] },
      even: order.filter { chosen.contains($0) }.flatMap { all[$0].ids },
      points: settings.basePoints, threads: threads, grid
    ) { progress(0.2 + $0 * 0.8) }
    let indices = SobolIndices(
      a: found.a, b: found.b, mixed: found.mixed,
      key: RandomKey(seed: study.run.seed).child("sobol"))
    let rows = order.map { place in
      SensitivityResult.Row(
        factor: all[place], meanStep: steps[place],
        index: chosen.firstIndex(of: place).map { indices.inputs[$0] })
    }
    let sorted = rows.enumerated().sorted { left, right in
      let totals = (left.element.index?.total ?? -1, right.element.index?.total ?? -1)
      return totals.0 == totals.1 ? left.offset < right.offset : totals.0 > totals.1
    }
    let luck = screening.luck / (screening.luck + indices.variance)
    return SensitivityResult(
      policy: policy, baseline: study.baseline, outcome: outcome, rows: sorted.map(\.element),
      basePoints: settings.basePoints, mean: SampleSummary(found.a + found.b).mean,
      deviation: indices.variance.squareRoot(), shareOfLuck: luck,
      a: found.a, b: found.b,
      mixed: zip(chosen, found.mixed).map { (factor: all[$0], results: $1) },
      simulatedWorlds: screening.simulated + found.simulated,
      pricedWorlds: screening.priced + found.priced)
  }

  /// What a policy changes at A, at B and at A with one factor from B, row by row.
  private struct Differences {
    let a: [Double], b: [Double]
    let mixed: [[Double]]
    /// The variance of luck within a world; NaN with a single replication.
    let luck: Double
    let simulated: Int, priced: Int

    init(
      _ study: Study, _ outcome: Outcome, factors: [Factor], even: [AssumptionID], points: Int,
      threads: Int, _ grid: WaitingGrid, _ progress: @Sendable (Double) -> Void
    ) throws(SimulationError) {
      var settings = study.run
      settings.worlds = points
      settings.sampling = .monteCarlo
      let study = study.running(settings)
      let design = try RadialDesign(study, points: points, even: even)
      let priced = factors.indices.filter { factors[$0].isOnlyPriced }
      let moving = factors.indices.filter { !factors[$0].isOnlyPriced }
      let order = priced + moving
      let sheets =
        [AssumptionSweep.Sheet(simulated: design.a)]
        + priced.map { AssumptionSweep.Sheet(priced: design.mixed(factors[$0].ids)) }
        + moving.map { AssumptionSweep.Sheet(simulated: design.mixed(factors[$0].ids)) }
        + [AssumptionSweep.Sheet(simulated: design.b)]
      let samples = try AssumptionSweep(study, outcome: outcome)
        .run(sheets, threads: threads, grid: grid, progress: progress)
      func differences(_ place: Int) -> [Double] { samples[place].differences }
      a = differences(0)
      b = differences(sheets.count - 1)
      var mixed = factors.map { _ in [Double]() }
      for (place, factor) in order.enumerated() { mixed[factor] = differences(place + 1) }
      self.mixed = mixed
      luck = samples[0].luck
      simulated = points * (2 + moving.count)
      self.priced = points * priced.count
    }
  }
}
