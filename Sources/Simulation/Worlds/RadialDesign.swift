package import HybridWork
import Statistics

/// Worlds A and B of independent assumptions with the same luck row by row, and worlds between them.
package struct RadialDesign {
  /// The worlds at the base points, and at the points that factors are taken from.
  package let a: [DrawnWorld], b: [DrawnWorld]

  private static let dimensions = AssumptionID.allCases.count

  /// Base points for a study.
  ///
  /// Few points of the Sobol' sequence are uneven in pairs of high coordinates. So only the assumptions
  /// named lie on scrambled Sobol' points, the first of them on the best coordinates; the others on a
  /// Latin hypercube.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - points: Base points; a power of two keeps Sobol' points even.
  ///   - even: The assumptions on Sobol' points, the most important first.
  /// - Throws: ``SimulationError`` as a run of the study would.
  package init(_ study: Study, points: Int, even: [AssumptionID]) throws(SimulationError) {
    let sampler = try WorldSampler(study: study)
    let key = WorldLayout.key(seed: study.run.seed).child("radial")
    let cube = SobolPoints(
      dimensions: max(2 * even.count, 1), count: points, scramble: key.child("sobol"))
    let hypercube = LatinHypercube(
      dimensions: 2 * Self.dimensions, count: points, key: key.child("hypercube"))
    var places = Array(repeating: Int?.none, count: Self.dimensions)
    for (place, id) in even.enumerated() { places[id.ordinal] = place }
    func worlds(isB: Bool) -> [DrawnWorld] {
      Self.worlds(sampler, count: points) { id, point in
        if let place = places[id.ordinal] {
          cube[point, isB ? place + even.count : place]
        } else {
          hypercube[point, id.ordinal + (isB ? Self.dimensions : 0)]
        }
      }
    }
    a = worlds(isB: false)
    b = worlds(isB: true)
  }

  /// The worlds A with some assumptions as they are in B.
  ///
  /// - Parameter ids: With an assumption all that are correlated with it, so that they stay together.
  /// - Returns: A world for each base point, with the luck of its row.
  package func mixed(_ ids: [AssumptionID]) -> [DrawnWorld] {
    zip(a, b).map { base, other in
      var world = base
      for id in ids { world.assumptions[id] = other.assumptions[id] }
      return world
    }
  }

  private static func worlds(
    _ sampler: WorldSampler, count: Int, _ probability: (AssumptionID, Int) -> Double
  ) -> [DrawnWorld] {
    stride(from: 0, to: count, by: WorldSampler.blockSize).flatMap { first in
      let block = sampler.worlds { id, offset in
        probability(id, min(first + offset, count - 1))
      }
      return block.prefix(count - first).enumerated().map { DrawnWorld($1, luck: first + $0) }
    }
  }
}
