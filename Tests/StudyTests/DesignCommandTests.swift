import Foundation
import Testing

@Suite("luwes design")
struct DesignCommandTests {
  private static let command = [
    "design", "scenarios/bandung-city", "--worlds", "2", "--replications", "2", "--trials", "50",
    "--policy", "thursday-no-exemption", "--units", "4..8", "--months", "3..6", "--lang", "en",
  ]

  @Test("plans, units and the pilot sheet are told and written; no more threads change a byte")
  func runs() throws {
    let results = try TemporaryFolder()
    let outs = ["1", "2"].map { results.url.appendingPathComponent($0).path }
    for (threads, out) in zip(["1", "2"], outs) {
      let run = try Program.run(
        Self.command + ["--start", "2027-02", "--threads", threads, "--out", out])
      #expect(run.exitCode == 0, "\(run.complaints)")
      #expect(run.output.contains("Design of a pilot"))
      #expect(run.output.contains("No test at 5% is possible by the lot with"))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: outs[0]).sorted()
    #expect(
      files == [
        "manifest.json", "pilot-decisions.csv", "pilot-design.md", "pilot-power.csv",
        "pilot-sheet.md", "pilot-units.csv",
      ])
    for file in files.dropFirst() {
      let texts = try outs.map { try String(contentsOfFile: $0 + "/" + file, encoding: .utf8) }
      #expect(texts[0] == texts[1], "\(file)")
    }
    let sheet = try String(contentsOfFile: outs[0] + "/pilot-sheet.md", encoding: .utf8)
    #expect(sheet.contains("quarter I of budget 2027"))
    #expect(sheet.contains("2026-02 to 2027-01, 12 months"))
    for word in ["CONTINUE", "STOP", "EXTEND", "IKM", "SKP", "complaints"] {
      #expect(sheet.contains(word), "\(word)")
    }
  }

  @Test("the table has both tests of every plan, and the combinatorics of the lot")
  func table() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out").path
    #expect(try Program.run(Self.command + ["--out", out]).exitCode == 0)
    let rows = try String(contentsOfFile: out + "/pilot-power.csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    let header = rows[0]
    func cell(_ row: [String], _ name: String) throws -> String {
      row[try #require(header.firstIndex(of: name))]
    }
    func lot(_ units: Int, _ treated: Int, _ start: String) throws -> [String] {
      try #require(
        try rows.first {
          try cell($0, "units") == "\(units)" && cell($0, "treated") == "\(treated)"
            && cell($0, "start") == start && cell($0, "inference") == "randomization"
        })
    }
    // 4 of 8 and their complement: 2 of 70; 2 of 4: 2 of 6, where nothing can be shown.
    let eight = try lot(8, 4, "together")
    #expect(try cell(eight, "min_attainable_p") == "0.02857142857")
    #expect(try cell(eight, "test_at_5_percent") == "true")
    let four = try lot(4, 2, "together")
    #expect(try cell(four, "test_at_5_percent") == "false")
    #expect(try cell(four, "power") == "0")
    #expect(try cell(four, "min_detectable_effect").isEmpty)
    // Four treated of eight in three waves: two, one and one.
    #expect(try cell(try lot(8, 4, "staggered"), "ways") == "840")
    // Units 4, 6, 8 × months 3, 6; one, a quarter, a half; waves with two or more treated: 11 × 2
    // plans, two tests each.
    #expect(rows.count == 1 + 2 * 2 * 11)
    #expect(try rows.dropFirst().filter { try cell($0, "recommended") == "true" }.count == 2)
  }

  @Test("without --out the sheet is printed, in Indonesian by default")
  func printed() throws {
    let run = try Program.run(
      Self.command.filter { $0 != "--lang" && $0 != "en" } + ["--outcome", "coverage"])
    #expect(run.exitCode == 0, "\(run.complaints)")
    #expect(run.output.contains("Lembar pilot"))
    #expect(run.output.contains("LANJUTKAN"))
    #expect(run.output.contains("triwulan III TA 2024"))
  }

  @Test(
    "wrong options end with 64 and say what is taken",
    arguments: [
      (["--units", "12..4"], "--units"), (["--units", "1..4"], "--units takes numbers from 2"),
      (["--months", "0..3"], "--months takes"),
      (["--outcome", "fuel_litres"], "mean_wait_minutes"),
      (["--trials", "10"], "--trials takes"), (["--noise=-1"], "--noise takes"),
      (
        ["--start", "2027-13"],
        "--start takes a "
          + "month"
      ), (["--months-before", "1"], "months-before"),
    ])
  func usage(options: [String], words: String) throws {
    let run = try Program.run(["design", "scenarios/bandung-city", "--lang", "en"] + options)
    #expect(run.exitCode == 64)
    #expect(run.complaints.contains(words), "\(run.complaints)")
  }

  @Test("a study too short or with too few services ends with 65 and says what to do")
  func badStudies() throws {
    let short = try Program.run(["design", "scenarios/jakarta-year-end", "--lang", "en"])
    #expect(short.exitCode == 65)
    #expect(short.complaints.contains("0 whole month(s)"))
    let few = try Program.run([
      "design", "scenarios/west-java-mkd", "--worlds", "1", "--replications", "1", "--lang", "en",
      "--units", "12..14",
    ])
    #expect(few.exitCode == 65)
    #expect(few.complaints.contains("service(s) have mean_wait_minutes in every month"))
    let unknown = try Program.run(
      ["design", "scenarios/bandung-city", "--policy", "nothing", "--lang", "en"])
    #expect(unknown.exitCode == 65)
    #expect(unknown.complaints.contains("thursday-all"))
  }
}
