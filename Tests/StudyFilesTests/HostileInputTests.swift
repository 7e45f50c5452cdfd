import HybridWork
import StudyFiles
import Testing

@Suite("No bytes bring the readers down")
struct HostileInputTests {
  private static let fragments: [[UInt8]] =
    [
      "\n", "\r\n", "\r", ",", ";", "\"", "\"\"", "a", "1", " ", "\t", ": ", "- ", "[", "]", "{",
      "}",
      "&x ", "*x", "!t ", "---\n", "? ", "| \n", "> \n", "# ", "'", "é", "\u{2028}", "\\", "%", "@",
      "  ", "a: ", "b: ", "a: 1\n", "<<: ", "...\n", "%YAML 1.1\n", "\"\\u12", "~",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0x7F], [0xED, 0xA0, 0x80],
    ]

  private func soup(_ draws: inout TestDraws) -> [UInt8] {
    (0..<draws.below(40)).flatMap { _ in
      draws.below(4) == 0
        ? [UInt8(draws.below(256))] : Self.fragments[draws.below(Self.fragments.count)]
    }
  }

  @Test("soups of bytes are read or complained about, and every complaint lies within the file")
  func soups() {
    var draws = TestDraws(seed: 20_230_619)
    for index in 0..<3000 {
      let bytes = soup(&draws)
      let lines = bytes.count + 1
      let log = DiagnosticLog()
      let source = SourceFile(name: "soup", bytes: bytes)
      let count = YAMLFile.read(source, log: log) { $0.all().map { $0.value.number() }.count }
      #expect(count != nil || log.hasErrors, "case \(index)")
      if let table = CSVTable(source, log: log) {
        for row in 0..<table.rowCount {
          for column in table.header.indices {
            _ = try? DecimalGrammar().number(table.text(row: row, column: column))
            let position = table.position(row: row, column: column)
            #expect(position.line <= lines, "case \(index)")
          }
        }
      } else {
        #expect(log.hasErrors, "case \(index)")
      }
      for diagnostic in log.diagnostics {
        #expect((1...lines).contains(diagnostic.line ?? 1), "case \(index)")
        #expect((1...lines).contains(diagnostic.column ?? 1), "case \(index)")
        #expect(!diagnostic.text(in: .indonesian).hasSuffix(": "), "case \(index)")
      }
    }
  }

  @Test("soups of text are read or refused by every grammar")
  func scalarSoups() {
    var draws = TestDraws(seed: 7)
    let signs = Array("0123456789.,-+eE%/: _xJanuariRpIV'\u{301}٣½")
    for _ in 0..<5000 {
      let text = String((0..<draws.below(22)).map { _ in signs[draws.below(signs.count)] })
      if let value = try? DecimalGrammar(isMoney: true).number(text) {
        #expect(value.isFinite, "\(text)")
      }
      _ = try? DecimalGrammar(mark: .comma).integer(text)
      if let date = try? DateGrammar.birth(text) {
        #expect(DateGrammar.years.contains(date.components.year), "\(text)")
      }
      _ = try? DateGrammar.time(text)
      _ = try? RegisterGrammar.identifier(text)
      _ = try? RegisterGrammar.grade(text)
    }
  }

  @Test("a table of one long line, and one of quotation marks only, are read in good time")
  func longLines() {
    let log = DiagnosticLog()
    let line = Array(repeating: UInt8(ascii: "x"), count: 10_000_000)
    #expect(CSVTable(SourceFile(name: "long", bytes: line), log: log)?.rowCount == 0)
    let quotes =
      Array("a,b\n".utf8) + Array(repeatElement(Array("1,\"x\n".utf8), count: 20_000).joined())
    #expect(CSVTable(SourceFile(name: "quotes", bytes: quotes), log: log)?.rowCount == 0)
    #expect(log.diagnostics.contains { $0.problem == .file(.furtherFaults(count: 19_800)) })
  }
}

@Suite("The log of complaints")
struct DiagnosticLogTests {
  private func diagnostic(
    _ file: String, _ line: Int?, _ column: Int?, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      .file(.missing), severity: severity, file: file,
      at: line.map { TextPosition(line: $0, column: column) })
  }

  @Test("complaints are sorted by file, line and column")
  func order() {
    let log = DiagnosticLog()
    let sorted = [
      diagnostic("a", nil, nil), diagnostic("a", 2, 9), diagnostic("a", 10, 1),
      diagnostic("a", 10, 3), diagnostic("b", 1, 1),
    ]
    for index in [3, 4, 1, 0, 2] { log.add(sorted[index]) }
    #expect(log.diagnostics == sorted)
  }

  @Test("only errors forbid a run")
  func severity() {
    let log = DiagnosticLog()
    log.add(diagnostic("a", 1, 1, severity: .warning))
    #expect(!log.hasErrors)
    #expect(
      log.diagnostics[0].text(in: .english)
        == "a:1:1: warning: this file does not exist. Check its name and folder.")
    log.add(diagnostic("a", 1, 2))
    #expect(log.hasErrors)
  }

  @Test("a file's complaints above the limit are counted")
  func limit() {
    let log = DiagnosticLog(limitPerFile: 3)
    for line in 1...10 { log.add(diagnostic("a", line, 1)) }
    log.add(diagnostic("b", 1, 1))
    #expect(log.diagnostics.count == 5)
    #expect(log.diagnostics[3] == Diagnostic(.file(.furtherFaults(count: 7)), file: "a"))
  }
}
