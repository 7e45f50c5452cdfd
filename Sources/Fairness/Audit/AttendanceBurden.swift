/// How many days a week people must be in the office even if all allowed days away are used.
///
/// A cap can only raise the figure and is not counted, nor is absence.
public struct AttendanceBurden: Sendable, Equatable {
  /// Mean days in the office of a group's people.
  public let officeDays: Double
  /// Mean days in the office of those who serve a service to citizens; nil when they are too few.
  public let counterDays: Double?
}

/// How unevenly the days in the office fall on all civil servants.
public struct BurdenSpread: Sendable, Equatable {
  /// Mean days in the office a week.
  public let officeDays: Double
  /// Gini coefficient, 0…1; NaN when nobody must ever come.
  public let gini: Double
  /// Theil's index.
  public let theil: Double
}
