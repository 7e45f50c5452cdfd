import Populations
import Statistics
import Testing

@Suite("Conditional columns and numbers")
struct ConditionalColumnsTests {
  private static func register(
    units: KeyValuePairs<String, Double>, given: [ConditionalShares] = [],
    numbers: [NumberColumn] = []
  ) throws -> SyntheticRegister {
    let population = Int(units.reduce(0) { $0 + $1.value })
    let margins = Margins(
      population: population, margins: [.of("unit", units)], given: given, numbers: numbers)
    return try SyntheticRegister(margins, seed: 4)
  }

  private static func shares(
    _ strata: [(String, [(String, Double)])], other: [(String, Double)]? = nil
  ) -> ConditionalShares {
    func made(_ shares: [(String, Double)]) -> [ConditionalShares.Share] {
      shares.map { .init(value: $0.0, share: $0.1) }
    }
    return ConditionalShares(
      column: "task", given: "unit", strata: strata.map { .init(value: $0.0, shares: made($0.1)) },
      otherShares: other.map(made), provenance: .test)
  }

  private static func number(
    _ distribution: BoundedDistribution?, given strata: [NumberColumn.Stratum]? = nil,
    decimals: Int = 1
  ) -> NumberColumn {
    NumberColumn(
      column: "km", distribution: distribution,
      condition: strata.map { .init(column: "unit", strata: $0) }, decimals: decimals,
      provenance: .test)
  }

  @Test("shares hold exactly within each named stratum and within all others")
  func sharesHoldWithinStrata() throws {
    let rule = Self.shares(
      [("A", [("desk", 0.25), ("field", 0.75)])], other: [("desk", 0.5), ("field", 0.5)])
    let register = try Self.register(units: ["A": 40, "B": 20, "C": 6], given: [rule])
    #expect(register.count(["unit", "task"], ["A", "desk"]) == 10)
    #expect(register.count(["unit", "task"], ["A", "field"]) == 30)
    #expect(register.count(["unit", "task"], ["B", "desk"]) == 10)
    #expect(register.count(["unit", "task"], ["C", "desk"]) == 3)
  }

  @Test("many units of one person together keep the shares")
  func smallStrataKeepShares() throws {
    let units: KeyValuePairs<String, Double> = [
      "A": 1, "B": 1, "C": 1, "D": 1, "E": 1, "F": 1, "G": 1, "H": 1, "I": 1, "J": 1,
    ]
    let rule = Self.shares([], other: [("desk", 0.6), ("field", 0.3), ("unknown", 0.1)])
    let register = try Self.register(units: units, given: [rule])
    #expect(register.count(["task"], ["desk"]) == 6)
    #expect(register.count(["task"], ["field"]) == 3)
    #expect(register.count(["task"], [""]) == 1)
  }

  @Test("numbers are the evenly spread quantiles, in some order")
  func numbersAreQuantiles() throws {
    let rule = Self.number(BoundedDistribution(.uniform(low: 0, high: 10)))
    let register = try Self.register(units: ["A": 3, "B": 2], numbers: [rule])
    #expect(register["km"].sorted() == ["1.0", "3.0", "5.0", "7.0", "9.0"])
    #expect(register["km"] != ["1.0", "3.0", "5.0", "7.0", "9.0"])
  }

  @Test("a named stratum has its own distribution and the others share one")
  func numbersFollowStrata() throws {
    let rule = Self.number(
      BoundedDistribution(.uniform(low: 0, high: 8)),
      given: [.init(value: "B", distribution: BoundedDistribution(.constant(-0.5)))], decimals: 2)
    let register = try Self.register(units: ["A": 3, "B": 2, "C": 1], numbers: [rule])
    #expect(
      zip(register["unit"], register["km"]).filter { $0.0 == "B" }.map(\.1) == ["-0.50", "-0.50"])
    let others = zip(register["unit"], register["km"]).filter { $0.0 != "B" }.map(\.1)
    #expect(others.sorted() == ["1.00", "3.00", "5.00", "7.00"])
  }

  @Test("rounding never leaves the bounds")
  func roundingStaysWithinBounds() throws {
    let rule = Self.number(
      BoundedDistribution(.uniform(low: 0.55, high: 2.45), lower: 0.55, upper: 2.45), decimals: 0)
    let register = try Self.register(units: ["A": 200], numbers: [rule])
    #expect(Set(register["km"]) == ["1", "2"])
    let upper = Self.number(
      BoundedDistribution(.uniform(low: 0, high: 0.97), lower: 0, upper: 0.97), decimals: 1)
    let cut = try Self.register(units: ["A": 200], numbers: [upper])
    #expect(cut["km"].max() == "0.9")
  }

  @Test("a rule that names what does not exist is refused with the name")
  func unknownNamesAreRefused() {
    let half: [(String, Double)] = [("desk", 0.5), ("field", 0.5)]
    let cases: [(ConditionalShares, PopulationsError)] = [
      (
        Self.shares([("Z", half)], other: half),
        .unknownValue("Z", of: "unit", neededBy: "task")
      ),
      (Self.shares([("A", half)]), .nothingForValue("B", of: "unit", neededBy: "task")),
      (Self.shares([("A", half), ("A", half)], other: half), .valueListedTwice("A", in: "task")),
      (
        Self.shares([("A", [("desk", 0.5), ("desk", 0.5)])], other: half),
        .valueListedTwice("desk", in: "task")
      ),
      (
        Self.shares([("A", [("desk", 0.5)])], other: half),
        .invalidShares(column: "task", stratum: "A", sum: 0.5)
      ),
      (
        Self.shares([], other: [("desk", 1.5), ("field", -0.5)]),
        .invalidShares(column: "task", stratum: nil, sum: 1)
      ),
    ]
    for (rule, expected) in cases {
      #expect(throws: expected) { try Self.register(units: ["A": 2, "B": 2], given: [rule]) }
    }
    let orphan = ConditionalShares(
      column: "task", given: "office", strata: [], otherShares: [.init(value: "x", share: 1)],
      provenance: .test)
    #expect(throws: PopulationsError.unknownColumn("office", neededBy: "task")) {
      try Self.register(units: ["A": 2], given: [orphan])
    }
  }

  @Test("an impossible column of numbers is refused with its reason")
  func impossibleNumbersAreRefused() {
    let impossible = BoundedDistribution(.normal(mean: 0, sd: -1))
    let cases: [(NumberColumn, PopulationsError)] = [
      (
        Self.number(impossible),
        .impossibleDistribution(column: "km", stratum: nil, .negative(.sd, -1))
      ),
      (
        Self.number(nil, given: [.init(value: "A", distribution: impossible)]),
        .impossibleDistribution(column: "km", stratum: "A", .negative(.sd, -1))
      ),
      (Self.number(nil), .noDistribution(column: "km")),
      (Self.number(nil, given: []), .nothingForValue("A", of: "unit", neededBy: "km")),
      (
        Self.number(BoundedDistribution(.constant(1)), decimals: 7),
        .decimalsOutOfRange(column: "km", decimals: 7)
      ),
      (Self.number(BoundedDistribution(.constant(1e15))), .numberTooLarge(column: "km")),
    ]
    for (rule, expected) in cases {
      #expect(throws: expected) { try Self.register(units: ["A": 2], numbers: [rule]) }
    }
  }
}
