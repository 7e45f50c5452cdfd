import HybridWork
import Reports
import TestSupport
import Testing

@Suite("explanations name the limits of a schedule")
struct ScheduleTextTests {
  private func lines(_ schedule: Schedule, _ language: Language) throws -> [Substring] {
    let population = try SmallStudy(people: [TestPerson("p")]).population
    let policy = SmallStudy.policy("p", schedule)
    let explanation = EligibilityExplanation(
      policy: policy, population: population,
      decisions: try EligibilityDecisions(rules: [], population: population), language: language)
    return explanation.text(person: 0).split(separator: "\n").filter { $0.hasPrefix("• ") }
  }

  @Test("a schedule without limits needs no further line")
  func plain() throws {
    #expect(try lines(.fixed([.thursday]), .english) == [])
  }

  @Test("each limit has its line in both languages")
  func limits() throws {
    var schedule = Schedule.chosen(DaySplit.of(flexible: 1))
    schedule.anchorDays = [.friday, .monday]
    schedule.windows = [day("2026-03-24")...day("2026-03-27")]
    schedule.mostDaysPerMonth = 4
    schedule.splitsByRecord = [
      Schedule.RecordSplit(DaySplit.of(flexible: 4), where: .flag(.laptop, true))
    ]
    schedule.place = FlexiblePlace(
      kind: .elsewhere, kilometres: 150, daysPerTrip: 4, recallMinutes: 240)
    let office = try #require(DayHours.Span(from: minutes(450), to: minutes(960)))
    schedule.hours = DayHours(
      office: office, onSite: DayHours.Span(from: minutes(480), to: minutes(720)),
      flexibleStart: nil)
    #expect(
      try lines(schedule, .english) == [
        "• Anchor days, everyone in the office: Monday, Friday",
        "• Flexible days only within: 2026-03-24–2026-03-27",
        "• At most 4 flexible days a month",
        "• Splits by record (office-flexible): 1-4",
        "• On a flexible day in the office: 08:00–12:00",
        "• Place: anywhere, 150.0 km; back in the office within 240 minutes",
      ])
    #expect(
      try lines(schedule, .indonesian) == [
        "• Hari jangkar, semua di kantor: Senin, Jumat",
        "• Hari fleksibel hanya pada: 2026-03-24–2026-03-27",
        "• Paling banyak 4 hari fleksibel sebulan",
        "• Pola menurut rekam jejak (kantor-fleksibel): 1-4",
        "• Pada hari fleksibel di kantor: 08.00–12.00",
        "• Tempat: di mana saja, 150,0 km; kembali ke kantor dalam 240 menit",
      ])
  }
}
