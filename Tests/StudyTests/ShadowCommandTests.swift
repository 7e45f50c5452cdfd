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
    let other = try Program.run([
      "run", "scenarios/west-java-mkd", "--shadow", out + "/shadow.json", "--lang", "en", "--out",
      folder.url.appendingPathComponent("other").path,
    ])
    #expect(other.exitCode == 65)
    #expect(other.complaints.contains("of study bandung-city"))
  }

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
