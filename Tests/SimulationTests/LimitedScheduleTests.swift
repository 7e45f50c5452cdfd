import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("schedules with limits, splits by record, and days by unit or record")
struct LimitedScheduleTests {
  /// One person's days under a schedule, written anew without the program's planner.
  private struct PlainPlanner {
    let schedule: Schedule
    let reference: ReferenceRoster
    let calendar: WorkCalendar

    /// Whether anyone may be away on a date.
    func isOpen(_ date: WorkDate) -> Bool {
      if schedule.anchorDays.contains(date.weekday) { return false }
      if schedule.windows.isEmpty { return true }
      for window in schedule.windows
      where window.lowerBound <= date && date <= window.upperBound {
        return true
      }
      return false
    }

    /// Weekdays on which no date of the calendar is open.
    var closedWeekdays: Set<Weekday> {
      if schedule.windows.isEmpty { return schedule.anchorDays }
      var closed = Set(Weekday.workingWeek)
      for day in calendar.days where isOpen(day.date) { closed.remove(day.weekday) }
      return closed
    }

    /// Weeks counted from a Monday 100 000 weeks before 29 December 1969.
    func turn(_ date: WorkDate, _ turn: Schedule.Turn) -> Int {
      let days = date.dayNumber + 3
      let week = 100_000 + (days - days % 7) / 7
      return turn == .week ? week : week * 5 + date.weekday.rawValue
    }

    /// The flexible days a week that a person may choose.
    func chosenDays(_ person: TestPerson) -> Int {
      guard case .chosen(let split) = schedule.pattern else { return 0 }
      for record in schedule.splitsByRecord where passes(person, record.condition) {
        return record.split.flexibleDays
      }
      return split.flexibleDays
    }

    func days(
      _ person: TestPerson, unit: String, place: Int, world: UInt64
    ) -> [ReferenceRoster.Place] {
      var days: [ReferenceRoster.Place]
      switch schedule.pattern {
      case .chosen:
        days = reference.days(
          unit: unit, place: place, world: world,
          wanted: .chosen(chosenDays(person), except: closedWeekdays), hasPlace: isOpen)
      case .fixed(let common):
        let ofRecord = schedule.daysByRecord.filter { passes(person, $0.condition) }.first?.days
        let ofUnit = schedule.daysByUnit.filter { $0.units.contains(unit) }.first?.days
        let weekdays: Set<Weekday>
        switch ofRecord ?? ofUnit ?? .fixed(common) {
        case .fixed(let own): weekdays = own
        case .chosen(let split):
          let order = reference.weekdayOrder(unit: unit, place: place, world: world)
            .filter { !closedWeekdays.contains($0) }
          weekdays = Set(order.prefix(split.flexibleDays))
        }
        days = reference.days(
          unit: unit, place: place, world: world, wanted: .ordered(weekdays), hasPlace: isOpen)
      case .rotation(let teams, let turn):
        days = reference.days(
          unit: unit, place: place, world: world, wanted: .ordered(Set(Weekday.workingWeek))
        ) { isOpen($0) && self.turn($0, turn) % teams != place % teams }
      }
      guard let most = schedule.mostDaysPerMonth else { return days }
      var used: [Int: Int] = [:]
      for index in days.indices where days[index] == .flexible {
        let month = calendar.days[index].date.components.month
        used[month, default: 0] += 1
        if used[month, default: 0] > most { days[index] = .office }
      }
      return days
    }

    /// The two conditions that the random schedules use.
    private func passes(_ person: TestPerson, _ condition: Condition) -> Bool {
      if case .talentBox(let cells) = condition {
        return person.cell.map { cells.contains($0) } ?? false
      }
      return person.bandwidthMbps >= 10
    }
  }

