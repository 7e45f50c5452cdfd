import Foundation
import HybridWork
import StudyFiles
import Testing

@Suite("Tables in Excel workbooks")
struct WorkbookTests {
  private static let mapping = RegisterMapping(
    columns: [
      .identifier: "NIP", .unit: "Unit Kerja", .sex: "JK", .birthDate: "Tanggal Lahir",
      .employmentStatus: "Status", .grade: "Pangkat Gol.", .positionKind: "Jabatan Jenis",
      .position: "Jabatan Nama", .taskClass: "Jenis Tugas", .directServiceShare: "Porsi Layanan",
      .commuteKilometres: "Jarak (km)", .commuteMode: "Kendaraan", .laptop: "Laptop",
    ])

  /// An export as personnel systems make it: a title over all columns, a head of two rows with merged
  /// cells, a row that numbers the columns, dates, and a unit merged over its people.
  private static let export = """
    sheet.append(["DAFTAR PEGAWAI NEGERI SIPIL"])
    sheet.merge_cells("A1:M1")
    sheet.append(["Keadaan 1 Juli 2023"])
    sheet.append([])
    sheet.append(["NIP", "Unit Kerja", "JK", "Tanggal Lahir", "Status", "Pangkat", "Jabatan", "",
      "Jenis Tugas", "Porsi Layanan", "Jarak (km)", "Kendaraan", "Laptop"])
    sheet.append(["", "", "", "", "", "Gol.", "Jenis", "Nama", "", "", "", "", ""])
    sheet.merge_cells("G4:H4")
    for column in "ABCDEIJKLM":
        sheet.merge_cells(f"{column}4:{column}5")
    sheet.append(list(range(1, 14)))
    sheet.append(["198001312005011001", "Dinas Satu", "L", datetime.date(1980, 1, 31), "PNS", "III/d",
      "fungsional", "Analis\\nKebijakan", "professional", 0.25, 9.5, "motorcycle", True])
    sheet.append(["197902122005012002", None, "P", "12 Februari 1979", "PNS", "IV/a",
      "pelaksana", "Arsiparis", "routine", 0, 12, "car", "tidak"])
    sheet.merge_cells("B7:B8")
    sheet.append([])
    """

  private func read(
    _ statements: String, _ mapping: RegisterMapping = mapping
  ) throws -> (population: Population?, complaints: [String]) {
    let workbook = try WorkbookFixture(statements)
    let log = DiagnosticLog()
    let contents = RegisterFile.load(
      path: workbook.path, name: "pegawai.xlsx", mapping: mapping, log: log)
    return (contents?.population, FixtureFile.complaints(log))
  }

  @Test("an export with title rows, merged heads, dates and text identifiers is read")
  func export() throws {
    let (population, complaints) = try read(Self.export)
    #expect(complaints == [])
    let people = try #require(population)
    #expect(people.identifiers == ["197902122005012002", "198001312005011001"])
    #expect(people.units.map(\.name) == ["Dinas Satu"])
    func texts(_ column: RegisterColumn) -> [String?] {
      (0..<people.count).map { people.text(column, person: $0) }
    }
    #expect(texts(.sex) == ["P", "L"])
    #expect(texts(.birthDate) == ["1979-02-12", "1980-01-31"])
    #expect(texts(.grade) == ["IV/a", "III/d"])
    #expect(texts(.position) == ["Arsiparis", "Analis Kebijakan"])
    #expect(people.numbers(.directServiceShare) == [0, 0.25])
    #expect(people.numbers(.commuteKilometres) == [12, 9.5])
    #expect(people.flags(.laptop) == [.no, .yes])
  }

  @Test("numbers and texts of a sheet are read alike where an agency writes decimal commas")
  func decimalComma() throws {
    var mapping = Self.mapping
    mapping.decimalComma = true
    let statements = Self.export.replacing("12, \"car\"", with: "\"12,5\", \"car\"")
    let people = try #require(try read(statements, mapping).population)
    #expect(people.numbers(.commuteKilometres) == [12.5, 9.5])
  }

  @Test("an identifier that the spreadsheet keeps as a number is refused, and its cell is named")
  func spoiltIdentifier() throws {
    let statements = Self.export.replacing(
      "\"198001312005011001\"", with: "198001312005011001")
    let (population, complaints) = try read(statements)
    #expect(population == nil)
    #expect(complaints.count == 1)
    #expect(complaints[0].hasPrefix("pegawai.xlsx[Data]:A7: NIP: "), "\(complaints)")
    #expect(!complaints[0].contains("19800131"))
  }

  @Test("a wrong value is told of with sheet, cell and the name of its column")
  func wrongValue() throws {
    let (_, complaints) = try read(Self.export.replacing("\"P\", \"12", with: "\"X\", \"12"))
    #expect(complaints.count == 1)
    #expect(complaints[0].hasPrefix("pegawai.xlsx[Data]:C8: JK: "), "\(complaints)")
  }

  @Test("a column that is missing is told of at the row of the head")
  func missingColumn() throws {
    let (_, complaints) = try read(Self.export.replacing("\"Unit Kerja\"", with: "\"Unti Kerja\""))
    #expect(complaints.count == 1)
    #expect(complaints[0].hasPrefix("pegawai.xlsx[Data]:5: unit: "), "\(complaints)")
    #expect(complaints[0].contains("Unti Kerja"))
  }

  @Test("cells beyond the head are no part of a row")
  func beyondHead() throws {
    let statements = Self.export + "\nsheet[\"O7\"] = \"catatan\""
    let (_, complaints) = try read(statements)
    #expect(complaints.count == 1)
    #expect(complaints[0].hasPrefix("pegawai.xlsx[Data]:7: "), "\(complaints)")
  }

  @Test("a hidden sheet is passed over")
  func hiddenSheet() throws {
    let statements =
      Self.export
      + "\ncover = book.create_sheet(\"Sampul\", 0)\ncover[\"A1\"] = \"x\""
      + "\ncover.sheet_state = \"hidden\"\nbook.active = 1"
    #expect(try read(statements).complaints == [])
  }

  @Test("an empty workbook and a file that is none each have a sentence")
  func unreadable() throws {
    let log = DiagnosticLog()
    let workbook = try WorkbookFixture("pass")
    _ = RegisterFile.load(path: workbook.path, name: "p.xlsx", mapping: Self.mapping, log: log)
    try Data([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]).write(to: workbook.url)
    _ = RegisterFile.load(path: workbook.path, name: "p.xlsx", mapping: Self.mapping, log: log)
    #expect(log.diagnostics.map(\.problem) == [.file(.emptyWorkbook), .file(.brokenWorkbook)])
  }

  @Test("a table of positions is the same from a workbook and from text")
  func positions() throws {
    let rows = [
      ["position", "task", "share_of_time", "place", "face_to_face"],
      ["Analis", "Menulis", "0.6", "alone", "false"],
      ["Analis", "Rapat", "0.4", "together", "true"],
    ]
    let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let workbook = try WorkbookFixture(rows.map { "sheet.append(\($0))" }.joined(separator: "\n"))
    let (log, other) = (DiagnosticLog(), DiagnosticLog())
    let sheet = PositionsFile.load(path: workbook.path, name: "p", log: log)
    let plain = PositionsFile.read(SourceFile(name: "p", bytes: Array(text.utf8)), log: other)
    #expect(FixtureFile.complaints(log) == [] && FixtureFile.complaints(other) == [])
    #expect(try #require(sheet).profiles == #require(plain).profiles)
  }
}
