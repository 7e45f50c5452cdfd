import Foundation
import Testing

@Suite("Hostile words in a study's files")
struct HostileTextTests {
  /// Words that would be markup, a formula, a link or a spoofed line somewhere on the way to a paper.
  private static let words = [
    "<w:p><w:r><w:t>paragraf</w:t></w:r></w:p>",
    "A & B &amp; C &#60;",
    "*tebal* _miring_ ~coret~ [tautan](http://contoh.invalid/x) {#id .kelas}",
    "=HYPERLINK(\"http://contoh.invalid/x\",\"klik\")",
    "`<w:br w:type=\"page\"/>`{=openxml} dan ```{=html}",
    "$\\frac{a}{b}$ \\(c\\) @kutip2020 [@kutip] ^[catatan]",
    "![gambar](http://contoh.invalid/x.png) <img src=\"http://contoh.invalid/x.png\">",
    "<a href=\"http://contoh.invalid/x\">klik</a> <script>alert(1)</script> http://contoh.invalid",
    "kanan ke kiri \u{202E}gnp.exe\u{202C} lebar\u{200B}nol \u{FEFF}awal",
    "# judul - butir | sel | --- ... \\newpage {{< include x >}}",
  ]

  /// A small study in which every text that a planner may give is one of the words.
  private static func office() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let office = folder.url.appendingPathComponent("office")
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("Tests/StudyFilesTests/Fixtures/sound"), to: office)
    func write(_ text: String, _ file: String) throws {
      try text.write(to: office.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
    func quoted(_ text: String) throws -> String {
      String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }
    let study = try folder.text("office/study.yaml").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line in
      switch line.split(separator: ":").first {
      case "title": "title: {id: \(try quoted(words[0])), en: \(try quoted(words[1]))}"
      case "institution": "institution: \(try quoted(words[2]))"
      case "description":
        "description: {id: \(try quoted(words[5])), en: \(try quoted(words[6]))}"
      case "policies": "policies: [two-days]"
      default: String(line)
      }
    }
    try write(study.joined(separator: "\n"), "study.yaml")
    try write(
      """
      title: {id: \(try quoted(words[6] + "\n" + words[4])), en: \(try quoted(words[7]))}
      institution: \(try quoted(words[3]))
      reference: \(try quoted(words[9]))
      in_force: 2024-01-01
      eligibility:
        - rule: equipment
          text: {id: \(try quoted(words[5])), en: \(try quoted(words[8]))}
          reference: \(try quoted(words[7]))
          where: {laptop: true}
          unassessed: fail
      schedule: {office_days: 3, flexible_days: 2}
      cap: none

      """, "policies/two-days.yaml")
    try write(register, "staff.csv")
    return folder
  }

  /// Ten people in each unit, of whom five have a laptop; units and positions have the words' names.
  private static var register: String {
    func field(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    let header =
      "NIP,Unit Kerja,sex,birth_date,employment_status,grade,position_kind,position,talent_box,"
      + "task_class,direct_service_share,service,commute_km,commute_mode,laptop,bandwidth_mbps,"
      + "discipline,tenure_months"
    var lines = [header]
    for (unit, name) in words.enumerated() {
      let position = field(words[(unit + 1) % words.count])
      for person in 0..<10 {
        let sex = person % 2 == 0 ? "L" : "P"
        let service = person == 9 ? "permits" : ""
        lines.append(
          "P\(unit)\(person),\(field(name)),\(sex),1985-03-01,PNS,III/a,pelaksana,\(position),5,"
            + "routine,0,\(service),10,motorcycle,\(person < 5),20,none,30")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func run(_ folder: TemporaryFolder) throws -> String {
    let out = folder.url.appendingPathComponent("out").path
    let run = try Program.run([
      "run", folder.url.appendingPathComponent("office").path, "--quiet", "--out", out,
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    return out
  }

  private static func check(_ program: String, _ arguments: [String]) throws {
    let outcome = try Peer.outcome(
      of: "/usr/bin/python3",
      [Program.root.appendingPathComponent(".ci/\(program).py").path] + arguments)
    #expect(outcome.code == 0, "\(program): \(outcome.output)")
  }

  private static let hasPandoc =
    (try? Peer.outcome(of: "pandoc", ["--version"]).code) == 0

  @Test(
    "stand letter by letter in the papers, which lead nowhere and hold nothing but text",
    .enabled(if: hasPandoc, "pandoc is not installed"))
  func documents() throws {
    let folder = try Self.office()
    let out = try Self.run(folder)
    let run = try Program.run([
      "documents", out, "--policy", "two-days", "--study",
      folder.url.appendingPathComponent("office").path,
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    try Self.check("check_documents", [out + "-documents"] + Self.words)
  }

  @Test("stand in page and workbook as texts, and no number of either is lost by them")
  func pageAndWorkbook() throws {
    let folder = try Self.office()
    let out = try Self.run(folder)
    try Self.check("check_report", [out])
    try Self.check("check_workbook", [out])
  }

  @Test(
    "a paper with a link, a picture or a field is found out by the check itself",
    .enabled(if: hasPandoc, "pandoc is not installed"),
    arguments: [
      "<p><a href=\"http://contoh.invalid\">klik</a></p>", "<p>\u{41}</p>",
    ])
  func checkFails(page: String) throws {
    let folder = try TemporaryFolder()
    let source = folder.url.appendingPathComponent("page.html")
    try Data(page.utf8).write(to: source)
    let made = try Peer.outcome(
      of: "pandoc",
      [
        "--from=html", "--to=docx", "--output=\(folder.url.path)/page.docx", source.path,
      ])
    #expect(made.code == 0, "\(made.output)")
    let outcome = try Peer.outcome(
      of: "/usr/bin/python3",
      [
        Program.root.appendingPathComponent(".ci/check_documents.py").path, folder.url.path,
        "klik saja",
      ])
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("stands in no paper: klik saja"))
    #expect(outcome.output.contains("leads to http://contoh.invalid") == page.contains("href"))
  }
}
