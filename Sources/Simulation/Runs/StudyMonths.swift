import HybridWork

/// The calendar months that have working days.
struct StudyMonths: Sendable {
  /// The number of each month, counted from January of year 0.
  let numbers: [Int]
  /// The working days of each month.
  let days: [Range<Int>]
  /// For each working day the place of its month.
  let monthOfDay: [Int]
  /// For each working day whether it is none of the Saturdays of six-day units.
  let isMondayToFriday: [Bool]

  init(_ calendar: WorkCalendar) {
    isMondayToFriday = calendar.days.map { $0.weekday <= .friday }
    var numbers: [Int] = []
    var starts: [Int] = []
    monthOfDay = calendar.days.enumerated().map { index, day in
      let date = day.date.components
      let number = date.year * 12 + date.month - 1
      if numbers.last != number {
        numbers.append(number)
        starts.append(index)
      }
      return numbers.count - 1
    }
    let ends = starts.dropFirst() + [calendar.days.count]
    self.numbers = numbers
    days = zip(starts, ends).map { $0..<$1 }
  }
}
