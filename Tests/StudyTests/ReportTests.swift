import Foundation
import Testing

@Suite("The report of a run")
struct ReportTests {
  private static func check(_ folder: URL) throws -> (code: Int32, output: String) {
    try Peer.outcome(
      of: "python3",
      [Program.root.appendingPathComponent(".ci/check_report.py").path, folder.path])
  }

  /// The results of a study, in a folder of their own.
  private static func results(
    of study: String, _ arguments: [String] = []
  ) throws -> (owner: TemporaryFolder, url: URL) {
    let owner = try TemporaryFolder()
    let url = owner.url.appendingPathComponent("out")
    let run = try Program.run(
      ["run", "scenarios/\(study)", "--worlds", "3", "--quiet", "--out", url.path] + arguments)
    #expect(run.exitCode == 0, "\(run.complaints)")
    return (owner, url)
  }

  private static let shared = Result { try results(of: "jakarta-year-end") }

  /// A copy of results that several tests read and change.
  private static func copy() throws -> (owner: TemporaryFolder, url: URL) {
    let owner = try TemporaryFolder()
    let url = owner.url.appendingPathComponent("out")
    try FileManager.default.copyItem(at: try shared.get().url, to: url)
    return (owner, url)
  }

  @Test(
    "every number stands in the tables; languages, safety, access and contrast are sound",
    arguments: ["west-java-mkd", "bandung-city", "jakarta-year-end"])
  func sound(study: String) throws {
    let results = try Self.results(of: study)
    let check = try Self.check(results.url)
    #expect(check.code == 0, "\(check.output)")
    let page = try results.owner.text("out/report.html")
    #expect(page.utf8.count < 4_000_000)
    let manifest = try results.owner.text("out/manifest.json")
    let runID = try #require(manifest.firstMatch(of: /"run_id" : "([0-9a-f]{64})"/)).1
    #expect(page.contains(runID))
  }

