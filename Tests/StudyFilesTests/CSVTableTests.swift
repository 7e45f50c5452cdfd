import HybridWork
import StudyFiles
import Testing

@Suite("Reading tables")
struct CSVTableTests {
  private func read(_ text: String, separator: CSVSeparator? = nil) -> (CSVTable?, [Diagnostic]) {
    let log = DiagnosticLog()
    let source = SourceFile(name: "t.csv", bytes: text.utf8)
    let table = CSVTable(source, separator: separator, log: log)
    return (table, log.diagnostics)
  }

  private func rows(_ table: CSVTable?) -> [[String]] {
    guard let table else { return [] }
    return (0..<table.rowCount).map { row in
      table.header.indices.map { table.text(row: row, column: $0) }
    }
  }

  private func fault(_ fault: TableFault, _ line: Int, _ column: Int?) -> Diagnostic {
    Diagnostic(.table(fault), file: "t.csv", at: TextPosition(line: line, column: column))
  }

  @Test("quoted cells hold separators, quotation marks and line ends")
  func quotedCells() {
    let (table, complaints) = read("a,b\r\n\"x, \"\"y\"\"\",\"1\r\n2\"\r\n\r\n z ,\r\n")
    #expect(complaints == [])
    #expect(table?.header == ["a", "b"])
    #expect(rows(table) == [["x, \"y\"", "1\r\n2"], ["z", ""]])
    #expect(table?.line(ofRow: 0) == 2)
    #expect(table?.line(ofRow: 1) == 5)
    #expect(table?.position(row: 0, column: 1) == TextPosition(line: 2, column: 12))
    #expect(table?.position(row: 1, column: 0) == TextPosition(line: 5, column: 2))
  }

  @Test(
    "the separator is taken from the header line",
    arguments: [
      ("a;b\n1,5;2\n", ["1,5", "2"], .semicolon), ("a,b\n1;5,2\n", ["1;5", "2"], .comma),
      ("\"a,b\";c\n1;2\n", ["1", "2"], .semicolon), ("a\n1\n", ["1"], .comma),
      ("\n\na;b\n1;2\n", ["1", "2"], .semicolon),
    ] as [(String, [String], CSVSeparator)])
  func separators(text: String, row: [String], separator: CSVSeparator) {
    let (table, complaints) = read(text)
    #expect(complaints == [])
    #expect(rows(table) == [row])
    #expect(table?.separator == separator)
  }

  @Test("a given separator is used")
  func givenSeparator() {
    let (table, _) = read("a,b;c,d\n1,2;3,4\n", separator: .semicolon)
    #expect(rows(table) == [["1,2", "3,4"]])
  }

  @Test("every kind of line end is counted, and the last line needs none")
  func lineEnds() {
    for text in ["a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4", "a,b\r1,2\r3,4", "\u{FEFF}a,b\n1,2\n3,4\n"] {
      let (table, complaints) = read(text)
      #expect(complaints == [])
      #expect(rows(table) == [["1", "2"], ["3", "4"]])
      #expect(table?.line(ofRow: 1) == 3)
      #expect(table?.position(row: 1, column: 1) == TextPosition(line: 3, column: 3))
    }
    #expect(rows(read("a,b\n1,").0) == [["1", ""]])
    #expect(rows(read("a,b\n1,\"x\"").0) == [["1", "x"]])
  }

  @Test("a quotation mark that is never closed is placed where it was opened, and reading goes on")
  func unclosedQuote() {
    let (table, complaints) = read("a,b\n1,2\né, \"x\n5,6\n7,\"8\"\n9,10\n")
    #expect(complaints == [fault(.unclosedQuote, 3, 4)])
    #expect(rows(table) == [["1", "2"], ["5", "6"], ["7", "8"], ["9", "10"]])
    #expect(table.map { t in (0..<4).map { t.line(ofRow: $0) } } == [2, 4, 5, 6])
  }

  @Test("a quotation mark that is open at the end of the file is placed")
  func unclosedAtEnd() {
    let (table, complaints) = read("a,b\n1,\"x\n3,4\n")
    #expect(complaints == [fault(.unclosedQuote, 2, 3)])
    #expect(rows(table) == [["3", "4"]])
    #expect(read("a,b\n1,2\n3,\"").1 == [fault(.unclosedQuote, 3, 3)])
  }

  @Test("a quotation mark within a cell is placed, and reading goes on")
  func strayQuote() {
    let (table, complaints) = read("a,b\n1,x\"y\n2,\"x\" y\n3,4\n")
    #expect(complaints == [fault(.strayQuote, 2, 4), fault(.strayQuote, 3, 7)])
    #expect(rows(table) == [["3", "4"]])
    #expect(table?.line(ofRow: 0) == 4)
  }

