import HybridWork
import TestSupport
import Testing

@Suite("dates and working days")
struct CalendarTests {
  private let hours = [
    WorkingHours(from: day("2000-01-01"), weeklyHours: 37.5, fastingWeeklyHours: 32.5)
  ]

  private func calendar(
    _ from: String, _ through: String, closed: [String] = [], fasting: [ClosedRange<WorkDate>] = []
  ) throws -> WorkCalendar {
    try WorkCalendar(
      from: day(from), through: day(through),
      holidays: closed.map {
        PublicHoliday(date: day($0), kind: .national, name: Bilingual(id: "", en: ""))
      }, workingHours: hours, fastingMonths: fasting)
  }

  @Test("known dates fall on their weekdays")
  func weekdays() {
    #expect(WorkDate("1970-01-01")?.weekday == .thursday)
    #expect(WorkDate("2000-02-29")?.weekday == .tuesday)
    #expect(WorkDate("2023-06-19")?.weekday == .monday)
    #expect(WorkDate("1945-08-17")?.weekday == .friday)
  }

  @Test("every day from 1900 to 2100 reads back as written")
  func roundTrip() throws {
    var date = try #require(WorkDate("1900-01-01"))
    while date < day("2100-01-01") {
      #expect(WorkDate(date.iso) == date)
      date = date.advanced(by: 1)
    }
  }

  @Test(
    "impossible dates are refused",
    arguments: [
      "2023-02-29", "2100-02-29", "2023-13-01", "2023-00-10", "2023-1-01", "23-01-01",
      "2023-01-00", "2023/01/01", "2023-01-01x", "",
    ])
  func impossible(text: String) {
    #expect(WorkDate(text) == nil)
  }

  @Test("a week has five working days of 7.5 hours")
  func plainWeek() throws {
    let week = try calendar("2024-01-08", "2024-01-14")
    #expect(week.days.map(\.weekday) == Weekday.workingWeek)
    #expect(week.hoursPerPerson == 37.5)
    #expect(week.weekCount == 1)
  }

  @Test("the fasting month has 32.5 hours a week")
  func fastingMonth() throws {
    let fasting = day("2024-03-12")...day("2024-04-09")
    let weeks = try calendar("2024-03-11", "2024-03-22", fasting: [fasting])
    // Monday is an ordinary day, the other nine are fasting days.
    #expect(abs(weeks.hoursPerPerson - (7.5 + 9 * 6.5)) < 1e-12)
  }

  @Test("days beside a holiday are marked, days beside a plain weekend are not")
  func nextToHoliday() throws {
    let weeks = try calendar("2024-01-08", "2024-01-26", closed: ["2024-01-19"])
    let marked = weeks.days.filter(\.isNextToHoliday).map(\.date.iso)
    // Friday the 19th is closed: Thursday before it and Monday after the long weekend.
    #expect(marked == ["2024-01-18", "2024-01-22"])
  }

  @Test("a period without working days is refused")
  func empty() {
    #expect(
      throws: HybridWorkError.emptyCalendar(
        from: day("2024-01-13"), through: day("2024-01-14"))
    ) {
      try calendar("2024-01-13", "2024-01-14")
    }
  }
}
