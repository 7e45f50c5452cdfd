import HybridWork
import Simulation
import StudyFiles
import Testing

@Suite("Schedules with limits in policy files")
struct ScheduleFileTests {
  private func schedule(_ text: String) throws -> Schedule {
    let folder = try StudyFolderFixture()
    var edit = BrokenInput.Edit(file: "policies/thursday.yaml")
    edit.old = "schedule: {flexible_on: [thursday]}"
    edit.new = text
    try folder.apply(edit)
    let (study, log) = folder.load()
    #expect(FixtureFile.complaints(log) == [])
    let loaded = try #require(study)
    return try #require(loaded.study.policies.first { $0.id == "thursday" }).levers.schedule
  }

  private func date(_ iso: String) throws -> WorkDate { try #require(WorkDate(iso)) }

  private func span(_ from: Int, _ to: Int) throws -> DayHours.Span {
    let first = try #require(TimeOfDay(minutes: from))
    let last = try #require(TimeOfDay(minutes: to))
    return try #require(DayHours.Span(from: first, to: last))
  }

  @Test("a split with every limit")
  func split() throws {
    let found = try schedule(
      """
      schedule:
        office_days: 4
        flexible_days: 1
        splits:
          - {where: {laptop: true}, office_days: 1, flexible_days: 4}
        anchor_days: [monday]
        most_days_a_month: 6
        windows: [{from: 2024-05-02, to: 2024-05-08}]
        place: {kind: elsewhere, km: 150, days_per_trip: 4, recall_minutes: 240}
      """)
    var expected = Schedule.chosen(try DaySplit(flexibleDays: 1))
    expected.splitsByRecord = [
      Schedule.RecordSplit(try DaySplit(flexibleDays: 4), where: .flag(.laptop, true))
    ]
    expected.anchorDays = [.monday]
    expected.mostDaysPerMonth = 6
    expected.windows = [try date("2024-05-02")...(try date("2024-05-08"))]
    expected.place = FlexiblePlace(
      kind: .elsewhere, kilometres: 150, daysPerTrip: 4, recallMinutes: 240)
    #expect(found == expected)
  }

  @Test("splits by unit, and days of positions with a cap of their own")
  func byRecord() throws {
    let found = try schedule(
      """
      schedule:
        flexible_on: none
        by_unit: [{units: ["Kelurahan A"], office_days: 3, flexible_days: 2}]
        by_record:
          - {where: {laptop: true}, flexible_on: [monday], share_away: 0.5}
          - {where: {laptop: false}, flexible_on: none}
      """)
    #expect(found.daysByUnit.map(\.days) == [.chosen(try DaySplit(flexibleDays: 2))])
    #expect(
      found.daysByRecord == [
        Schedule.RecordDays(.fixed([.monday]), where: .flag(.laptop, true), shareAway: 0.5),
        Schedule.RecordDays(.fixed([]), where: .flag(.laptop, false)),
      ])
  }

  @Test("weekdays by unit, part of a day away and a flexible start")
  func hours() throws {
    let found = try schedule(
      """
      schedule:
        flexible_on: [thursday]
        by_unit: [{units: ["Kelurahan A"], flexible_on: [friday, monday]}]
        hours:
          office: {from: "07:30", to: "16:00"}
          on_site: {from: "08:00", to: "12:00"}
          core: {from: "08:30", to: "15:00"}
          flexible_start: {minutes: 60, early: 0.2, late: 0.3, source: "made up", date: 2024-01-01, confidence: J}
      """)
    #expect(found.pattern == .fixed([.thursday]))
    #expect(found.days(ofUnit: "Kelurahan A") == .fixed([.monday, .friday]))
    let hours = try #require(found.hours)
    #expect(hours.office == (try span(450, 960)))
    #expect(hours.onSite == (try span(480, 720)))
    #expect(hours.core == (try span(510, 900)))
    #expect(hours.flexibleStart?.minutes == 60)
    #expect(hours.flexibleStart?.earlyShare == 0.2 && hours.flexibleStart?.lateShare == 0.3)
    #expect(hours.flexibleStart?.provenance.confidence == .judgement)
  }
}
