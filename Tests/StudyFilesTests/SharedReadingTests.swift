import HybridWork
import StudyFiles
import Testing

@Suite("Tables that several threads read")
struct SharedReadingTests {
  private static let fragments: [[UInt8]] =
    [
      "\n", "\n", "\r\n", "\r", ",", ",", ";", "\"", "\"", "\"\"", "a", "é", " ", "1,2\n", "a,b\n",
      "\"x\ny\",2\n", "\"\n\"", "\"x\"\n", ",\"", "\",", "\"a\"b\n", "1,2\r\n", "1,2,3\n",
    ].map { Array($0.utf8) } + [[0xFF], [0x07]]

  private func soup(_ draws: inout TestDraws) -> [UInt8] {
    let header = draws.below(3) > 0 ? Array("a,b\n".utf8) : []
    return header
      + (0..<draws.below(60)).flatMap { _ in Self.fragments[draws.below(Self.fragments.count)] }
  }

  /// Everything that can be seen of a table, and what is said of it.
  private struct Seen: Equatable {
    struct Row: Equatable {
      let line: Int
      let positions: [TextPosition]
      let cells: [[UInt8]]
    }

    var header: [[UInt8]] = []
    var rows: [Row] = []
    var complaints: [Diagnostic] = []
  }

  private func seen(_ bytes: [UInt8], _ threads: TableThreads) -> Seen {
    let log = DiagnosticLog(limitPerFile: 1100)
    let source = SourceFile(name: "t.csv", bytes: bytes)
    var seen = Seen()
    if let table = CSVTable(source, threads: threads, log: log) {
      seen.header = table.header.map { Array($0.utf8) }
      seen.rows = (0..<table.rowCount).map { row in
        Seen.Row(
          line: table.line(ofRow: row),
          positions: table.header.indices.map { table.position(row: row, column: $0) },
          cells: table.header.indices.map { column in
            table.withField(row: row, column: column) { Array($0) }
          })
      }
    }
    seen.complaints = log.diagnostics
    return seen
  }

  @Test("good and bad files give the same rows, places and complaints, however they are cut")
  func soups() {
    var draws = TestDraws(seed: 20_261_127)
    var (rowsOfLines, faults) = (0, 0)
    for number in 0..<2000 {
      let bytes = soup(&draws)
      let alone = seen(bytes, TableThreads(1))
      let cut = TableThreads(2 + draws.below(2), stretchBytes: 1 + draws.below(24))
      let isSame = seen(bytes, cut) == alone
      #expect(isSame, "case \(number), stretches of \(cut.stretchBytes): \(bytes)")
      rowsOfLines += alone.rows.count { $0.cells.contains { $0.contains(UInt8(ascii: "\n")) } }
      faults += alone.complaints.count
    }
    // The cases that make cutting hard do occur.
    #expect(rowsOfLines > 300)
    #expect(faults > 2000)
  }

  @Test("of more than a thousand faults the same are kept, and the others are counted")
  func manyFaults() {
    let lines = (0..<3000).map { $0 % 3 == 0 ? "1,\"x\n" : $0 % 3 == 1 ? "1\n" : "1,2\n" }
    let bytes = Array(("a,b\n" + lines.joined()).utf8)
    let alone = seen(bytes, TableThreads(1))
    #expect(alone.complaints.count == 1001)
    for stretch in [1, 7, 400, 5000] {
      let isSame = seen(bytes, TableThreads(3, stretchBytes: stretch)) == alone
      #expect(isSame, "stretches of \(stretch)")
    }
  }

  /// A register in which something is wrong here and there.
  private func register(_ draws: inout TestDraws) -> String {
    let wrong: [[RegisterColumn: String]] = [
      [.identifier: ""], [.identifier: "198001312005011000"], [.identifier: "1,98E+17"],
      [.sex: "X"], [.commuteKilometres: "jauh"], [.commuteKilometres: "900"], [.unit: ""],
      [.position: "\"Arsip\naris\""], [.position: "\"Arsiparis"], [.position: "Ar\"sip"],
      [.unit: "a,b"], [.birthDate: "31-31-1980"], [.grade: "V/z"], [.directServiceShare: ""],
    ]
    var rows = RegisterRows()
    for _ in 0..<(1 + draws.below(30)) {
      var changes = draws.below(4) == 0 ? wrong[draws.below(wrong.count)] : [:]
      if draws.below(3) == 0 { changes[.identifier] = "S-\(draws.below(12))" }
      rows.add(changes)
    }
    return rows.text()
  }

