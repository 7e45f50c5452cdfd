import HybridWork
import RealModule
import Simulation
import TestSupport
import Testing

@Suite("staff of services: shared, at backlogs, at desks")
struct ServiceStaffTests {
  private func person(_ id: String, serving service: String?, slow: Bool = false) -> TestPerson {
    var person = TestPerson(id)
    person.service = service
    person.bandwidthMbps = slow ? 1 : 20
    return person
  }

  private func posts(_ id: String, minimum: Int) -> Service {
    Service(
      id: id, title: Bilingual(id: id, en: id), kind: .posts(minimum: minimum),
      openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
  }

  private let slowAwayOnThursday = SmallStudy.policy(
    "thursday", .fixed([.thursday]), takeUp: .ordered,
    rules: [SmallStudy.rule("slow", .number(.bandwidthMbps, NumberRange(upper: .including(5))))])

  private func value(
    _ result: StudyResult, _ outcome: Outcome, _ service: String, scenario: Int
  ) -> Double {
    result.samples.samples(OutcomeKey(outcome, .service(service)), scenario: scenario)[0]
  }

  @Test("shared staff go to the first service that is short")
  func shared() throws {
    // Counter a needs two, b one. Ani serves a, Budi either, Citra b. On Thursdays Ani is away.
    var small = SmallStudy(people: [
      person("ani", serving: "a", slow: true), person("budi", serving: "a|b"),
      person("citra", serving: "b"),
    ])
    small.services = [posts("a", minimum: 2), posts("b", minimum: 1)]
    small.policies = [slowAwayOnThursday]
    let result = try small.result()
    #expect(value(result, .coverage, "a", scenario: 0) == 1)
    #expect(value(result, .coverage, "b", scenario: 0) == 1)
    #expect(value(result, .coverage, "a", scenario: 1) == 0.8)
    #expect(value(result, .coverage, "b", scenario: 1) == 1)
    // With one needed at a, Budi stands in for Ani, and Thursday is covered.
    small.services = [posts("a", minimum: 1), posts("b", minimum: 1)]
    let covered = try small.result()
    #expect(value(covered, .coverage, "a", scenario: 1) == 1)
    // When nobody else serves b, Budi goes there as soon as a has its own.
    small.people[2].service = nil
    let apart = try small.result()
    #expect(value(apart, .coverage, "b", scenario: 0) == 1)
    #expect(value(apart, .coverage, "b", scenario: 1) == 0.8)
  }

  private func backlog(opening: Double = 0, within: Int) -> Service {
    Service(
      id: "spm", title: Bilingual(id: "SPM", en: "Payment orders"),
      kind: .backlog(
        BacklogService(
          demand: BacklogService.Demand(
            casesPerDay: 10, weekdayWeights: [2, 1, 1, 1, 0, 0, 0], openingBacklog: opening),
          handlingMinutes: 45,
          standard: BacklogService.Standard(share: 0.9, withinDays: within), hoursShare: 1)),
      openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
  }

  @Test("a backlog is worked off in the order of arrival, from home as well as on site")
  func backlogs() throws {
    // One clerk finishes 7.5 hours ÷ 45 minutes = 10 cases a day. Weights 2, 1, 1, 1 of mean 10 over
    // four days bring 16, 8, 8, 8 and 0.
    var small = SmallStudy(people: [person("ani", serving: "spm", slow: true)])
    small.policies = [slowAwayOnThursday]
    small.services = [backlog(within: 0)]
    // Same day: Monday 10 of 16; Tuesday 10 − 6 = 4 of 8; Wednesday 6 of 8; Thursday 8 of 8.
    let sameDay = try small.result()
    for scenario in 0...1 {
      let share = sameDay.value(.turnaroundWithinStandard, scenario: scenario)
      #expect(abs(share - (10.0 + 4 + 6 + 8) / 40) < 1e-12)
      // Open in the evenings of a week: 6, 4, 2, 0 and 0, of 40 cases that are all finished.
      let days = sameDay.value(.turnaroundDays, scenario: scenario)
      #expect(abs(days - 12.0 / 40) < 1e-12)
      #expect(sameDay.value(.openCases, scenario: scenario) == 0)
    }
    small.services = [backlog(within: 1)]
    // A day later all are finished.
    #expect(try small.result().value(.turnaroundWithinStandard, scenario: 1) == 1)
    small.services = [backlog(opening: 15, within: 1)]
    // 15 old cases: done by the evenings of the first week 10, 20, 30, 40, 50 of 15 + 16, + 8, + 8,
    // + 8: Monday's by Tuesday 5 of 16, Tuesday's by Wednesday 0 of 8 (31 are before them), then 1
    // of 8 by Thursday, 3 of 8 by Friday.
    let late = 5.0 + 0 + 1 + 3
    // The second week begins with 5 left: of Monday's 16 the first 15 are done by Tuesday evening,
    // and everyone else's by the next evening.
    let second = 15.0 + 8 + 8 + 8
    let share = try small.result().value(.turnaroundWithinStandard, scenario: 0)
    #expect(abs(share - (late + second) / 80) < 1e-12)
    // Open in the evenings: 21, 19, 17, 15, 5 of the first week, then 11, 9, 7, 5, 0.
    let days = try small.result().value(.turnaroundDays, scenario: 0)
    #expect(abs(days - (21.0 + 19 + 17 + 15 + 5 + 11 + 9 + 7 + 5) / 95) < 1e-12)
    small.people[0].service = nil
    let idle = try small.result()
    #expect(idle.value(.turnaroundWithinStandard, scenario: 0) == 0)
    #expect(idle.value(.turnaroundDays, scenario: 0).isNaN)
    #expect(idle.value(.openCases, scenario: 0) == 95)
  }

  @Test("those online are served from home, and on site only by whom the counter can spare")
  func online() throws {
    // 20 a day come, on whom one clerk suffices in every half hour; 150, 100, 100, 100 and 50 ask
    // online, 3 minutes each: one clerk's 7.5 hours are 150.
    var counter = CounterStudy(visitors: 120, handlingMinutes: 1, clerks: 1, away: 0)
    counter.terms.onlineShare = 5.0 / 6
    counter.terms.onlineHandlingMinutes = 3
    func value(_ outcome: Outcome, scenario: Int) throws -> Double {
      try counter.small.result().value(outcome, scenario: scenario)
    }
    // The only clerk stays at the counter, and two weeks of 500 are left.
    #expect(try value(.turnaroundWithinStandard, scenario: 0) == 0)
    #expect(abs(try value(.openCases, scenario: 0) - 1000) < 1e-9)
    // A second one can be spared, and works on when away on Thursdays.
    counter.clerks = 2
    counter.away = 1
    for scenario in 0...1 {
      #expect(abs(try value(.turnaroundWithinStandard, scenario: scenario) - 1) < 1e-12)
      #expect(try value(.coverage, scenario: scenario) == 1)
    }
    // One clerk, away on Thursdays: the counter is empty, and each Thursday 150 are served.
    counter.clerks = 1
    #expect(try value(.coverage, scenario: 1) == 0.8)
    #expect(abs(try value(.openCases, scenario: 1) - 700) < 1e-9)
    // Of the first seven days' 750, the first Monday's 150 are served within three days.
    counter.terms.onlineWithinDays = 3
    #expect(abs(try value(.turnaroundWithinStandard, scenario: 1) - 0.2) < 1e-12)
  }

  @Test("posts round the clock are covered shift by shift")
  func roundTheClock() throws {
    // Five on site make 2, 2 and 1 at the three shifts; four make 2, 1 and 1.
    var small = SmallStudy(
      people: ["a", "b", "c", "d"].map { person($0, serving: "ward") }
        + [person("e", serving: "ward", slow: true)])
    small.services = [
      Service(
        id: "ward", title: Bilingual(id: "Bangsal", en: "Ward"),
        kind: .posts(minimum: 2, shifts: 3), openOn: Set(Weekday.workingWeek),
        provenance: SmallStudy.provenance)
    ]
    small.policies = [slowAwayOnThursday]
    let result = try small.result()
    #expect(abs(result.value(.coverage, scenario: 0) - 2.0 / 3) < 1e-12)
    #expect(abs(result.value(.coverage, scenario: 1) - (4 * 2.0 + 1) / 15) < 1e-12)
    #expect(result.value(.fullyCoveredDays, scenario: 0) == 0)
    #expect(
      result.coverage.cells.prefix(4).map(\.halfHour) == [0, 1, 2, 0])
    #expect(result.coverage.means(scenario: 1)[9...11].elementsEqual([1, 0, 0]))
    #expect(result.coverage.means(scenario: 1)[0...2].elementsEqual([1, 1, 0]))
    small.people.append(person("f", serving: "ward"))
    #expect(try small.result().value(.fullyCoveredDays, scenario: 0) == 1)
  }

  @Test("desks needed are the people of the day that 95 of 100 days do not exceed")
  func desks() throws {
    var small = SmallStudy(people: [
      person("ani", serving: nil, slow: true), person("budi", serving: nil),
    ])
    small.policies = [
      slowAwayOnThursday,
      SmallStudy.policy("always", .fixed(Set(Weekday.workingWeek)), takeUp: .ordered),
    ]
    let result = try small.result()
    #expect(result.value(.deskNeed, scenario: 0) == 2)
    #expect(result.value(.deskNeed, scenario: 1) == 2)
    #expect(result.value(.deskNeed, scenario: 2) == 0)
    // One Monday in 21 working days: the 20th of 21 days in ascending order decides.
    small.holidays = ["2024-01-15", "2024-01-22", "2024-01-29", "2024-02-05"].map {
      PublicHoliday(date: day($0), kind: .national, name: Bilingual(id: "L", en: "H"))
    }
    small.through = day("2024-02-09")
    small.policies = [
      SmallStudy.policy(
        "all but Monday", .fixed([.tuesday, .wednesday, .thursday, .friday]), takeUp: .ordered)
    ]
    let rare = try small.result()
    #expect(rare.study.calendar.days.count == 21)
    #expect(rare.value(.deskNeed, scenario: 1) == 0)
    #expect(rare.value(.officeSharePeak, scenario: 1) == 1)
  }

  private static let pairOfHalfHours = Service(
    id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
    kind: .counter(
      CounterService(
        counters: 2,
        demand: CounterService.Demand(
          visitorsPerDay: 6, weekdayWeights: [1, 1, 1, 1, 1, 0, 0], halfHourWeights: [1, 3]),
        halfHours: [minutes(480), minutes(510)], handlingMinutes: 6,
        standard: CounterService.Standard(share: 0.8, withinMinutes: 10))),
    openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)

  @Test("coverage by citizens weighs half hours by those who come")
  func citizens() throws {
    // 6 visitors: the first half hour (a quarter of them) needs one clerk, the second needs two.
    var small = CounterStudy(visitors: 6, clerks: 2, away: 1).small
    small.services = [Self.pairOfHalfHours]
    let result = try small.result()
    #expect(result.value(.coverage, scenario: 1) == 0.9)
    // Two of ten days lose the half hour in which three quarters come.
    #expect(abs(result.value(.coverageCitizens, scenario: 1) - (1 - 0.2 * 0.75)) < 1e-12)
    #expect(result.value(.coverageCitizens, scenario: 0) == 1)
  }

  @Test("a quota of tickets turns away those who come when they are gone, never before")
  func tickets() throws {
    var counter = CounterStudy(visitors: 10, handlingMinutes: 1, clerks: 5, away: 0)
    counter.terms.ticketsPerDay = 1
    var small = counter.small
    small.from = day("2024-01-11")
    small.through = day("2024-01-11")
    // One ticket: it is given out unless nobody comes, and its holder is served.
    let one = try small.result().value(.lostCitizens, scenario: 0)
    #expect(abs(one - (10 - (1 - Double.exp(-10)))) < 0.02)
    counter.terms.ticketsPerDay = 40
    small.services = [counter.service]
    #expect(try small.result().value(.lostCitizens, scenario: 0) < 0.01)
  }

  @Test("on a peak more citizens come and more staff are needed")
  func peaks() throws {
    var counter = CounterStudy(visitors: 20, clerks: 1, away: 0)
    let before = try counter.small.result()
    counter.terms.peaks = [
      DemandPeak(
        title: Bilingual(id: "Pemutihan", en: "Amnesty"),
        period: .dates([day("2024-01-08")...day("2024-01-12")]), factor: 3,
        provenance: SmallStudy.provenance)
    ]
    let result = try counter.small.result()
    var exact = CounterDayOracle()
    for visitors in [60.0, 20] {
      let days = try CounterStudy(visitors: visitors, clerks: 1, away: 0).oracle(thursday: 1)
      exact.waitMinutes += days.waitMinutes / 2
      exact.arrivals += days.arrivals / 2
    }
    let wait = result.value(.meanWaitMinutes, scenario: 0)
    #expect(abs(wait / exact.meanWaitMinutes - 1) < 0.01)
    #expect(
      result.value(.coverage, scenario: 0) < before.value(.coverage, scenario: 0))
  }
}
