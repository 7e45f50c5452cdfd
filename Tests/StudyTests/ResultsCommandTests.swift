import Foundation
import Testing

@Suite("luwes results")
struct ResultsCommandTests {
  private static let study = "scenarios/jakarta-year-end"

  private func run(
    into folder: TemporaryFolder, _ name: String, _ arguments: [String] = []
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "run", Self.study, "--worlds", "2", "--quiet", "--out",
        folder.url.appendingPathComponent(name).path,
      ] + arguments)
  }

  private func path(_ folder: TemporaryFolder, _ name: String) -> String {
    folder.url.appendingPathComponent(name).path
  }

  private func runID(_ folder: TemporaryFolder, _ name: String) throws -> String {
    let manifest = try folder.text("\(name)/manifest.json")
    let found = try #require(manifest.firstMatch(of: /"run_id" : "([0-9a-f]{64})"/))
    return String(found.1)
  }

  @Test("two runs are recorded, field by field as their tables, and compared")
  func recorded() throws {
    let folder = try TemporaryFolder()
    let database = path(folder, "runs.sqlite")
    for (name, seed) in [("one", "1"), ("two", "2")] {
      let run = try run(into: folder, name, ["--seed", seed, "--database", database])
      #expect(run.exitCode == 0, "\(run.complaints)")
      let check = try Peer.outcome(
        of: "python3",
        [
          Program.root.appendingPathComponent(".ci/check_database.py").path, database,
          path(folder, name),
        ])
      #expect(check.code == 0, "\(check.output)")
    }
    let runs = try [runID(folder, "one"), runID(folder, "two")]
    let list = try Program.run(["results", "list", "--database", database, "--lang", "en"])
    #expect(list.exitCode == 0, "\(list.complaints)")
    #expect(runs.allSatisfy { list.output.contains($0.prefix(12)) })
    let show = try Program.run(["results", "show", "\(runs[0].prefix(8))", "--database", database])
    #expect(show.exitCode == 0 && show.output.contains(runs[0]), "\(show.complaints)")
    #expect(show.output.contains("Simulasi, bukan keputusan kepegawaian"))
    let compare = try Program.run([
      "results", "compare", "\(runs[0].prefix(8))", "\(runs[1].prefix(8))", "--database",
      database, "--lang", "en",
    ])
    #expect(compare.exitCode == 0, "\(compare.complaints)")
    #expect(compare.output.contains("seed: 1 → 2"))
  }

  @Test("a results folder is added later; one that was changed is refused")
  func added() throws {
    let folder = try TemporaryFolder()
    #expect(try run(into: folder, "out").exitCode == 0)
    // Nothing is recorded unasked when results go to a folder of their own.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out"])
    let database = path(folder, "runs.sqlite")
    let add = try Program.run(["results", "add", path(folder, "out"), "--database", database])
    #expect(add.exitCode == 0, "\(add.complaints)")
    #expect(add.output.contains(try runID(folder, "out").prefix(12)))
    try "policy\r\n".write(
      toFile: path(folder, "out/outcomes.csv"), atomically: true, encoding: .utf8)
    let changed = try Program.run([
      "results", "add", path(folder, "out"), "--database", database, "--lang", "en",
    ])
    #expect(changed.exitCode == 65)
    #expect(changed.complaints.contains("no longer what its run wrote"))
  }

  @Test("results stay whole when the database can't be written, and one sentence says so")
  func refused() throws {
    let folder = try TemporaryFolder()
    let database = path(folder, "notes.txt")
    try "mine".write(toFile: database, atomically: true, encoding: .utf8)
    let run = try run(into: folder, "out", ["--database", database, "--lang", "en"])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("no database of Luwes' runs"))
    #expect(run.complaints.contains("written whole"))
    #expect(run.complaints.split(separator: "\n").count == 1)
    #expect(try folder.text("notes.txt") == "mine")
    let verify = try Program.run(["verify", path(folder, "out")])
    #expect(verify.exitCode == 0, "\(verify.output)")
  }

  @Test("a database that is not there is said so")
  func missing() throws {
    let list = try Program.run([
      "results", "list", "--database", "no/such.sqlite", "--lang", "en",
    ])
    #expect(list.exitCode == 65)
    #expect(list.complaints.contains("no run is recorded yet"))
  }
}
