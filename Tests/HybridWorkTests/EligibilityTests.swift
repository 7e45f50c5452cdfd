import HybridWork
import TestSupport
import Testing

@Suite("eligibility rules")
struct EligibilityTests {
  /// PermenPANRB 3/2020's map: rows of performance from above to below, potential from low to high.
  @Test("PermenPANRB numbers its boxes as its map shows them")
  func permenPANRB() {
    let map: [(TalentCell.Level, [Int])] = [
      (.high, [4, 7, 9]), (.middle, [2, 5, 8]), (.low, [1, 3, 6]),
    ]
    for (performance, numbers) in map {
      let found = TalentCell.Level.allCases.map {
        TalentNumbering.permenPANRB.number(
          of: TalentCell(performance: performance, potential: $0))
      }
      #expect(found == numbers)
    }
  }

  @Test("every numbering names each cell once", arguments: TalentNumbering.allCases)
  func numberingIsComplete(numbering: TalentNumbering) {
    #expect(Set(TalentCell.allCases.map(numbering.number(of:))) == Set(1...9))
    for number in 1...9 {
      #expect(numbering.cell(numbered: number).map(numbering.number(of:)) == number)
    }
    #expect(numbering.cell(numbered: 0) == nil)
    #expect(numbering.cell(numbered: 10) == nil)
  }

  @Test("swapped axes give a cell the number of its mirror image")
  func swappedAxes() {
    for cell in TalentCell.allCases {
      let mirror = TalentCell(performance: cell.potential, potential: cell.performance)
      #expect(
        TalentNumbering.swappedAxes.number(of: cell)
          == TalentNumbering.permenPANRB.number(of: mirror))
    }
  }

  @Test("the finance ministry's boxes 4 to 9 are all who at least meet expectation")
  func ministryOfFinance() {
    let cells = (4...9).compactMap(TalentNumbering.ministryOfFinance.cell(numbered:))
    #expect(cells.allSatisfy { $0.performance != .low })
    #expect(
      TalentNumbering.ministryOfFinance.cell(numbered: 7)
        == TalentCell(performance: .middle, potential: .high))
  }

  private func person(_ bandwidth: Double, box: Int?) -> TestPerson {
    var person = TestPerson("p")
    person.bandwidthMbps = bandwidth
    person.cell = box.flatMap(TalentNumbering.permenPANRB.cell(numbered:))
    return person
  }

  @Test(
    "a threshold passes at its bound and fails below",
    arguments: [(9.999, false), (10, true), (10.001, true)])
  func threshold(bandwidth: Double, passes: Bool) throws {
    let population = try SmallStudy(people: [person(bandwidth, box: 5)]).population
    let condition = Condition.number(.bandwidthMbps, NumberRange(lower: .including(10)))
    #expect(condition.assess(population) == [passes ? .passes : .fails])
  }

  @Test("open bounds leave the bound itself out")
  func openBounds() {
    let range = NumberRange(lower: .excluding(1), upper: .excluding(2))
    #expect([1, 1.5, 2].map(range.contains) == [false, true, false])
  }

  @Test("all, any and not keep the third answer (Kleene)")
  func threeAnswers() throws {
    var people = [person(20, box: 5), person(1, box: 1), person(.nan, box: nil)]
    for index in people.indices { people[index].id = "p\(index)" }
    let population = try SmallStudy(people: people).population
    let fast = Condition.number(.bandwidthMbps, NumberRange(lower: .including(10)))
    let commute = Condition.number(.commuteKilometres, NumberRange(lower: .including(0)))
    let box = Condition.talentBox([TalentCell(performance: .middle, potential: .middle)])
    #expect(Condition.all([fast, box]).assess(population) == [.passes, .fails, .unassessed])
    #expect(Condition.all([.not(commute), fast]).assess(population) == [.fails, .fails, .fails])
    #expect(Condition.any([commute, fast]).assess(population) == [.passes, .passes, .passes])
    #expect(
      Condition.any([.not(commute), fast]).assess(population) == [.passes, .fails, .unassessed])
    #expect(Condition.not(fast).assess(population) == [.fails, .passes, .unassessed])
  }

  @Test("what can't be assessed counts as the rule says, and the bounds show both readings")
  func unassessedTreatment() throws {
    var people = [person(20, box: 5), person(20, box: nil), person(20, box: 1)]
    for index in people.indices { people[index].id = "p\(index)" }
    let population = try SmallStudy(people: people).population
    let box = Condition.talentBox([TalentCell(performance: .middle, potential: .middle)])
    let strict = try EligibilityDecisions(
      rules: [SmallStudy.rule("box", box, unassessed: .fail)], population: population)
    let lenient = try EligibilityDecisions(
      rules: [SmallStudy.rule("box", box, unassessed: .pass)], population: population)
    #expect(strict.eligibleCount == 1)
    #expect(lenient.eligibleCount == 2)
    #expect(strict.bounds == (1, 2))
    #expect(lenient.bounds == (1, 2))
    let counts = strict.counts(ofRule: 0)
    #expect([counts.passed, counts.failed, counts.unassessed] == [1, 1, 1])
    #expect(counts.failedOnlyThis == 2)
  }

  @Test("reasons name every rule failed, not only the first")
  func reasons() throws {
    let population = try SmallStudy(people: [person(1, box: 1)]).population
    let decisions = try EligibilityDecisions(
      rules: [
        SmallStudy.rule("fast", .number(.bandwidthMbps, NumberRange(lower: .including(10)))),
        SmallStudy.rule("near", .number(.commuteKilometres, NumberRange(upper: .including(50)))),
        SmallStudy.rule("box", .talentBox([])),
      ], population: population)
    #expect(decisions.failed == [0b101])
  }

  @Test("staff who are not civil servants count for coverage only")
  func notCivilServants() throws {
    var outside = TestPerson("p1")
    outside.status = .nonASN
    let population = try SmallStudy(people: [TestPerson("p0"), outside]).population
    let decisions = try EligibilityDecisions(rules: [], population: population)
    #expect((0..<2).map(decisions.isEligible) == [true, false])
    #expect(decisions.bounds == (1, 1))
  }
}
