import Fairness
import HybridWork
import Statistics
import TestSupport
import Testing

/// Redraws in which both ratings of a person in the middle always move: a chance of one half up and
/// one half down leaves nobody in the middle cell, so every figure follows by hand.
struct BoundaryRedrawTests {
  private static let middle = TalentCell(performance: .middle, potential: .middle)
  private static let low = TalentCell(performance: .low, potential: .low)
  private static let date = day("2024-03-15")
  private static let inMiddle = Condition.talentBox([middle])

  private func boundary(
    _ people: [AuditPerson], _ rules: [EligibilityRule],
    _ exceptions: [EligibilityException] = []
  ) throws -> (rate: Double, figures: BoundaryFairness) {
    let population = try AuditStaff.population(people)
    let audit = PolicyAudit(
      AuditStaff.policy(rules),
      decisions: try EligibilityDecisions(
        rules: rules, exceptions: exceptions, population: population, on: Self.date),
      population: population,
      plan: AuditPlan(
        columns: [.sex], smallestGroup: 1,
        raterError: RaterError(moveChance: 0.5, redraws: 40, seed: 7)))
    let group = audit.groupings[0].groups[0]
    return (try #require(group.access.rate), try #require(group.boundary))
  }

  private func box(from: String? = nil, until: String? = nil) -> EligibilityRule {
    var rule = SmallStudy.rule("box", Self.inMiddle)
    rule.inForce = from.map(day)
    rule.until = until.map(day)
    return rule
  }

  private func exception(
    _ id: String, _ level: EligibilityException.Level, _ effect: EligibilityException.Effect,
    _ condition: Condition
  ) -> EligibilityException {
    EligibilityException(
      id: id, wording: (Bilingual(id: id, en: id), "Test"), level: level, effect: effect,
      condition: condition)
  }

  @Test(
    "a rule on boxes makes people flip on its first day and its last, and on no other",
    arguments: [
      ("2024-03-15", nil, true), ("2024-03-16", nil, false), (nil, "2024-03-15", true),
      (nil, "2024-03-14", false), ("2024-01-01", "2024-12-31", true), (nil, nil, true),
    ] as [(String?, String?, Bool)])
  func datesInForce(from: String?, until: String?, flips: Bool) throws {
    let people = (0..<10).map { _ in AuditPerson(cell: Self.middle) }
    let found = try boundary(people, [box(from: from, until: until)])
    #expect(found.rate == 1)
    #expect(found.figures.flips == (flips ? 1 : 0) && found.figures.standardError == 0)
    #expect(found.figures.loses == (flips ? 1 : 0) && found.figures.gains == 0)
    #expect(found.figures.rates == (flips ? 0...0 : 1...1))
  }

  @Test("of two rules on boxes the one out of force is forgotten, not the one in force")
  func oneOfTwoInForce() throws {
    var nobody = SmallStudy.rule("nobody", .talentBox([Self.low]))
    nobody.until = day("2024-03-14")
    let people = [AuditPerson(cell: Self.middle), AuditPerson(cell: Self.middle, laptop: false)]
    let found = try boundary(people, [nobody, box(), AuditStaff.laptop])
    // The one without a laptop is not eligible in any cell.
    #expect(found.rate == 0.5 && found.figures.flips == 0.5 && found.figures.loses == 0.5)
    #expect(found.figures.rates == 0...0)
  }

  @Test("a look-back beside the box is judged on the day of assessment")
  func lookBack() throws {
    // In the middle, or a penalty within twelve months. Of four the one of 2023-03-16 is still
    // within them on 2024-03-15 and eligible in any cell; that of the day before no longer is.
    let rule = SmallStudy.rule(
      "box-or-penalty", .any([Self.inMiddle, .date(.disciplineDate, .withinMonths(12))]))
    let people = ["2023-03-16", "2023-03-15", "2022-01-01", "2024-03-16"].map {
      AuditPerson(cell: Self.middle, disciplineDate: day($0))
    }
    let found = try boundary(people, [rule])
    #expect(found.rate == 1 && found.figures.flips == 0.75 && found.figures.loses == 0.75)
    #expect(found.figures.rates == 0.25...0.25)
  }

  @Test("whom an exception decides about never flips, admitted or refused")
  func exceptionsThatReadNoBox() throws {
    // Five: two by the box, one admitted though the box fails, two refused though it is passed.
    let people = [
      AuditPerson(cell: Self.middle), AuditPerson(cell: Self.middle),
      AuditPerson(disability: true, cell: Self.low),
      AuditPerson(cell: Self.middle, discipline: "light"),
      AuditPerson(cell: Self.middle, discipline: "light"),
    ]
    let exceptions = [
      exception("disability", .person, .admit, .flag(.disability, true)),
      exception("discipline", .general, .refuse, .category(.discipline, ["light"])),
    ]
    let found = try boundary(people, [box()], exceptions)
    #expect(found.rate == 0.6)
    #expect(abs(found.figures.flips - 0.4) < 1e-15 && abs(found.figures.loses - 0.4) < 1e-15)
    #expect(found.figures.gains == 0)
    #expect(found.figures.rates == 0.2...0.2)
  }

  @Test("an exception that asks for the box admits or refuses as the new box says")
  func exceptionsThatReadTheBox() throws {
    let away = AuditPerson(cell: Self.middle, laptop: false)
    // Admitted for being in the middle though without a laptop: nobody stays in the middle.
    let admitted = try boundary(
      [away], [AuditStaff.laptop], [exception("middle", .person, .admit, Self.inMiddle)])
    #expect(admitted.rate == 1)
    #expect(admitted.figures.loses == 1 && admitted.figures.rates == 0...0)
    // Refused for being in the middle though with a laptop: everyone leaves it and gains.
    let refused = try boundary(
      [AuditPerson(cell: Self.middle)], [AuditStaff.laptop],
      [exception("middle", .person, .refuse, Self.inMiddle)])
    #expect(refused.rate == 0)
    #expect(refused.figures.gains == 1 && refused.figures.rates == 1...1)
    // A narrower exception that admits in any box goes before one that refuses outside the middle.
    let kept = try boundary(
      [AuditPerson(disability: true, cell: Self.middle)], [AuditStaff.laptop],
      [
        exception("other", .general, .refuse, .not(Self.inMiddle)),
        exception("disability", .person, .admit, .flag(.disability, true)),
      ])
    #expect(kept.rate == 1 && kept.figures.flips == 0)
  }

  @Test("staff who are not civil servants gain nothing, whatever the box and the exceptions say")
  func outsiders() throws {
    let people = [
      AuditPerson(cell: Self.middle),
      AuditPerson(disability: true, status: .nonASN, cell: Self.middle),
    ]
    let found = try boundary(
      people, [SmallStudy.rule("elsewhere", .not(Self.inMiddle))],
      [exception("disability", .person, .admit, .all([.flag(.disability, true), Self.inMiddle]))])
    // One civil servant, who gains by leaving the middle.
    #expect(found.rate == 0 && found.figures.gains == 1 && found.figures.loses == 0)
  }
}
