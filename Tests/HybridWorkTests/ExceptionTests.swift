import HybridWork
import TestSupport
import Testing

@Suite("exceptions from the rules")
struct ExceptionTests {
  private typealias Level = EligibilityException.Level

  private func exception(
    _ id: String, _ level: EligibilityException.Level, _ effect: EligibilityException.Effect,
    _ condition: Condition
  ) -> EligibilityException {
    EligibilityException(
      id: id, wording: (Bilingual(id: id, en: id), "Test"), level: level, effect: effect,
      condition: condition)
  }

  private func decisions(
    _ exceptions: [EligibilityException], laptop: ColumnValues.Flag = .no,
    pregnant: ColumnValues.Flag = .yes, status: EmploymentStatus = .pns
  ) throws -> EligibilityDecisions {
    var person = OnePerson(values: [.laptop: .flag([laptop]), .pregnant: .flag([pregnant])])
    person.status = status
    return try EligibilityDecisions(
      rules: [SmallStudy.rule("laptop", .flag(.laptop, true))], exceptions: exceptions,
      population: person.population)
  }

  @Test("an admitted person keeps the rules failed and the exception that decided")
  func admitted() throws {
    let admit = exception("pregnant", .person, .admit, .flag(.pregnant, true))
    let decided = try decisions([admit])
    #expect(decided.isEligible(0))
    #expect(decided.failed == [1])
    #expect(decided.exception(for: 0) == admit)
    #expect(decided.onlyBlockingRule(0) == nil)
    #expect(decided.bounds == (1, 1))
    #expect(decided.count(decidedByException: 0) == 1)
  }

  @Test("a refused person is not eligible though every rule is passed")
  func refused() throws {
    let refuse = exception("unit", .unit, .refuse, .category(.unit, ["Bagian A"]))
    let decided = try decisions([refuse], laptop: .yes)
    #expect(!decided.isEligible(0))
    #expect(decided.failed == [0])
    #expect(decided.bounds == (0, 0))
  }

  @Test(
    "the narrower exception goes first, and of two as narrow the refusal, in any order",
    arguments: [
      (Level.general, Level.unit, true), (.unit, .general, false), (.unit, .person, true),
      (.person, .unit, false), (.general, .person, true), (.unit, .unit, false),
    ])
  func precedence(
    refusal: EligibilityException.Level, admission: EligibilityException.Level, admits: Bool
  ) throws {
    let both = [
      exception("no", refusal, .refuse, .flag(.pregnant, true)),
      exception("yes", admission, .admit, .flag(.pregnant, true)),
    ]
    #expect(try decisions(both).isEligible(0) == admits)
    #expect(try decisions(both.reversed()).isEligible(0) == admits)
  }

  @Test("an exception of which it is not known whether it applies does not")
  func unassessed() throws {
    let admit = exception("pregnant", .person, .admit, .flag(.pregnant, true))
    #expect(try !decisions([admit], pregnant: .unknown).isEligible(0))
    #expect(try !decisions([admit], pregnant: .no).isEligible(0))
  }

  @Test("no exception admits someone who is not a civil servant")
  func notCivilServant() throws {
    let admit = exception("pregnant", .person, .admit, .flag(.pregnant, true))
    #expect(try !decisions([admit], status: .nonASN).isEligible(0))
  }

  @Test("a difference replaces the baseline's exceptions whole, or keeps them")
  func lever() {
    var baseline = SmallStudy.everyoneInOffice.levers
    baseline.exceptions = [exception("old", .unit, .refuse, .flag(.laptop, false))]
    var difference = PolicyDifference()
    #expect(difference.applied(to: baseline).exceptions.map(\.id) == ["old"])
    difference.exceptions = []
    #expect(difference.applied(to: baseline).exceptions.isEmpty)
  }
}
