import Foundation
import Testing

@Suite("luwes documents")
struct DocumentsCommandTests {
  /// Whether pandoc is here; a machine without it can still run studies.
  private static let hasPandoc =
    (try? Peer.outcome(of: "pandoc", ["--version"]).code) == 0

  private func results() throws -> (owner: TemporaryFolder, path: String) {
    let owner = try TemporaryFolder()
    let path = owner.url.appendingPathComponent("out").path
    let run = try Program.run([
      "run", "scenarios/jakarta-year-end", "--worlds", "2", "--quiet", "--out", path,
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    return (owner, path)
  }

  private func text(_ path: String) throws -> String {
    let outcome = try Peer.outcome(of: "pandoc", ["--wrap=none", "-t", "plain", path])
    #expect(outcome.code == 0, "\(outcome.output)")
    return outcome.output
  }

  @Test(
    "five papers as DOCX in both languages, each with its stamp, and the same bytes again",
    .enabled(if: hasPandoc, "pandoc is not installed"))
  func papers() throws {
    let results = try results()
    for (language, stamp) in [
      ("id", "Simulasi, bukan keputusan kepegawaian."),
      ("en", "A simulation, not a personnel decision."),
    ] {
      let run = try Program.run(["documents", results.path, "--lang", language])
      #expect(run.exitCode == 0, "\(run.complaints)")
      let folder = results.path + "-documents"
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(
        names == [
          "draf-lampiran-keputusan.docx", "lampiran-jabatan.docx", "manifest.json",
          "nota-dinas.docx", "tanya-jawab.docx", "telaahan-staf.docx",
        ])
      for name in names where name.hasSuffix(".docx") {
        #expect(try text("\(folder)/\(name)").contains(stamp), "\(name)")
      }
      let memo = FileManager.default.contents(atPath: folder + "/nota-dinas.docx")
      _ = try Program.run(["documents", results.path, "--lang", language])
      #expect(FileManager.default.contents(atPath: folder + "/nota-dinas.docx") == memo)
      // A page of A4 has some 500 words of this size.
      let words = try text(folder + "/nota-dinas.docx").split(whereSeparator: \.isWhitespace).count
      #expect(words < 480, "\(language): \(words)")
    }
  }

  @Test("results that were changed, or that a clone lacks, give no document but one that says so")
  func changed() throws {
    let results = try results()
    let table = results.path + "/scenario-table.csv"
    let text = try String(contentsOfFile: table, encoding: .utf8)
    try text.replacing("conforms", with: "exceeds").write(
      toFile: table, atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(atPath: results.path + "/outcomes.csv")
    let run = try Program.run(["documents", results.path, "--lang", "en"])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("result scenario-table.csv: changed since"))
    #expect(run.complaints.contains("result outcomes.csv: not here"))
    #expect(run.complaints.contains("luwes run scenarios/jakarta-year-end"))
    #expect(!FileManager.default.fileExists(atPath: results.path + "-documents"))
  }

  @Test("an unknown policy and a letterhead that is not there are refused in one sentence each")
  func refused() throws {
    let results = try results()
    let policy = try Program.run(["documents", results.path, "--policy", "no", "--lang", "en"])
    #expect(policy.exitCode == 65)
    #expect(policy.complaints.contains("no policy no; there are: "))
    let letterhead = try Program.run([
      "documents", results.path, "--letterhead", "no.docx", "--lang", "en",
    ])
    #expect(letterhead.exitCode == 65)
    #expect(letterhead.complaints.contains("no.docx: the letterhead can't be read"))
  }
}
