import Populations
import Statistics
import Testing

@Suite("Synthetic register")
struct SyntheticRegisterTests {
  /// Made-up people with dependent values, so that margins counted from them have a solution.
  private static func people(_ count: Int, seed: UInt64, sizes: [(String, Int)]) -> [[String: Int]]
  {
    let key = RandomKey(seed: seed)
    return (0..<count).map { person in
      var values: [String: Int] = [:]
      var last = 0
      for (index, (name, size)) in sizes.enumerated() {
        let draw = key.child(UInt64(person)).uniform(UInt64(index))
        last = (last + Int(draw * draw * Double(size))) % size
        values[name] = last
      }
      return values
    }
  }

  private static let small = Margins(
    population: 10,
    margins: [.of("unit", ["B": 4, "A": 6]), .of("box", ["unknown": 4.3, "1": 3.3, "2": 2.4])])

  @Test("a single margin is rounded by largest remainder")
  func largestRemainder() throws {
    let register = try SyntheticRegister(Self.small, seed: 1)
    #expect(register.count(["box"], [""]) == 4)
    #expect(register.count(["box"], ["1"]) == 3)
    #expect(register.count(["box"], ["2"]) == 3)
    #expect(abs(register.report.margins[1].largestMisfit - 0.6) < 1e-12)
    #expect(register.report.margins.map(\.method) == [.direct, .direct])
  }

  @Test("people are sorted by unit and numbered, and unknown is blank")
  func peopleAreSorted() throws {
    let register = try SyntheticRegister(Self.small, seed: 1)
    #expect(register.columns.map(\.name) == ["identifier", "unit", "box"])
    #expect(register["unit"] == ["A", "A", "A", "A", "A", "A", "B", "B", "B", "B"])
    #expect(register["identifier"].first == "S-000001")
    #expect(register["identifier"].last == "S-000010")
    #expect(!register["box"].contains("unknown"))
  }

