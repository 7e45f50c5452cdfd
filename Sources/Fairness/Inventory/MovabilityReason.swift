public import HybridWork

/// Why a position or a service has its class.
public enum MovabilityReason: Hashable, Sendable {
  /// This share of the time can be spent elsewhere.
  case movableShare(Double)
  /// A criterion of PermenPANRB 4/2025 is answered against working away for most of the time.
  case criterionFailed(PositionCriterion)
  /// A criterion that the table asks is not answered.
  case criterionUnanswered(PositionCriterion)
  /// The movable share is nearer to a threshold than the margin of doubt.
  case nearThreshold(margin: Double)
  /// The shares were derived from the staff's task classes and shares of direct service.
  case derived
  /// The service's counters or posts need people on site.
  case needsPeopleOnSite
  /// The positions of the service's staff could nearly all be done away, which fits badly.
  case staffCouldBeAway
  /// Nobody who serves has a known position.
  case noKnownStaff
}
