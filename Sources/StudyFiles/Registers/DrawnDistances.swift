import HybridWork
public import Statistics

/// Commute distances of a register that has none, drawn from a distribution that the study declares.
///
/// Each person has one distance, by seed, unit and identifier: the same in every world, and nobody's
/// changes when others are added.
public struct DrawnDistances: Sendable {
  /// One-way kilometres.
  public let distribution: BoundedDistribution
  /// The seed of the draws.
  public let seed: UInt64

  /// Distances of a distribution within what the register may hold.
  public init(distribution: BoundedDistribution, seed: UInt64) {
    self.distribution = distribution
    self.seed = seed
  }

  /// The one-way kilometres of a person.
  func kilometres(unit: String, identifier: String) -> Double {
    let key = RandomKey(seed: seed).child("commute-distance").child(unit).child(identifier)
    return distribution.quantile(key.uniform(0))
  }
}
