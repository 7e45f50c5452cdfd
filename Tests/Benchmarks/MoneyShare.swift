import ArgumentParser
import HybridWork
import Simulation
import Statistics

/// What money and output take of a run: products and ledgers of every calendar, and the ledger divided
/// by unit and group, beside a whole run of the office.
struct Money: ParsableCommand {
  @Option var office: String
  @Option var people: Int
  @Option var worlds = 64
  @Option var replications = 2
  @Option var rounds = 3
  @Option var seed: UInt64 = 1

  func run() throws {
    OpenBLAS.useOneThread()
    let settings = RunSettings(worlds: worlds, replications: replications, seed: seed)
    let study = try Office.read(office).study(people: people, run: settings)
    let run = try StudyRun(study)
    let sweep = try AssumptionSweep(study, outcome: .budgetNetRupiah)
    let drawn = try study.drawnWorlds().enumerated().map { DrawnWorld($1, luck: $0) }
    let simulated = AssumptionSweep.Sheet(simulated: drawn)
    let priced = Array(
      repeating: AssumptionSweep.Sheet(priced: drawn), count: Self.pricedSheets)
    var (whole, once, often, divided) = (Meter(), Meter(), Meter(), Meter())
    var checksum = 0.0
    for _ in 0..<rounds {
      let result = whole.measure { run.run(threads: 1) }
      let one = once.measure { self.sweep(sweep, [simulated]) }
      let many = often.measure { self.sweep(sweep, [simulated] + priced) }
      // Pricing once more gives the very same numbers.
      guard many.allSatisfy({ $0.differences == one[0].differences }) else {
        throw BenchmarkError.unknown("differences")
      }
      checksum += divided.measure { Self.divide(result) }
    }
    guard checksum.isFinite else { throw BenchmarkError.unknown("amounts") }
    var report = CaseReport(whole, work: Double(worlds * replications))
    let pricing =
      ((often.processorSeconds.min() ?? .nan) - (once.processorSeconds.min() ?? .nan))
      / Double(Self.pricedSheets)
    report.results["whole"] = [whole.processorSeconds.min() ?? .nan]
    report.results["pricing"] = [pricing]
    report.results["dividing"] = [divided.processorSeconds.min() ?? .nan]
    try report.write()
  }

  /// Sheets priced at a time, so that what one takes stands out of the noise.
  private static let pricedSheets = 10

  private func sweep(
    _ sweep: AssumptionSweep, _ sheets: [AssumptionSweep.Sheet]
  ) -> [AssumptionSweep.Samples] {
    sweep.run(sheets, threads: 1, grid: WaitingGrid()) { _ in }
  }

  /// Every line of every group, summarised as in `ledger-by-group.csv`.
  private static func divide(_ result: StudyResult) -> Double {
    let ledger = GroupLedger(result)
    var checksum = 0.0
    for scenario in result.study.scenarios.indices {
      for item in LedgerItem.allCases {
        let total = ledger.total(item, scenario: scenario)
        guard total.amounts.contains(where: { $0 != 0 }) else { continue }
        for group in ledger.groups.indices.dropFirst() {
          let line = ledger.line(item, group: group, scenario: scenario)
          checksum += SampleSummary(line.amounts).mean + SampleSummary(line.quantities).mean
        }
      }
    }
    return checksum
  }
}
