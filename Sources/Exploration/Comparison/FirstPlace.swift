public import HybridWork
public import Simulation

/// What the first place of a ranking depends on.
public struct FirstPlace: Sendable {
  /// An assumption that goes with the lead.
  public struct Driver: Sendable, Equatable {
    /// The assumption.
    public let id: AssumptionID
    /// Spearman's rank correlation of its value with the lead of the first over the second, −1…1.
    public let correlation: Double
  }

  /// The scenarios of the best and the second best mean.
  public let first: Int, second: Int
  /// The share of worlds in which the first is better, and in which neither is.
  public let better: Double, equal: Double
  /// The assumptions that go with the lead most, the strongest first; empty where the lead never
  /// changes.
  public let drivers: [Driver]

  /// The least correlation that is named, or three standard errors of none if that is more.
  private static let least = 0.3
  private static let mostDrivers = 3

  /// Reads the worlds of a ranking; nil with fewer than two scenarios.
  ///
  /// - Parameters:
  ///   - ranking: A ranking of the result.
  ///   - result: The result.
  ///   - worlds: The assumptions of its worlds, in order.
  public init?(_ ranking: PolicyRanking, _ result: StudyResult, worlds: [Assumptions]) {
    guard ranking.places.count > 1 else { return nil }
    (first, second) = (ranking.places[0].scenario, ranking.places[1].scenario)
    let sign = ranking.outcome.direction == .maximise ? 1.0 : -1.0
    let leads = zip(
      result.worldMeans(ranking.outcome, scenario: first),
      result.worldMeans(ranking.outcome, scenario: second)
    ).map { sign * ($0 - $1) }
    let tolerance = result.tolerance(ranking.outcome)
    let known = leads.indices.filter { !leads[$0].isNaN }
    let count = Double(max(known.count, 1))
    better = Double(known.count { leads[$0] > tolerance }) / count
    equal = Double(known.count { abs(leads[$0]) <= tolerance }) / count
    guard better < 1, equal < 1 else {
      drivers = []
      return
    }
    let least = max(Self.least, 3 / count.squareRoot())
    let found = Factor.all(of: result.study).flatMap(\.ids).map { id in
      Driver(
        id: id,
        correlation: rankCorrelation(known.map { worlds[$0][id] }, known.map { leads[$0] }))
    }
    drivers = Array(
      found.filter { abs($0.correlation) >= least }.sorted { left, right in
        let sizes = (abs(left.correlation), abs(right.correlation))
        return sizes.0 == sizes.1 ? left.id.ordinal < right.id.ordinal : sizes.0 > sizes.1
      }.prefix(Self.mostDrivers))
  }
}
