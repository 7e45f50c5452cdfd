package import HybridWork
package import Simulation
package import Statistics

/// Absence by itself: many people of one unit on many lucks.
package struct AbsenceWorld {
  package var values = SmallStudy.certain
  package var calendar: WorkCalendar

  package init(_ changes: [AssumptionID: Double], _ from: String, _ through: String) throws {
    values.merge(changes) { $1 }
    calendar = try Self.calendar(from, through)
  }

  package static let holidays = [
    "2023-12-25", "2024-01-01", "2024-02-08", "2024-03-11", "2024-04-10", "2024-04-11",
    "2024-05-01", "2024-08-17", "2024-12-25",
  ].map {
    PublicHoliday(date: day($0), kind: .national, name: Bilingual(id: "Libur", en: "Holiday"))
  }

  package static func calendar(_ from: String, _ through: String) throws -> WorkCalendar {
    try WorkCalendar(
      from: day(from), through: day(through), holidays: holidays,
      workingHours: [
        WorkingHours(from: day("2000-01-01"), weeklyHours: 37.5, fastingWeeklyHours: 32.5)
      ], fastingMonths: [])
  }

  package static func luck(_ number: UInt64) -> RandomKey { RandomKey(seed: 77).child(number) }

  package func processes(_ luck: RandomKey) -> AbsenceProcesses {
    AbsenceProcesses(
      Assumptions { values[$0] ?? .nan }, calendar: calendar, luck: luck)
  }

  /// The absence of `count` blocks of 64 people of one unit.
  package func blocks(
    _ count: Int, unit: String = "A", luck: RandomKey = Self.luck(0)
  ) -> [AbsenceProcesses.Days] {
    let absence = processes(luck)
    return (0..<count).map { absence.days(unit: unit, block: UInt64($0), luck: luck) }
  }
}

extension [UInt64] {
  /// The people of all words.
  package var people: Int { reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Lengths of the runs of days of a lane that begin and end inside, with the day of the start.
  package func spells(lane: Int) -> [(start: Int, length: Int)] {
    var spells: [(start: Int, length: Int)] = []
    var start: Int?
    for (day, word) in enumerated() {
      if word >> UInt64(lane) & 1 == 1 {
        if start == nil { start = day }
      } else if let first = start {
        if first > 0 { spells.append((first, day - first)) }
        start = nil
      }
    }
    return spells
  }
}
