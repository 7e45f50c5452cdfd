public import HybridWork
public import Simulation

/// What a policy changes when one assumption at a time goes to either end of its range.
public struct TornadoResult: Sendable {
  /// One assumption's bar.
  public struct Bar: Sendable, Equatable {
    /// The assumption.
    public let id: AssumptionID
    /// Its 5, 50 and 95% quantiles.
    public let low: Double, middle: Double, high: Double
    /// The policy's difference from the baseline at ``low`` and ``high``, the others at their middle.
    public let atLow: Double, atHigh: Double

    /// The length of the bar.
    public var length: Double { abs(atHigh - atLow) }
  }

  /// The policy and what it is compared with.
  public let policy: Policy, baseline: Policy
  /// The measure.
  public let outcome: Outcome
  /// The difference when every assumption is at its middle.
  public let central: Double
  /// One bar an assumption that has a range, the longest first.
  public let bars: [Bar]
  /// How many calendars of luck each end was averaged over, the same for all.
  public let calendars: Int
}

/// Moves every assumption that has a range, one at a time, over the luck of the same calendars.
public struct TornadoRun: Sendable {
  private let study: Study
  private let policy: Policy
  private let outcome: Outcome
  private let calendars: Int

  /// A study's policy, by what its outcome changes.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - policy: One of its policies.
  ///   - outcome: The measure.
  ///   - calendars: Worlds of luck that every end is averaged over, at least 1.
  public init(_ study: Study, policy: Policy, outcome: Outcome, calendars: Int) {
    self.study = study.pair(policy, by: outcome)
    self.policy = policy
    self.outcome = outcome
    self.calendars = calendars
  }

  /// Runs both ends of every assumption.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result does not depend on it.
  ///   - grid: Solved days at counters.
  ///   - progress: Called now and then with the share done.
  /// - Returns: The bars.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> TornadoResult {
    var settings = study.run
    settings.worlds = calendars
    settings.sampling = .monteCarlo
    let study = study.running(settings)
    let uncertain = Factor.all(of: study).flatMap(\.ids).sorted { $0.ordinal < $1.ordinal }
    let priced = uncertain.filter { !$0.movesPeopleOrQueues }
    let moving = uncertain.filter(\.movesPeopleOrQueues)
    let middle = try CentralWorlds(study)
    func ends(_ id: AssumptionID) -> [[DrawnWorld]] {
      [0.05, 0.95].map { middle.worlds(id, at: $0) }
    }
    let sheets =
      [AssumptionSweep.Sheet(simulated: middle.worlds)]
      + priced.flatMap(ends).map { AssumptionSweep.Sheet(priced: $0) }
      + moving.flatMap(ends).map { AssumptionSweep.Sheet(simulated: $0) }
    let means = try AssumptionSweep(study, outcome: outcome)
      .run(sheets, threads: threads, grid: grid, progress: progress)
      .map(\.mean)
    let bars = (priced + moving).enumerated().map { place, id in
      TornadoResult.Bar(
        id: id, low: middle.quantile(id, 0.05), middle: middle.quantile(id, 0.5),
        high: middle.quantile(id, 0.95), atLow: means[1 + 2 * place],
        atHigh: means[2 + 2 * place])
    }
    return TornadoResult(
      policy: policy, baseline: study.baseline, outcome: outcome, central: means[0],
      bars: bars.sorted { left, right in
        left.length == right.length
          ? left.id.ordinal < right.id.ordinal : left.length > right.length
      }, calendars: calendars * study.run.replications)
  }
}
