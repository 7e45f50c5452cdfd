/// Takes away the flexible days of a month beyond a limit, the earliest kept, for 64 people at once.
///
/// Only days that are really worked away count: one planned and not used, or lost to absence, does
/// not. Days of a month that lie outside the calendar are not known and do not count.
struct MonthlyLimit {
  private let mostDays: Int
  private let months: StudyMonths

  init(mostDays: Int, months: StudyMonths) {
    self.mostDays = mostDays
    self.months = months
  }

  /// Writes who of a block is away on each day within the limit; `wanted` says who would be away
  /// on a day without it.
  func keep(into kept: UnsafeMutablePointer<UInt64>, wanted: (Int) -> UInt64) {
    for month in months.days {
      // reached[n]: those who have worked at least n + 1 days away in the month.
      var reached = Array(repeating: UInt64(0), count: mostDays)
      for day in month {
        let away = wanted(day) & ~(reached.last ?? .max)
        for count in stride(from: mostDays - 1, to: 0, by: -1) {
          reached[count] |= reached[count - 1] & away
        }
        if mostDays > 0 { reached[0] |= away }
        kept[day] = away
      }
    }
  }
}
