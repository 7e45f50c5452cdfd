public import HybridWork

/// What is wrong with a study as a whole, its calendar, services, thresholds or groups.
public enum StudyFault: Equatable, Sendable {
  /// A file named in the study that does not exist.
  case noSuchFile(String, nearest: String?)
  /// Years of the calendar for which the holiday files have no entry.
  case noHolidays(years: [Int])
  case noWorkingDay(from: WorkDate, through: WorkDate)
  /// A working day before the first regime of working hours.
  case noWorkingHours(on: WorkDate)
  /// A time of day that does not begin a half hour.
  case notAHalfHour(String)
  case closesBeforeOpening
  /// A break that is not within the opening hours.
  case breakOutsideOpening
  /// Another number of weights than there are open half hours.
  case halfHourCount(found: Int, expected: Int)
  case noWeight
  /// A weight for a weekday on which the service is closed.
  case closedWeekday(String)
  /// A weekday outside Monday to Friday.
  case notAWorkingDay(String)
  /// A value of the register's column `service` that no service has, and how many people have it.
  case serviceNotListed(String, people: Int, nearest: String?)
  /// So many different values of `service` without a service that the column is likely another.
  case servicesNotListed(values: Int, people: Int)
  case serviceWithoutStaff(String)
  /// People whose date of birth gives an age, when the study begins, at which nobody serves.
  case implausibleAges(people: Int, ages: ClosedRange<Int>)
  case outcomeWithoutDirection(Outcome)
  case safeWorseThanWatch(safe: Double, watch: Double, Outcome)
  /// A column whose values form no groups.
  case notAGrouping(RegisterColumn, allowed: [String])
  case groupNotInRegister(RegisterColumn)
  case normNotAssessable(RegisterColumn)
  /// A unit that is both on shifts and on a six-day week.
  case sixDaysAndShifts(String)
  /// A unit with a budget of its own that has too few people to be told apart.
  case ownBudgetOfFew(String, smallest: Int)
  /// A horizon for purchases that are booked as a yearly cost.
  case appraisalWithoutCash
  /// An outage that is said not to happen.
  case noOutage
  /// Two hard times of one name, in different files.
  case stressTwice(String, otherFile: String)
  /// A hard time on none of the calendar's days.
  case stressOutsideCalendar(String)
  /// Strains of a hard time, by place in its list from 1, on none of the calendar's days.
  case strainsOutsideCalendar(String, strains: [Int])
  /// A service that a hard time names and the study does not list.
  case stressOfUnlistedService(String, nearest: String?)
}
