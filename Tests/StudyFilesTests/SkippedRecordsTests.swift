import Foundation
import HybridWork
import StudyFiles
import Testing

@Suite("Skipped rows with their cells")
struct SkippedRecordsTests {
  private let keep = RegisterMapping(onBadRow: .skip, keepsSkippedRows: true)

  private func broken() -> RegisterRows {
    var rows = RegisterRows()
    rows.separator = ";"
    rows.add()
    rows.add([.identifier: "S-2", .sex: "", .laptop: "?"])
    rows.add([.identifier: "S-3"])
    rows.add([.identifier: "S-4"])
    rows.add([.identifier: "S-3"])
    return rows
  }

  @Test("each skipped row keeps its line, its faults and its own cells, in order of line")
  func rows() throws {
    let text = broken().text() + "a;\"b\nc\"\n" + "d;e\"f\n"
    let records = try #require(RegisterRows.read(text, keep).contents?.records)
    #expect(records.rows.map(\.line) == [3, 4, 6, 7, 9])
    #expect(
      records.rows.map(\.faults) == [
        [.init(kind: .blank, column: .sex), .init(kind: .notAFlag, column: .laptop)],
        [.init(kind: .duplicateIdentifier, column: .identifier)],
        [.init(kind: .duplicateIdentifier, column: .identifier)],
        [.init(kind: .form, column: nil)], [.init(kind: .form, column: nil)],
      ])
    #expect(records.rows[0].cells.prefix(3) == ["S-2", "Dinas A", ""])
    #expect(records.rows[0].cells.count == records.header.count)
    #expect(records.rows.map(\.text) == ["", "", "", "a;\"b\nc\"", "d;e\"f"])
  }

  @Test("the file opens as the register did, and a reader finds the same cells in it")
  func file() throws {
    let text = broken().text() + "d;e\"f\n"
    let records = try #require(RegisterRows.read(text, keep).contents?.records)
    let log = DiagnosticLog()
    let file = SourceFile(name: "skipped", bytes: Array(records.csv(in: .english).utf8))
    let table = try #require(CSVTable(file, log: log))
    #expect(log.diagnostics.isEmpty)
    #expect(table.separator == .semicolon)
    #expect(table.header == ["line", "reason"] + records.header + ["row as it stands"])
    #expect(table.text(row: 0, column: 0) == "3")
    #expect(table.text(row: 0, column: 1) == "sex: blank | laptop: neither true nor false")
    #expect(table.text(row: 0, column: 2) == "S-2")
    #expect(table.text(row: 3, column: table.columnCount - 1) == "d;e\"f")
    #expect(records.csv(in: .indonesian).hasPrefix("\u{FEFF}baris;alasan;"))
    #expect(records.csv(in: .indonesian).contains("sex: kosong | laptop: bukan ya atau tidak"))
  }

  @Test("rows are kept only when that was asked for")
  func notKept() throws {
    let contents = try #require(
      RegisterRows.read(
        broken().text(), RegisterMapping(onBadRow: .skip)
      ).contents)
    #expect(contents.records == nil)
    #expect(contents.skipped.count == 3)
  }

  @Test("the study carries the rows its register left out, and none without the wish")
  func study() throws {
    let folder = try StudyFolderFixture()
    try folder.apply(
      BrokenInput.Edit(file: "staff.csv", old: "P02,Kelurahan A,P", new: "P02,Kelurahan A,X"))
    let asked = folder.load(StudyOverrides(onBadRow: .skip, keepsSkippedRows: true)).0
    #expect(asked?.skippedRecords?.rows.map(\.line) == [3])
    let unasked = folder.load(StudyOverrides(onBadRow: .skip)).0
    #expect(unasked != nil)
    #expect(unasked?.skippedRecords == nil)
  }

  @Test("the warning says how many rows were left out and why, in both languages")
  func reasons() {
    let log = broken().read(keep).log
    #expect(
      FixtureFile.complaints(log, in: .english).first
        == "r.csv: warning: 3 of 5 rows were left out: identifier: identifier stands twice (2); "
        + "sex: blank (1); laptop: neither true nor false (1). Results hold for the others only.")
    #expect(
      FixtureFile.complaints(log, in: .indonesian).first
        == "r.csv: peringatan: 3 dari 5 baris dilewati: identifier: nomor ganda (2); "
        + "sex: kosong (1); laptop: bukan ya atau tidak (1). "
        + "Hasil hanya berlaku untuk baris lainnya.")
  }
}

