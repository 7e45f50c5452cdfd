import HybridWork
public import Simulation

/// Tries what planners hold to be true of the model over the worlds of a study.
public struct ModelCheckRun: Sendable {
  private let study: Study
  private let checks: [ModelCheck]

  /// Prepares checks; the policies they name are the study's or its baseline.
  public init(_ study: Study, checks: [ModelCheck]) {
    self.study = study
    self.checks = checks
  }

  /// Runs every check on the same worlds and luck.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result is the same for any number.
  ///   - grid: Solved days at counters, perhaps of earlier runs.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: One result a check, in order.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> [ModelCheckResult] {
    var results: [ModelCheckResult] = []
    for (number, check) in checks.enumerated() {
      progress(Double(number) / Double(checks.count))
      let key = OutcomeKey(check.outcome, check.service.map { .service($0) } ?? .all)
      func samples(
        _ study: Study, scenarios: [Int]
      ) throws(SimulationError) -> [[Double]] {
        let table = try StudyRun(study).run(threads: threads, grid: grid).samples
        return scenarios.map { table.samples(key, scenario: $0) }
      }
      switch check.change {
      case .policy(let policy, let other):
        let pair = study.comparing([self.policy(other), self.policy(policy)])
        let found = try samples(pair, scenarios: [1, 2])
        results.append(result(check, before: found[0], after: found[1]))
      case .assumption(let id, let value, let other, let policy):
        let one = study.comparing([self.policy(policy)])
        let before = try samples(one.fixing(id, at: other), scenarios: [1])[0]
        let after = try samples(one.fixing(id, at: value), scenarios: [1])[0]
        results.append(result(check, before: before, after: after))
      }
    }
    return results
  }

  private func policy(_ id: String) -> Policy {
    study.policies.first { $0.id == id } ?? study.baseline
  }

  private func result(
    _ check: ModelCheck, before: [Double], after: [Double]
  ) -> ModelCheckResult {
    var (pairs, broken) = (0, 0)
    var worst: (excess: Double, pair: ModelCheckResult.Pair)?
    for (sample, values) in zip(before, after).enumerated()
    where !values.0.isNaN && !values.1.isNaN {
      pairs += 1
      let excess = check.excess(from: values.0, to: values.1)
      guard excess > 0 else { continue }
      broken += 1
      guard excess > worst?.excess ?? 0 else { continue }
      let (world, replication) = sample.quotientAndRemainder(
        dividingBy: study.run.replications)
      worst = (
        excess,
        ModelCheckResult.Pair(
          world: world, replication: replication, before: values.0, after: values.1)
      )
    }
    return ModelCheckResult(check: check, pairs: pairs, broken: broken, worst: worst?.pair)
  }
}
