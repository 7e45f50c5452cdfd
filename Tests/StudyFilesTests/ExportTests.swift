import Foundation
import HybridWork
import StudyFiles
import Testing

@Suite("Exports of other programs, read by a mapping")
struct ExportTests {
  private static let coded = """
    export: attendance
    columns: {unit: Unit Kerja, date: Tanggal, person: NIP}
    code: Status
    codes:
      office: [H, T]
      flexible: [WFA]
      sick: [S]
      none: [L]
    names: {"Bag. Umum": Biro Umum}
    """

  private static func file(_ text: String, _ suffix: String = "csv") throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-export-\(UUID().uuidString).\(suffix)")
    try Data(text.utf8).write(to: url)
    return url
  }

  private static func attendance(
    _ rows: String, mapping: String = coded
  ) throws -> (log: AttendanceLog?, complaints: [String]) {
    let (log, files) = (DiagnosticLog(), [try file(rows), try file(mapping, "yaml")])
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let read = ExportMappingFile.load(path: files[1].path, as: .attendance, log: log)
    let found = read.flatMap { AttendanceLog.load(path: files[0].path, mapping: $0, log: log) }
    let places = FixtureFile.complaints(log).map { complaint in
      files.reduce(complaint) { $0.replacing($1.path, with: $1.pathExtension) }
    }
    return (found, places)
  }

  @Test("rows of persons become people by unit, day and whereabouts; names are mapped")
  func persons() throws {
    let (log, complaints) = try Self.attendance(
      """
      Nama,NIP,Unit Kerja,Tanggal,Status
      a,1,Bag. Umum,03/07/2023 07:29,H
      b,2,Biro Umum,2023-07-03,wfa
      c,3,Biro Umum,3 Juli 2023,S
      a,1,Biro Umum,04/07/2023,T
      d,4,Dinas X,03-07-2023,L
      """)
    #expect(complaints == [])
    let found = try #require(log)
    #expect(found.units.map(\.name) == ["Biro Umum"])
    #expect(found.days.map(\.date.iso) == ["2023-07-03", "2023-07-04"])
    #expect(found.days.map(\.people) == [[1, 1, 1, 0, 0, 0], [1, 0, 0, 0, 0, 0]])
  }

  @Test("a column for each kind is read as well, and days in the American order")
  func counted() throws {
    let (log, complaints) = try Self.attendance(
      "OPD;Tgl;Hadir;Cuti\nA;07/31/2023;10;1,5\nA;07/31/2023;2;0\n",
      mapping: """
        export: attendance
        columns: {unit: OPD, date: Tgl}
        dates: month-first
        counts: {office: Hadir, leave: Cuti}
        """)
    #expect(complaints == [])
    #expect(log?.days.map(\.people) == [[12, 0, 0, 1.5, 0, 0]])
    #expect(log?.days.first?.date.iso == "2023-07-31")
  }

  @Test("every faulty cell is told with line and column, and never what may tell of somebody")
  func complaints() throws {
    let (log, complaints) = try Self.attendance(
      """
      NIP,Unit Kerja,Tanggal,Status
      1,Biro Umum,03/07/2023,Siti Aminah
      1,Biro Umum,198501012010011001,H
      1,Biro Umum,31/02/2023,H
      2,,03/07/2023,H
      3,Biro Umum,03/07/2023,H
      3,Biro Umum,03/07/2023,S
      """)
    #expect(log == nil)
    #expect(complaints.count == 5)
    #expect(
      complaints.map { $0.prefix { $0 != " " } }.map(String.init) == [
        "csv:2:24:", "csv:3:13:", "csv:4:13:", "csv:5:3:", "csv:7:1:",
      ])
    #expect(complaints[0].contains("not in the mapping") && complaints[0].contains("wfa"))
    #expect(complaints[4].contains("line 6"))
    let text = complaints.joined()
    #expect(!text.contains("Siti") && !text.contains("198501012010011001"))
  }

  @Test("columns that are not there and slips of the mapping are told with the nearest name")
  func slips() throws {
    let missing = try Self.attendance("NIP,Unit Kerja,Tangal,Status\n1,A,2023-07-03,H\n")
    #expect(missing.log == nil)
    #expect(missing.complaints.first?.hasPrefix("csv:1:") == true)
    #expect(missing.complaints.first?.contains("Tangal") == true)
    for (old, new, part) in [
      ("export: attendance", "export: tickets", "attendance"),
      ("code: Status", "kode: Status", "code"),
      ("office: [H, T]", "ofice: [H, T]", "office"), ("sick: [S]", "sick: [h]", "h"),
      ("person: NIP", "nip: NIP", "person"),
    ] {
      let slip = try Self.attendance("a\n1\n", mapping: Self.coded.replacing(old, with: new))
      #expect(slip.log == nil)
      #expect(slip.complaints.joined().contains(part), "\(new): \(slip.complaints)")
    }
  }

  @Test("months as exports write them")
  func months() throws {
    for text in [
      "2023-07", "07/2023", "7-2023", "Juli 2023", "Jul 2023", "2023-07-31", "31/07/2023",
    ] {
      #expect(try ExportDate.month(text, order: .dayFirst) == 2023 * 12 + 6, "\(text)")
    }
    for text in ["2023", "13/2023", "Triwulan I", "Juli", ""] {
      #expect(throws: DateFault.self, "\(text)") {
        try ExportDate.month(text, order: .dayFirst)
      }
    }
  }

  @Test("log and export become a panel: shares of person-days, means and sums, by hand")
  func panel() throws {
    let mapping = try Self.file(
      """
      export: performance
      columns: {unit: OPD, month: Bulan}
      measures:
        output: {column: Nilai, statistic: mean}
        complaints: {column: Aduan, statistic: sum}
      """, "yaml")
    let scores = try Self.file(
      "OPD,Bulan,Nilai,Aduan\nA,Juli 2023,90,1\nA,2023-07,95,2\nA,08/2023,80,0\nB,07/2023,70,5\n")
    let log = try Self.file(
      """
      Unit Kerja,Tanggal,Status,NIP
      A,2023-07-03,H,1
      A,2023-07-03,WFA,2
      A,2023-07-04,H,1
      A,2023-07-04,S,2
      B,2023-07-03,H,3
      """)
    let attendance = try Self.file(Self.coded, "yaml")
    defer {
      for file in [mapping, scores, log, attendance] {
        try? FileManager.default.removeItem(at: file)
      }
    }
    let heard = DiagnosticLog()
    let panel = try #require(
      PanelSources(
        attendance: (log.path, attendance.path), performance: (scores.path, mapping.path),
        smallestUnit: 2, log: heard))
    #expect(FixtureFile.complaints(heard) == [])
    // A in July: 2 people; half office, a quarter away (1.25 days a week), a quarter sick; B is small.
    #expect(
      panel.text(treatment: ["A": 2023 * 12 + 6]) == """
        unit,month,first_treated,people,office_share,flexible_days_per_week,sick_share,leave_share,\
        travel_share,output,complaints\r
        A,2023-07,2023-07,2.0,0.5,1.25,0.25,0.0,0.0,92.5,3.0\r\n
        """)
    #expect(panel.incomplete == 1)
    #expect(panel.smallUnits == 1)
  }

  @Test("tickets keep their service, day and wait; who was never called has no wait")
  func tickets() throws {
    let mapping = try Self.file(
      """
      export: tickets
      columns: {service: Layanan, taken: Ambil, called: Panggil}
      names: {Loket A: loket-a}
      """, "yaml")
    let log = try Self.file(
      "Layanan,Ambil,Panggil\nLoket A,2023-07-03 08:00,2023-07-03 08:12\nLoket A,03/07/2023 08.30,\n"
    )
    let bad = try Self.file("Layanan,Ambil,Panggil\nLoket A,2023-07-03 09:00,2023-07-03 08:12\n")
    defer { for file in [mapping, log, bad] { try? FileManager.default.removeItem(at: file) } }
    let heard = DiagnosticLog()
    let read = try #require(
      ExportMappingFile.load(path: mapping.path, as: .tickets, log: heard))
    let found = try #require(CallLog.load(path: log.path, mapping: read, log: heard))
    #expect(found.services.map(\.name) == ["loket-a"])
    #expect(found.tickets.map(\.waitMinutes) == [12, nil])
    #expect(CallLog.load(path: bad.path, mapping: read, log: heard) == nil)
    #expect(heard.diagnostics.first?.line == 2)
  }
}
