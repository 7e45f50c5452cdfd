import ArgumentParser
import HybridWork
import Simulation
import Statistics
import StudyFiles

/// What counters add to a run: a study that has them against the same study without any.
struct Counters: ParsableCommand {
  @Option(help: "The folder of a study with counters.")
  var study: String
  @Option(help: "The folder of the same study without services.")
  var alone: String
  @Option var rounds = 3

  func run() throws {
    OpenBLAS.useOneThread()
    let grid = WaitingGrid()
    let withCounters = try Self.run(study)
    let roster = try Self.run(alone)
    var (cold, warm, without) = (Meter(), Meter(), Meter())
    _ = cold.measure { withCounters.run(threads: 1, grid: grid) }
    let solved = grid.solvedCount
    for _ in 0..<rounds {
      _ = without.measure { roster.run(threads: 1) }
      _ = warm.measure { withCounters.run(threads: 1, grid: grid) }
    }
    guard grid.solvedCount == solved else { throw BenchmarkError.unknown("node after a cold run") }
    var report = CaseReport(warm, work: 1)
    report.results["cold"] = cold.processorSeconds
    report.results["without"] = without.processorSeconds
    report.results["nodes"] = [Double(solved)]
    try report.write()
  }

  private static func run(_ folder: String) throws -> StudyRun {
    let log = DiagnosticLog()
    guard let loaded = StudyLoader.load(folder, log: log) else {
      throw BenchmarkError.unknown(
        log.diagnostics.first?.text(in: .english) ?? "study \(folder)")
    }
    return try StudyRun(loaded.study)
  }
}
