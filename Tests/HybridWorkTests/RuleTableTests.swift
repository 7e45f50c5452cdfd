import HybridWork
import TestSupport
import Testing

/// One row of a rule table: a sentence, what the register says, and the answer.
struct RuleRow<Found: Sendable>: CustomTestStringConvertible, Sendable {
  let sentence: String
  let found: Found
  let answer: Assessment

  init(_ sentence: String, _ found: Found, _ answer: Assessment) {
    self.sentence = sentence
    self.found = found
    self.answer = answer
  }

  var testDescription: String { sentence }
}

@Suite("rule tables")
struct RuleTableTests {
  @Test(
    "at least six months in the post",
    arguments: [
      RuleRow("five years are enough", 60.0, .passes),
      RuleRow("one month is not", 1.0, .fails),
      RuleRow("just below six months is not", 5.999, .fails),
      RuleRow("six months are", 6.0, .passes),
      RuleRow("just above six months is", 6.001, .passes),
      RuleRow("a tenure not known cannot be assessed", .nan, .unassessed),
    ])
  func number(row: RuleRow<Double>) throws {
    let condition = Condition.number(.tenureMonths, NumberRange(lower: .including(6)))
    #expect(try OnePerson.with(.tenureMonths, row.found).answer(condition) == row.answer)
  }

  @Test(
    "fungsional or pelaksana",
    arguments: [
      RuleRow("fungsional is accepted", "fungsional", .passes),
      RuleRow("pelaksana is accepted", "pelaksana", .passes),
      RuleRow("pengawas, next above, is not", "pengawas", .fails),
      RuleRow("administrator is not", "administrator", .fails),
      RuleRow("jpt is not", "jpt", .fails),
      RuleRow("a kind not known cannot be assessed", nil, .unassessed),
    ])
  func category(row: RuleRow<String?>) throws {
    let condition = Condition.category(.positionKind, ["fungsional", "pelaksana"])
    let person = OnePerson.with(.positionKind, category: row.found)
    #expect(try person.answer(condition) == row.answer)
  }

  @Test(
    "a box of 4,5,7,8,9 in PermenPANRB's numbers",
    arguments: [
      RuleRow("box 9 is in", 9, .passes), RuleRow("box 1 is out", 1, .fails),
      RuleRow("box 3, below the set, is out", 3, .fails),
      RuleRow("box 4, its first, is in", 4, .passes),
      RuleRow("box 5 is in", 5, .passes), RuleRow("box 6, between, is out", 6, .fails),
      RuleRow("no box cannot be assessed", nil, .unassessed),
    ])
  func box(row: RuleRow<Int?>) throws {
    let numbering = TalentNumbering.permenPANRB
    let condition = Condition.talentBox(
      Set([4, 5, 7, 8, 9].compactMap(numbering.cell(numbered:))))
    let cell = row.found.flatMap(numbering.cell(numbered:))
    let person = OnePerson.with(.talentBox, category: cell?.name)
    #expect(try person.answer(condition) == row.answer)
  }

  @Test(
    "no moderate penalty in the last twelve months, seen on 2025-06-15",
    arguments: [
      RuleRow("a penalty of last month counts", "2025-05-15", .fails),
      RuleRow("one of three years ago does not", "2022-06-15", .passes),
      RuleRow("on the last day of the twelve months it counts", "2024-06-16", .fails),
      RuleRow("the day after the twelve months it does not", "2024-06-15", .passes),
      RuleRow("the day before that it does not either", "2024-06-14", .passes),
      RuleRow("one of the same day counts", "2025-06-15", .fails),
      RuleRow("one of the next day does not yet", "2025-06-16", .passes),
      RuleRow("a date not known cannot be assessed", nil, .unassessed),
    ])
  func lookBack(row: RuleRow<String?>) throws {
    var person = OnePerson.with(.disciplineDate, row.found)
    person.values[.discipline] =
      OnePerson.with(.discipline, category: "moderate")
      .values[.discipline]
    let condition = Condition.not(
      .all([
        .category(.discipline, ["moderate"]), .date(.disciplineDate, .withinMonths(12)),
      ]))
    #expect(try person.answer(condition, on: "2025-06-15") == row.answer)
    let light = Condition.not(
      .all([.category(.discipline, ["light"]), .date(.disciplineDate, .withinMonths(6))]))
    #expect(try person.answer(light, on: "2025-06-15") == .passes)
  }

