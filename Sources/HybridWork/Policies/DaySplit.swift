/// How a working week divides between the office and elsewhere.
///
/// `officeDays + flexibleDays` is the five-day working week, so a split can't be built that gains
/// or loses a day.
public struct DaySplit: Hashable, Sendable {
  /// Working days of a week (Perpres 21/2023, Monday to Friday).
  public static let workingDays = 5

  /// Days worked in the office, per week.
  public let officeDays: Int
  /// Days worked away from the office, per week.
  public let flexibleDays: Int

  /// Splits a week so that `flexibleDays` of it are worked away from the office.
  ///
  /// - Throws: ``HybridWorkError/tooManyFlexibleDays(_:workingDays:)`` outside 0…5.
  public init(flexibleDays: Int) throws(HybridWorkError) {
    guard (0...Self.workingDays).contains(flexibleDays) else {
      throw .tooManyFlexibleDays(flexibleDays, workingDays: Self.workingDays)
    }
    self.officeDays = Self.workingDays - flexibleDays
    self.flexibleDays = flexibleDays
  }
}
