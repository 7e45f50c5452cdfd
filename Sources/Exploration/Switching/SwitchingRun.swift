public import HybridWork
public import Simulation
import Statistics

/// What a policy's standing does when one assumption moves and all others stay at their middle.
public struct SwitchingValue: Sendable {
  /// Which assumption.
  public let id: AssumptionID
  /// Its 1, 50 and 99 per cent quantiles: the range that was tried.
  public let low: Double, central: Double, high: Double
  /// The values in that range at which the policy changes from better to worse or back, in order.
  public let switches: [Double]
  /// The gain over the baseline at ``low`` and ``high``, in the direction that is good.
  public let gainAtLow: Double, gainAtHigh: Double
}

/// Switching values of one policy and outcome.
public struct SwitchingResult: Sendable {
  /// The policy.
  public let policy: Policy
  /// What better is judged by.
  public let outcome: Outcome
  /// The gain over the baseline when every assumption is at its middle; positive is better.
  public let centralGain: Double
  /// One entry for each assumption that has a range.
  public let values: [SwitchingValue]
  /// The assumptions that have no range and can't be tried.
  public let fixed: [AssumptionID]
}

/// Finds the values of assumptions at which a policy stops being better than the baseline.
public struct SwitchingRun: Sendable {
  private let study: Study
  private let policy: Policy
  private let outcome: Outcome
  private static let quantiles = [0.01, 0.25, 0.5, 0.75, 0.99]
  private static let bisections = 20

  /// A study's policy, judged by an outcome that has a direction.
  public init(_ study: Study, policy: Policy, outcome: Outcome) {
    precondition(outcome.direction != .info, "neither way of \(outcome) is better")
    self.study = study.pair(policy, by: outcome)
    self.policy = policy
    self.outcome = outcome
  }

  /// Tries every assumption that has a range, one at a time.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result does not depend on it.
  ///   - grid: Solved days at counters, perhaps of earlier runs.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: The values at which the policy's standing changes.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    threads: Int = 1, grid: WaitingGrid = WaitingGrid(),
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> SwitchingResult {
    let trial = try Trial(study, outcome, threads: threads, grid)
    var ranges: [Range] = []
    var fixed: [AssumptionID] = []
    for assumption in study.assumptions.assumptions {
      guard case .distributed(let distribution) = assumption.value else {
        fixed.append(assumption.id)
        continue
      }
      ranges.append(
        Range(id: assumption.id, points: Self.quantiles.map(distribution.quantile)))
    }
    var tried: [Trial.Change?] = [nil]
    for range in ranges { tried += range.points.map { (range.id, $0) } }
    let gains = trial.gains(tried) { progress($0 * 0.9) }
    var brackets: [Bracket] = []
    for place in ranges.indices {
      let first = 1 + place * Self.quantiles.count
      ranges[place].gains = Array(gains[first..<(first + Self.quantiles.count)])
      brackets += ranges[place].brackets
    }
    let found = Self.halved(brackets, trial) { progress(0.9 + $0 * 0.1) }
    let values = ranges.map { range in
      SwitchingValue(
        id: range.id, low: range.points[0], central: range.points[2], high: range.points[4],
        switches: zip(brackets, found).filter { $0.0.id == range.id }.map { $0.1 },
        gainAtLow: range.gains[0], gainAtHigh: range.gains[4])
    }
    return SwitchingResult(
      policy: policy, outcome: outcome, centralGain: gains[0], values: values, fixed: fixed)
  }

  /// The values of an assumption that are tried, and the gains there.
  private struct Range {
    let id: AssumptionID
    let points: [Double]
    var gains: [Double] = []

    /// Neighbouring values between which the policy's standing changes.
    var brackets: [Bracket] {
      points.indices.dropLast().filter { (gains[$0] > 0) != (gains[$0 + 1] > 0) }.map {
        Bracket(
          id: id, left: points[$0], right: points[$0 + 1], isBetterAtLeft: gains[$0] > 0)
      }
    }
  }

  /// Two values of an assumption between which the policy's standing changes.
  private struct Bracket {
    let id: AssumptionID
    var left: Double
    var right: Double
    /// Whether the policy is better at the left end.
    let isBetterAtLeft: Bool

    var middle: Double { left / 2 + right / 2 }
  }

  /// The values at which standings change, all brackets halved together.
  private static func halved(
    _ brackets: [Bracket], _ trial: Trial, _ progress: @Sendable (Double) -> Void
  ) -> [Double] {
    guard !brackets.isEmpty else { return [] }
    var brackets = brackets
    for round in 0..<bisections {
      let gains = trial.gains(brackets.map { ($0.id, $0.middle) }) { _ in }
      for (place, gain) in gains.enumerated() {
        if (gain > 0) == brackets[place].isBetterAtLeft {
          brackets[place].left = brackets[place].middle
        } else {
          brackets[place].right = brackets[place].middle
        }
      }
      progress(Double(round + 1) / Double(bisections))
    }
    return brackets.map(\.middle)
  }

  /// The policy tried in worlds that differ from the middle in one assumption and share its luck.
  private struct Trial {
    typealias Change = (id: AssumptionID, value: Double)

    private let sweep: AssumptionSweep
    private let middle: DrawnWorld
    private let sign: Double
    private let threads: Int
    private let grid: WaitingGrid

    init(
      _ study: Study, _ outcome: Outcome, threads: Int, _ grid: WaitingGrid
    ) throws(SimulationError) {
      var settings = study.run
      settings.sampling = .monteCarlo
      let certain = study.running(settings).certain { _ in nil }
      middle = try WorldSampler(study: certain).worlds(block: 0)[0]
      sweep = try AssumptionSweep(certain, outcome: outcome)
      sign = outcome.direction == .maximise ? 1 : -1
      self.threads = threads
      self.grid = grid
    }

    /// The mean gains over the baseline, each with one assumption changed or none.
    func gains(_ changes: [Change?], _ progress: @Sendable (Double) -> Void) -> [Double] {
      let worlds = changes.map { change in
        var world = middle
        if let change { world.assumptions[change.id] = change.value }
        return world
      }
      let samples = sweep.run(
        [AssumptionSweep.Sheet(simulated: worlds)], threads: threads, grid: grid,
        progress: progress)
      return samples[0].differences.map { sign * $0 }
    }
  }
}
