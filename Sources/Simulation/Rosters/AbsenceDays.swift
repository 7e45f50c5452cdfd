import HybridWork

/// The days over which absence runs, and which of them are those of the study.
struct AbsenceDays: Sendable {
  /// The study's calendar or the longer one that it is a part of.
  let calendar: WorkCalendar
  /// The place of the study's first day in ``calendar``.
  let first: Int
  /// The places of the days from Monday to Friday in ``calendar``.
  let mondayToFriday: [Int]
  private let ownCount: Int

  /// The days of a study.
  init(_ study: Study) {
    let calendar = study.absenceCalendar ?? study.calendar
    let start = study.calendar.days[0].date
    guard let first = calendar.days.firstIndex(where: { $0.date == start }),
      first + study.calendar.days.count <= calendar.days.count
    else { preconditionFailure("a study's days are among those over which absence runs") }
    self.calendar = calendar
    self.first = first
    mondayToFriday = calendar.days.indices.filter { calendar.days[$0].weekday <= .friday }
    ownCount = study.calendar.days.count
  }

  /// How many days there are.
  var count: Int { calendar.days.count }

  /// Whether the study's days are all of them.
  var isWhole: Bool { count == ownCount }

  /// What belongs to the study's days, of one value a day.
  func own(_ values: [Bool]) -> [Bool] {
    isWhole ? values : Array(values[first..<(first + ownCount)])
  }
}
