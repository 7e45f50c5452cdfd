/// The length of the working week by law from a date on.
public struct WorkingHours: Hashable, Sendable {
  /// First day in force; the regime holds until the next one begins.
  public let from: WorkDate
  /// Hours of a full working week, breaks excluded.
  public let weeklyHours: Double
  /// Hours of a full working week in the fasting month, breaks excluded.
  public let fastingWeeklyHours: Double

  /// A working week in force from a date.
  public init(from: WorkDate, weeklyHours: Double, fastingWeeklyHours: Double) {
    self.from = from
    self.weeklyHours = weeklyHours
    self.fastingWeeklyHours = fastingWeeklyHours
  }
}
