public import HybridWork
public import Simulation
import Statistics

/// Runs a study on the months that logs tell of and holds its own figures against theirs.
///
/// Every month is simulated by itself, with the luck it has within the year; calendar `s` of every
/// month belongs to the same world, so that what is uncertain of all months alike stays so.
public struct ShadowRun: Sendable {
  private let study: Study
  private let policy: Policy
  private let observed: ShadowObservations

  /// A log may have this many times the register's people, or the register the log's (J).
  static let mostPeopleRatio = 1.25

  /// A study with the policy that was in force, and the logs.
  public init(_ study: Study, policy: Policy, observed: ShadowObservations) {
    self.study = policy.id == study.baseline.id ? study.comparing([]) : study.comparing([policy])
    self.policy = policy
    self.observed = observed
  }

  /// Simulates the observed months and compares.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result is the same for any number.
  ///   - grid: Solved days at counters, perhaps of earlier runs.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: The model's errors.
  /// - Throws: ``ShadowError``.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(ShadowError) -> ShadowResult {
    let months = study.calendar.wholeMonths.map { ObservedMonth($0, study, observed) }
      .filter { !$0.isEmpty }
    guard !months.isEmpty else { throw .nothingObserved }
    var comparison = ShadowComparison(study, shown: study.shownUnits)
    for (number, month) in months.enumerated() {
      let share = Double(number) / Double(months.count)
      do throws(SimulationError) {
        let part = study.during(month.calendar, replications: study.run.replications)
        let scenario = part.policies.count
        let found = try StudyRun(part).attended(
          scenario: scenario, on: month.isObserved, threads: threads, grid: grid
        ) { progress(share + $0 / Double(months.count)) }
        comparison.add(month, found.result, found.attendance)
      } catch {
        throw .simulation(error)
      }
    }
    return ShadowResult(
      study: study, policy: policy, findings: comparison.findings,
      suppressedUnits: comparison.suppressedUnits,
      ignoredDays: observed.attendance.count - months.reduce(0) { $0 + $1.unitDays })
  }
}
