import HybridWork

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

extension Schedule {
  /// Days away that the schedule allows in an average week.
  var flexibleDaysPerWeek: Double {
    switch self {
    case .chosen(let split): Double(split.flexibleDays)
    case .fixed(let weekdays): Double(weekdays.count)
    case .rotation(let teams, _):
      Double(DaySplit.workingDays) * (1 - 1 / Double(max(teams, 1)))
    }
  }
}