  @Test("rows with more or fewer cells than the header are left out and named")
  func raggedRows() {
    let (table, complaints) = read("a,b\n1\n2,3\n4,5,6\n\"x\ny\",1,2\n")
    #expect(
      complaints == [
        fault(.raggedRow(fields: 1, header: 2, lastLine: nil), 2, 1),
        fault(.raggedRow(fields: 3, header: 2, lastLine: nil), 4, 1),
        fault(.raggedRow(fields: 3, header: 2, lastLine: 6), 5, 1),
      ])
    #expect(rows(table) == [["2", "3"]])
  }

  @Test("titles above the header are named once, not in every row")
  func titleAboveHeader() {
    let text = "Daftar pegawai\n" + String(repeating: "a,b,c\n", count: 50)
    #expect(read(text).1 == [fault(.headerUnlikeRows(header: 1, fields: 3), 1, 1)])
  }

  @Test("columns without a name and repeated names are placed")
  func headers() {
    let (_, complaints) = read("a,,b, a ,\n1,2,3,4,5\n")
    #expect(
      complaints == [
        fault(.emptyHeader(firstColumn: 2, count: 2), 1, 3),
        fault(.duplicateHeader(name: "a", firstColumn: 1), 1, 7),
      ])
  }

  @Test("an empty file has no table, a header alone is reported")
  func emptyTables() {
    #expect(read("").0 == nil)
    #expect(read("").1.map(\.problem) == [.file(.empty)])
    #expect(read("\n \n").0 == nil)
    #expect(read("\n \n").1.map(\.problem) == [.file(.empty)])
    #expect(read("a,b\n").1 == [fault(.noRows, 1, nil)])
    #expect(read("a,b\n").0?.rowCount == 0)
    #expect(read("a,\"b\n").0 == nil)
    #expect(read("a,\"b\n").1 == [fault(.unclosedQuote, 1, 3)])
  }

  @Test("bytes that are not text are placed, and the other rows are kept")
  func encodings() {
    let log = DiagnosticLog()
    let bytes =
      Array("a,b\n1,é".utf8) + [0xC3, 0x0A] + Array("2,x\u{7F}\n3,\0\n".utf8) + [0x80, 0x2C]
    let table = CSVTable(SourceFile(name: "t.csv", bytes: bytes), log: log)
    #expect(
      FixtureFile.complaints(log) == [
        "t.csv:2:4: byte 0xC3 is not UTF-8 text (2 lines affected). Save the file again as UTF-8.",
        "t.csv:3:4: control character 0x7F may not stand in text (2 lines affected). "
          + "Delete it, or export the file again.",
      ])
    #expect(table?.rowCount == 4)
    let workbook = DiagnosticLog()
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]
    #expect(CSVTable(SourceFile(name: "t.csv", bytes: zip), log: workbook) == nil)
    #expect(workbook.diagnostics.map(\.problem) == [.file(.isWorkbook)])
  }

  @Test("a missing table is named")
  func missingTable() {
    let log = DiagnosticLog()
    let table = CSVTable(path: FixtureFile.path("csv/absent.csv"), name: "absent.csv", log: log)
    #expect(table == nil)
    #expect(log.diagnostics == [Diagnostic(.file(.missing), file: "absent.csv")])
  }

  @Test("an export with semicolons, decimal commas and a byte-order mark is read from disk")
  func exportFile() {
    let log = DiagnosticLog()
    let table = CSVTable(path: FixtureFile.path("csv/export.csv"), name: "export.csv", log: log)
    #expect(log.diagnostics == [])
    #expect(table?.header == ["NIP", "Unit Kerja", "Jarak (km)"])
    #expect(
      rows(table) == [
        ["198001312005011003", "Kecamatan Andir; Seksi Pemerintahan", "4,5"],
        ["198502022010012004", "Dinas \"Satu Pintu\"", "12"],
      ])
    #expect(
      table?.diagnostic(.table(.blank), row: 1, column: 2).text(in: .english)
        == "export.csv:3:43: Jarak (km): this cell is blank, but a value is required. Fill it.")
  }

  @Test("a row behind a lone CR has the line it stands in; where it stays open, none is read twice")
  func loneReturns() {
    let (table, complaints) = read("a,b\n\"x\ny\",2\r3,4\n5,6\n")
    #expect(complaints == [])
    #expect(rows(table) == [["x\ny", "2"], ["3", "4"], ["5", "6"]])
    #expect((0..<3).map { table?.line(ofRow: $0) } == [2, 3, 4])
    let (open, faults) = read("a,b\n\"x\n7,8\",2\r\"3,4\n5,6\n")
    #expect(rows(open) == [["x\n7,8", "2"], ["5", "6"]])
    #expect(faults.map(\.problem) == [.table(.unclosedQuote)])
    #expect(faults.map(\.line) == [3])
  }

  @Test("what was written by the rules of RFC 4180 is read back")
  func roundTrip() {
    var draws = TestDraws(seed: 42)
    let alphabet = Array("ab,;\"\n\r é☃'")
    for _ in 0..<300 {
      let columns = 1 + draws.below(4)
      let cells = (0..<(1 + draws.below(6))).map { _ in
        (0..<columns).map { _ in
          "x" + String((0..<draws.below(6)).map { _ in alphabet[draws.below(alphabet.count)] })
        }
      }
      let header = (0..<columns).map { "c\($0)" }.joined(separator: ",")
      let text = cells.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }
      let (table, complaints) = read(header + "\n" + text.joined(separator: "\n"))
      #expect(complaints == [], "\(text)")
      #expect(rows(table).map { $0.map(Array.init) } == cells.map { $0.map(Array.init) })
    }
  }
}
