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

  @Test(
    "in Chromium it opens without an error, sorts, draws and changes its language",
    .enabled(if: hasBrowser, "chromium is not installed"), arguments: ["id", "en"])
  func inBrowser(language: String) throws {
    let results = try Self.copy()
    let address = results.url.appendingPathComponent("report.html").absoluteString
    let browser = try Peer.outcome(
      of: "chromium",
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--user-data-dir=\(results.owner.url.path)/profile", "--window-size=500,900",
        "--dump-dom", "\(address)?lang=\(language)",
      ])
    #expect(!browser.output.contains(":CONSOLE"), "\(browser.output.prefix(400))")
    #expect(browser.output.contains("<html lang=\"\(language)\" class=\"js\">"))
    #expect(browser.output.contains("data-language=\"\(language)\" aria-pressed=\"true\""))
    #expect(browser.output.contains("<span role=\"button\" tabindex=\"0\">"))
    #expect(browser.output.contains("<svg "))
  }
}
