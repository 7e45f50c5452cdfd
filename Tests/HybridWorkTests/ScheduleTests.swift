import HybridWork
import TestSupport
import Testing

@Suite("limits of a schedule")
struct ScheduleTests {
  private static let choice = Schedule.chosen(DaySplit.of(flexible: 3))

  private func span(_ from: Int, _ to: Int) throws -> DayHours.Span {
    try #require(DayHours.Span(from: minutes(from), to: minutes(to)))
  }

  @Test("the most days a week: the widest split that the anchor days leave")
  func splits() {
    var schedule = Self.choice
    #expect(schedule.mostFlexibleDaysPerWeek == 3)
    schedule.splitsByRecord = [
      Schedule.RecordSplit(DaySplit.of(flexible: 4), where: .flag(.laptop, true))
    ]
    #expect(schedule.mostFlexibleDaysPerWeek == 4)
    schedule.anchorDays = [.monday, .friday]
    #expect(schedule.mostFlexibleDaysPerWeek == 3)
  }

  @Test("a limit of one day a month allows two in a week that two months share, and no more")
  func month() {
    var schedule = Self.choice
    schedule.mostDaysPerMonth = 1
    #expect(schedule.mostFlexibleDaysPerWeek == 2)
    schedule.mostDaysPerMonth = 2
    #expect(schedule.mostFlexibleDaysPerWeek == 3)
    // Two days a month are 24 a year of 52.1775 weeks.
    #expect(abs(schedule.meanFlexibleDaysPerWeek - 24 / 52.1775) < 1e-12)
  }

  @Test("the most days a week within windows are those of its fullest week")
  func windows() {
    var schedule = Schedule.rotation(teams: 2, turn: .week)
    // Tuesday to Friday of one week.
    schedule.windows = [day("2026-03-24")...day("2026-03-27")]
    #expect(schedule.mostFlexibleDaysPerWeek == 4)
    // Friday and the Monday after: one day in each of two weeks.
    schedule.windows = [day("2026-03-27")...day("2026-03-30")]
    #expect(schedule.mostFlexibleDaysPerWeek == 1)
    // Two windows in one week.
    schedule.windows = [
      day("2026-03-23")...day("2026-03-23"), day("2026-03-26")...day("2026-03-27"),
    ]
    #expect(schedule.mostFlexibleDaysPerWeek == 3)
    schedule.windows = [day("2026-03-28")...day("2026-03-29")]
    #expect(!schedule.offersFlexibleDays)
  }

  @Test("a unit has its own weekdays, any other the common ones")
  func units() {
    var schedule = Schedule.fixed([.thursday])
    schedule.daysByUnit = [
      Schedule.UnitDays(units: ["A", "B"], days: .fixed([.monday, .tuesday]))
    ]
    #expect(schedule.days(ofUnit: "B") == .fixed([.monday, .tuesday]))
    #expect(schedule.days(ofUnit: "C") == .fixed([.thursday]))
    #expect(schedule.mostFlexibleDaysPerWeek == 2)
    #expect(!schedule.asksPreference)
  }

