/// Whether the work of a position or a service can be done away from the office.
public enum MovabilityClass: String, CaseIterable, Sendable {
  /// It can't be said yet, or is too near a threshold to be said with confidence.
  case doubtful
  /// A part of it can.
  case partly
  /// Nearly all of it can.
  case away
  /// Next to nothing of it can.
  case placeBound = "place-bound"
}
