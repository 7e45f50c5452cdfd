import Populations
import Testing

@Suite("Contradictory and malformed margins")
struct ContradictoryMarginsTests {
  private static func make(_ margins: [Margin], population: Int) throws {
    _ = try SyntheticRegister(Margins(population: population, margins: margins), seed: 1)
  }

  @Test("two margins that disagree on a shared value are named with both totals")
  func disagreementIsNamed() {
    let margins: [Margin] = [
      .of("b", ["b0": 5, "b1": 5]), .of("a", "b", [[3, 2], [3, 2]]),
    ]
    #expect(
      throws: PopulationsError.contradictoryMargins(
        .init(
          first: ["b"], second: ["a", "b"], sharedColumns: ["b"], values: ["b0"], firstTotal: 5,
          secondTotal: 6))
    ) { try Self.make(margins, population: 10) }
  }

  @Test("people whom another margin does not have at all are named")
  func missingValueIsNamed() {
    let margins: [Margin] = [
      .of("b", ["b0": 6, "b1": 3, "b2": 1]), .of("a", "b", [[3, 2], [3, 2]]),
    ]
    #expect(
      throws: PopulationsError.contradictoryMargins(
        .init(
          first: ["b"], second: ["a", "b"], sharedColumns: ["b"], values: ["b1"], firstTotal: 3,
          secondTotal: 4))
    ) { try Self.make(margins, population: 10) }
  }

  @Test("margins that share two columns are compared on both together")
  func pairsAreCompared() {
    func three(_ name: String, _ counts: [Double]) -> Margin {
      let cells = counts.enumerated().map { cell, count in
        Margin.Cell(values: ["a\(cell >> 1)", "b\(cell & 1)", "x"], count: count)
      }
      return Margin(columns: ["a", "b", name], cells: cells, provenance: .test)
    }
    // Each column alone agrees; only the pair does not.
    #expect(
      throws: PopulationsError.contradictoryMargins(
        .init(
          first: ["a", "b", "c"], second: ["a", "b", "d"], sharedColumns: ["a", "b"],
          values: ["a0", "b0"], firstTotal: 3, secondTotal: 2))
    ) { try Self.make([three("c", [3, 2, 2, 3]), three("d", [2, 3, 3, 2])], population: 10) }
  }

  @Test("a margin that does not sum to the population is named with its total")
  func wrongTotalIsNamed() {
    #expect(
      throws: PopulationsError.totalIsNotPopulation(margin: ["b"], total: 9, population: 10)
    ) {
      try Self.make([.of("a", ["x": 10]), .of("b", ["y": 4, "z": 5])], population: 10)
    }
  }

  @Test("malformed margins are refused with what is wrong")
  func malformedMarginsAreRefused() {
    func margin(_ columns: [String], _ cells: [([String], Double)]) -> Margin {
      Margin(
        columns: columns, cells: cells.map { .init(values: $0.0, count: $0.1) }, provenance: .test)
    }
    let cases: [(Margin, PopulationsError)] = [
      (margin(["a"], [(["x"], 2), (["x"], 2)]), .cellListedTwice(margin: ["a"], values: ["x"])),
      (
        margin(["a"], [(["x", "y"], 4)]),
        .cellDoesNotMatchColumns(margin: ["a"], values: ["x", "y"])
      ),
      (margin([], []), .cellDoesNotMatchColumns(margin: [], values: [])),
      (
        margin(["a"], [(["x"], 5), (["y"], -1)]),
        .invalidCount(margin: ["a"], values: ["y"], count: -1)
      ),
      (
        margin(["a"], [(["x"], .infinity)]),
        .invalidCount(margin: ["a"], values: ["x"], count: .infinity)
      ),
      (margin(["a", "a"], [(["x", "x"], 4)]), .columnMadeTwice("a")),
      (margin(["identifier"], [(["x"], 4)]), .columnMadeTwice("identifier")),
    ]
    for (margin, expected) in cases {
      #expect(throws: expected) { try Self.make([margin], population: 4) }
    }
    #expect(throws: PopulationsError.noPeople(population: 0)) { try Self.make([], population: 0) }
  }

  @Test("a column is made by one rule only")
  func columnIsMadeOnce() {
    let rule = ConditionalShares(
      column: "a", given: "b", strata: [], otherShares: [.init(value: "x", share: 1)],
      provenance: .test)
    let margins: [Margin] = [.of("a", ["x": 1]), .of("b", ["y": 1])]
    #expect(throws: PopulationsError.columnMadeTwice("a")) {
      try SyntheticRegister(Margins(population: 1, margins: margins, given: [rule]), seed: 1)
    }
  }

  @Test("a table too large to be dense is refused by its columns")
  func largeTablesAreRefused() {
    let columns = (0..<23).map { "c\($0)" }
    let cells = [
      Margin.Cell(values: columns.map { _ in "x" }, count: 1),
      Margin.Cell(values: columns.map { _ in "y" }, count: 1),
    ]
    let margin = Margin(columns: columns, cells: cells, provenance: .test)
    #expect(throws: PopulationsError.tooManyCells(columns: columns, most: 4_000_000)) {
      try Self.make([margin], population: 2)
    }
  }
}
