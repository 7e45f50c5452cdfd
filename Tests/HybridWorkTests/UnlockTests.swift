import HybridWork
import TestSupport
import Testing

@Suite("near misses and the unlock curve")
struct UnlockTests {
  private let equipment = Condition.all([
    .flag(.laptop, true), .number(.bandwidthMbps, NumberRange(lower: .including(10))),
  ])

  private func person(laptop: ColumnValues.Flag, mbps: Double) throws -> Population {
    try OnePerson(values: [.laptop: .flag([laptop]), .bandwidthMbps: .number([mbps])])
      .population
  }

  private func change(
    _ condition: Condition, laptop: ColumnValues.Flag, mbps: Double
  ) throws -> RequiredChange? {
    try condition.requiredChange(for: 0, in: person(laptop: laptop, mbps: mbps), on: nil)
  }

  private func faster(_ nearest: NumberRange.Bound?) -> RequiredChange {
    .single(
      .number(.bandwidthMbps, [NumberRange(lower: .including(10))], nearest: nearest))
  }

  @Test("only what is not met must change")
  func changes() throws {
    let laptop = RequiredChange.single(.flag(.laptop, true))
    #expect(try change(equipment, laptop: .yes, mbps: 20) == nil)
    #expect(try change(equipment, laptop: .no, mbps: 20) == laptop)
    #expect(try change(equipment, laptop: .yes, mbps: 8) == faster(.including(10)))
    #expect(try change(equipment, laptop: .yes, mbps: .nan) == faster(nil))
    #expect(
      try change(equipment, laptop: .no, mbps: 8) == .all([laptop, faster(.including(10))]))
  }

  @Test("to be outside a range, either end will do and the nearest is named")
  func outside() throws {
    let condition = Condition.not(
      .number(
        .bandwidthMbps, NumberRange(lower: .including(4), upper: .excluding(10))))
    let found = try #require(try change(condition, laptop: .yes, mbps: 5))
    let ranges = [
      NumberRange(upper: .excluding(4)), NumberRange(lower: .including(10)),
    ]
    #expect(found == .single(.number(.bandwidthMbps, ranges, nearest: .excluding(4))))
    let near = try #require(try change(condition, laptop: .yes, mbps: 9))
    #expect(near == .single(.number(.bandwidthMbps, ranges, nearest: .including(10))))
  }

  @Test("not any is all not, and one of several is enough")
  func deMorgan() throws {
    let neither = Condition.not(.any([.flag(.laptop, true), .category(.sex, ["P"])]))
    #expect(
      try change(neither, laptop: .yes, mbps: 1)
        == .all([
          .single(.flag(.laptop, false)), .single(.category(.sex, ["P"], isAccepted: false)),
        ]))
    let either = Condition.any([.flag(.laptop, true), .category(.sex, ["L"])])
    #expect(
      try change(either, laptop: .no, mbps: 1)
        == .any([
          .single(.flag(.laptop, true)), .single(.category(.sex, ["L"], isAccepted: true)),
        ]))
  }

  private func price(_ subject: UnlockPrice.Subject, _ rupiah: Double) -> UnlockPrice {
    UnlockPrice(
      subject: subject, remedy: Bilingual(id: "x", en: "x"), rupiah: rupiah,
      provenance: SmallStudy.provenance)
  }

  /// Five people: two lack a laptop, one a line, one both, one also fails another rule.
  private func curve(_ prices: [UnlockPrice]) throws -> UnlockCurve {
    let laptops: [ColumnValues.Flag] = [.no, .no, .yes, .no, .no]
    let speeds: [Double] = [20, 20, 5, 5, 20]
    let tenures: [Double] = [60, 60, 60, 60, 1]
    func category(_ column: RegisterColumn, _ code: UInt16) -> ColumnValues {
      guard case .category(let levels) = column.kind else { return .number([]) }
      return .category(
        CategoryColumn(levels: levels, codes: Array(repeating: code, count: 5)))
    }
    let population = try Population(
      identifiers: (1...5).map { "p\($0)" }, unitNames: Array(repeating: "A", count: 5),
      columns: [
        .sex: category(.sex, 0), .employmentStatus: category(.employmentStatus, 0),
        .positionKind: category(.positionKind, 4), .taskClass: category(.taskClass, 0),
        .commuteMode: category(.commuteMode, 0),
        .directServiceShare: .number(Array(repeating: 0, count: 5)),
        .commuteKilometres: .number(Array(repeating: 5, count: 5)),
        .laptop: .flag(laptops), .bandwidthMbps: .number(speeds),
        .tenureMonths: .number(tenures),
      ])
    let rules = [
      SmallStudy.rule("equipment", equipment),
      SmallStudy.rule("tenure", .number(.tenureMonths, NumberRange(lower: .including(6)))),
    ]
    return UnlockCurve(
      decisions: try EligibilityDecisions(rules: rules, population: population),
      population: population, prices: prices)
  }

  @Test("people who fail one rule are ranked by what each needs and costs")
  func ranked() throws {
    let curve = try curve([price(.column(.laptop), 8), price(.column(.bandwidthMbps), 3)])
    #expect(curve.steps.map(\.rupiahPerPerson) == [3, 8, 11])
    #expect(curve.steps.map(\.people) == [1, 2, 1])
    #expect(curve.steps.map(\.remedies) == [[1], [0], [0, 1]])
    #expect(curve.steps.map(\.rupiah) == [3, 16, 11])
    #expect(curve.unpriced.isEmpty)
  }

  @Test("a price of the whole rule goes before prices of columns")
  func wholeRule() throws {
    let curve = try curve([price(.column(.laptop), 8), price(.rule("equipment"), 5)])
    #expect(curve.steps.map(\.rupiahPerPerson) == [5])
    #expect(curve.steps.map(\.people) == [4])
  }

  @Test("whoever needs something without a price is counted apart")
  func unpriced() throws {
    let curve = try curve([price(.column(.laptop), 8)])
    #expect(curve.steps.map(\.people) == [2])
    #expect(curve.unpriced.map(\.people) == [2])
  }
}
