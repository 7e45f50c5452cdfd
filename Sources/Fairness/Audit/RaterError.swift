/// How uncertain ratings of performance and potential are: an assumption, not an observation.
public struct RaterError: Sendable, Equatable {
  /// The chance that another rater would have given one level more, and as much for one level less,
  /// on each axis: 0…0.5.
  ///
  /// At the end of the scale the move that would leave it is not made.
  public let moveChance: Double
  /// How often all ratings are drawn again, 2 or more.
  public let redraws: Int
  /// The seed of the draws.
  public let seed: UInt64

  /// Ratings redrawn with a chance to move; values outside their range count as the nearer end.
  public init(moveChance: Double = 0.1, redraws: Int = 200, seed: UInt64) {
    self.moveChance = min(max(moveChance, 0), 0.5)
    self.redraws = max(redraws, 2)
    self.seed = seed
  }
}
