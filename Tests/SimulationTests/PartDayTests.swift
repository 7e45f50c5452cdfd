import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Part of a day at the counter")
struct PartDayTests {
  private static func time(_ hour: Int) throws -> TimeOfDay {
    try #require(TimeOfDay(minutes: hour * 60))
  }

  /// A counter that is open from 8 to 14 and needs one of its two staff, who are ordered to work
  /// flexibly on Thursdays.
  private func result(_ hours: DayHours?) throws -> StudyResult {
    var small = SmallStudy(
      people: ["a", "b"].map { id in
        var person = TestPerson(id, unit: "Loket")
        person.service = "loket"
        return person
      })
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
        kind: .counter(
          CounterService(
            counters: 2,
            demand: CounterService.Demand(
              visitorsPerDay: 12, weekdayWeights: [1, 1, 1, 1, 1, 0, 0],
              halfHourWeights: Array(repeating: 1, count: 12)),
            halfHours: (16..<28).map { minutes($0 * 30) }, handlingMinutes: 5,
            standard: CounterService.Standard(share: 0.8, withinMinutes: 15))),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-02-02")
    var schedule = Schedule.fixed([.thursday])
    schedule.hours = hours
    small.policies = [SmallStudy.policy("thursday", schedule, takeUp: .ordered)]
    return try StudyRun(try small.study()).run(threads: 1)
  }

  private func coverage(_ result: StudyResult) -> Double {
    result.comparison(OutcomeKey(.coverage), scenario: 1)?.level.mean ?? .nan
  }

  @Test("Whoever is in the office until noon serves until noon")
  func untilNoon() throws {
    let office = try #require(DayHours.Span(from: Self.time(8), to: Self.time(16)))
    let morning = try #require(DayHours.Span(from: Self.time(8), to: Self.time(12)))
    let away = try result(nil)
    #expect(abs(coverage(away) - 0.8) < 1e-12)
    let partly = try result(DayHours(office: office, onSite: morning, flexibleStart: nil))
    // Four days of twelve half hours and eight of Thursday's, of sixty in a week.
    #expect(abs(coverage(partly) - 56.0 / 60) < 1e-12)
    let thursday = zip(partly.coverage.cells, partly.coverage.means(scenario: 1))
      .filter { $0.0.weekday == .thursday }.map(\.1)
    #expect(thursday == Array(repeating: 1, count: 8) + Array(repeating: 0, count: 4))
  }

  @Test("Whoever begins an hour late is missing from the first two half hours")
  func flexibleStart() throws {
    let office = try #require(DayHours.Span(from: Self.time(8), to: Self.time(14)))
    let late = try result(
      DayHours(
        office: office, onSite: nil,
        flexibleStart: DayHours.FlexibleStart(
          minutes: 60, earlyShare: 0, lateShare: 1, provenance: SmallStudy.provenance)))
    // All begin at nine on the four days when they come.
    #expect(abs(coverage(late) - 4.0 * 10 / 60) < 1e-12)
    #expect(
      abs((late.comparison(OutcomeKey(.coverage), scenario: 0)?.level.mean ?? .nan) - 1) < 1e-12)
  }
}
