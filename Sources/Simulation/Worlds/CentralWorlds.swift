package import HybridWork
import Statistics

/// Worlds with every assumption at its middle, that differ in nothing but their luck.
package struct CentralWorlds {
  /// One world for each of the study's worlds.
  package let worlds: [DrawnWorld]
  private let set: AssumptionSet

  /// The worlds of a study.
  ///
  /// - Throws: ``SimulationError`` as a run of the study would.
  package init(_ study: Study) throws(SimulationError) {
    let certain = try WorldSampler(study: study.certain { _ in nil })
    let middle = certain.worlds(block: 0)[0].assumptions
    worlds = (0..<study.run.worlds).map { DrawnWorld(middle, luck: $0) }
    set = study.assumptions
  }

  /// The worlds with one assumption at a quantile of its distribution.
  package func worlds(_ id: AssumptionID, at probability: Double) -> [DrawnWorld] {
    let value = quantile(id, probability)
    return worlds.map { world in
      var world = world
      world.assumptions[id] = value
      return world
    }
  }

  /// A quantile of an assumption that has a range; NaN for another.
  package func quantile(_ id: AssumptionID, _ probability: Double) -> Double {
    guard case .distributed(let distribution) = set[id].value else { return .nan }
    return distribution.quantile(probability)
  }
}
