public import Simulation

/// Runs a study as it is and once more in each hard time, on the same worlds and luck.
public struct StressRun: Sendable {
  /// The study.
  public let study: Study
  /// The hard times, in the order given.
  public let tests: [StressTest]

  /// A study with the tests that its policies are put to.
  public init(_ study: Study, tests: [StressTest]) {
    self.study = study
    self.tests = tests
  }

  /// Runs everything; `grid` gets the counter days that had to be solved.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result is the same for any number.
  ///   - grid: Solved days at counters, perhaps of earlier runs.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: The study without and with stress.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> StressResult {
    let parts = Double(tests.count + 1)
    let usual = try StudyRun(study).run(threads: threads, grid: grid) { progress($0 / parts) }
    var stressed: [StudyResult] = []
    for (number, test) in tests.enumerated() {
      stressed.append(
        try StudyRun(study.under(test)).run(threads: threads, grid: grid) {
          progress((Double(number + 1) + $0) / parts)
        })
    }
    return StressResult(tests: tests, usual: usual, stressed: stressed)
  }
}
