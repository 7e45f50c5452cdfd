import HybridWork
import Statistics

/// Where worlds lie in the unit cube of all assumptions, one coordinate for each of the catalogue.
///
/// A coordinate belongs to an assumption's place in the catalogue, so that what is assumed of one
/// moves no world in another.
struct WorldLayout {
  private enum Points {
    case independent(RandomKey)
    case hypercubes([LatinHypercube])
    case sobol([SobolPoints])
  }

  private let points: Points
  private let size: Int
  private let worlds: Int

  /// Lays out a run's worlds.
  ///
  /// - Throws: ``SimulationError/unevenWorlds(_:worlds:)``.
  init(_ run: RunSettings) throws(SimulationError) {
    let (sampling, key) = (run.sampling, Self.key(seed: run.seed))
    guard sampling.allows(worlds: run.worlds) else {
      throw .unevenWorlds(sampling, worlds: run.worlds)
    }
    worlds = run.worlds
    size = run.worlds / sampling.scrambles
    let count = size
    let designs = (0..<UInt64(sampling.scrambles)).map { key.child(sampling.rawValue).child($0) }
    let dimensions = AssumptionID.allCases.count
    points =
      switch sampling {
      case .monteCarlo: .independent(key)
      case .latinHypercube:
        .hypercubes(
          designs.map { LatinHypercube(dimensions: dimensions, count: count, key: $0) })
      case .sobol:
        .sobol(
          designs.map { SobolPoints(dimensions: dimensions, count: count, scramble: $0) })
      }
  }

  /// The stream of all assumptions under a seed.
  static func key(seed: UInt64) -> RandomKey {
    RandomKey(seed: seed).child(Purpose.assumption.rawValue)
  }

  /// The probability at which an assumption lies in a world; ½ in worlds that only fill a block.
  func probability(_ id: AssumptionID, world: Int) -> Double {
    if case .independent(let key) = points {
      return key.child(id.rawValue).uniform(UInt64(world))
    }
    guard world < worlds else { return 0.5 }
    let (design, point) = (world / size, world % size)
    switch points {
    case .hypercubes(let hypercubes): return hypercubes[design][point, id.ordinal]
    case .sobol(let scrambles): return scrambles[design][point, id.ordinal]
    case .independent: return .nan
    }
  }
}
