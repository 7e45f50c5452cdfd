import HybridWork

/// What people must still do in the office a week even if all allowed days away are used.
///
/// A cap can only raise the figures and is not counted, nor is absence.
public struct AttendanceBurden: Sendable, Equatable {
  /// Mean days in the office of a group's people.
  public let officeDays: Double
  /// Mean days in the office of those who serve a service to citizens; nil when they are too few.
  public let counterDays: Double?
  /// Mean hours still travelled by those whose way is known; nil without ``BurdenBasis``, or when
  /// those whose way is known, or is not, are too few.
  public let commuteHours: Double?
}

/// How unevenly a burden falls on people.
public struct BurdenSpread: Sendable, Equatable {
  /// Mean a week.
  public let mean: Double
  /// Gini coefficient, 0…1; NaN when nobody bears anything.
  public let gini: Double
  /// Theil's index; NaN when nobody bears anything.
  public let theil: Double
}

/// How the days at services to citizens fall on those who serve, when nobody else fills in.
///
/// Days that servers are away, beyond those they are away under the baseline, are shared equally by
/// the servers of the same service who are never away. A service where nobody stays has nobody to
/// take them.
public struct CounterLoad: Sendable, Equatable {
  /// Days a week that fall on a server who stays beyond the working week, mean; never negative.
  public let extraDays: Double
  /// Gini coefficient of days a week at the service, those taken over included, over all servers.
  public let gini: Double
  /// Theil's index of the same.
  public let theil: Double
}
