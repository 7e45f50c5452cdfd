/// One working day of a study's calendar.
public struct WorkDay: Hashable, Sendable {
  /// The date.
  public let date: WorkDate
  /// The day of the week, Monday to Friday.
  public let weekday: Weekday
  /// Which week of the calendar, counted from 0; weeks begin on Monday.
  public let week: Int
  /// Whether the closed days just before or after contain a public holiday or collective leave.
  public let isNextToHoliday: Bool
  /// Working hours of the day by the law in force, breaks excluded.
  public let hours: Double
}

/// The working days of a period: Monday to Friday less holidays and collective leave.
///
/// Source: Perpres 21/2023 (five-day week of 37.5 hours, 32.5 in the fasting month) and the joint
/// ministerial decrees on holidays, both given as data.
public struct WorkCalendar: Hashable, Sendable {
  /// First day of the period.
  public let from: WorkDate
  /// Last day of the period, included.
  public let through: WorkDate
  /// The working days, in order.
  public let days: [WorkDay]
  /// Weeks the period touches, those without a working day included.
  public let weekCount: Int
  /// The calendar years of the working days, whole.
  public let years: [WorkYear]
  /// The same period without Saturdays, if it has any; an array since a value cannot hold itself.
  private let fiveDays: [WorkCalendar]

  /// Lays out the working days of a period; with `saturdays` those of units that work six days.
  ///
  /// Saturdays carry no hours of their own: a six-day unit spreads the same hours over more days.
  ///
  /// - Throws: ``HybridWorkError/emptyCalendar(from:through:)`` if no working day remains;
  ///   ``HybridWorkError/noWorkingHours(on:)`` if no regime is in force on a day.
  public init(
    from: WorkDate, through: WorkDate, holidays: [PublicHoliday], workingHours: [WorkingHours],
    fastingMonths: [ClosedRange<WorkDate>], saturdays: Bool = false
  ) throws(HybridWorkError) {
    let lastWeekday = saturdays ? Weekday.saturday : .friday
    let closed = Set(holidays.map(\.date))
    let regimes = workingHours.sorted { $0.from < $1.from }
    func isOpen(_ date: WorkDate) -> Bool {
      date.weekday <= lastWeekday && !closed.contains(date)
    }

    let firstMonday = from.advanced(by: -from.weekday.rawValue)
    var days: [WorkDay] = []
    var date = from
    while date <= through {
      if isOpen(date) {
        guard let regime = regimes.last(where: { $0.from <= date }) else {
          throw .noWorkingHours(on: date)
        }
        let isFasting = fastingMonths.contains { $0.contains(date) }
        days.append(
          WorkDay(
            date: date, weekday: date.weekday,
            week: (date.dayNumber - firstMonday.dayNumber) / 7,
            isNextToHoliday: WorkYear.borders(date, step: -1, isOpen)
              || WorkYear.borders(date, step: 1, isOpen),
            hours: date.weekday == .saturday
              ? 0 : (isFasting ? regime.fastingWeeklyHours : regime.weeklyHours) / 5))
      }
      date = date.advanced(by: 1)
    }
    guard !days.isEmpty else { throw .emptyCalendar(from: from, through: through) }
    self.from = from
    self.through = through
    self.days = days
    self.years = WorkYear.all(of: days, isOpen: isOpen)
    fiveDays =
      saturdays
      ? [
        try WorkCalendar(
          from: from, through: through, holidays: holidays, workingHours: workingHours,
          fastingMonths: fastingMonths)
      ] : []
    self.weekCount = (through.dayNumber - firstMonday.dayNumber) / 7 + 1
  }

  /// A part of a calendar; its years stay whole, so that leave is planned as before.
  private init?(_ whole: WorkCalendar, dates: ClosedRange<WorkDate>) {
    let days = whole.days.filter { dates.contains($0.date) }
    guard let firstDay = days.first else { return nil }
    from = dates.lowerBound
    through = dates.upperBound
    let firstMonday = from.advanced(by: -from.weekday.rawValue)
    self.days = days.map { day in
      WorkDay(
        date: day.date, weekday: day.weekday,
        week: (day.date.dayNumber - firstMonday.dayNumber) / 7,
        isNextToHoliday: day.isNextToHoliday, hours: day.hours)
    }
    years = whole.years.filter { $0.year == firstDay.date.components.year }.map { year in
      WorkYear(
        year: year.year, days: year.days, studyDays: days.indices,
        firstStudied: year.days.firstIndex { $0.date == firstDay.date } ?? 0)
    }
    weekCount = (through.dayNumber - firstMonday.dayNumber) / 7 + 1
    fiveDays = whole.fiveDays.compactMap { WorkCalendar($0, dates: dates) }
  }

  /// The months that lie wholly within the period and have a working day, each as a calendar.
  public var wholeMonths: [WorkCalendar] {
    var months: [WorkCalendar] = []
    var date = from
    while date <= through {
      let parts = date.components
      let next = parts.month == 12 ? (parts.year + 1, 1) : (parts.year, parts.month + 1)
      guard let start = WorkDate(year: parts.year, month: parts.month, day: 1),
        let after = WorkDate(year: next.0, month: next.1, day: 1)
      else { break }
      let last = after.advanced(by: -1)
      if start >= from, last <= through, let month = WorkCalendar(self, dates: start...last) {
        months.append(month)
      }
      date = after
    }
    return months
  }

  /// The weeks, Monday to Sunday, that lie wholly within the period and one year and have a working
  /// day, each as a calendar.
  public var wholeWeeks: [WorkCalendar] {
    var weeks: [WorkCalendar] = []
    var monday = from.advanced(by: (7 - from.weekday.rawValue) % 7)
    while monday.advanced(by: 6) <= through {
      let sunday = monday.advanced(by: 6)
      if monday.components.year == sunday.components.year,
        let week = WorkCalendar(self, dates: monday...sunday)
      {
        weeks.append(week)
      }
      monday = monday.advanced(by: 7)
    }
    return weeks
  }

  /// Whether some units work on Saturdays.
  public var hasSaturdays: Bool { !fiveDays.isEmpty }

  /// The working days of everyone who works five days a week.
  public var mondayToFriday: WorkCalendar { fiveDays.first ?? self }

  /// Working hours of one person over the whole period, breaks excluded.
  public var hoursPerPerson: Double { days.reduce(0) { $0 + $1.hours } }
}
