import Foundation
import Testing

@Suite("luwes survey")
struct SurveyCommandTests {
  private let study = "scenarios/bandung-city"

  /// A row a person of two units, every third of whom says no.
  private func answers(_ units: [(name: String, count: Int)]) -> String {
    var text = "unit,commute_km,commute_mode,laptop,interest\r\n"
    for unit in units {
      for person in 0..<unit.count {
        let mode = person % 20 == 0 ? "active" : person % 2 == 0 ? "car" : "motorcycle"
        text +=
          "\"\(unit.name)\",\(5 + person % 7),\(mode),ya,\(person % 3 == 0 ? "tidak" : "ya")\r\n"
      }
    }
    return text
  }

  private func firstUnits(_ folder: TemporaryFolder) throws -> [String] {
    let written = try Program.run([
      "survey", "write", study, "--out", folder.url.appendingPathComponent("form").path,
    ])
    try #require(written.exitCode == 0, "\(written.complaints)")
    let form = try folder.text("form/questionnaire.id.md")
    #expect(form.hasPrefix("# Kuesioner kerja fleksibel"))
    #expect(try folder.text("form/questionnaire.en.md").contains("- [ ] Motorcycle"))
    #expect(try folder.text("form/answers.csv").hasPrefix("unit,sex,generation,commute_km"))
    return form.split(separator: "\n").filter { $0.hasPrefix("   - [ ] ") }.prefix(2)
      .map { String($0.dropFirst("   - [ ] ".count)) }
  }

  @Test(
    "a questionnaire goes out, answers come in, small groups are hidden, a study reads the rest")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let units = try firstUnits(folder)
    try answers([("RSUD Kota Bandung", 200), (units[1], 3)]).write(
      to: folder.url.appendingPathComponent("a.csv"), atomically: true, encoding: .utf8)
    let out = folder.url.appendingPathComponent("survey").path
    let read = try Program.run([
      "survey", "read", study, "--answers", folder.url.appendingPathComponent("a.csv").path,
      "--date", "2026-11-20", "--out", out, "--lang", "en",
    ])
    try #require(read.exitCode == 0, "\(read.complaints)")
    #expect(read.output.contains("that is not a response rate"))
    let response = try folder.text("survey/survey-response.csv").split(separator: "\r\n")
    let second = try #require(response.first { $0.contains(units[1]) })
    #expect(second.hasSuffix(",,"), "three answers of a unit are not shown")
    let estimates = try folder.text("survey/survey-estimates.csv").split(separator: "\r\n")
    let active = try #require(estimates.first { $0.hasPrefix("commute_mode,active") })
    #expect(active.hasSuffix(",true"), "two or three on foot are not shown")

    // The assumptions are read by a study.
    #expect(try folder.text("survey/survey-assumptions.yaml").contains("id: opt_in_voluntary"))
    let copy = folder.url.appendingPathComponent("scenarios")
    for name in ["scenarios", "notebooks-data"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
    let file = copy.appendingPathComponent("bandung-city/study.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = text.replacingOccurrences(
      of: "assumptions: [", with: "assumptions: [", options: []
    ).replacingOccurrences(
      of: "bandung.yaml]", with: "bandung.yaml, \(out)/survey-assumptions.yaml]")
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .utf8)
    let valid = try Program.run(["validate", copy.appendingPathComponent("bandung-city").path])
    #expect(valid.exitCode == 0, "\(valid.complaints)")
  }

  @Test("answers that can't be read end with 65 and name line and column")
  func refusal() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("a.csv")
    try "unit,interest\r\nNo Such Person,maybe\r\n".write(
      to: file, atomically: true, encoding: .utf8)
    let run = try Program.run([
      "survey", "read", study, "--answers", file.path, "--date", "20-11-2026",
    ])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("a.csv:2:1: unit:"))
    #expect(run.complaints.contains("a.csv:2:16: interest:"))
    #expect(run.complaints.contains("2026-11-20"))
    #expect(!run.complaints.contains("No Such Person"))
  }
}
