import Foundation
import Populations
import Testing

@Suite("Proportional fit")
struct ProportionalFitTests {
  private static func fit(_ margins: [Margin], population: Int) throws -> ProportionalFit {
    let components = try MarginComponent.components(of: margins, population: population)
    return try ProportionalFit(#require(components.first))
  }

  private static func margins(_ table: [[[Double]]]) -> [Margin] {
    let a = table.indices
    let b = table[0].indices
    let c = table[0][0].indices
    return [
      .of("a", "b", a.map { i in b.map { j in c.reduce(0) { $0 + table[i][j][$1] } } }),
      .of("b", "c", b.map { j in c.map { k in a.reduce(0) { $0 + table[$1][j][k] } } }),
      .of("a", "c", a.map { i in c.map { k in b.reduce(0) { $0 + table[i][$1][k] } } }),
    ]
  }

  @Test("a table that is a product of its margins' factors is found again")
  func productTableIsRecovered() throws {
    // No three-way interaction by construction: n(i,j,k) = x(i,j) y(j,k) z(i,k).
    let x: [[Double]] = [[1, 2, 3], [4, 1, 2], [1, 5, 1]]
    let y: [[Double]] = [[2, 1, 1], [1, 3, 2], [1, 1, 4]]
    let z: [[Double]] = [[1, 3, 1], [2, 1, 1], [1, 1, 2]]
    var table: [[[Double]]] = x.map { $0.map { _ in [0, 0, 0] } }
    var cells: [Double] = []
    for (i, j) in (0..<9).map({ ($0 / 3, $0 % 3) }) {
      for k in 0..<3 {
        table[i][j][k] = x[i][j] * y[j][k] * z[i][k]
        cells.append(table[i][j][k])
      }
    }
    let population = Int(cells.reduce(0, +))
    let fit = try Self.fit(Self.margins(table), population: population)
    for (fitted, expected) in zip(fit.table, cells) {
      #expect(abs(fitted - expected) < 1e-6)
    }
    #expect(fit.iterations > 1)
  }

  @Test("a two by two table within a third column is what a hand calculation gives")
  func handWorkedTwoByTwo() throws {
    // All three pairs have counts 30, 20, 20, 30: by symmetry the table is p where a = b = c and
    // q elsewhere, with 2p + 6q = 100 and p + q = 30.
    let pair: [[Double]] = [[30, 20], [20, 30]]
    let margins: [Margin] = [.of("a", "b", pair), .of("b", "c", pair), .of("a", "c", pair)]
    let fit = try Self.fit(margins, population: 100)
    let expected: [Double] = [20, 10, 10, 10, 10, 10, 10, 20]
    for (fitted, expected) in zip(fit.table, expected) { #expect(abs(fitted - expected) < 1e-6) }
  }

  @Test("the fit is the table of greatest entropy that Newton's method finds")
  func agreesWithGreatestEntropy() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "References/greatest_entropy.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst(2)
    let rows = lines.map { $0.split(separator: ",").compactMap { Double($0) } }
    try #require(rows.count == 24)
    var seen = [[[Double]]](
      repeating: [[Double]](repeating: [0, 0], count: 4), count: 3)
    for row in rows { seen[Int(row[0])][Int(row[1])][Int(row[2])] = row[3] }
    let population = Int(rows.reduce(0) { $0 + $1[3] })
    let fit = try Self.fit(Self.margins(seen), population: population)
    for (fitted, row) in zip(fit.table, rows) { #expect(abs(fitted - row[4]) < 1e-6) }
  }

  @Test("a cell that the zeros of other margins rule out is named with those margins")
  func impossibleCellIsNamed() throws {
    // a0 goes with b0 only and b0 with c0 only, but somebody has a0 and c1.
    let margins: [Margin] = [
      .of("a", "b", [[2, 0], [1, 1]]), .of("b", "c", [[3, 0], [0, 1]]),
      .of("a", "c", [[1, 1], [2, 0]]),
    ]
    #expect(
      throws: PopulationsError.impossibleCell(
        margin: ["a", "c"], values: ["a0", "c1"], count: 1,
        ruledOutBy: [["a", "b"], ["b", "c"]])
    ) { try Self.fit(margins, population: 4) }
  }

  @Test("margins that agree in pairs but not together are refused with the worst cell")
  func marginsWithoutTableAreRefused() throws {
    // a = b and b = c force a = c, yet half the people are said to have a ≠ c. Ones keep support.
    let equal: [[Double]] = [[49, 1], [1, 49]]
    let margins: [Margin] = [
      .of("a", "b", equal), .of("b", "c", equal), .of("a", "c", [[25, 25], [25, 25]]),
    ]
    let error = #expect(throws: PopulationsError.self) { try Self.fit(margins, population: 100) }
    guard case .fitDoesNotConverge(let misfit, let iterations) = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(iterations == 5000)
    #expect(abs(misfit.fitted - misfit.demanded) > 1)
  }
}
