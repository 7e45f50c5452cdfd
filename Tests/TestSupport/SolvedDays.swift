import Simulation
import Synchronization

/// Counter days solved by tests of this process, so that no test solves them again.
///
/// Results don't depend on it; the tests of the grid see to that with grids of their own.
final class SolvedDays: Sendable {
  private let nodes = Mutex<[String: [[UInt8]: [Double]]]>([:])

  static let shared = SolvedDays()

  /// A grid that holds what was solved for a study's counters before.
  func grid(for study: Study) -> WaitingGrid {
    let grid = WaitingGrid()
    let identities = grid.identities(of: study)
    let known = nodes.withLock { nodes in identities.map { nodes[$0] ?? [:] } }
    for (identity, days) in zip(identities, known) {
      grid.insert(
        days.map { WaitingGrid.SolvedNode(key: $0, values: $1) }, identity: identity)
    }
    return grid
  }

  /// Keeps what a run has solved.
  func keep(_ grid: WaitingGrid) {
    guard grid.solvedCount > 0 else { return }
    let contents = grid.contents
    nodes.withLock { nodes in
      for (identity, solved) in contents {
        for node in solved { nodes[identity, default: [:]][node.key] = node.values }
      }
    }
  }
}
