import Foundation
import Testing

@Suite("luwes verify")
struct VerifyTests {
  private func results() throws -> (owner: TemporaryFolder, path: String) {
    let owner = try TemporaryFolder()
    let path = owner.url.appendingPathComponent("out").path
    let run = try Program.run([
      "run", "scenarios/jakarta-year-end", "--worlds", "2", "--quiet", "--out", path,
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    return (owner, path)
  }

  @Test("a run verifies, and gives the same tables when it is run again")
  func sound() throws {
    let results = try results()
    let plain = try Program.run(["verify", results.path])
    #expect(plain.exitCode == 0, "\(plain.output)\(plain.complaints)")
    #expect(plain.output.contains("tidak ada yang diubah"))
    let again = try Program.run(["verify", results.path, "--rerun", "--lang", "en"])
    #expect(again.exitCode == 0, "\(again.output)\(again.complaints)")
    let last = try #require(again.output.split(separator: "\n").last)
    let counts = last.split(whereSeparator: { !$0.isNumber }).map(String.init)
    #expect(counts.count == 2 && counts.first == counts.last && counts.first != "0", "\(last)")
  }

  @Test("a changed table is named, and running again says what it was")
  func changed() throws {
    let results = try results()
    let url = URL(fileURLWithPath: results.path).appendingPathComponent("scenario-table.csv")
    let table = try String(contentsOf: url, encoding: .utf8)
    let changed = table.replacing("conforms", with: "exceeds", maxReplacements: 1)
    try changed.write(to: url, atomically: true, encoding: .utf8)
    let run = try Program.run(["verify", results.path, "--lang", "en"])
    #expect(run.exitCode == 65)
    #expect(run.output.contains("changed: result scenario-table.csv"))
  }

  @Test("results without their local files verify")
  func clone() throws {
    let results = try results()
    try FileManager.default.removeItem(atPath: results.path + "/outcomes.csv")
    let run = try Program.run(["verify", results.path, "--lang", "en"])
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(run.output.contains("not here (a local file): result outcomes.csv"))
  }

  @Test("a folder without a manifest is refused in one sentence")
  func refused() throws {
    let run = try Program.run(["verify", "scenarios", "--lang", "en"])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("run luwes run first"))
  }
}
