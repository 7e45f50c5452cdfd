import HybridWork
import Statistics

/// What the worlds of one block leave for the money product, one row a world.
///
/// Threads write at places that no two of them share.
final class BlockBuffers: @unchecked Sendable {
  /// Staff on flexible days by kind of building day, people present and away, and work that shocks
  /// gave.
  struct BuildingDays {
    var scattered = 0
    var dark = 0
    var present = 0
    var workGained = 0
    var participants = 0
    var matesAway = 0.0
  }

  private let scenarioCount: Int
  private let replications: Int
  private let tallies: UnsafeMutablePointer<Double>
  private let building: UnsafeMutablePointer<BuildingDays>
  private static let worlds = WorldSampler.blockSize

  init(scenarioCount: Int, replications: Int) {
    self.scenarioCount = scenarioCount
    self.replications = replications
    let rows = scenarioCount * replications * Self.worlds
    tallies = .allocate(capacity: rows * CellTally.length)
    building = .allocate(capacity: rows)
    building.initialize(repeating: BuildingDays(), count: rows)
    clear()
  }

  deinit {
    tallies.deallocate()
    building.deallocate()
  }

  /// Zeroes every row, so that the unused rows of a last block stay out of its products.
  func clear() {
    tallies.update(
      repeating: 0, count: scenarioCount * replications * Self.worlds * CellTally.length)
  }

  private func row(_ scenario: Int, _ replication: Int, _ world: Int) -> Int {
    (scenario * replications + replication) * Self.worlds + world
  }

  func store(
    _ tally: ScenarioTally, present: Int, scenario: Int, replication: Int, world: Int
  ) {
    let row = row(scenario, replication, world)
    tally.cells.withUnsafeBufferPointer { cells in
      guard let base = cells.baseAddress else { return }
      (tallies + row * CellTally.length).update(from: base, count: cells.count)
    }
    building[row] = BuildingDays(
      scattered: tally.scatteredDays, dark: tally.darkDays, present: present,
      workGained: tally.shocks.workGained, participants: tally.participants,
      matesAway: tally.matesAwayDays)
  }

  func buildingDays(scenario: Int, replication: Int, world: Int) -> BuildingDays {
    building[row(scenario, replication, world)]
  }

  /// The quantities of one scenario and replication in all worlds of the block: one product whose
  /// shape depends on nothing, so that equal tallies give equal bits in any study.
  func products(scenario: Int, replication: Int) -> [Double] {
    var result = Array(repeating: 0.0, count: Self.worlds * Quantities.count)
    let left = tallies + row(scenario, replication, 0) * CellTally.length
    CellTally.coefficients.withUnsafeBufferPointer { right in
      result.withUnsafeMutableBufferPointer { result in
        guard let right = right.baseAddress, let result = result.baseAddress else { return }
        Matrix.multiply(
          rows: Self.worlds, inner: CellTally.length, columns: Quantities.count, left, right,
          into: result)
      }
    }
    return result
  }
}