  @Test("a chain of margins holds exactly, without a fit")
  func chainIsExact() throws {
    let sizes = [("unit", 12), ("sex", 2), ("grade", 9), ("position", 5)]
    let people = Self.people(600, seed: 3, sizes: sizes)
    let margins: [Margin] = [
      .counting(["unit", "sex"], of: people), .counting(["grade", "position"], of: people),
      .counting(["sex", "grade"], of: people), .counting(["unit"], of: people),
    ]
    let register = try SyntheticRegister(Margins(population: 600, margins: margins), seed: 5)
    for margin in margins { #expect(register.misfit(of: margin) == 0) }
    #expect(register.report.largestMisfit == 0)
    #expect(register.report.margins.allSatisfy { $0.method == .direct })
  }

  @Test("a ring of margins holds as well as the report says", arguments: 1...5)
  func ringIsRepaired(seed: Int) throws {
    let sizes = [("a", 4), ("b", 3), ("c", 5)]
    let people = Self.people(200, seed: UInt64(seed), sizes: sizes)
    let margins: [Margin] = [
      .counting(["a", "b"], of: people), .counting(["b", "c"], of: people),
      .counting(["a", "c"], of: people),
    ]
    let register = try SyntheticRegister(Margins(population: 200, margins: margins), seed: 5)
    for (margin, fit) in zip(margins, register.report.margins) {
      #expect(fit.largestMisfit == register.misfit(of: margin))
      #expect(fit.largestMisfit == 0)
      #expect(fit.method != .direct)
    }
  }

  @Test("a table of shares keeps published totals of both its columns")
  func sharesKeepTotals() throws {
    // 7 and 5 people by 6 and 6: the joint shares are 3.5, 3.5, 2.5 and 2.5 people.
    let margins: [Margin] = [
      .of("a", ["a0": 7, "a1": 5]), .of("b", ["b0": 6, "b1": 6]),
      .of("a", "b", [[3.5, 3.5], [2.5, 2.5]]),
    ]
    let register = try SyntheticRegister(Margins(population: 12, margins: margins), seed: 5)
    #expect(register.misfit(of: margins[0]) == 0)
    #expect(register.misfit(of: margins[1]) == 0)
    #expect(register.misfit(of: margins[2]) == 0.5)
  }

  @Test("columns that no margin links are independent")
  func unlinkedColumnsAreIndependent() throws {
    let margins: [Margin] = [
      .of("a", ["x": 4000, "y": 4871]), .of("b", ["u": 3000, "v": 5871]),
    ]
    let register = try SyntheticRegister(Margins(population: 8871, margins: margins), seed: 7)
    // Hypergeometric: mean n K / N and variance n K (N - K)(N - n) / (N² (N - 1)).
    let mean = 4000.0 * 3000 / 8871
    let variance = mean * (5871.0 / 8871) * (4871.0 / 8870)
    let found = Double(register.count(["a", "b"], ["x", "u"]))
    #expect(abs(found - mean) < 4 * variance.squareRoot())
  }

  @Test("fitted components are independent of each other")
  func fittedComponentsAreIndependent() throws {
    let table: [[Double]] = [[300, 200], [200, 300]]
    let rings: [Margin] = [
      .of("a", "b", table), .of("b", "c", table), .of("a", "c", table),
      .of("d", "e", table), .of("e", "f", table), .of("d", "f", table),
    ]
    let register = try SyntheticRegister(Margins(population: 1000, margins: rings), seed: 7)
    let variance = 250.0 * 0.5 * 500 / 999
    let found = Double(register.count(["a", "d"], ["a0", "d0"]))
    #expect(abs(found - 250) < 4 * variance.squareRoot())
  }

  @Test("columns linked through a third are independent within its values")
  func chainIsConditionallyIndependent() throws {
    let margins: [Margin] = [
      .of("a", "s", [[1000, 200], [500, 800]]), .of("s", "b", [[900, 600], [100, 900]]),
    ]
    let register = try SyntheticRegister(Margins(population: 2500, margins: margins), seed: 7)
    let mean = 1000.0 * 900 / 1500
    let variance = mean * (600.0 / 1500) * (500.0 / 1499)
    let found = Double(register.count(["a", "s", "b"], ["a0", "s0", "b0"]))
    #expect(abs(found - mean) < 4 * variance.squareRoot())
  }

  @Test("the same seed gives the same people; another seed other people with the same margins")
  func seedDecides() throws {
    let people = Self.people(300, seed: 9, sizes: [("unit", 6), ("sex", 2), ("grade", 4)])
    let tables: [Margin] = [
      .counting(["unit", "sex"], of: people), .counting(["sex", "grade"], of: people),
    ]
    let margins = Margins(population: 300, margins: tables)
    let first = try SyntheticRegister(margins, seed: 1)
    let second = try SyntheticRegister(margins, seed: 2)
    #expect(try SyntheticRegister(margins, seed: 1) == first)
    #expect(second.columns != first.columns)
    #expect(second["unit"] == first["unit"])
    for table in tables { #expect(second.misfit(of: table) == 0) }
  }

  @Test("the order of a margin's rows changes no person")
  func rowOrderIsIrrelevant() throws {
    let other = Margins(
      population: 10,
      margins: [.of("unit", ["A": 6, "B": 4]), .of("box", ["2": 2.4, "unknown": 4.3, "1": 3.3])])
    #expect(
      try SyntheticRegister(other, seed: 1).columns
        == SyntheticRegister(Self.small, seed: 1).columns)
  }

  @Test("a column rests on the margin nearest to something published")
  func basisIsTheNearest() throws {
    let published = Provenance(basis: .published, source: "s", date: "2023-12-31", confidence: "F")
    let margins: [Margin] = [
      .of("a", "b", [[1, 1], [1, 1]]), .of("b", "c", [[1, 1], [1, 1]], basis: published),
    ]
    let register = try SyntheticRegister(Margins(population: 4, margins: margins), seed: 1)
    #expect(register.report.columns.map(\.column) == ["a", "b", "c"])
    #expect(register.report.columns.map(\.provenance) == [.test, published, published])
  }

  @Test("a staff of 8,871 in a dozen columns is made with exact margins", .timeLimit(.minutes(1)))
  func provinceIsMade() throws {
    let sizes = [("unit", 45), ("sex", 2), ("grade", 17), ("position", 5)]
    let people = Self.people(8871, seed: 11, sizes: sizes)
    var margins: [Margin] = [
      .counting(["unit", "sex"], of: people), .counting(["sex", "grade"], of: people),
      .counting(["grade", "position"], of: people),
    ]
    for column in 0..<3 {
      margins.append(.of("flag\(column)", ["yes": 4000.5, "no": 4800, "unknown": 70.5]))
    }
    let shares: [ConditionalShares.Share] = [
      .init(value: "routine", share: 0.6), .init(value: "professional", share: 0.4),
    ]
    let given = (0..<3).map { column in
      ConditionalShares(
        column: "class\(column)", given: "unit", strata: [], otherShares: shares, provenance: .test)
    }
    let numbers = (0..<2).map { column in
      NumberColumn(
        column: "km\(column)",
        distribution: BoundedDistribution(.lognormal(median: 9, sigma: 0.6), lower: 0.5, upper: 60),
        decimals: 1, provenance: .test)
    }
    let all = Margins(population: 8871, margins: margins, given: given, numbers: numbers)
    var register: SyntheticRegister?
    let duration = try ContinuousClock().measure { register = try SyntheticRegister(all, seed: 1) }
    #expect(duration < .seconds(10))
    let made = try #require(register)
    #expect(made.columns.count == 13)
    #expect(made.columns.allSatisfy { $0.values.count == 8871 })
    #expect(made.report.margins.prefix(3).allSatisfy { $0.largestMisfit == 0 })
    #expect(made.count(["class0"], ["routine"]) == 5323)  // 0.6 × 8,871 = 5,322.6
  }
}
