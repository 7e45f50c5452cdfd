public import HybridWork
public import Simulation
import Statistics

/// An uncertain assumption, or several that depend on each other and are varied as one.
///
/// Indices of single inputs have no meaning where inputs are correlated; between groups nothing is,
/// so that the indices of whole groups have.
public struct Factor: Sendable, Equatable {
  /// The assumptions, in catalogue order; at least one.
  public let ids: [AssumptionID]

  /// Whether changing it leaves everyone and every queue where they are.
  var isOnlyPriced: Bool { !ids.contains(where: \.movesPeopleOrQueues) }

  /// The factors of a study: every assumption with a range, correlated ones together.
  public static func all(of study: Study) -> [Factor] {
    let uncertain = study.assumptions.assumptions.compactMap { assumption -> AssumptionID? in
      guard case .distributed(let distribution) = assumption.value, !distribution.base.isConstant
      else { return nil }
      return assumption.id
    }
    let groups = CorrelationMatrix(study.assumptions.correlations).groups
    var factors: [Factor] = []
    for id in uncertain where !factors.contains(where: { $0.ids.contains(id) }) {
      let group = groups.first { $0.contains(id) } ?? [id]
      factors.append(Factor(ids: uncertain.filter { group.contains($0) }))
    }
    return factors
  }
}
