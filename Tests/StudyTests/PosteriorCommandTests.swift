import Foundation
import Testing

@Suite("luwes run --posterior")
struct PosteriorCommandTests {
  private func run(
    _ evidence: String, _ folder: TemporaryFolder, worlds: Int = 200
  ) throws -> Program.Outcome {
    let file = folder.url.appendingPathComponent("found.yaml")
    try evidence.write(to: file, atomically: true, encoding: .utf8)
    return try Program.run([
      "run", "scenarios/jakarta-year-end", "--worlds", "\(worlds)", "--replications", "1",
      "--posterior", file.path, "--out", folder.url.appendingPathComponent("out").path, "--quiet",
      "--lang", "en",
    ])
  }

  private func evidence(estimate: Double, error: Double, policy: String, unit: String) -> String {
    """
    evidence:
      - {outcome: office_share_mean, unit: share, policy: \(policy), units: ["\(unit)"],
         treated_units: 4, estimand: offer, estimate: \(estimate), std_error: \(error),
         inference: cr2, place: own, source: "a test", date: 2026-01-05, confidence: J}

    """
  }

  /// The first policy that moves the outcome, and a unit, from a run without evidence.
  private func policyAndUnit(_ folder: TemporaryFolder) throws -> (policy: String, unit: String) {
    let plain = folder.url.appendingPathComponent("plain").path
    let run = try Program.run([
      "run", "scenarios/jakarta-year-end", "--worlds", "4", "--replications", "1", "--out", plain,
      "--quiet",
    ])
    try #require(run.exitCode == 0, "\(run.complaints)")
    let rows = try folder.text("plain/outcomes.csv").split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let unit = try #require(
      rows.flatMap { $0 }.first { $0.hasPrefix("unit:") }
    ).dropFirst("unit:".count)
    let study = try String(
      contentsOf: Program.root.appendingPathComponent("scenarios/jakarta-year-end/study.yaml"),
      encoding: .utf8)
    let policies = try #require(study.components(separatedBy: "policies:").last)
    let policy = try #require(
      policies.split(separator: "-", maxSplits: 1).last?
        .split(whereSeparator: \.isNewline).first)
    return (policy.trimmingCharacters(in: .whitespaces), String(unit))
  }

  @Test("weak evidence leaves the forecast, is kept beside it, and enters the manifest")
  func weak() throws {
    let folder = try TemporaryFolder()
    let (policy, unit) = try policyAndUnit(folder)
    let run = try run(evidence(estimate: -0.1, error: 5, policy: policy, unit: unit), folder)
    try #require(run.exitCode == 0, "\(run.complaints)")
    let scorecard = try folder.text("out/scorecard.csv").split(separator: "\r\n")
    #expect(scorecard.count == 2)
    #expect(scorecard[1].hasPrefix("2026-01-05,\(policy),office_share_mean,share,"))
    let rows = try folder.text("out/posterior.csv").split(separator: "\r\n").dropFirst()
    #expect(!rows.isEmpty)
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let (before, after) = (Double(cells[3]) ?? 0, Double(cells[6]) ?? 0)
      #expect(abs(after - before) <= 0.01 * max(abs(before), 1e-9) + 1e-9 || abs(before) > 1000)
      #expect((Double(cells[9]) ?? 0) > 199.9)
    }
    #expect(try folder.text("out/manifest.json").contains("found.yaml"))
  }

  @Test("evidence that nothing in the study can bring forth is refused, with what to do")
  func refused() throws {
    let folder = try TemporaryFolder()
    let (policy, unit) = try policyAndUnit(folder)
    let far = try run(evidence(estimate: 0.9, error: 0.001, policy: policy, unit: unit), folder)
    #expect(far.exitCode == 65)
    #expect(far.complaints.contains("effective worlds; 100 are needed"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("out").path))
    let unknown = try run(evidence(estimate: 0, error: 1, policy: "no-such", unit: unit), folder)
    #expect(unknown.exitCode == 65)
    #expect(unknown.complaints.contains("does not run the policy no-such"))
  }
}
