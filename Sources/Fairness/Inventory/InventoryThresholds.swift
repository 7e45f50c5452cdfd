/// From which share of movable time a position counts as one that can be done away.
///
/// No regulation gives figures; the defaults are judgement (confidence J) and shown with every
/// inventory.
public struct InventoryThresholds: Hashable, Sendable {
  /// The least movable share of `away`, 0…1.
  public let away: Double
  /// The least movable share of `partly`, 0…1; below it a position is place-bound.
  public let partly: Double
  /// How near to a threshold a position is doubtful, 0…1.
  public let doubt: Double

  /// Thresholds, by default 0.8, 0.2 and 0.05; nil unless 0 ≤ partly ≤ away ≤ 1 and 0 ≤ doubt ≤ 1.
  public init?(away: Double = 0.8, partly: Double = 0.2, doubt: Double = 0.05) {
    guard 0 <= partly, partly <= away, away <= 1, (0...1).contains(doubt) else { return nil }
    self.init(unchecked: away, partly, doubt)
  }

  /// The defaults.
  public static let standard = InventoryThresholds(unchecked: 0.8, 0.2, 0.05)

  private init(unchecked away: Double, _ partly: Double, _ doubt: Double) {
    (self.away, self.partly, self.doubt) = (away, partly, doubt)
  }

  /// The class of a movable share, at a threshold the class above it.
  ///
  /// Sums of shares may fall short of a threshold by rounding; up to 1e-9 counts as reaching it.
  func leaning(_ movable: Double) -> MovabilityClass {
    if movable >= away - 1e-9 { return .away }
    return movable >= partly - 1e-9 ? .partly : .placeBound
  }

  /// How far a movable share is from the nearest threshold that divides classes.
  func margin(_ movable: Double) -> Double { min(abs(movable - away), abs(movable - partly)) }

  /// Whether a share at this margin is too near to a threshold to tell.
  func isDoubtful(margin: Double) -> Bool { margin < doubt - 1e-9 }
}
