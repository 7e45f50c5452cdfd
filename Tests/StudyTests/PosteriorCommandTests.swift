import Foundation
import Testing

@Suite("luwes run --posterior")
struct PosteriorCommandTests {
  private func run(
    _ evidence: String, _ folder: TemporaryFolder, worlds: Int = 104
  ) throws -> Program.Outcome {
    let file = folder.url.appendingPathComponent("found.yaml")
    try evidence.write(to: file, atomically: true, encoding: .utf8)
    return try Program.run([
      "run", "scenarios/jakarta-year-end", "--worlds", "\(worlds)", "--replications", "1",
      "--policies", "dki-year-end-wfa", "--posterior", file.path, "--out",
      folder.url.appendingPathComponent("out").path, "--quiet",
      "--lang", "en",
    ])
  }

  private func evidence(estimate: Double, error: Double, policy: String, unit: String) -> String {
    """
    evidence:
      - {outcome: flexible_days_per_week, unit: days/week, policy: \(policy), units: ["\(unit)"],
         treated_units: 4, estimand: offer, estimate: \(estimate), std_error: \(error),
         inference: cr2, place: own, source: "a test", date: 2026-01-05, confidence: J}

    """
  }

  private let policy = "dki-year-end-wfa"
  private let unit = "Sekretariat Daerah"

  @Test("weak evidence leaves the forecast, is kept beside it, and enters the manifest")
  func weak() throws {
    let folder = try TemporaryFolder()
    let run = try run(evidence(estimate: -0.1, error: 50, policy: policy, unit: unit), folder)
    try #require(run.exitCode == 0, "\(run.complaints)")
    let scorecard = try folder.text("out/scorecard.csv").split(separator: "\r\n")
    #expect(scorecard.count == 2)
    #expect(scorecard[1].hasPrefix("2026-01-05,\(policy),flexible_days_per_week,days/week,"))
    let rows = try folder.text("out/posterior.csv").split(separator: "\r\n").dropFirst()
    #expect(!rows.isEmpty)
    var compared = 0
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let figures = cells[3...6].map { Double($0) ?? 0 }
      let range = abs(figures[2] - figures[1])
      #expect((Double(cells[9]) ?? 0) > 103.9)
      // Where the range is a point, for an outcome that seldom differs, it measures nothing.
      guard range > 0 else { continue }
      compared += 1
      #expect(abs(figures[3] - figures[0]) <= 0.01 * range)
    }
    #expect(compared >= 10)
    #expect(try folder.text("out/manifest.json").contains("found.yaml"))
  }

  @Test("evidence that nothing in the study can bring forth is refused, with what to do")
  func refused() throws {
    let folder = try TemporaryFolder()
    let far = try run(evidence(estimate: 4.9, error: 0.001, policy: policy, unit: unit), folder)
    #expect(far.exitCode == 65)
    #expect(far.complaints.contains("effective worlds; 100 are needed"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("out").path))
    let unknown = try run(evidence(estimate: 0, error: 1, policy: "no-such", unit: unit), folder)
    #expect(unknown.exitCode == 65)
    #expect(unknown.complaints.contains("does not run the policy no-such"))
  }
}
