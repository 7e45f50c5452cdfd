import Foundation
import Testing

@Suite("luwes shadow and luwes panel")
struct ShadowCommandTests {
  private static let logs = [
    "--attendance", "notebooks-data/attendance-example.csv",
    "--attendance-mapping", "notebooks-data/attendance-example-mapping.yaml",
  ]
  private static let tickets = [
    "--tickets", "notebooks-data/tickets-example.csv",
    "--tickets-mapping", "notebooks-data/tickets-example-mapping.yaml",
  ]

  @Test("the unit that was made unlike the study is marked, and the run says so")
  func marked() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("shadow").path
    let run = try Program.run(
      [
        "shadow", "scenarios/bandung-city", "--worlds", "32", "--replications", "1", "--out", out,
        "--lang", "en",
      ] + Self.logs + Self.tickets)
    #expect(run.exitCode == 0, "\(run.complaints)")
    let json = try folder.text("shadow/shadow.json")
    let marked = try #require(json.range(of: "\"marked\""))
    let groups = json[marked.lowerBound...].split(separator: "\n")
      .filter { $0.contains("\"group\"") }
    let units = groups.filter { $0.contains("unit:") }
    #expect(units.count == 1)
    #expect(units.first?.contains("unit:Kecamatan Bandung Kulon") == true)
    let months = try folder.text("shadow/shadow-months.csv")
    #expect(months.contains("unit:Kecamatan Andir,office_share,share,2023-07,"))
    #expect(!months.contains("unit:Kecamatan Andir,sick_share"))
    let told = try Program.run([
      "run", "scenarios/bandung-city", "--worlds", "2", "--replications", "1", "--policies",
      "friday-all", "--shadow", out + "/shadow.json", "--lang", "en", "--out",
      folder.url.appendingPathComponent("run").path,
    ])
    #expect(told.exitCode == 0, "\(told.complaints)")
    #expect(told.output.contains("unit Kecamatan Bandung Kulon (in the office"))
    #expect(try folder.text("run/scenario-table.md").contains("does not repeat"))
    let report = try folder.text("run/report.html")
    #expect(report.contains("the model does not repeat unit Kecamatan Bandung Kulon"))
    #expect(report.contains("model tidak mengulang unit Kecamatan Bandung Kulon"))
    let book = try Peer.outcome(
      of: "/usr/bin/python3",
      ["-c", Self.marksOfWorkbook, folder.url.appendingPathComponent("run").path])
    #expect(
      book.output == "unit Kecamatan Bandung Kulon\noutput-by-unit\noutcomes\n", "\(book.output)")
    let other = try Program.run([
      "run", "scenarios/west-java-mkd", "--shadow", out + "/shadow.json", "--lang", "en", "--out",
      folder.url.appendingPathComponent("other").path,
    ])
    #expect(other.exitCode == 65)
    #expect(other.complaints.contains("of study bandung-city"))
  }

  /// Prints the unit that the sheet of the shadow test names, and other sheets where its name is marked;
  /// complains of a mark at another name.
  private static let marksOfWorkbook = """
    import sys
    from openpyxl import load_workbook
    book = load_workbook(sys.argv[1] + "/scenario-table.xlsx")
    shadow = book["Shadow test"]
    for row in shadow.iter_rows(min_row=shadow[shadow.freeze_panes].row, values_only=True):
        print(row[0])
    for name, sheet in (("output-by-unit", "Work by unit"), ("outcomes", "Outcomes")):
        marked = {cell for row in book[sheet].iter_rows(values_only=True) for cell in row
                  if isinstance(cell, str) and "not repeated by the shadow test" in cell}
        if marked and all("Kecamatan Bandung Kulon" in cell for cell in marked):
            print(name)
    """

  @Test("a panel of log and export is read by luwes assess; treated units must be in it")
  func panel() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("panel.csv").path
    let sources =
      Self.logs + [
        "--performance", "notebooks-data/performance-example.csv", "--performance-mapping",
        "notebooks-data/performance-example-mapping.yaml", "--out", out, "--lang", "en",
      ]
    let treated = ["Andir", "Antapani", "Arcamanik", "Astana Anyar"].flatMap {
      ["--treated", "Kecamatan \($0)=2023-10"]
    }
    let made = try Program.run(["panel"] + sources + treated)
    #expect(made.exitCode == 0, "\(made.complaints)")
    #expect(made.output.contains("12 units, 72 rows"))
    let assessed = try Program.run([
      "assess", out, "--outcome", "output_index", "--unit", "unit", "--time", "month",
      "--treated", "first_treated", "--draws", "199", "--lang", "en",
    ])
    #expect(assessed.exitCode == 0, "\(assessed.complaints)")
    #expect(assessed.output.contains("twfe"))
    let unknown = try Program.run(["panel"] + sources + ["--treated", "Dinas X=2023-10"])
    #expect(unknown.exitCode == 65)
    #expect(unknown.complaints.contains("Dinas X"))
  }
}
