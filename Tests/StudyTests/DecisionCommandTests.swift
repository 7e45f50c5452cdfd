import Foundation
import Testing

@Suite("luwes compare, sensitivity and robust")
struct DecisionCommandTests {
  private static let study = "scenarios/bandung-city"
  private static let few = [
    "--worlds", "16", "--replications", "2", "--policies", "thursday-all,thursday-no-exemption",
    "--lang", "en",
  ]

  private func records(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { $0.components(separatedBy: ",") }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test("a ranking: probabilities of being best sum to one")
  func ranking() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("out").path
    let run = try Program.run(["compare", Self.study] + Self.few + ["--out", out])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Ranked by: Net budget saving"))
    let rows = try records(out + "/ranking.csv")
    for outcome in ["budget_net_rupiah", "coverage", "p90_wait_minutes", "output_change"] {
      let best = rows.filter { $0["outcome"] == outcome }
        .compactMap { $0["probability_best"].flatMap(Double.init) }
      #expect(best.count == 3)
      #expect(abs(best.reduce(0, +) - 1) < 1e-9)
    }
    let calm = rows.first {
      $0["outcome"] == "coverage" && $0["policy"] == "thursday-no-exemption"
    }
    #expect(calm?["probability_best"] == "0")
  }

  @Test("one policy against another, and its levers sum to the difference")
  func pair() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("out").path
    let run = try Program.run(
      ["compare", Self.study] + Self.few + [
        "--policy", "thursday-no-exemption", "--levers", "--out", out,
      ])
    #expect(run.exitCode == 0)
    let rows = try records(out + "/comparison.csv")
    let coverage = try #require(rows.first { $0["outcome"] == "coverage" })
    #expect(coverage["probability_better"] == "0")
    let levers = try records(out + "/levers.csv").filter { $0["outcome"] == "coverage" }
    let sum = levers.compactMap { $0["mean"].flatMap(Double.init) }.reduce(0, +)
    let mean = try #require(coverage["mean"].flatMap(Double.init))
    #expect(abs(sum - mean) < 1e-9)
  }

  @Test("the same bytes for any number of threads")
  func threads() throws {
    let folder = try TemporaryFolder()
    func text(_ threads: String) throws -> String {
      let out = folder.url.appendingPathComponent(threads).path
      let run = try Program.run(
        [
          "sensitivity", Self.study, "--policy", "thursday-all", "--base-points", "16",
          "--factors", "4", "--threads", threads, "--out", out,
        ])
      #expect(run.exitCode == 0)
      return try String(contentsOfFile: out + "/sensitivity.csv", encoding: .utf8)
    }
    #expect(try text("1") == text("2"))
  }

  @Test("a tornado of waits names load and handling time in Indonesian")
  func tornado() throws {
    let run = try Program.run([
      "sensitivity", Self.study, "--policy", "thursday-no-exemption", "--method", "tornado",
      "--outcome", "p90_wait_minutes", "--calendars", "2", "--lang", "id",
    ])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Kesabaran rata-rata di loket"))
  }

  @Test("where policies fail is told in a sentence, and limits always broken apart")
  func robust() throws {
    let run = try Program.run(["robust", Self.study] + Self.few)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("breaks in every world"))
  }

  @Test("assumptions are held by name and one by one, and the manifest says so")
  func held() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("out").path
    let run = try Program.run(
      ["run", Self.study, "--quiet"] + Self.few + [
        "--sampling", "latin-hypercube", "--assumption-set", "central", "--set",
        "lunch_price=30000", "--out", out,
      ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    let manifest = try String(contentsOfFile: out + "/manifest.json", encoding: .utf8)
    #expect(manifest.contains("\"assumption_set\" : \"central\""))
    #expect(manifest.contains("lunch_price=30000.0"))
    #expect(manifest.contains("\"sampling\" : \"latin-hypercube\""))
    // Nothing is uncertain any more: worlds differ in luck alone.
    let rows = try records(out + "/uncertainty.csv")
    let fuel = try #require(
      rows.first {
        $0["scenario"] == "thursday-all" && $0["outcome"] == "fuel_litres"
          && $0["measure"] == "difference"
      })
    #expect((fuel["share_of_luck"].flatMap(Double.init) ?? 0) > 0.5)
    let verified = try Program.run(["verify", out, "--rerun", "--study", Self.study])
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaints)")
  }

  private static let refusals: [([String], Int32)] = [
    (["compare", study, "--set", "sick_shar=1"], 64),
    (["compare", study, "--set", "sick_share=7"], 64),
    (["compare", study, "--levers"], 64),
    (["compare", study, "--policy", "nobody"], 65),
    (["compare", study, "--assumption-set", "careful"], 65),
    (["compare", study, "--sampling", "sobol", "--worlds", "100"], 65),
    (["compare", study, "--replications", "auto"], 64),
    (["run", study, "--replications", "auto"], 64),
    (["run", study, "--precision", "1%"], 64),
    (["sensitivity", study, "--policy", "thursday-all", "--base-points", "100"], 64),
    (["validate", study, "--policies", "split-4-1+thursday-all"], 65),
  ]

  @Test("wrong command lines are refused", arguments: refusals)
  func refused(arguments: [String], code: Int32) throws {
    let run = try Program.run(arguments)
    #expect(run.exitCode == code, "\(run.complaints)")
    #expect(!run.complaints.isEmpty)
  }

  @Test("rounds stop where replications can't help, and say how many worlds would")
  func precision() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      [
        "run", Self.study, "--worlds", "16", "--policies", "thursday-all", "--lang", "en",
        "--quiet", "--replications", "auto", "--precision", "1%", "--out",
        folder.url.appendingPathComponent("out").path,
      ])
    #expect(run.exitCode == 0)
    #expect(run.complaints.contains("Replications can't reach it: about"))
  }
}
