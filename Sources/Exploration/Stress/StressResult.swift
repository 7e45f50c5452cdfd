public import HybridWork
public import Simulation
public import Statistics

/// What hard times do to every policy of a study.
public struct StressResult: Sendable {
  /// The hard times.
  public let tests: [StressTest]
  /// The study without them.
  public let usual: StudyResult
  /// The study in each of them.
  public let stressed: [StudyResult]

  /// The outcomes that hard times are judged by.
  public static let outcomes: [Outcome] = [
    .coverage, .fullyCoveredDays, .meanWaitMinutes, .p90WaitMinutes, .servedWithinStandard,
    .lostCitizens, .officeShareMean, .flexibleDaysPerWeek, .outputChange,
  ]

  /// An outcome of a scenario in a test: its level, and its difference from the same scenario
  /// without the test, world by world and calendar by calendar; nil if it is not reported.
  public func effect(
    of test: Int, _ outcome: Outcome, scenario: Int
  ) -> (level: SampleSummary, difference: SampleSummary)? {
    guard let row = usual.samples.place(of: OutcomeKey(outcome)) else { return nil }
    let levels = Array(stressed[test].samples.samples(row: row, scenario: scenario))
    let usual = usual.samples.samples(row: row, scenario: scenario)
    let level = SampleSummary(levels)
    guard level.count > 0 else { return nil }
    return (level, SampleSummary(zip(levels, usual).map { $0 - $1 }))
  }
}