@Suite("What complaints keep to themselves")
struct PrivateTextTests {
  @Test(
    "a number or name in the wrong column is not repeated",
    arguments: [
      (.sex, "198001312005011003"), (.commuteKilometres, "198001312005011003"),
      (.birthDate, "198001312005011003"), (.laptop, "198001312005011003"),
      (.talentBox, "3273010101800001"), (.positionKind, "Budi Santoso"),
      (.commuteKilometres, "Siti Aminah"), (.birthDate, "Siti Aminah"), (.grade, "Siti Aminah"),
    ] as [(RegisterColumn, String)])
  func hidden(column: RegisterColumn, text: String) {
    var rows = RegisterRows()
    rows.add([column: text])
    let log = rows.read().log
    #expect(FixtureFile.problems(log) == [.register(.valueNotShown(column))])
    for language in Language.allCases {
      let complaint = FixtureFile.complaints(log, in: language).joined()
      #expect(!complaint.contains(text) && complaint.contains(column.rawValue))
    }
  }

  @Test("a hidden value is counted under what is wrong with it")
  func kinds() {
    var rows = RegisterRows()
    rows.add()
    rows.add([.commuteKilometres: "198001312005011003"])
    rows.add([.birthDate: "Siti Aminah"])
    let skipped = rows.read(RegisterMapping(onBadRow: .skip)).contents?.skipped
    #expect(
      skipped?.reasons == [
        .init(kind: .notADate, column: .birthDate, rows: 1),
        .init(kind: .outOfRange, column: .commuteKilometres, rows: 1),
      ])
  }

  @Test("more than twenty different wrong values are another column's, and none is repeated")
  func foreignColumn() {
    for (count, isShown) in [(20, true), (21, false)] {
      var rows = RegisterRows()
      for index in 0..<count {
        rows.add([.discipline: "nama" + String(repeating: "x", count: index)])
      }
      let text = FixtureFile.complaints(rows.read().log).joined()
      #expect(text.contains("namax") == isShown)
    }
  }

  @Test("a first line without a single known header is called so, and its cells are not shown")
  func noHeader() {
    var rows = RegisterRows()
    rows.add([.identifier: "198001312005011003"])
    let body = rows.text().split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    for text in [body, "DAFTAR PEGAWAI\n" + rows.text(), "sep=;\n" + rows.text()] {
      let (contents, log) = RegisterRows.read(text)
      #expect(contents == nil)
      #expect(log.diagnostics.count == 1)
      guard case .register(.noHeader(let expected))? = log.diagnostics.first?.problem else {
        Issue.record("no complaint about the header")
        continue
      }
      #expect(expected.first == "identifier" && expected.count == 9)
      #expect(!FixtureFile.complaints(log).joined().contains("1980"))
    }
  }

  @Test("names in the column of services are counted, not repeated")
  func services() throws {
    let folder = try StudyFolderFixture()
    let staff = folder.path + "/staff.csv"
    let text = try String(contentsOfFile: staff, encoding: .utf8)
    let row = try #require(text.split(separator: "\n").last)
    var more = text
    for number in 0..<25 {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).enumerated().map {
        $0 == 0 ? "Q\(number)" : $0 == 12 ? "Nama\(number)" : String($1)
      }
      more += cells.joined(separator: ",") + "\n"
    }
    try more.write(toFile: staff, atomically: true, encoding: .utf8)
    let (_, log) = folder.load()
    #expect(
      FixtureFile.problems(log).contains(.study(.servicesNotListed(values: 25, people: 25))))
    #expect(!FixtureFile.complaints(log).joined().contains("Nama"))
  }

  @Test("ages at which nobody serves are warned of, by their number")
  func ages() throws {
    let folder = try StudyFolderFixture()
    try folder.apply(
      BrokenInput.Edit(
        file: "staff.csv", old: "P01,Kelurahan A,L,1970", new: "P01,Kelurahan A,L,2015"))
    let (study, log) = folder.load()
    #expect(study != nil)
    #expect(FixtureFile.problems(log) == [.study(.implausibleAges(people: 1, ages: 15...80))])
  }
}
