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
  ///   - grid: Solved days at counters, perhaps of earlier runs.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: The values at which the policy's standing changes.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    grid: WaitingGrid = WaitingGrid(), progress: @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> SwitchingResult {
    var values: [SwitchingValue] = []
    var fixed: [AssumptionID] = []
    let central = try gain(nil, grid)
    for (number, assumption) in study.assumptions.assumptions.enumerated() {
      progress(Double(number) / Double(study.assumptions.assumptions.count))
      guard case .distributed(let distribution) = assumption.value else {
        fixed.append(assumption.id)
        continue
      }
      let points = Self.quantiles.map(distribution.quantile)
      var gains: [Double] = []
      for point in points { gains.append(try gain((assumption.id, point), grid)) }
      values.append(try value(of: assumption.id, points: points, gains: gains, grid))
    }
    return SwitchingResult(
      policy: policy, outcome: outcome, centralGain: central, values: values, fixed: fixed)
  }

  private func value(
    of id: AssumptionID, points: [Double], gains: [Double], _ grid: WaitingGrid
  ) throws(SimulationError) -> SwitchingValue {
    var switches: [Double] = []
    for place in points.indices.dropLast()
    where (gains[place] > 0) != (gains[place + 1] > 0) {
      var (left, right) = (points[place], points[place + 1])
      for _ in 0..<Self.bisections {
        let middle = left / 2 + right / 2
        if (try gain((id, middle), grid) > 0) == (gains[place] > 0) {
          left = middle
        } else {
          right = middle
        }
      }
      switches.append(left / 2 + right / 2)
    }
    return SwitchingValue(
      id: id, low: points[0], central: points[2], high: points[4], switches: switches,
      gainAtLow: gains[0], gainAtHigh: gains[4])
  }

  /// The mean gain over the baseline with one assumption set and the others at their middle.
  private func gain(
    _ change: (id: AssumptionID, value: Double)?, _ grid: WaitingGrid
  ) throws(SimulationError) -> Double {
    let certain = study.certain { $0 == change?.id ? change?.value : nil }
    let result = try StudyRun(certain).run(threads: 1, grid: grid)
    let key = OutcomeKey(outcome)
    let pairs = zip(
      result.samples.samples(key, scenario: 1), result.samples.samples(key, scenario: 0))
    let differences = pairs.map { $0 - $1 }
    let sign = outcome.direction == .maximise ? 1.0 : -1.0
    return sign * SampleSummary(differences).mean
  }
}
