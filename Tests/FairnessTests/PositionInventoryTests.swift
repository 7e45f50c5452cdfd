import Fairness
import HybridWork
import Testing

@Suite("The inventory of positions")
struct PositionInventoryTests {
  /// Six people in two units; nil stands for an unknown position.
  private func population(_ positions: [String?]) throws -> Population {
    func column(_ levels: [String], _ values: [String?]) -> ColumnValues {
      .category(
        CategoryColumn(
          levels: levels,
          codes: values.map { value in
            value.flatMap { levels.firstIndex(of: $0) }.map(UInt16.init) ?? CategoryColumn.unknown
          }))
    }
    func fixed(_ column: RegisterColumn, _ values: [String]) -> ColumnValues {
      guard case .category(let levels) = column.kind else { return .number([]) }
      return .category(
        CategoryColumn(
          levels: levels, codes: values.map { UInt16(levels.firstIndex(of: $0) ?? 0) }))
    }
    let ones = positions.map { _ in 1.0 }
    return try Population(
      identifiers: positions.indices.map { "P\($0)" },
      unitNames: positions.indices.map { $0 < 3 ? "A" : "B" },
      columns: [
        .sex: fixed(.sex, positions.map { _ in "L" }),
        .employmentStatus: fixed(.employmentStatus, positions.map { _ in "PNS" }),
        .positionKind: fixed(.positionKind, positions.map { _ in "pelaksana" }),
        .position: column(["Analis", "Loket", "Staf"], positions),
        .taskClass: fixed(
          .taskClass,
          ["professional", "place-bound", "collaborative", "routine", "routine", "place-bound"]),
        .directServiceShare: .number([0, 1, 0.25, 0, 0.5, 0.5]),
        .commuteKilometres: .number(ones),
        .commuteMode: fixed(.commuteMode, positions.map { _ in "car" }),
      ])
  }

  private var table: PositionTable {
    PositionTable(
      [
        profile([1, 0, 0, 0], named: "Loket", answers: [.faceToFace: .yes]),
        profile([0, 0, 0.25, 0.75], named: "Analis", answers: [.faceToFace: .no]),
      ], asked: [.faceToFace])
  }

  @Test("each person has the columns of the own position, unknown where the table lacks it")
  func joined() throws {
    let people = try population(["Analis", "Loket", "Staf", "Staf", nil, "Loket"])
      .joined(with: table)
    #expect(people.numbers(.counterShare).map { $0.isNaN ? -1 : $0 } == [0, 1, -1, -1, -1, 1])
    #expect(people.numbers(.aloneShare)[0] == 0.75)
    #expect(people.numbers(.movableShare)[0] == 1)
    #expect(people.flags(.faceToFace) == [.no, .yes, .unknown, .unknown, .unknown, .yes])
    #expect(people.values(.byICT) == nil, "a criterion nobody asks has no column")
    let rule = Condition.flag(.faceToFace, false)
    #expect(
      rule.assess(people)
        == [.passes, .fails, .unassessed, .unassessed, .unassessed, .fails])
    let share = Condition.number(
      .counterShare, NumberRange(lower: .none, upper: .including(0.2)))
    #expect(
      share.assess(people)
        == [.passes, .fails, .unassessed, .unassessed, .unassessed, .fails])
  }

  @Test("doubtful positions stand first, with those of the table behind them")
  func order() throws {
    let inventory = PositionInventory(
      population: try population(["Analis", "Loket", "Staf", "Staf", nil, "Loket"]), table: table,
      services: [])
    #expect(inventory.positions.map(\.profile.position) == ["Staf", "Analis", "Loket"])
    #expect(inventory.positions.map(\.verdict.outcome) == [.doubtful, .away, .placeBound])
    #expect(inventory.positions.map(\.staff) == [2, 1, 2])
    #expect(inventory.withoutPosition == 1)
    // Doubtful, partly, away, place-bound; the person without a position is doubtful.
    #expect(inventory.units.map(\.staff) == [[1, 0, 1, 1], [2, 0, 0, 1]])
  }

  @Test("without a table shares are the means of what the register says of a position's people")
  func derivedShares() throws {
    let inventory = PositionInventory(
      population: try population(["Analis", "Loket", "Staf", "Staf", "Staf", "Loket"]), table: nil,
      services: [])
    let shares = inventory.positions.reduce(into: [String: [Double]]()) { found, position in
      found[position.profile.position] = TaskPlace.allCases.map { position.profile.shares[$0] }
    }
    // Staf: collaborative with 0.25, routine with 0 and with 0.5 of direct service.
    #expect(shares["Staf"] == [0.25, 0, 0.25, 0.5])
    // Loket: place-bound with 1 and with 0.5 of direct service.
    #expect(shares["Loket"] == [0.75, 0.25, 0, 0])
    #expect(shares["Analis"] == [0, 0, 0, 1])
    #expect(inventory.positions.allSatisfy { $0.verdict.outcome == .doubtful })
    #expect(inventory.asked.isEmpty)
  }

  @Test("the order of the rows of a register changes nothing")
  func orderOfRows() throws {
    let table = PositionTable(table.profiles.reversed(), asked: table.asked)
    #expect(table == self.table)
    #expect(table["Analis"]?.shares[.together] == 0.25)
    #expect(table["analis"] == nil)
  }
}
