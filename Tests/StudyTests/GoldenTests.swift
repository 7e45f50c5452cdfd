import Foundation
import Testing

@Suite("the studies against their recorded tables", .serialized)
struct GoldenTests {
  static let studies = [
    "bandung-2027", "bandung-city", "jakarta-year-end", "national-fwa", "west-java-analysts",
    "west-java-mkd",
  ]

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden")

  @Test("every outcome for everyone", arguments: studies)
  func golden(study: String) throws {
    let results = try TemporaryFolder()
    let run = try Program.run([
      "run", "scenarios/\(study)", "--worlds", "20", "--replications", "2", "--quiet", "--out",
      results.url.appendingPathComponent("out").path,
    ])
    try #require(run.exitCode == 0, "\(run.complaints)")
    let found = GoldenTable(outcomes: try results.text("out/outcomes.csv"))
    let golden = Self.folder.appendingPathComponent("\(study).csv")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try found.text.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded anew; run again without RECORD")
      return
    }
    let recorded = GoldenTable(outcomes: try String(contentsOf: golden, encoding: .utf8))
    let differences = found.differences(from: recorded)
    #expect(
      differences.isEmpty,
      "\(differences.count) changed:\n\(differences.prefix(20).joined(separator: "\n"))")
  }

  @Test("every study in scenarios has a recorded table")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Program.root.appendingPathComponent("scenarios").path)
    let found = folders.filter {
      FileManager.default.fileExists(
        atPath: Program.root.appendingPathComponent("scenarios/\($0)/study.yaml").path)
    }
    #expect(found.sorted() == Self.studies)
  }

  @Test("a changed number is noticed, one within the tolerance is not")
  func tolerance() {
    let header =
      "scenario,group,outcome,unit,direction,mean,sd,p05,p50,p95,difference_mean,difference_p05,difference_p95,probability_better,probability_equal"
    func table(_ mean: String) -> GoldenTable {
      GoldenTable(
        outcomes: "\(header)\nbase,all,coverage,share,maximise,0.5,0,0.5,0.5,0.5,0,0,0,0,1\n"
          + "x,all,coverage,share,maximise,\(mean),0,0.5,0.5,0.5,0,0,0,0,1\n")
    }
    #expect(table("0.5000000002").differences(from: table("0.5")).isEmpty)
    #expect(table("0.50000001").differences(from: table("0.5")).count == 1)
  }
}