  @Test("days by record go before those of the unit, and anchor days are taken out of both")
  func records() throws {
    var people = (0..<3).map { TestPerson("p\($0)", unit: $0 == 2 ? "B" : "A") }
    people[0].position = "Analis"
    people[1].position = "Petugas"
    people[2].position = "Petugas"
    var schedule = Schedule.fixed([.thursday])
    schedule.anchorDays = [.monday]
    schedule.daysByUnit = [
      Schedule.UnitDays(units: ["B"], days: .fixed([.monday, .tuesday, .friday]))
    ]
    schedule.daysByRecord = [
      Schedule.RecordDays(
        .chosen(try DaySplit(flexibleDays: 4)), where: .category(.position, ["Analis"])),
      Schedule.RecordDays(.fixed([]), where: .category(.position, ["Analis", "Arsiparis"])),
    ]
    let population = try SmallStudy(people: people).population
    #expect(
      schedule.daysOfPeople(population, on: nil)
        == [
          .chosen(try DaySplit(flexibleDays: 4)), .fixed([.thursday]), .fixed([.tuesday, .friday]),
        ])
    #expect(schedule.meanFlexibleDays(population, on: nil) == [4, 1, 2])
    #expect(schedule.mostFlexibleDaysPerWeek == 4)
    #expect(schedule.asksPreference)
  }

  @Test("of several splits by record the first that a person passes counts")
  func firstMatch() throws {
    var people = (0..<4).map { TestPerson("p\($0)") }
    for (index, number) in [9, 5, 1].enumerated() {
      people[index].cell = TalentNumbering.permenPANRB.cell(numbered: number)
    }
    func boxes(_ numbers: [Int]) -> Condition {
      .talentBox(Set(numbers.compactMap(TalentNumbering.permenPANRB.cell(numbered:))))
    }
    var schedule = Schedule.chosen(DaySplit.of(flexible: 1))
    schedule.splitsByRecord = [
      Schedule.RecordSplit(DaySplit.of(flexible: 4), where: boxes([9])),
      Schedule.RecordSplit(DaySplit.of(flexible: 2), where: boxes([5, 9])),
    ]
    let population = try SmallStudy(people: people).population
    // The last person has no box: not assessable, so the common split.
    #expect(schedule.chosenDays(population, on: nil) == [4, 2, 1, 1])
  }

  @Test("part of a day away: on site through the half hours within the stated ones")
  func partDay() throws {
    let hours = DayHours(
      office: try span(450, 960), onSite: try span(480, 720), flexibleStart: nil)
    let pattern = PresencePattern(hours)
    func present(_ from: Int) -> Int { pattern.onSite(halfHourFrom: from, allDay: 3, partly: 5) }
    // 07.30, 08.00, 11.30, 11.45 (in part only) and 12.00.
    #expect([450, 480, 690, 705, 720].map(present) == [3, 8, 8, 3, 3])
  }

  @Test("a flexible start thins the first and the last hour, whole people at a time")
  func flexibleStart() throws {
    let start = DayHours.FlexibleStart(
      minutes: 60, earlyShare: 0.2, lateShare: 0.35, provenance: SmallStudy.provenance)
    let hours = DayHours(office: try span(450, 960), onSite: nil, flexibleStart: start)
    let pattern = PresencePattern(hours)
    func present(_ from: Int) -> Int { pattern.onSite(halfHourFrom: from, allDay: 10, partly: 4) }
    // ⌊0.35 · 10⌋ = 3 late till 08.30, ⌊0.2 · 10⌋ = 2 gone from 15.00, nobody missing outside.
    #expect([420, 450, 480, 510, 870, 900, 930, 960].map(present) == [10, 7, 7, 10, 10, 8, 8, 10])
    #expect(hours.core == (try span(510, 900)))
  }

  @Test("without hours all who come are there all day, and nobody on a flexible day")
  func noHours() {
    let pattern = Self.choice.presence
    #expect(pattern.onSite(halfHourFrom: 480, allDay: 7, partly: 2) == 7)
  }

  @Test("presence lies between nobody and everyone", arguments: 0..<48)
  func bounds(halfHour: Int) throws {
    let start = DayHours.FlexibleStart(
      minutes: 240, earlyShare: 0.6, lateShare: 0.4, provenance: SmallStudy.provenance)
    let hours = DayHours(
      office: try span(480, 720), onSite: try span(540, 600), flexibleStart: start)
    for allDay in 0...12 {
      for partly in 0...3 {
        let present = PresencePattern(hours).onSite(
          halfHourFrom: halfHour * 30, allDay: allDay, partly: partly)
        #expect((0...(allDay + partly)).contains(present))
      }
    }
  }

  @Test("a trip of 200 km for four days costs each of them 50 km, and four hours bound a recall")
  func place() {
    let place = FlexiblePlace(
      kind: .elsewhere, kilometres: 200, daysPerTrip: 4, recallMinutes: 240)
    #expect(place.kilometresPerDay == 50)
    #expect(place.canReturn(withinMinutes: 240) && !place.canReturn(withinMinutes: 239))
    #expect(FlexiblePlace.home.canReturn(withinMinutes: 0))
  }
}
