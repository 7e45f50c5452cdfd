import HybridWork
import TestSupport
import Testing

@Suite("Whole months of a calendar")
struct WholeMonthsTests {
  private func calendar(
    _ from: String, _ through: String, saturdays: Bool = false
  ) throws
    -> WorkCalendar
  {
    try WorkCalendar(
      from: day(from), through: day(through),
      holidays: [
        PublicHoliday(
          date: day("2024-02-08"), kind: .national, name: Bilingual(id: "Libur", en: "Holiday"))
      ],
      workingHours: [
        WorkingHours(from: day("2000-01-01"), weeklyHours: 37.5, fastingWeeklyHours: 32.5)
      ], fastingMonths: [], saturdays: saturdays)
  }

  @Test("parts of months at both ends are left out; the days are those of the whole")
  func parts() throws {
    let whole = try calendar("2023-12-15", "2024-04-10")
    let months = whole.wholeMonths
    #expect(months.map(\.from) == ["2024-01-01", "2024-02-01", "2024-03-01"].map(day))
    #expect(months.map(\.through) == ["2024-01-31", "2024-02-29", "2024-03-31"].map(day))
    let kept = whole.days.filter { $0.date >= day("2024-01-01") && $0.date <= day("2024-03-31") }
    #expect(months.flatMap(\.days).map(\.date) == kept.map(\.date))
    #expect(months.flatMap(\.days).map(\.isNextToHoliday) == kept.map(\.isNextToHoliday))
    // 2024-02-08 is closed: 20 of the 21 weekdays of February are left.
    #expect(months[1].days.count == 20)
  }

  @Test("a month is what a calendar of that month alone would be")
  func alone() throws {
    for saturdays in [false, true] {
      let month = try calendar("2024-01-01", "2024-12-31", saturdays: saturdays).wholeMonths[1]
      #expect(month == (try calendar("2024-02-01", "2024-02-29", saturdays: saturdays)))
    }
  }
}
