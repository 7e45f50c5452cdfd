/// The three answers a rule can give about a person (strong Kleene logic).
public enum Assessment: UInt8, Sendable {
  case fails, passes
  /// The register does not say; the policy states what that means.
  case unassessed

  /// The answer of several conditions that must all hold.
  func and(_ other: Assessment) -> Assessment {
    if self == .fails || other == .fails { return .fails }
    return self == .passes && other == .passes ? .passes : .unassessed
  }

  /// The answer of several conditions of which one must hold.
  func or(_ other: Assessment) -> Assessment {
    if self == .passes || other == .passes { return .passes }
    return self == .fails && other == .fails ? .fails : .unassessed
  }

  /// The answer of the opposite condition.
  var negated: Assessment {
    switch self {
    case .fails: .passes
    case .passes: .fails
    case .unassessed: .unassessed
    }
  }
}
