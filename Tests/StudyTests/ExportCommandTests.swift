import Foundation
import Testing

@Suite("luwes export")
struct ExportCommandTests {
  private func check(_ folder: String) throws -> (code: Int32, output: String) {
    try Peer.outcome(
      of: "python3",
      [Program.root.appendingPathComponent(".ci/check_notebooks.py").path, folder])
  }

  @Test("every column of every table of a run is described and has its type, in both languages")
  func package() throws {
    let owner = try TemporaryFolder()
    let path = owner.url.appendingPathComponent("out").path
    let run = try Program.run([
      "run", "scenarios/west-java-mkd", "--worlds", "2", "--quiet", "--out", path,
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    for language in ["id", "en"] {
      let out = path + "-\(language)"
      let export = try Program.run(["export", path, "--out", out, "--lang", language])
      #expect(export.exitCode == 0, "\(export.complaints)")
      let check = try check(out)
      #expect(check.code == 0, "\(check.output)")
      #expect(check.output.contains("9 tables"))
    }
    // The check itself finds a table that was changed.
    let table = path + "-en/outcomes.csv"
    let text = try String(contentsOfFile: table, encoding: .utf8)
    try (text + "\r\n").write(toFile: table, atomically: true, encoding: .utf8)
    #expect(try check(path + "-en").code == 1)
  }

  @Test("a table that was touched since the run is not passed on")
  func changed() throws {
    let owner = try TemporaryFolder()
    let path = owner.url.appendingPathComponent("out").path
    _ = try Program.run([
      "run", "scenarios/jakarta-year-end", "--worlds", "2", "--quiet", "--out", path,
    ])
    try "policy\r\n".write(toFile: path + "/ledger.csv", atomically: true, encoding: .utf8)
    let export = try Program.run(["export", path, "--out", path + "-x", "--lang", "en"])
    #expect(export.exitCode == 65)
    #expect(export.complaints.contains("ledger.csv: changed since"))
    #expect(!FileManager.default.fileExists(atPath: path + "-x"))
  }
}
