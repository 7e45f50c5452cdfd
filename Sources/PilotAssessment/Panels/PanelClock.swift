/// What the whole numbers that stand for times of a panel count.
public enum PanelClock: String, Sendable {
  /// Numbers as the file has them: years, waves, weeks of a pilot.
  case number
  /// Months: twelve times the year, plus the month less one.
  case month
  /// Days since 1 January 1970.
  case day

  /// The time as people write it: `2023`, `2023-07` or `2023-07-19`.
  public func label(of time: Int) -> String {
    switch self {
    case .number: return String(time)
    case .month:
      let year = time >= 0 ? time / 12 : (time - 11) / 12
      return "\(year)-\(Self.twoDigits(time - 12 * year + 1))"
    case .day:
      let date = Self.civil(days: time)
      return "\(date.year)-\(Self.twoDigits(date.month))-\(Self.twoDigits(date.day))"
    }
  }

  /// The number of a day of the Gregorian calendar, counted from 1 January 1970.
  ///
  /// Years begin in March here, so that the leap day is the last of its year.
  public static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let century = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
    let yearOfEra = shifted - century * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return century * 146_097 + dayOfEra - 719_468
  }

  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    // The guess is at most one year off; 400 years have 146,097 days.
    var year = 1970 + Int((Double(days) * 400 / 146_097).rounded(.down))
    while Self.days(year: year, month: 1, day: 1) > days { year -= 1 }
    while Self.days(year: year + 1, month: 1, day: 1) <= days { year += 1 }
    var month = 12
    while Self.days(year: year, month: month, day: 1) > days { month -= 1 }
    return (year, month, days - Self.days(year: year, month: month, day: 1) + 1)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
