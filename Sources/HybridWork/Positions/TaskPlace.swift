/// Where and with whom a task is done, as far as it decides whether it can be done away.
public enum TaskPlace: String, CaseIterable, Sendable {
  /// With citizens at a counter, in a ward or in a class.
  case counter
  /// Outside the office, at places that citizens or works are at.
  case field
  /// With colleagues: meetings, coordination, drafting together.
  case together
  /// Alone.
  case alone

  /// The register column that holds a position's share of time at this place.
  public var column: RegisterColumn {
    switch self {
    case .counter: .counterShare
    case .field: .fieldShare
    case .together: .togetherShare
    case .alone: .aloneShare
    }
  }
}
