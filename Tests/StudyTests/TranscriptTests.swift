import Foundation
import Testing

@Suite("what the program says and how it ends")
struct TranscriptTests {
  @Test("version prints the version and the linear algebra in use")
  func version() throws {
    let run = try Program.run(["version"])
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix("luwes 0.1.0\nOpenBLAS "))
  }

  @Test(
    "a wrong command line ends with 64",
    arguments: [
      ["run"], ["run", "scenarios/bandung-city", "--worlds", "0"],
      ["run", "scenarios/bandung-city", "--threads", "many"],
      ["run", "scenarios/bandung-city", "--lang", "jv"], ["explain", "scenarios/bandung-city"],
      ["terbang"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(arguments).exitCode == 64)
  }

  @Test("a study that is not there ends with 65 and a sentence")
  func missingStudy() throws {
    let run = try Program.run(["run", "scenarios/no-such-study"])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("no-such-study"))
    #expect(run.output.isEmpty)
  }

  @Test("a misspelt policy ends with 65, names the nearest one and writes nothing")
  func misspeltPolicy() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out").path
    let run = try Program.run([
      "run", "scenarios/west-java-mkd", "--policies", "thursday-al", "--out", out, "--lang", "en",
    ])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("thursday-all"))
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test("a folder that holds something else is left alone")
  func foreignFolder() throws {
    let results = try TemporaryFolder()
    let keep = results.url.appendingPathComponent("keep.txt")
    try "mine".write(to: keep, atomically: true, encoding: .utf8)
    let run = try Program.run([
      "run", "scenarios/west-java-mkd", "--worlds", "2", "--out", results.url.path,
    ])
    #expect(run.exitCode == 65)
    #expect(try results.text("keep.txt") == "mine")
  }

  @Test("the table is Indonesian unless English is asked for")
  func languages() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out").path
    let common = ["run", "scenarios/west-java-mkd", "--worlds", "4", "--out", out]
    let indonesian = try Program.run(common)
    #expect(indonesian.exitCode == 0)
    #expect(indonesian.complaints.isEmpty, "no progress bar where nobody sees it")
    #expect(indonesian.output.contains("Status hukum"))
    #expect(indonesian.output.contains("Simulasi, bukan keputusan kepegawaian."))
    let english = try Program.run(common + ["--lang", "en"])
    #expect(english.output.contains("Legal status"))
    #expect(try results.text("out/scenario-table.md").contains("A simulation"))
  }

  @Test("same seed, same bytes for one thread and for two; another seed, other numbers")
  func determinism() throws {
    let results = try TemporaryFolder()
    func outcomes(_ name: String, _ extra: [String]) throws -> [String] {
      let out = results.url.appendingPathComponent(name).path
      let run = try Program.run(
        ["run", "scenarios/bandung-city", "--worlds", "6", "--quiet", "--out", out] + extra)
      try #require(run.exitCode == 0, "\(run.complaints)")
      return try ["outcomes.csv", "ledger.csv", "manifest.json", "scenario-table.md"].map {
        try results.text("\(name)/\($0)")
      }
    }
    let one = try outcomes("one", ["--threads", "1"])
    #expect(try outcomes("two", ["--threads", "2"]) == one)
    #expect(try outcomes("other", ["--seed", "7"])[0] != one[0])
  }

  @Test("explain names every rule for one person and hides small units' counts")
  func explain() throws {
    let run = try Program.run([
      "explain", "scenarios/west-java-mkd", "--person", "S-000001", "--policies",
      "mkd-boxes-45789", "--lang", "en",
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    #expect(run.output.contains("talent_box = "))
    #expect(run.output.contains("S-000001"))
    let nobody = try Program.run([
      "explain", "scenarios/west-java-mkd", "--person", "nobody", "--lang", "en",
    ])
    #expect(nobody.exitCode == 65)
  }

  @Test("attribute divides a policy's outcomes among its rules, the same on any threads")
  func attribute() throws {
    let results = try TemporaryFolder()
    func attributed(_ name: String, _ extra: [String]) throws -> (screen: String, file: String) {
      let out = results.url.appendingPathComponent(name).path
      let run = try Program.run(
        [
          "attribute", "scenarios/west-java-mkd", "--policy", "mkd-boxes-45789", "--worlds", "3",
          "--outcomes", "eligible_share,p90_wait_minutes,fuel_rupiah", "--out", out,
        ] + extra)
      try #require(run.exitCode == 0, "\(run.complaints)")
      return (run.output, try results.text("\(name)/attribution.csv"))
    }
    let one = try attributed("one", ["--threads", "1"])
    #expect(one.screen.contains("Sumbangan tiap syarat"))
    #expect(one.screen.contains("Syarat yang paling melindungi layanan: no-direct-service"))
    #expect(one.screen.contains("Simulasi, bukan keputusan kepegawaian."))
    let two = try attributed("two", ["--threads", "2", "--lang", "en"])
    #expect(two.screen.contains("The rule that costs most eligibility: equipment"))
    #expect(one.file == two.file)
    let rows = one.file.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    // The columns: 5 share, 9 v_none, 10 v_all, 11 method.
    for outcome in ["eligible_share", "p90_wait_minutes", "fuel_rupiah"] {
      let own = rows.filter { $0[0] == outcome && $0[2] == "all" }
      #expect(own.map { $0[4] } == ["talent-box", "no-direct-service", "equipment"])
      let ends = try #require(own.first)
      let total = (Double(ends[10]) ?? .nan) - (Double(ends[9]) ?? .nan)
      let sum = own.reduce(0) { $0 + (Double($1[5]) ?? .nan) }
      #expect(abs(sum - total) <= 1e-8 * abs(total))
      #expect(own.allSatisfy { $0[11] == "exact" })
    }
    #expect(!one.file.contains("S-00"))
  }

  @Test("attribute refuses an outcome and a number of orders that there are not")
  func attributeUsage() throws {
    let common = ["attribute", "scenarios/west-java-mkd", "--policy", "mkd-boxes-45789"]
    let unknown = try Program.run(common + ["--outcomes", "happiness"])
    #expect(unknown.exitCode == 64)
    #expect(unknown.complaints.contains("eligible_share"))
    #expect(try Program.run(common + ["--permutations", "7"]).exitCode == 64)
    #expect(
      try Program.run(["attribute", "scenarios/west-java-mkd", "--policy", "nothing"]).exitCode
        == 65)
  }

  @Test("results name no person")
  func privacy() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out").path
    let run = try Program.run([
      "run", "scenarios/west-java-mkd", "--worlds", "2", "--out", out,
    ])
    #expect(run.exitCode == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: out)
    #expect(
      files.sorted() == [
        "assumptions.csv", "coverage.csv", "eligibility-counts.csv", "evaluation.csv",
        "failures.csv", "first-place.csv", "guarantee.csv", "ledger-by-group.csv",
        "ledger-parties.csv", "ledger.csv", "ledger.md", "manifest.json", "outcomes.csv",
        "output-by-unit.csv", "output.csv", "pawn.csv", "position-days.csv", "priority-waits.csv",
        "ranking.csv", "report.html", "robustness.csv", "safeguards.csv", "scenario-table.csv",
        "scenario-table.md", "scenario-table.xlsx", "shocks.csv", "take-up.csv",
        "uncertainty.csv",
      ])
    // The workbook has the numbers and words of the other files (WorkbookTests).
    for file in files where !file.hasSuffix(".xlsx") {
      #expect(try !results.text("out/\(file)").contains("S-00"), "\(file)")
    }
  }
}
