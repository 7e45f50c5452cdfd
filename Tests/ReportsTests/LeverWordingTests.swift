import HybridWork
import Reports
import Simulation
import TestSupport
import Testing

@Suite("quota, evaluation and exceptions in words")
struct LeverWordingTests {
  /// A quota of 30 per cent, an evaluation over two months, and an exception for people who travel far.
  private var policy: Policy {
    var policy = SmallStudy.policy("mkd", .chosen(.of(flexible: 2)))
    var levers = policy.levers
    levers.quota = Quota(.share(0.3), order: [.rotation, .seniority, .commute])
    levers.evaluation = Evaluation(
      line: 0.9, windowMonths: 2, loseMonths: 3,
      score: .init(
        noiseSpread: 0.1, trueSpread: 0.1, attendanceWeight: 0.2,
        provenance: SmallStudy.provenance))
    levers.exceptions = [
      EligibilityException(
        id: "far", wording: (Bilingual(id: "Rumah jauh", en: "Lives far"), "SE 1"),
        level: .unit, effect: .admit,
        condition: .number(.commuteKilometres, NumberRange(lower: .including(50))))
    ]
    policy = Policy(
      header: PolicyHeader(
        id: "mkd", title: Bilingual(id: "MKD", en: "MKD"), institution: "Test",
        reference: "Test", inForce: day("2023-01-01"), until: nil),
      levers: levers)
    return policy
  }

  /// Ten people in one unit, three of whom live far away.
  private func study(smallest: Int = 1) throws -> SmallStudy {
    var small = SmallStudy(
      people: (0..<10).map { place in
        var person = TestPerson("P\(place)")
        person.kilometres = place < 3 ? 60 : 10
        return person
      })
    small.smallestGroup = smallest
    small.policies = [policy]
    return small
  }

  private func explanation(_ language: Language) throws -> EligibilityExplanation {
    let population = try study().population
    let policy = policy
    return EligibilityExplanation(
      policy: policy, population: population,
      decisions: try EligibilityDecisions(
        policy: policy, population: population, calendarStart: day("2024-01-08")),
      language: language)
  }

  @Test("a person hears the places of the unit, their order, and what the evaluation costs")
  func person() throws {
    let text = try explanation(.english).text(person: 5)
    #expect(
      text.contains(
        "Quota of participants: at most 30% of the staff of each unit; in this unit 3 places. "
          + "Order: longest in the post, then farthest from the office, then by lot; "
          + "places move on every month."))
    #expect(
      text.contains(
        "Monthly evaluation: a mean score of 2 months below 0.90 costs the flexible days for "
          + "3 months (ordinary performance scores 1; attendance is 20% of the score) [test, J]."))
    #expect(!text.contains("Lives far"))
  }

  @Test("the same in Indonesian; a person made up has no unit and no places")
  func hypothetical() throws {
    let text = try explanation(.indonesian).text(person: 0, isHypothetical: true)
    #expect(
      text.contains(
        "Kuota peserta: paling banyak 30% pegawai tiap unit. Urutan: yang terlama di jabatan, "
          + "lalu yang terjauh rumahnya, lalu undian; tempat bergilir tiap bulan."))
    #expect(
      text.contains(
        "Penilaian bulanan: rata-rata nilai 2 bulan di bawah 0,90 menghilangkan hari fleksibel "
          + "selama 3 bulan"))
    #expect(text.contains("→ diterima dengan pengecualian (unit): Rumah jauh [SE 1]"))
  }

  @Test("a unit hears how many people each exception decides about")
  func unit() throws {
    let unit = try study().population.units[0]
    let text = try explanation(.english).text(unit: unit, smallestGroup: 1)
    #expect(text.contains("- admitted by exception (unit): Lives far: 3 people [SE 1]"))
    #expect(text.contains("in this unit 3 places"))
    let hidden = try explanation(.english).text(unit: unit, smallestGroup: 5)
    #expect(hidden.contains("- admitted by exception (unit): Lives far: … people [SE 1]"))
  }

  @Test("the scenario table names the levers of a policy under the table, and no others")
  func table() throws {
    let table = ScenarioTable(try study().result(), language: .english).markdown
    #expect(
      table.contains("- \"MKD\": Quota of participants: at most 30% of the staff of each unit."))
    #expect(table.contains("- \"MKD\": Monthly evaluation: "))
    #expect(table.contains("- \"MKD\": admitted by exception (unit): Lives far [SE 1]"))
    #expect(!table.contains("\"everyone-in-office\": "))
  }
}