  @Test("same seeds, same places as a plain planner, person by person", arguments: 0..<80)
  func agrees(seed: UInt64) throws {
    let random = RandomStudies(seed: seed)
    var small = random.study()
    small.people = random.people(most: 200)
    small.run = RunSettings(worlds: 1, replications: 1, seed: seed)
    let schedules = (0..<4).map { random.limitedSchedule(variant: $0) }
    small.policies = schedules.enumerated().map { index, schedule in
      if case .chosen = schedule.pattern { return SmallStudy.policy("p\(index)", schedule) }
      return SmallStudy.policy("p\(index)", schedule, takeUp: .ordered)
    }
    let result = try small.result()
    let calendar = result.study.calendar
    let reference = ReferenceRoster(small, calendar: calendar)
    let people = small.people.sorted { ($0.unit, $0.id) < ($1.unit, $1.id) }
    for (index, schedule) in schedules.enumerated() {
      let planner = PlainPlanner(schedule: schedule, reference: reference, calendar: calendar)
      var flexible = 0
      var inOffice = Array(repeating: 0, count: calendar.days.count)
      for unit in result.study.population.units {
        let members = people.filter { $0.unit == unit.name }
        for (place, person) in members.enumerated() {
          let days = planner.days(person, unit: unit.name, place: place, world: 0)
          flexible += days.count { $0 == .flexible }
          for (day, where_) in days.enumerated() where where_ == .office { inOffice[day] += 1 }
        }
      }
      let staff = Double(people.count)
      let weeks = Double(calendar.days.count) / 5
      func value(_ outcome: Outcome) -> Double { result.value(outcome, scenario: index + 1) }
      #expect(value(.flexibleDaysPerWeek) == Double(flexible) / staff / weeks, "\(schedule)")
      #expect(value(.officeSharePeak) == Double(inOffice.max() ?? 0) / staff, "\(schedule)")
      #expect(
        value(.officeShareMean)
          == Double(inOffice.reduce(0, +)) / (staff * Double(calendar.days.count)), "\(schedule)")
    }
  }

  @Test("the same under a cap, with anchor days and splits by record", arguments: 0..<30)
  func capped(seed: UInt64) throws {
    let random = RandomStudies(seed: seed)
    var small = random.study()
    small.people = random.people(most: 200)
    small.run = RunSettings(worlds: 1, replications: 1, seed: seed)
    var schedule = random.limitedSchedule(variant: 0)
    schedule.windows = []
    schedule.mostDaysPerMonth = nil
    small.policies = [SmallStudy.policy("p", schedule, cap: 0.25)]
    let result = try small.result()
    let calendar = result.study.calendar
    let reference = ReferenceRoster(small, calendar: calendar)
    let planner = PlainPlanner(schedule: schedule, reference: reference, calendar: calendar)
    let people = small.people.sorted { ($0.unit, $0.id) < ($1.unit, $1.id) }
    var flexible = 0
    for unit in result.study.population.units {
      let members = people.filter { $0.unit == unit.name }
      let weekdays = reference.capped(
        reference.participants(unit: unit, world: 0, isVoluntary: true), unit: unit, world: 0,
        room: members.count / 4, closed: schedule.anchorDays
      ) { planner.chosenDays(members[$0]) }
      for place in members.indices {
        let days = reference.days(
          unit: unit.name, place: place, world: 0, wanted: .planned(weekdays[place] ?? []))
        flexible += days.count { $0 == .flexible }
      }
    }
    let expected = Double(flexible) / Double(people.count) / (Double(calendar.days.count) / 5)
    #expect(result.value(.flexibleDaysPerWeek, scenario: 1) == expected, "\(schedule)")
  }

  /// Flexible days of one certain person from 8 to 19 January 2024, two full weeks.
  private func days(_ schedule: Schedule, people: Int = 1, cap: Double? = nil) throws -> Double {
    var small = SmallStudy(people: (0..<people).map { TestPerson("p\($0)") })
    small.policies = [SmallStudy.policy("p", schedule, takeUp: .ordered, cap: cap)]
    return try small.result().value(.flexibleDaysPerWeek, scenario: 1) * 2 * Double(people)
  }

  @Test("a cap of people by record is of these people of a unit, one of the unit of the others")
  func capsByRecord() throws {
    var small = SmallStudy(
      people: (0..<10).map { number in
        var person = TestPerson("p\(number)")
        person.position = number < 6 ? "Analis" : "Petugas"
        return person
      })
    var schedule = Schedule.fixed([])
    schedule.daysByUnit = [
      Schedule.UnitDays(units: ["Bagian A"], days: .fixed([.friday]), shareOfUnitAway: 0.5)
    ]
    schedule.daysByRecord = [
      Schedule.RecordDays(
        .chosen(DaySplit.of(flexible: 5)), where: .category(.position, ["Analis"]),
        shareAway: 0.34)
    ]
    small.policies = [SmallStudy.policy("p", schedule, takeUp: .ordered)]
    let result = try small.result()
    // Two of six analysts every day of the week, and two of the other four on Fridays.
    let days = result.value(.flexibleDaysPerWeek, scenario: 1) * 10
    #expect(abs(days - 12) < 1e-12)
    #expect(abs(result.value(.officeSharePeak, scenario: 1) - 0.8) < 1e-12)
  }

  @Test("a choice of four days of five leaves four when one is an anchor day")
  func anchorOfChoice() throws {
    var schedule = Schedule.chosen(DaySplit.of(flexible: 4))
    schedule.anchorDays = [.tuesday]
    #expect(try days(schedule) == 8)
  }

  @Test("the team whose turn it is to be away comes in on an anchor day")
  func anchorOfRotation() throws {
    var schedule = Schedule.rotation(teams: 2, turn: .week)
    schedule.anchorDays = [.monday, .wednesday]
    // Two people, one away in each week, on three of its five days.
    #expect(try days(schedule, people: 2) == 6)
  }

  @Test("outside the windows every day is an office day")
  func window() throws {
    var schedule = Schedule.fixed([.monday, .tuesday, .friday])
    schedule.windows = [day("2024-01-09")...day("2024-01-15")]
    // Tuesday 9, Friday 12 and Monday 15.
    #expect(try days(schedule) == 3)
  }

  @Test("who chooses under a window chooses among the weekdays it holds")
  func choiceWithinWindow() throws {
    var schedule = Schedule.chosen(DaySplit.of(flexible: 2))
    schedule.windows = [day("2024-01-09")...day("2024-01-10")]
    #expect(try days(schedule, people: 50) == 100)
  }

  @Test("a window that misses the calendar gives no flexible day")
  func windowElsewhere() throws {
    var schedule = Schedule.fixed([.monday])
    schedule.windows = [day("2025-01-09")...day("2025-01-31")]
    #expect(try days(schedule) == 0)
  }

  @Test("the limit of a month keeps the first days and starts anew in the next month")
  func month() throws {
    var small = SmallStudy(people: [TestPerson("p")])
    small.from = day("2024-01-29")
    small.through = day("2024-02-09")
    var schedule = Schedule.fixed([.monday, .tuesday, .wednesday, .thursday, .friday])
    schedule.mostDaysPerMonth = 2
    small.policies = [SmallStudy.policy("p", schedule, takeUp: .ordered)]
    // 29 and 30 January, 1 and 2 February.
    #expect(try small.result().value(.flexibleDaysPerWeek, scenario: 1) == 2)
  }

  @Test("a cap still holds with anchor days: nobody takes a place on them")
  func capAndAnchor() throws {
    var schedule = Schedule.chosen(DaySplit.of(flexible: 4))
    schedule.anchorDays = [.friday]
    // Ten people, two places on each of four weekdays, two weeks.
    #expect(try days(schedule, people: 10, cap: 0.2) == 16)
  }

  @Test("limits that limit nothing change no byte", arguments: 0..<20)
  func idleLimits(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    let levers = small.policies[0].levers
    var wide = levers
    wide.schedule.mostDaysPerMonth = 23
    wide.schedule.windows = [small.from...small.through]
    small.policies.append(small.policies[0].with(wide))
    let result = try small.result()
    #expect(result.bits(scenario: 1) == result.bits(scenario: 2))
  }
}
