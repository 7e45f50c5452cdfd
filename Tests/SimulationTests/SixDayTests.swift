import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Six-day weeks")
struct SixDayTests {
  /// Three people on a ward that is open six days, one in an office of five, over four weeks.
  private func study(sixDays: Bool) -> SmallStudy {
    var small = SmallStudy(
      people: ["a", "b", "c"].map { id in
        var person = TestPerson(id, unit: "RSUD")
        person.service = "bangsal"
        return person
      } + [TestPerson("d", unit: "Kantor")])
    small.services = [
      Service(
        id: "bangsal", title: Bilingual(id: "Bangsal", en: "Ward"), kind: .posts(minimum: 2),
        openOn: Set(sixDays ? Weekday.serviceWeek : Weekday.workingWeek),
        provenance: SmallStudy.provenance)
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-02-03")
    if sixDays { small.sixDayUnits = ["RSUD"] }
    small.policies = [SmallStudy.policy("friday", .fixed([.friday]), takeUp: .ordered)]
    return small
  }

  private func mean(_ outcome: Outcome, _ scenario: Int, _ result: StudyResult) -> Double {
    result.comparison(OutcomeKey(outcome), scenario: scenario)?.level.mean ?? .nan
  }

  @Test("On Saturdays the ward works, the office does not, and nobody is away by the schedule")
  func saturdays() throws {
    let result = try StudyRun(try study(sixDays: true).study()).run(threads: 1)
    #expect(result.study.calendar.days.count == 24)
    #expect(result.study.calendar.mondayToFriday.days.count == 20)
    // Everyone whose day it is comes: 4 people on 20 days and 3 on 4 Saturdays.
    #expect(mean(.officeShareMean, 0, result) == 1)
    #expect(mean(.officeSharePeak, 0, result) == 1)
    #expect(mean(.coverage, 0, result) == 1)
    // Fridays are away for all four: 16 of 92 person-days, and one of the ward's six days a week.
    #expect(abs(mean(.officeShareMean, 1, result) - 76.0 / 92) < 1e-12)
    #expect(abs(mean(.coverage, 1, result) - 5.0 / 6) < 1e-12)
    #expect(mean(.flexibleDaysPerWeek, 1, result) == 1)
    let saturday = zip(result.coverage.cells, result.coverage.means(scenario: 1))
      .filter { $0.0.weekday == .saturday }.map(\.1)
    #expect(saturday == [1])
    #expect(
      result.study.calendar.hoursPerPerson == result.study.calendar.mondayToFriday.hoursPerPerson)
  }

  @Test("A Saturday that is a holiday is no working day")
  func holiday() throws {
    var small = study(sixDays: true)
    small.holidays = [
      PublicHoliday(
        date: day("2024-01-13"), kind: .national, name: Bilingual(id: "Libur", en: "Holiday"))
    ]
    #expect(try small.study().calendar.days.count == 23)
  }

  @Test("Whoever works five days a week is absent on the same days as without Saturdays")
  func fiveDayStaff() throws {
    func uncertain(_ small: SmallStudy) -> SmallStudy {
      var small = small
      small.values[.sickShare] = 0.1
      small.values[.sickSpellDays] = 3
      small.values[.leaveShare] = 0.05
      small.values[.travelShare] = 0.05
      small.values[.travelSpellDays] = 2
      small.run = RunSettings(worlds: 20, replications: 2, seed: 12)
      return small
    }
    // The unit named is another: nobody's absence may change.
    var elsewhere = uncertain(study(sixDays: false))
    let usual = try StudyRun(try elsewhere.study()).run(threads: 1)
    elsewhere.sixDayUnits = ["Rumah sakit lain"]
    let withSaturdays = try StudyRun(try elsewhere.study()).run(threads: 1)
    for outcome in [Outcome.officeShareMean, .coverage, .flexibleDaysPerWeek, .deskNeed] {
      let key = OutcomeKey(outcome)
      for scenario in 0...1 {
        #expect(
          usual.comparison(key, scenario: scenario)?.level.mean
            == withSaturdays.comparison(key, scenario: scenario)?.level.mean)
      }
    }
  }
}
