public import HybridWork

/// Which part of a schedule cannot go together with another.
public enum ScheduleFault: Equatable, Sendable {
  /// Fewer weekdays besides the anchor days than the split has flexible days.
  case anchorsLeaveTooFewDays(flexible: Int, left: Int)
  /// A weekday on which people are away and nobody may be.
  case anchorIsFlexible(String)
  /// Anchor days on every weekday of teams that take turns.
  case everyDayAnchored
  /// Windows that hold none of the weekdays on which people are away.
  case noFlexibleDayInWindows
  /// A window with no day of the policy's own period.
  case windowOutsidePolicy(from: WorkDate, through: WorkDate?)
  /// A window with no day of the study's calendar.
  case windowOutsideStudy(from: WorkDate, through: WorkDate)
  /// Splits by record of a schedule that has no split.
  case splitsWithoutSplit
  /// A split by record without flexible days, which a rule says better.
  case splitWithoutFlexibleDays
  /// Weekdays by unit of a schedule that has no weekdays.
  case unitsWithoutWeekdays
  /// Days by record of a schedule that has no weekdays.
  case recordDaysWithoutWeekdays
  /// Days by record under a condition that an earlier entry has.
  case recordTwice
  /// A split of some units or people without flexible days, which `flexible_on: none` says.
  case ownSplitWithoutFlexibleDays
  /// Hours that end before they begin.
  case endsBeforeStart(from: TimeOfDay, to: TimeOfDay)
  /// Hours on site of a flexible day that lie outside the office's hours.
  case onSiteOutsideOffice(DayHours.Span)
  /// Hours on site that leave no part of a flexible day away.
  case onSiteAllDay
  /// A flexible start that leaves out part of the core hours.
  case startBreaksCore(minutes: Int, DayHours.Span)
  /// Shares of early and late beginners above everyone.
  case moreThanEveryone(early: Double, late: Double)
  /// A policy under which people of a unit on shifts would have flexible weekdays.
  case flexibleDaysOnShifts(policy: String, unit: String)
  /// A way to a place that is home.
  case wayToHome
}
