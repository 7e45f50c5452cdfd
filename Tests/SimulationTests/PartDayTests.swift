import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("hours and places of flexible days, and days next to holidays")
struct PartDayTests {
  private func result(_ change: (inout Schedule) -> Void) throws -> StudyResult {
    var small = SmallStudy(people: (0..<8).map { TestPerson("p\($0)") })
    var schedule = Schedule.fixed([.monday])
    change(&schedule)
    small.policies = [SmallStudy.policy("p", schedule, takeUp: .ordered, meals: .notPaid)]
    return try small.result()
  }

  private func hours(_ from: Int, _ to: Int) throws -> DayHours {
    DayHours(
      office: try #require(DayHours.Span(from: minutes(450), to: minutes(960))),
      onSite: DayHours.Span(from: minutes(from), to: minutes(to)), flexibleStart: nil)
  }

  @Test("part of a day away counts as a flexible day and in the attendance, and saves nothing")
  func partDay() throws {
    let hours = try hours(480, 720)
    let result = try result { $0.hours = hours }
    // Eight people on two Mondays of two weeks.
    #expect(result.value(.flexibleDaysPerWeek, scenario: 1) == 1)
    #expect(result.value(.officeShareMean, scenario: 1) == 1)
    for outcome in [
      Outcome.fuelLitres, .commuteHours, .mealBudgetRupiah, .officeEnergyRupiah, .homeCostRupiah,
      .outputChange, .budgetNetRupiah, .staffNetRupiah,
    ] {
      #expect(result.value(outcome, scenario: 1) == 0, "\(outcome)")
    }
  }

  @Test("the way to another place counts against the commute saved")
  func place() throws {
    // 8 people · 2 days · 2 · 10 km at 40 km/l, less a rebound of 0.2.
    let home = try result { _ in }.value(.fuelLitres, scenario: 1)
    #expect(abs(home - 8 * 2 * 20 / 40 * 0.8) < 1e-9)
    let near = try result {
      $0.place = FlexiblePlace(
        kind: .otherOffice, kilometres: 4, daysPerTrip: 1, recallMinutes: nil)
    }
    #expect(abs(near.value(.fuelLitres, scenario: 1) - 8 * 2 * 12 / 40 * 0.8) < 1e-9)
    let far = try result {
      $0.place = FlexiblePlace(
        kind: .elsewhere, kilometres: 120, daysPerTrip: 4, recallMinutes: 180)
    }
    // 30 km a day out and back for 10 km saved: 20 km lost each way.
    #expect(abs(far.value(.fuelLitres, scenario: 1) + 8 * 2 * 40 / 40 * 0.8) < 1e-9)
  }

  /// Flexible days a week of many people on the days next to a holiday, Wednesday 10 January.
  private func daysByTheHoliday(pull: Double, takeUp: TakeUp = .voluntary) throws -> Double {
    var small = SmallStudy(people: (0..<4000).map { TestPerson("p\($0)") })
    small.from = day("2024-01-09")
    small.through = day("2024-01-11")
    small.holidays = [
      PublicHoliday(
        date: day("2024-01-10"), kind: .national, name: Bilingual(id: "Libur", en: "Holiday"))
    ]
    small.values[.daysUsedShare] = 0.5
    small.values[.complianceOrdered] = 0.5
    small.values[.preHolidayPull] = pull
    small.policies = [
      SmallStudy.policy("p", .fixed([.tuesday, .thursday]), takeUp: takeUp)
    ]
    let result = try small.result()
    return 1 - result.value(.officeShareMean, scenario: 1)
  }

  @Test("a pull of 3 turns a half into three quarters next to a holiday; none leaves it")
  func pull() throws {
    // 8,000 draws: five standard deviations are 0.028.
    #expect(abs(try daysByTheHoliday(pull: 1) - 0.5) < 0.028)
    #expect(abs(try daysByTheHoliday(pull: 3) - 0.75) < 0.025)
    let half = try daysByTheHoliday(pull: 1, takeUp: .ordered)
    #expect(try daysByTheHoliday(pull: 3, takeUp: .ordered) == half)
  }

  @Test("more pull only adds days: the same draws decide", arguments: [0.2, 0.5, 1, 2, 5])
  func monotone(pull: Double) throws {
    #expect(try daysByTheHoliday(pull: pull) <= daysByTheHoliday(pull: pull * 1.5))
  }
}