  @Test(
    "in the post from 2024-01-01 on and before 2025-01-01",
    arguments: [
      RuleRow("the middle of the year is in", "2024-07-01", .passes),
      RuleRow("years earlier is out", "2020-07-01", .fails),
      RuleRow("the day before the first is out", "2023-12-31", .fails),
      RuleRow("the first day is in", "2024-01-01", .passes),
      RuleRow("the last day is in", "2024-12-31", .passes),
      RuleRow("the day after it is out", "2025-01-01", .fails),
      RuleRow("a day not known cannot be assessed", nil, .unassessed),
    ])
  func period(row: RuleRow<String?>) throws {
    let condition = Condition.date(
      .inPostSince, .between(from: day("2024-01-01"), before: day("2025-01-01")))
    #expect(try OnePerson.with(.inPostSince, row.found).answer(condition) == row.answer)
  }

  @Test("a grace period: bandwidth enough, or measured within three months")
  func gracePeriod() throws {
    let condition = Condition.any([
      .number(.bandwidthMbps, NumberRange(lower: .including(10))),
      .date(.bandwidthTestedOn, .withinMonths(3)),
    ])
    func answer(_ mbps: Double, _ tested: String) throws -> Assessment {
      var person = OnePerson.with(.bandwidthTestedOn, tested)
      person.values[.bandwidthMbps] = .number([mbps])
      return try person.answer(condition, on: "2025-06-15")
    }
    #expect(try answer(20, "2020-01-01") == .passes)
    #expect(try answer(5, "2025-03-16") == .passes)
    #expect(try answer(5, "2025-03-15") == .fails)
  }

  @Test("a look-back without a day to look back from cannot be assessed")
  func noDay() throws {
    let person = OnePerson.with(.disciplineDate, "2024-01-01")
    #expect(try person.answer(.date(.disciplineDate, .withinMonths(600))) == .unassessed)
  }

  @Test(
    "the unit is on the list",
    arguments: [
      RuleRow("a unit of the list is in", "Bappelitbang", .passes),
      RuleRow("another is out", "Dinas Sosial", .fails),
      RuleRow("names differ by case", "bappelitbang", .fails),
      RuleRow("no unit cannot be assessed", "", .unassessed),
    ])
  func unit(row: RuleRow<String>) throws {
    var person = OnePerson()
    person.unit = row.found
    #expect(try person.answer(.category(.unit, ["Bappelitbang", "Setda"])) == row.answer)
  }

  @Test(
    "a rule in force from 2025-04-21 to 2025-12-31",
    arguments: [
      ("2025-04-20", false), ("2025-04-21", true), ("2025-04-22", true), ("2025-12-30", true),
      ("2025-12-31", true), ("2026-01-01", false),
    ])
  func ruleDates(date: String, isInForce: Bool) throws {
    var rule = SmallStudy.rule("never", .flag(.laptop, true))
    rule.inForce = day("2025-04-21")
    rule.until = day("2025-12-31")
    let person = OnePerson(values: [.laptop: .flag([.no])])
    let decisions = try EligibilityDecisions(
      rules: [rule], population: person.population, on: day(date))
    #expect(decisions.isInForce == [isInForce])
    #expect(decisions.isEligible(0) == !isInForce)
    #expect(decisions.counts(ofRule: 0).failed == (isInForce ? 1 : 0))
  }

  @Test("a policy is assessed on the later of its first day and the calendar's")
  func assessmentDay() {
    let policy = SmallStudy.policy("p", .fixed([.friday]), inForce: "2023-06-19")
    #expect(policy.assessmentDay(calendarStart: day("2023-07-01")) == day("2023-07-01"))
    #expect(policy.assessmentDay(calendarStart: day("2023-01-01")) == day("2023-06-19"))
  }

  @Test(
    "months are counted by the day of the month, cut at short months",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
      ("2024-12-15", 1, "2025-01-15"), ("2024-02-29", 12, "2025-02-28"),
      ("2024-03-31", 0, "2024-03-31"),
    ])
  func months(start: String, months: Int, end: String) {
    #expect(day(start).advanced(byMonths: months) == day(end))
    #expect(day(start).wholeMonths(until: day(end)) == months)
    #expect(
      months == 0
        || day(start).wholeMonths(until: day(end).advanced(by: -1)) == months - 1)
  }

  @Test("tenure is counted from the first day in post where it is not given itself")
  func tenure() throws {
    let counted = try OnePerson.with(.inPostSince, "2024-01-15").population
      .withTenure(on: day("2024-07-14"))
    #expect(counted.numbers(.tenureMonths) == [5])
    var person = OnePerson.with(.inPostSince, "2024-01-15")
    person.values[.tenureMonths] = .number([40])
    let given = try person.population.withTenure(on: day("2024-07-14"))
    #expect(given.numbers(.tenureMonths) == [40])
  }
}