  @Test("registers give the same people, rows left out and complaints on one thread and on several")
  func registers() {
    var draws = TestDraws(seed: 5)
    var (read, refused) = (0, 0)
    for number in 0..<150 {
      let text = register(&draws)
      for treatment in [BadRowTreatment.fail, .skip] {
        let mapping = RegisterMapping(onBadRow: treatment, keepsSkippedRows: true)
        let alone = RegisterRows.read(text, mapping)
        let shared = RegisterRows.read(
          text, mapping, threads: TableThreads(2, stretchBytes: 1 + draws.below(400)))
        #expect(shared.log.diagnostics == alone.log.diagnostics, "case \(number)")
        #expect(shared.log.hasErrors == alone.log.hasErrors, "case \(number)")
        #expect(shared.contents?.skipped == alone.contents?.skipped, "case \(number)")
        #expect(shared.contents?.records == alone.contents?.records, "case \(number)")
        let people = (shared.contents?.population, alone.contents?.population)
        #expect(areEqual(people.0, people.1) || (people.0 == nil && people.1 == nil))
        if people.1 == nil { refused += 1 } else { read += 1 }
      }
    }
    #expect(read > 50)
    #expect(refused > 50)
  }

  @Test("identifiers that occur again are found among thousands, each with the first line of all")
  func repetitions() throws {
    var draws = TestDraws(seed: 11)
    var rows = RegisterRows()
    var firstLines: [String: Int] = [:]
    var repetitions: [[Int]] = []
    for row in 0..<5000 {
      let text = draws.below(3) == 0 ? "S-\(draws.below(1200))" : "19800131\(100_000_000 + row)"
      rows.add([.identifier: text])
      let line = row + 2
      if let first = firstLines[text] {
        repetitions.append([line, first])
      } else {
        firstLines[text] = line
      }
    }
    let skipping = RegisterRows.read(
      rows.text(), RegisterMapping(onBadRow: .skip), threads: TableThreads(2))
    let bad = Set(repetitions.joined())
    #expect(skipping.contents?.skipped.lines == bad.sorted())
    #expect(skipping.contents?.population.count == 5000 - bad.count)
    let (contents, log) = RegisterRows.read(rows.text(), threads: TableThreads(2))
    #expect(contents == nil)
    let shown = log.diagnostics.compactMap { complaint -> [Int]? in
      guard case .register(.identifierTwice(let first)) = complaint.problem,
        let line = complaint.line
      else { return nil }
      return [line, first]
    }
    #expect(shown == Array(repetitions.prefix(40)))
  }

  @Test("texts whose hashes agree are told apart by their bytes")
  func equalHashes() {
    // The last 32 bits of their `ByteHash` are 39F42BAE for both: found by trying S-000000 and on.
    let (one, other) = ("S-001660", "S-102037")
    var rows = RegisterRows()
    rows.add([.identifier: one, .unit: one])
    rows.add([.identifier: other, .unit: other])
    let people = rows.read().contents?.population
    #expect(people?.identifiers == [one, other])
    #expect(people?.units.map(\.name) == [one, other])
    rows.add([.identifier: other])
    let problems = FixtureFile.problems(rows.read().log)
    #expect(problems == [.register(.identifierTwice(firstLine: 3))])
  }

  @Test("identifiers that differ only in how an accent is encoded are two people")
  func accents() {
    var rows = RegisterRows()
    rows.add([.identifier: "S-\u{E9}"])
    rows.add([.identifier: "S-e\u{301}"])
    let (contents, log) = rows.read()
    #expect(!log.hasErrors)
    #expect(contents?.population.count == 2)
  }
}
