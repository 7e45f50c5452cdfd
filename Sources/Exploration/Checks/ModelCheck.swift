public import HybridWork

/// Something a planner holds to be true of the model: when one thing changes, an outcome never moves
/// one way.
public struct ModelCheck: Hashable, Sendable {
  /// What is changed.
  public enum Change: Hashable, Sendable {
    /// A policy takes the place of another; both by identifier.
    case policy(String, insteadOf: String)
    /// An assumption has one value in every world in place of another.
    case assumption(AssumptionID, value: Double, insteadOf: Double, policy: String)
  }

  /// What may never happen.
  public enum Movement: String, CaseIterable, Sendable {
    case increases, decreases, changes
  }

  /// The check's identifier.
  public let id: String
  /// What is held to be true, in plain words.
  public let title: Bilingual
  /// What is changed.
  public let change: Change
  /// What is looked at.
  public let outcome: Outcome
  /// The service it is looked at, by identifier; nil for all together.
  public let service: String?
  /// How it may never move.
  public let never: Movement
  /// Movements up to this size do not count, in the outcome's unit.
  public let tolerance: Double

  /// A check.
  ///
  /// - Parameters:
  ///   - name: Identifier and title.
  ///   - change: What is changed.
  ///   - measure: Outcome and service, nil for all services together.
  ///   - never: How it may never move.
  ///   - tolerance: Movements up to this size do not count, in the outcome's unit.
  public init(
    name: (id: String, title: Bilingual), change: Change,
    measure: (outcome: Outcome, service: String?), never: Movement, tolerance: Double
  ) {
    id = name.id
    title = name.title
    self.change = change
    outcome = measure.outcome
    service = measure.service
    self.never = never
    self.tolerance = tolerance
  }

  /// By how much a movement breaks the check; 0 or less when it does not.
  func excess(from before: Double, to after: Double) -> Double {
    let movement = after - before
    // Rounding is no movement.
    let least = max(tolerance, 1e-9 * max(abs(before), abs(after)))
    switch never {
    case .increases: return movement - least
    case .decreases: return -movement - least
    case .changes: return abs(movement) - least
    }
  }
}

/// What came of a check.
public struct ModelCheckResult: Sendable {
  /// One pair of calendars with the same world and luck.
  public struct Pair: Sendable, Equatable {
    /// World and calendar, counted from 0.
    public let world: Int, replication: Int
    /// The outcome without and with the change.
    public let before: Double, after: Double
  }

  /// The check.
  public let check: ModelCheck
  /// Pairs compared; those without a value are left out.
  public let pairs: Int
  /// Pairs that break it.
  public let broken: Int
  /// The pair that breaks it most; nil when none does.
  public let worst: Pair?

  /// Whether something was compared and nothing broke the check.
  public var holds: Bool { pairs > 0 && broken == 0 }
}
