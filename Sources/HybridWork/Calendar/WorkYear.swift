/// The working days of a whole calendar year, of which a study may see only a part.
///
/// Leave is planned for the year. Where the list of holidays does not know a date, the date is an
/// ordinary one: Monday to Friday are then working days.
public struct WorkYear: Hashable, Sendable {
  /// A working day and where holidays lie beside it.
  public struct Day: Hashable, Sendable {
    /// The date.
    public let date: WorkDate
    /// Whether the closed days just before contain a public holiday or collective leave.
    public let followsHoliday: Bool
    /// Whether the closed days just after contain one.
    public let precedesHoliday: Bool
    /// Whether the day is next to a holiday on either side.
    public var isNextToHoliday: Bool { followsHoliday || precedesHoliday }
  }

  /// The year.
  public let year: Int
  /// Its working days, in order; at least one.
  public let days: [Day]
  /// The places in the study's calendar of the days that the study sees.
  public let studyDays: Range<Int>
  /// The place in ``days`` of the first day that the study sees.
  public let firstStudied: Int
}

extension WorkYear {
  /// The years of a study's working days.
  static func all(of days: [WorkDay], isOpen: (WorkDate) -> Bool) -> [WorkYear] {
    var years: [WorkYear] = []
    var start = 0
    for place in days.indices {
      let year = days[place].date.components.year
      let isLast = place + 1 == days.count || days[place + 1].date.components.year != year
      guard isLast else { continue }
      let whole = Self.days(of: year, isOpen: isOpen)
      let first = whole.firstIndex { $0.date == days[start].date } ?? 0
      years.append(
        WorkYear(year: year, days: whole, studyDays: start..<(place + 1), firstStudied: first))
      start = place + 1
    }
    return years
  }

  private static func days(of year: Int, isOpen: (WorkDate) -> Bool) -> [Day] {
    guard var date = WorkDate(year: year, month: 1, day: 1) else { return [] }
    var days: [Day] = []
    while date.components.year == year {
      if isOpen(date) {
        days.append(
          Day(
            date: date, followsHoliday: borders(date, step: -1, isOpen),
            precedesHoliday: borders(date, step: 1, isOpen)))
      }
      date = date.advanced(by: 1)
    }
    return days
  }

  /// Whether the closed days beside a date contain a weekday, which then is a holiday.
  static func borders(_ date: WorkDate, step: Int, _ isOpen: (WorkDate) -> Bool) -> Bool {
    var neighbour = date.advanced(by: step)
    while !isOpen(neighbour) {
      if neighbour.weekday <= .friday { return true }
      neighbour = neighbour.advanced(by: step)
    }
    return false
  }
}
