import HybridWork
import StudyFiles
import Testing

@Suite("Rows that are left out")
struct SkippedRowsTests {
  private let skip = RegisterMapping(onBadRow: .skip)

  @Test("bad rows are counted by fault and column, with their lines and without values")
  func counts() throws {
    var rows = RegisterRows()
    rows.add()
    rows.add([.sex: "X", .commuteKilometres: "jauh"])
    rows.add([.commuteKilometres: "900"])
    rows.add([.commuteKilometres: "jauh"])
    rows.add()
    let text = rows.text() + "only,three,cells\n"
    let (contents, log) = RegisterRows.read(text, skip)
    let skipped = try #require(contents?.skipped)
    #expect(contents?.population.count == 2)
    #expect(skipped.count == 4)
    #expect(skipped.lines == [3, 4, 5, 7])
    #expect(
      skipped.reasons == [
        .init(kind: .unknownValue, column: .sex, rows: 1),
        .init(kind: .notANumber, column: .commuteKilometres, rows: 2),
        .init(kind: .outOfRange, column: .commuteKilometres, rows: 1),
        .init(kind: .form, column: nil, rows: 1),
      ])
    #expect(!log.hasErrors)
    #expect(log.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      FixtureFile.problems(log).first
        == .register(.skippedRows(count: 4, of: 6, reasons: skipped.reasons)))
  }

  @Test("the people left are those of a file without the bad rows, values included")
  func remainder() {
    var all = RegisterRows()
    var sound = RegisterRows()
    for number in 0..<30 {
      let isBad = number % 3 == 1
      let changes: [RegisterColumn: String] = [
        .identifier: "S-\(number)", .position: isBad ? "Only here" : "Jabatan \(number % 4)",
        .unit: isBad ? "Gone" : "Dinas \(number % 5)",
        .directServiceShare: isBad ? "2" : "0.\(number % 10)",
      ]
      all.add(changes)
      if !isBad { sound.add(changes) }
    }
    #expect(areEqual(all.read(skip).contents?.population, sound.read().contents?.population))
    #expect(all.read(skip).contents?.skipped.count == 10)
  }

  @Test("three rows of each fault are shown, the others counted")
  func samples() {
    var rows = RegisterRows()
    for _ in 0..<10 { rows.add([.laptop: "?"]) }
    rows.add()
    let problems = FixtureFile.problems(rows.read(skip).log)
    let flag = Problem.name(.notAFlag(text: "?", write: nil))
    #expect(
      problems == [
        .register(
          .skippedRows(
            count: 10, of: 11, reasons: [.init(kind: .notAFlag, column: .laptop, rows: 10)])), flag,
        flag, flag,
        .register(.furtherRows(count: 7)),
      ])
  }

  @Test("of rows with one identifier none is kept, whichever comes first")
  func duplicates() throws {
    var rows = RegisterRows()
    rows.add([.identifier: "S-1", .sex: "P"])
    rows.add([.identifier: "S-2"])
    rows.add([.identifier: "S-1"])
    rows.add([.identifier: "S-1"])
    let contents = try #require(rows.read(skip).contents)
    #expect(contents.population.identifiers == ["S-2"])
    #expect(contents.skipped.count == 3)
    #expect(contents.skipped.lines == [2, 4, 5])
    #expect(
      contents.skipped.reasons == [
        .init(kind: .duplicateIdentifier, column: .identifier, rows: 3)
      ])
    let reversed = rows.read(skip, order: [3, 2, 1, 0]).contents
    #expect(areEqual(contents.population, reversed?.population))
  }

  @Test("rows of the wrong form are all counted, and the lines of the first thousand kept")
  func manyRaggedRows() {
    var rows = RegisterRows()
    rows.add()
    let text = rows.text() + String(repeating: "too,short\n", count: 1500)
    let (contents, log) = RegisterRows.read(text, skip)
    #expect(contents?.population.count == 1)
    #expect(contents?.skipped.count == 1500)
    #expect(contents?.skipped.reasons == [.init(kind: .form, column: nil, rows: 1500)])
    #expect(contents?.skipped.lines == Array(3...1002))
    #expect(!log.hasErrors)
    let failing = RegisterRows.read(text)
    #expect(failing.contents == nil)
    #expect(FixtureFile.problems(failing.log).last == .register(.furtherRows(count: 1460)))
  }

  @Test("a register without any row left is an error")
  func nothingLeft() {
    var rows = RegisterRows()
    rows.add([.sex: "X"])
    let (contents, log) = rows.read(skip)
    #expect(contents == nil)
    #expect(log.hasErrors)
    #expect(FixtureFile.problems(log).contains(.register(.noRowLeft)))
  }

  @Test("a fault of the whole file stays an error")
  func wholeFile() {
    var rows = RegisterRows()
    rows.add()
    let (contents, log) = RegisterRows.read(rows.text().replacing("sex", with: "seks"), skip)
    #expect(contents == nil)
    #expect(log.hasErrors)
  }
}
