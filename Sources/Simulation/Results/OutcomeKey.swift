public import HybridWork

/// Whom an outcome is reported for.
public enum OutcomeGroup: Hashable, Sendable {
  case all
  case unit(String)
  case level(RegisterColumn, String)
  case service(String)

  /// The group in the words of result files, such as `sex:L`.
  public var label: String {
    switch self {
    case .all: "all"
    case .unit(let name): "unit:\(name)"
    case .level(let column, let level): "\(column.rawValue):\(level)"
    case .service(let id): "service:\(id)"
    }
  }
}

/// An outcome for a group.
public struct OutcomeKey: Hashable, Sendable {
  /// The measure.
  public let outcome: Outcome
  /// Whom it is about.
  public let group: OutcomeGroup

  /// An outcome for a group, by default for everyone.
  public init(_ outcome: Outcome, _ group: OutcomeGroup = .all) {
    self.outcome = outcome
    self.group = group
  }
}