  @Test(
    "the check finds a page that was tampered with",
    arguments: [
      // A number that no table has, one that is shown as another, one from another line, a stray
      // digit, a script that fetches, a missing language.
      (#"<data value="[^"]+""#, #"<data value="42""#),
      (#"data-at="[^"]+">"#, #"data-at="outcomes.csv|all|x|y">"#),
      (#"data-at="scenario-table\.csv\|[^|]+\|"#, #"data-at="scenario-table.csv|nobody|"#),
      (#"<p class="lead">"#, #"<p class="lead">7 "#),
      (#""use strict";"#, "fetch(location);"),
      (#"<span lang="en">"#, #"<span lang="fr">"#),
    ])
  func tampered(pattern: String, replacement: String) throws {
    let results = try Self.copy()
    let page = try results.owner.text("out/report.html")
    let place = try #require(page.range(of: pattern, options: .regularExpression))
    let changed = page.replacingCharacters(in: place, with: replacement)
    try changed.write(
      to: results.url.appendingPathComponent("report.html"), atomically: true, encoding: .utf8)
    #expect(try Self.check(results.url).code == 1)
  }

  @Test("threads and the order of runs change no byte of it")
  func reproducible() throws {
    let one = try Self.results(of: "jakarta-year-end", ["--threads", "1"])
    let two = try Self.results(of: "jakarta-year-end", ["--threads", "2"])
    #expect(try one.owner.text("out/report.html") == two.owner.text("out/report.html"))
  }

  private static let hasBrowser =
    (try? Peer.outcome(of: "chromium", ["--version"]).code) == 0

  private static func use(_ page: URL) throws -> (code: Int32, output: String) {
    try Peer.outcome(
      of: "python3",
      [Program.root.appendingPathComponent(".ci/browse_report.py").path, page.path])
  }

  @Test(
    "in Chromium one switches language, sorts, filters, reads on a narrow screen and prints",
    .enabled(if: hasBrowser, "chromium is not installed"))
  func inBrowser() throws {
    let results = try Self.copy()
    let used = try Self.use(results.url.appendingPathComponent("report.html"))
    #expect(used.code == 0, "\(used.output)")
  }

  @Test(
    "the browser finds a page that does not do what it offers",
    .enabled(if: hasBrowser, "chromium is not installed"),
    arguments: [
      // The switch is dead, sorting is wrong, the filter hides nothing, the page is wider than a
      // telephone, a text is too pale, the script fails.
      ("speak(button.dataset.language)", "speak('fr')", "not switched"),
      ("descending ? -difference : difference", "difference", "the column is not"),
      ("row.hidden = row.textContent", "row.lang = row.textContent", "typing "),
      ("footer{overflow-wrap:anywhere;", "footer{white-space:nowrap;", "at 360 pixels"),
      ("--soft:#4d5a6a", "--soft:#b0b8c0", "contrast below"),
      ("\"use strict\";", "\"use strict\"; nothing();", "exception: "),
    ])
  func brokenInBrowser(text: String, replacement: String, finding: String) throws {
    let results = try Self.copy()
    let url = results.url.appendingPathComponent("report.html")
    let page = try String(contentsOf: url, encoding: .utf8)
    #expect(page.contains(text))
    // The policy of content knows the page's own script only.
    let changed = page.replacing(text, with: replacement)
      .replacing(/sha256-[^&]*/, with: "unsafe-inline")
    try changed.write(to: url, atomically: true, encoding: .utf8)
    let used = try Self.use(url)
    #expect(used.code == 1 && used.output.contains(finding), "\(used.output)")
  }
}

/// Sobol' indices made beforehand, in the report of a run.
extension ReportTests {
  private static let office =
    Program.root.appendingPathComponent("Tests/StudyFilesTests/Fixtures/sound").path

  private static func divide(
    _ policy: String, to folder: String, _ arguments: [String] = []
  ) throws {
    let run = try Program.run(
      [
        "sensitivity", office, "--policy", policy, "--base-points", "16", "--factors", "3", "--out",
        folder,
      ] + arguments)
    try #require(run.exitCode == 0, "\(run.complaints)")
  }

  @Test("indices of several policies stand in page and workbook; without them the page says how")
  func indices() throws {
    let folder = try TemporaryFolder()
    let (one, two, out) = (
      folder.url.appendingPathComponent("satu").path, folder.url.appendingPathComponent("dua").path,
      folder.url.appendingPathComponent("out").path
    )
    try Self.divide("two-days", to: one)
    try Self.divide("thursday", to: two)
    let run = try Program.run([
      "run", Self.office, "--quiet", "--out", out, "--sensitivity", one, "--sensitivity", two,
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    let page = try folder.text("out/report.html")
    let table = try folder.text("out/sensitivity.csv").split(separator: "\r\n")
    let separate = try folder.text("satu/sensitivity.csv").split(separator: "\r\n").dropFirst()
    #expect(table.dropFirst().prefix(separate.count).elementsEqual(separate))
    #expect(table.count { $0.hasPrefix("policy,") } == 1)
    for policy in ["two-days", "thursday"] {
      let cells = page.matches(of: /data-at="sensitivity.csv\|([^|]+)\|/).count { $0.1 == policy }
      #expect(cells > 3, "\(policy)")
    }
    #expect(!page.contains("luwes sensitivity … --out"))
    #expect(try Self.check(URL(fileURLWithPath: out)).code == 0)
    let without = try Self.copy()
    #expect(try without.owner.text("out/report.html").contains("luwes sensitivity … --out"))
  }

  @Test("indices of other inputs, another baseline, changed, doubled or none are refused")
  func foreignIndices() throws {
    let folder = try TemporaryFolder()
    let one = folder.url.appendingPathComponent("satu").path
    try Self.divide("two-days", to: one)
    func refusal(_ arguments: [String]) throws -> String {
      let out = folder.url.appendingPathComponent("out").path
      let run = try Program.run(
        ["run", Self.office, "--quiet", "--lang", "en", "--out", out] + arguments)
      #expect(run.exitCode == 65)
      #expect(!FileManager.default.fileExists(atPath: out))
      return run.complaints
    }
    #expect(
      try refusal(["--sensitivity", folder.url.path]).contains("has no sensitivity.csv"))
    #expect(
      try refusal(["--sensitivity", one, "--sensitivity", one]).contains("name only one"))
    #expect(
      try refusal(["--sensitivity", one, "--set", "sick_share=0.05"]).contains("held assumption"))
    let changed = try Program.run([
      "run", Self.office, "--baseline", "thursday", "--policies", "two-days", "--quiet", "--lang",
      "en", "--out", folder.url.appendingPathComponent("out").path, "--sensitivity", one,
    ])
    #expect(changed.exitCode == 65 && changed.complaints.contains("another study, baseline"))
    let table = URL(fileURLWithPath: one).appendingPathComponent("sensitivity.csv")
    let text = try String(contentsOf: table, encoding: .utf8)
    try text.replacing(",0.", with: ",0.1").write(to: table, atomically: true, encoding: .utf8)
    #expect(try refusal(["--sensitivity", one]).contains("was changed since"))
  }
}
