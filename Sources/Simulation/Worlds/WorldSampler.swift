package import HybridWork
import Statistics

/// Draws worlds: one value for every assumption, correlated by a Gaussian copula.
package struct WorldSampler {
  /// Worlds drawn together, so that products have one shape whatever the number of worlds.
  package static let blockSize = GaussianCopula.blockSize

  private let set: AssumptionSet
  private let datedMeans: [Double]
  private let correlated: [AssumptionID]
  private let copula: GaussianCopula?
  private let key: RandomKey

  /// Prepares the sampler of a study.
  ///
  /// Dated values enter as their mean over the calendar's working days.
  package init(study: Study) throws(SimulationError) {
    set = study.assumptions
    key = RandomKey(seed: study.run.seed).child(Purpose.assumption.rawValue)
    datedMeans = try Self.datedMeans(study.assumptions, study.calendar)
    let involved = Set(study.assumptions.correlations.flatMap { [$0.first, $0.second] })
    let ordered = involved.sorted()
    correlated = ordered
    guard !ordered.isEmpty else {
      copula = nil
      return
    }
    var matrix = Matrix(rows: ordered.count, columns: ordered.count, repeating: 0)
    for index in ordered.indices { matrix[index, index] = 1 }
    for correlation in study.assumptions.correlations {
      guard let row = ordered.firstIndex(of: correlation.first),
        let column = ordered.firstIndex(of: correlation.second)
      else { continue }
      matrix[row, column] = correlation.rho
      matrix[column, row] = correlation.rho
    }
    do {
      copula = try GaussianCopula(correlation: matrix)
    } catch {
      throw .impossibleCorrelations(ordered)
    }
  }

  /// The worlds `block * blockSize ..< (block + 1) * blockSize`.
  package func worlds(block: Int) -> [Assumptions] {
    let first = block * Self.blockSize
    var worlds = (0..<Self.blockSize).map { offset in
      Assumptions { id in
        value(id, probability: probability(id, world: first + offset))
      }
    }
    guard let copula else { return worlds }
    var normals = Matrix(rows: Self.blockSize, columns: correlated.count, repeating: 0)
    for offset in worlds.indices {
      for (column, id) in correlated.enumerated() {
        normals[offset, column] = standardNormalQuantile(probability(id, world: first + offset))
      }
    }
    let uniforms = copula.uniforms(normals)
    for offset in worlds.indices {
      for (column, id) in correlated.enumerated() {
        worlds[offset][id] = value(id, probability: uniforms[offset, column])
      }
    }
    return worlds
  }

  private func probability(_ id: AssumptionID, world: Int) -> Double {
    key.child(id.rawValue).uniform(UInt64(world))
  }

  private func value(_ id: AssumptionID, probability: Double) -> Double {
    switch set[id].value {
    case .dated: datedMeans[id.ordinal]
    case .distributed(let distribution): distribution.quantile(probability)
    }
  }

  private static func datedMeans(
    _ set: AssumptionSet, _ calendar: WorkCalendar
  ) throws(SimulationError) -> [Double] {
    var means: [Double] = []
    for assumption in set.assumptions {
      guard case .dated(let values) = assumption.value else {
        means.append(.nan)
        continue
      }
      var sum = 0.0
      for day in calendar.days {
        guard let current = values.last(where: { $0.from <= day.date }) else {
          throw .noValueBefore(assumption.id, day.date)
        }
        sum += current.value
      }
      // A value that does not change must come out as itself, not as a rounded mean.
      let first = values.last { $0.from <= calendar.days[0].date }?.value
      let changes = values.contains {
        $0.from > calendar.days[0].date && $0.from <= calendar.through
      }
      means.append(changes ? sum / Double(calendar.days.count) : first ?? .nan)
    }
    return means
  }
}
