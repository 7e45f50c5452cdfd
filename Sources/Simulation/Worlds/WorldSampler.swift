package import HybridWork
import Statistics

/// A joint draw of all assumptions, and the luck that its calendars have.
package struct DrawnWorld: Sendable {
  /// The value of every assumption.
  package var assumptions: Assumptions
  /// Which streams its calendars draw from; worlds that share it differ in nothing but assumptions.
  package var luck: Int

  /// A world with the luck of a number.
  package init(_ assumptions: Assumptions, luck: Int) {
    self.assumptions = assumptions
    self.luck = luck
  }
}

/// Draws worlds: one value for every assumption, correlated by a Gaussian copula.
package struct WorldSampler {
  /// Worlds drawn together, so that products have one shape whatever the number of worlds.
  package static let blockSize = GaussianCopula.blockSize

  private let set: AssumptionSet
  private let datedMeans: [Double]
  private let correlated: [AssumptionID]
  private let copula: GaussianCopula?
  private let layout: WorldLayout

  /// Prepares the sampler of a study.
  ///
  /// Dated values enter as their mean over the calendar's working days.
  package init(study: Study) throws(SimulationError) {
    set = study.assumptions
    layout = try WorldLayout(study.run)
    datedMeans = try Self.datedMeans(study.assumptions, study.calendar)
    let dependence = CorrelationMatrix(study.assumptions.correlations)
    correlated = dependence.ids
    do {
      copula =
        dependence.ids.isEmpty ? nil : try GaussianCopula(correlation: dependence.attainable())
    } catch {
      throw .impossibleCorrelations(dependence.ids)
    }
  }

  /// The assumptions of the first `count` worlds, in order.
  func assumptions(ofFirst count: Int) -> [Assumptions] {
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    return (0..<blocks).flatMap { worlds(block: $0) }.prefix(count).map(\.assumptions)
  }

  /// The worlds `block * blockSize ..< (block + 1) * blockSize`.
  package func worlds(block: Int) -> [DrawnWorld] {
    let first = block * Self.blockSize
    return worlds { layout.probability($0, world: first + $1) }.enumerated().map {
      DrawnWorld($1, luck: first + $0)
    }
  }

  /// A block of worlds from the probabilities, independent of each other, at which their
  /// assumptions lie.
  ///
  /// - Parameter probability: Of an assumption in a world of the block, 0…``blockSize`` − 1.
  /// - Returns: ``blockSize`` worlds.
  package func worlds(_ probability: (AssumptionID, Int) -> Double) -> [Assumptions] {
    var worlds = (0..<Self.blockSize).map { offset in
      Assumptions { id in value(id, probability: probability(id, offset)) }
    }
    guard let copula else { return worlds }
    var normals = Matrix(rows: Self.blockSize, columns: correlated.count, repeating: 0)
    for offset in worlds.indices {
      for (column, id) in correlated.enumerated() {
        normals[offset, column] = standardNormalQuantile(probability(id, offset))
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
