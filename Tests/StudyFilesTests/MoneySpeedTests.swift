import Foundation
import HybridWork
import Simulation
import Statistics
import StudyFiles
import Testing

/// What money and output cost beside the rest of a run; run in release with `LUWES_BENCH=1`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LUWES_BENCH"] == "1"))
struct MoneySpeedTests {
  @Test("pricing every sample of the main study takes under 15% of its run")
  func share() throws {
    OpenBLAS.useOneThread()
    let log = DiagnosticLog()
    let path = FixtureFile.path("../../../scenarios/west-java-mkd")
    let overrides = StudyOverrides(seed: 1, worlds: 64, replications: 2)
    let study = try #require(StudyLoader.load(path, overrides: overrides, log: log)?.study)
    let run = try StudyRun(study)
    let grid = WaitingGrid()
    // The first run solves counter days, which are kept between runs; it is not timed.
    _ = run.run(threads: 1, grid: grid)
    let clock = ContinuousClock()
    let whole = (0..<3).map { _ in
      clock.measure { _ = run.run(threads: 1, grid: grid) }
    }.min()
    let money = (0..<3).map { _ in clock.measure { price(study) } }.min()
    let ratio = try #require(money) / #require(whole)
    print("money and output: \(ratio * 100)% of a run (\(try #require(whole)))")
    #expect(ratio < 0.15)
  }

  /// The products and ledgers of as many samples as the study has.
  private func price(_ study: Study) {
    let worlds = 64
    let tallies = (0..<(worlds * CellTally.length)).map { Double($0 % 7) }
    let world = Assumptions { study.central($0) }
    var products = Array(repeating: 0.0, count: worlds * Quantities.count)
    var checksum = 0.0
    for policy in study.scenarios {
      let terms = study.ledgerTerms(of: policy)
      for _ in 0..<study.run.replications {
        products.withUnsafeMutableBufferPointer { result in
          tallies.withUnsafeBufferPointer { left in
            CellTally.coefficients.withUnsafeBufferPointer { right in
              guard let left = left.baseAddress, let right = right.baseAddress,
                let result = result.baseAddress
              else { return }
              Matrix.multiply(
                rows: worlds, inner: CellTally.length, columns: Quantities.count, left, right,
                into: result)
            }
          }
        }
        for row in 0..<worlds {
          let start = row * Quantities.count
          let quantities = Quantities(
            columns: Array(products[start..<(start + Quantities.count)]),
            building: Quantities.BuildingDays(scattered: 100, dark: 50, matesAway: 10),
            presentDays: 2e6, staff: 8871, participants: 1000)
          let ledger = Ledger(quantities, world, terms)
          checksum += ledger.net(of: .budget) + OutputChange(quantities, world).share
        }
      }
    }
    #expect(checksum.isFinite)
  }
}
