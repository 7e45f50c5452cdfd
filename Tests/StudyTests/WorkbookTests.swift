import Foundation
import Testing

@Suite("The workbook of a run")
struct WorkbookTests {
  private func results(
    of study: String, _ arguments: [String] = []
  ) throws -> (owner: TemporaryFolder, url: URL) {
    let owner = try TemporaryFolder()
    let url = owner.url.appendingPathComponent("out")
    let run = try Program.run(
      ["run", study, "--worlds", "3", "--quiet", "--out", url.path] + arguments)
    #expect(run.exitCode == 0, "\(run.complaints)")
    return (owner, url)
  }

  private func check(_ folder: URL) throws -> (code: Int32, output: String) {
    try Peer.outcome(
      // Debian's own, for which openpyxl is installed.
      of: "/usr/bin/python3",
      [Program.root.appendingPathComponent(".ci/check_workbook.py").path, folder.path])
  }

  @Test(
    "another program reads it: sheets, formats, print set-up, chart, and the tables' numbers",
    arguments: [("west-java-mkd", "id"), ("jakarta-year-end", "en"), ("bandung-2027", "en")])
  func read(study: String, language: String) throws {
    let results = try results(of: "scenarios/\(study)", ["--lang", language])
    let check = try check(results.url)
    #expect(check.code == 0, "\(check.output)")
  }

  @Test("the check finds a table that the workbook does not agree with")
  func disagreement() throws {
    let results = try results(of: "scenarios/jakarta-year-end")
    let url = results.url.appendingPathComponent("ledger.csv")
    let table = try String(contentsOf: url, encoding: .utf8)
    let place = try #require(table.range(of: #",[0-9.]+\r\n"#, options: .regularExpression))
    try table.replacingCharacters(in: place, with: ",7\r\n")
      .write(to: url, atomically: true, encoding: .utf8)
    #expect(try check(results.url).code == 1)
  }

  @Test("the same run gives the same bytes")
  func reproducible() throws {
    let files = try (0..<2).map { _ in
      let results = try results(of: "scenarios/jakarta-year-end")
      return try Data(contentsOf: results.url.appendingPathComponent("scenario-table.xlsx"))
    }
    #expect(files[0] == files[1] && files[0].count > 10_000)
  }

  @Test("a title like a formula stays a text; the agency's classification is borne")
  func hostileTitle() throws {
    let project = try TemporaryFolder()
    for name in ["scenarios", "notebooks-data"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(name),
        to: project.url.appendingPathComponent(name))
    }
    let url = project.url.appendingPathComponent("scenarios/jakarta-year-end/study.yaml")
    let study = try String(contentsOf: url, encoding: .utf8)
    let title = try #require(study.range(of: #"  id: "[^"]*""#, options: .regularExpression))
    let hostile = study.replacingCharacters(
      in: title, with: #"  id: "=HYPERLINK(\"x\") & <b>""#)
    try (hostile + "\nclassification: restricted\n")
      .write(to: url, atomically: true, encoding: .utf8)
    let results = try results(of: url.deletingLastPathComponent().path)
    let check = try check(results.url)
    #expect(check.code == 0, "\(check.output)")
    let page = try results.owner.text("out/report.html")
    #expect(page.contains("Klasifikasi: Terbatas."))
    #expect(page.contains("=HYPERLINK(&quot;x&quot;) &amp; &lt;b&gt;"))
  }
}
