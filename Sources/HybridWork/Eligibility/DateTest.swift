/// What a condition asks of a date in the register.
public enum DateTest: Hashable, Sendable {
  /// The period of so many months that begins on the date holds the day of assessment.
  ///
  /// A penalty of 2024-01-31 is within one month up to 2024-02-28, within twelve up to 2025-01-30.
  /// A date after the day of assessment is not within any period.
  case withinMonths(Int)
  /// The date is `from` or later, and earlier than `before`; nil leaves that end open.
  case between(from: WorkDate?, before: WorkDate?)

  /// The answer about one date, assessed on another.
  ///
  /// - Returns: `unassessed` for a look-back without a day to look back from.
  func assess(_ date: WorkDate, on day: WorkDate?) -> Assessment {
    switch self {
    case .withinMonths(let months):
      guard let day else { return .unassessed }
      return date <= day && day < date.advanced(byMonths: months) ? .passes : .fails
    case .between(let from, let before):
      let isLate = from.map { date >= $0 } ?? true
      let isEarly = before.map { date < $0 } ?? true
      return isLate && isEarly ? .passes : .fails
    }
  }
}

extension WorkDate {
  /// The same day of the month so many months later; the month's last day where it has no such day.
  public func advanced(byMonths months: Int) -> WorkDate {
    let (year, month, day) = components
    let count = year * 12 + (month - 1) + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    let candidates = stride(from: day, through: min(day, 28), by: -1)
    return candidates.lazy.compactMap { WorkDate(year: newYear, month: newMonth, day: $0) }.first
      ?? self
  }

  /// Whole months from this day to `end`, 0 if `end` is not later.
  public func wholeMonths(until end: WorkDate) -> Int {
    guard end > self else { return 0 }
    let (start, finish) = (components, end.components)
    let months = (finish.year - start.year) * 12 + finish.month - start.month
    return advanced(byMonths: months) > end ? months - 1 : months
  }
}
