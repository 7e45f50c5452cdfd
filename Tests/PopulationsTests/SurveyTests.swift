import Foundation
import HybridWork
import Populations
import Testing

@Suite("Surveys weighted to a register")
struct SurveyTests {
  private static let staff = ["A": 40, "B": 25, "C": 60, "D": 12]
  private static let men = ["A": 25, "B": 10, "C": 36, "D": 5]

  /// The register of the reference: four units, men first.
  private func register(withEmptyUnit: Bool = false) throws -> Population {
    var units: [String] = []
    var sexes: [UInt16] = []
    for unit in ["A", "B", "C", "D"] {
      for person in 0..<(Self.staff[unit] ?? 0) {
        units.append(unit)
        sexes.append(person < (Self.men[unit] ?? 0) ? 0 : 1)
      }
    }
    if withEmptyUnit {
      units += ["E", "E", "E"]
      sexes += [0, 0, 1]
    }
    let all = { (levels: [String]) in
      ColumnValues.category(
        CategoryColumn(levels: levels, codes: units.map { _ in 0 }))
    }
    return try Population(
      identifiers: units.indices.map { String(format: "%04d", $0) }, unitNames: units,
      columns: [
        .sex: .category(CategoryColumn(levels: ["L", "P"], codes: sexes)),
        .employmentStatus: all(EmploymentStatus.allCases.map(\.rawValue)),
        .positionKind: all(PositionKind.allCases.map(\.rawValue)),
        .taskClass: all(TaskClass.allCases.map(\.rawValue)),
        .commuteMode: all(CommuteMode.allCases.map(\.rawValue)),
        .directServiceShare: .number(units.map { _ in 0 }),
        .commuteKilometres: .number(units.map { _ in 5 }),
      ])
  }

  private func rows(_ name: String) throws -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "References/\(name)"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  private func answers() throws -> SurveyAnswers {
    let rows = try rows("survey-answers.csv")
    return SurveyAnswers(
      unit: rows.map { ["A", "B", "C", "D"].firstIndex(of: $0[0]) ?? 0 },
      values: [
        .sex: rows.map { $0[1] == "L" ? 0 : 1 },
        .commuteKilometres: rows.compactMap { Double($0[2]) },
        .interest: rows.compactMap { Double($0[3]) },
      ])
  }

  @Test("means, errors and intervals are those of R's survey, with units and with units and sex")
  func reference() throws {
    let (answers, population) = (try answers(), try register())
    for row in try rows("survey-estimates.csv") {
      let question = try #require(SurveyQuestion(rawValue: row[0]))
      let expected = row[1...4].compactMap(Double.init)
      let summary = try SurveySummary(
        answers, population: population, raking: row[5] == "unit" ? [] : [.sex])
      let item = try #require(summary.items.first { $0.question == question })
      let estimate = try #require(item.figures.first?.estimate)
      let interval = try #require(estimate.interval(level: 0.9))
      let found = [
        estimate.mean, estimate.standardError, interval.lowerBound, interval.upperBound,
      ]
      for (found, expected) in zip(found, expected) {
        #expect(abs(found - expected) < 1e-8 * max(1, abs(expected)), "\(row)")
      }
      #expect(estimate.degreesOfFreedom == 41 - 4)
    }
  }

  @Test("the error by unit is the textbook sum over strata, by hand")
  func byHand() throws {
    // A: 3 of 40 answer 1, 0, 1; B: 2 of 25 answer 0, 1. C and D do not answer.
    let answers = SurveyAnswers(
      unit: [0, 0, 0, 1, 1], values: [.interest: [1, 0, 1, 0, 1]])
    let summary = try SurveySummary(answers, population: try register(), raking: [])
    let figure = summary.items[0].figures[0]
    #expect(abs(figure.estimate.mean - (40 * 2.0 / 3 + 25 * 0.5) / 65) < 1e-12)
    let a = 40.0 * 40 * (1 - 3.0 / 40) * (1.0 / 3) / 3
    let b = 25.0 * 25 * (1 - 2.0 / 25) * 0.5 / 2
    #expect(abs(figure.estimate.standardError - (a + b).squareRoot() / 65) < 1e-12)
    #expect(summary.items[0].staffRepresented == 65)
    #expect(summary.unitsRepresented == 2)
    #expect(abs(summary.responseRate - 5.0 / 137) < 1e-15)
    // 3 said yes; the 132 who did not answer may all say no, or all yes.
    #expect(figure.bounds == (3.0 / 137)...((3.0 + 132) / 137))
  }

  @Test("a census has no error of chance")
  func census() throws {
    let population = try register()
    let unit = (0..<137).map { population.unitIndex(ofPerson: $0) }
    let answers = SurveyAnswers(
      unit: unit, values: [.stress: (0..<137).map { Double($0 % 5 + 1) }])
    let estimate = try SurveySummary(answers, population: population, raking: [])
      .items[0].figures[0].estimate
    #expect(estimate.standardError == 0)
    #expect(abs(estimate.mean - estimate.unweighted) < 1e-12)
  }

  @Test("what can't be weighted is said: too many answers, a blank, a level without answers")
  func refusals() throws {
    let population = try register(withEmptyUnit: true)
    func summary(
      _ unit: [Int], _ values: [SurveyQuestion: [Double]], _ raking: [SurveyQuestion] = []
    ) throws -> SurveySummary {
      try SurveySummary(
        SurveyAnswers(unit: unit, values: values), population: population, raking: raking)
    }
    #expect(throws: SurveyError.moreAnswersThanStaff(unit: "E", answers: 4, staff: 3)) {
      try summary([4, 4, 4, 4], [.stress: [1, 2, 3, 4]])
    }
    #expect(throws: SurveyError.weightingAnswerMissing(.sex, rows: 1)) {
      try summary([0, 0], [.stress: [1, 2], .sex: [0, .nan]], [.sex])
    }
    #expect(throws: SurveyError.nobodyAnswered(.sex, level: "P", staff: 15)) {
      try summary([0, 0], [.stress: [1, 2], .sex: [0, 0]], [.sex])
    }
    #expect(throws: SurveyError.notInRegister(.generation)) {
      try summary([0, 0], [.stress: [1, 2], .generation: [0, 0]], [.generation])
    }
    #expect(try summary([0, 1], [.stress: [1, 2]]).unanswered == [.stress])
  }

  @Test("blank answers are left out of their question alone")
  func blanks() throws {
    let answers = SurveyAnswers(
      unit: [0, 0, 0], values: [.stress: [1, .nan, 3], .satisfaction: [2, 2, 5]])
    let items = try SurveySummary(answers, population: try register(), raking: []).items
    #expect(items.map { $0.figures[0].estimate.answers } == [2, 3])
    #expect(items.map { $0.figures[0].estimate.mean } == [2, 3])
  }

  @Test("take-up has the mean of interest and the spread of survey and intentions together")
  func takeUp() throws {
    let summary = try SurveySummary(try answers(), population: try register(), raking: [])
    let takeUp = try #require(summary.takeUp)
    let (alpha, beta) = (takeUp.alpha, takeUp.beta)
    #expect(abs(alpha / (alpha + beta) - 0.625101905393876) < 1e-12)
    let variance = alpha * beta / ((alpha + beta) * (alpha + beta) * (alpha + beta + 1))
    #expect(abs(variance - (0.0654364924657802 * 0.0654364924657802 + 0.15 * 0.15)) < 1e-12)
  }
}
