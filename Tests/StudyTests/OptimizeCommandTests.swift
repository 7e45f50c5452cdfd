import Foundation
import Testing

@Suite("luwes optimize")
struct OptimizeCommandTests {
  private static let command = [
    "optimize", "scenarios/west-java-mkd", "--policies", "thursday-no-exemption", "--worlds", "32",
    "--judge-worlds", "40", "--share-of-worlds", "0.7", "--most-days", "1", "--caps", "1",
    "--lang", "en",
  ]

  @Test("the front is told and written, and the policy file can be run with other policies")
  func roundTrip() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out").path
    let run = try Program.run(Self.command + ["--out", out])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("The price of one more flexible day"))
    let files = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(
      files == [
        "manifest.json", "optimization-days.csv", "optimization-front.csv",
        "optimization-prices.csv", "optimization-remedies.csv", "optimization-services.csv",
        "optimization.md", "optimized-95.yaml",
      ])

    let scenarios = results.url.appendingPathComponent("scenarios")
    let copies = [
      ("scenarios", scenarios),
      ("notebooks-data", results.url.appendingPathComponent("notebooks-data")),
    ]
    for (name, copy) in copies {
      try FileManager.default.copyItem(at: Program.root.appendingPathComponent(name), to: copy)
    }
    try FileManager.default.copyItem(
      atPath: out + "/optimized-95.yaml",
      toPath: scenarios.path + "/policies/optimized-95.yaml")
    let again = results.url.appendingPathComponent("again").path
    let rerun = try Program.run([
      "run", scenarios.path + "/west-java-mkd", "--policies", "optimized-95", "--worlds", "4",
      "--out", again, "--quiet",
    ])
    #expect(rerun.exitCode == 0)
    #expect(rerun.complaints.isEmpty)
    let table = try String(contentsOfFile: again + "/outcomes.csv", encoding: .utf8)
    func mean(_ outcome: String, column: Int) throws -> Double {
      let row = try #require(
        table.split(whereSeparator: \.isNewline).first {
          $0.hasPrefix("optimized-95,all,\(outcome),")
        })
      return try #require(
        Double(row.split(separator: ",", omittingEmptySubsequences: false)[column]))
    }
    // Nearly a day a week for those who do not serve, and services as they are today.
    #expect(try mean("flexible_days_per_week", column: 5) > 0.3)
    #expect(try mean("coverage", column: 10) > -0.05)
  }

  @Test("kinds of position get splits, and their policy file is read again")
  func byPosition() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out").path
    let run = try Program.run(
      Self.command + [
        "--by", "position_kind", "--days", "chosen", "--most-days", "2", "--worlds", "16",
        "--out", out,
      ])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("by kind of position, weekdays chosen by the employee"))
    let days = try String(contentsOfFile: out + "/optimization-days.csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).filter { $0.hasPrefix("0,") }
    // Without a promise everyone is away as often as may be, officers of five kinds.
    #expect(days.count == 5)
    #expect(days.allSatisfy { $0.contains(",position_kind,") && $0.contains(",3-2,chosen,too,1") })
    let policy = try String(contentsOfFile: out + "/optimized-95.yaml", encoding: .utf8)
    #expect(policy.contains("by_record:"))
    let explained = try Program.run([
      "validate", try Self.studyWith(policy, results), "--lang", "en",
    ])
    #expect(explained.exitCode == 0, "\(explained.complaints)")
  }

  /// A copy of the study's folder in which the one policy is a new one.
  private static func studyWith(_ policy: String, _ folder: TemporaryFolder) throws -> String {
    for name in ["scenarios", "notebooks-data"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(name),
        to: folder.url.appendingPathComponent(name))
    }
    let scenarios = folder.url.appendingPathComponent("scenarios")
    try policy.write(
      to: scenarios.appendingPathComponent("policies/optimized-95.yaml"), atomically: true,
      encoding: .utf8)
    let study = scenarios.appendingPathComponent("west-java-mkd/study.yaml")
    let text = try String(contentsOf: study, encoding: .utf8)
    try text.replacing("  - mkd-boxes-45789\n", with: "  - optimized-95\n")
      .write(to: study, atomically: true, encoding: .utf8)
    return scenarios.appendingPathComponent("west-java-mkd").path
  }

  @Test("what cannot be asked ends with 64, a policy that is not there with 65")
  func refused() throws {
    for extra in [
      ["--maximize", "coverage"], ["--caps", "0"], ["--fairness", "2"],
      ["--least-days", "3"], ["--coverage", "0.9", "--coverage-of-today", "1"],
      ["--share-of-worlds", "1"], ["--judge-worlds", "5"], ["--by", "desk"],
      ["--days", "never"],
    ] {
      let run = try Program.run(Self.command + extra)
      #expect(run.exitCode == 64, "\(extra)")
    }
    let unknown = try Program.run(Self.command + ["--policy", "nowhere"])
    #expect(unknown.exitCode == 65)
    #expect(unknown.complaints.contains("thursday-no-exemption"))
  }
}
