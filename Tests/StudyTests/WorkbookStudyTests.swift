import Foundation
import Testing

@Suite("A study in a workbook, from the typed register to what is handed on")
struct WorkbookStudyTests {
  /// Types a register of 120 people into the sheet Pegawai, with dates and numbers as cells of their kind,
  /// and names it on the sheet Kajian; writes the same register as CSV.
  private static let typing = """
    import csv, datetime, sys
    from openpyxl import load_workbook
    book = load_workbook(sys.argv[1])
    staff, study = book["Pegawai"], book["Kajian"]
    keys = {cell.value: cell.column for cell in staff[3] if cell.value}
    people = []
    for place in range(120):
        people.append({
            "identifier": f"19850301{2010011001 + place}", "unit": ["Badan Contoh", "Dinas Contoh"][place % 2],
            "sex": "LP"[place % 3 == 0], "birth_date": datetime.date(1970 + place % 30, 3, 1),
            "employment_status": "PNS", "grade": "III/a", "position_kind": "pelaksana",
            "position": "Staf", "education": "S1", "talent_box": 4 + place % 6, "task_class": "routine",
            "direct_service_share": 0.25 if place % 4 == 0 else 0, "commute_km": 5 + place % 20 + 0.5,
            "commute_mode": "motorcycle", "laptop": place % 5 > 0, "bandwidth_mbps": 20,
            "discipline": "none", "tenure_months": 30,
        })
    for row, person in enumerate(people, 5):
        for key, value in person.items():
            staff.cell(row, keys[key]).value = ("ya" if value else "tidak") if value in (True, False) and key == "laptop" else value
    for row in study.iter_rows(min_row=4):
        for cell in row:
            if cell.value == "population.register":
                answer = {cell.row: "pegawai.csv"}
            if cell.value in ("population.synthesize", "population.seed"):
                answer[cell.row] = None
    for row, value in answer.items():
        study.cell(row, 2).value = value
    book.save(sys.argv[2])
    """

  /// What several tests read could not be made, which each of them says.
  private struct Unmade: Error { let why: String }

  private static func book(in folder: TemporaryFolder) throws -> String {
    let (empty, filled) = (
      folder.url.appendingPathComponent("kosong.xlsx").path,
      folder.url.appendingPathComponent("isian.xlsx").path
    )
    let made = try Program.run([
      "template", "--study", "scenarios/jakarta-year-end", "--out", empty,
    ])
    guard made.exitCode == 0 else { throw Unmade(why: made.complaints) }
    let typed = try Peer.outcome(of: "/usr/bin/python3", ["-c", typing, empty, filled])
    guard typed.code == 0 else { throw Unmade(why: typed.output) }
    return filled
  }

  private static func run(
    _ study: String, to out: String, _ arguments: [String] = []
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "run", study, "--worlds", "2", "--policies", "mkd-boxes-45789,dki-year-end-wfa", "--quiet",
        "--out", out,
      ] + arguments)
  }

  /// The book and a run of it, which several tests read.
  private static let shared = Result { () -> (folder: TemporaryFolder, book: String, out: String) in
    let folder = try TemporaryFolder()
    let book = try Self.book(in: folder)
    let out = folder.url.appendingPathComponent("out").path
    let run = try Self.run(book, to: out)
    guard run.exitCode == 0 else { throw Unmade(why: run.complaints) }
    return (folder, book, out)
  }

  @Test("the typed people are those of the tables, as from files, and nobody is named in any")
  func register() throws {
    let (folder, book, out) = try Self.shared.get()
    let table = try folder.text("out/eligibility-counts.csv")
    let lines = table.split(separator: "\r\n").filter { $0.contains(",all-rules,") }
    #expect(lines.count == 3)
    for line in lines { #expect(line.contains(",120,"), "\(line)") }

    let made = folder.url.appendingPathComponent("berkas").path
    let converted = try Program.run(["convert", book, "--out", made])
    #expect(converted.exitCode == 0, "\(converted.complaints)")
    let staff = try folder.text("berkas/pegawai.csv")
    #expect(staff.split(whereSeparator: \.isNewline).count == 121)
    #expect(staff.contains("198503012010011120") && staff.contains("1999-03-01"))
    let again = folder.url.appendingPathComponent("out-berkas").path
    #expect(try Self.run(made, to: again).exitCode == 0)
    for file in ["outcomes.csv", "position-days.csv", "ledger.csv"] {
      #expect(try folder.text("out/\(file)") == folder.text("out-berkas/\(file)"), "\(file)")
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: out) {
      let content = try Data(
        contentsOf: URL(fileURLWithPath: out).appendingPathComponent(file))
      #expect(content.range(of: Data("19850301201001".utf8)) == nil, "\(file)")
    }
  }

  @Test("it verifies under its own and another name, gives its tables again, and changes are seen")
  func verify() throws {
    let (folder, book, out) = try Self.shared.get()
    let whole = try Program.run(["verify", out, "--study", book, "--rerun", "--lang", "en"])
    #expect(whole.exitCode == 0, "\(whole.output)\(whole.complaints)")
    #expect(!whole.output.contains("not here") && whole.output.contains("nothing was changed"))
    let other = folder.url.appendingPathComponent("salinan.xlsx").path
    try FileManager.default.copyItem(atPath: book, toPath: other)
    let copied = try Program.run(["verify", out, "--study", other, "--lang", "en"])
    #expect(copied.exitCode == 0 && !copied.output.contains("not here"), "\(copied.output)")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: other))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([0]))
    try handle.close()
    let changed = try Program.run(["verify", out, "--study", other, "--lang", "en"])
    #expect(changed.exitCode == 65 && changed.output.contains("isian.xlsx"), "\(changed.output)")
  }

  private static let hasPackers =
    (try? Peer.outcome(of: "pandoc", ["--version"]).code) == 0
    && (try? Peer.outcome(of: "zip", ["--version"]).code) == 0

  private func unpack(_ archive: String, to folder: String) throws {
    let unpacked = try Peer.outcome(
      of: "/usr/bin/python3", ["-m", "zipfile", "-e", archive, folder])
    #expect(unpacked.code == 0, "\(unpacked.output)")
  }

  @Test(
    "its bundle holds nobody of the register and runs again to the same outcomes",
    .enabled(if: hasPackers, "pandoc or zip is not installed"))
  func bundle() throws {
    let (folder, book, out) = try Self.shared.get()
    let archive = folder.url.appendingPathComponent("satu.zip").path
    let made = try Program.run(["bundle", out, "--study", book, "--out", archive, "--lang", "en"])
    try #require(made.exitCode == 0, "\(made.complaints)")
    let place = folder.url.appendingPathComponent("bundel").path
    try unpack(archive, to: place)
    let staff = try folder.text("bundel/scenarios/isian/staff.csv")
    #expect(!staff.contains("19850301201001"))
    #expect(staff.split(whereSeparator: \.isNewline).count == 121)
    let again = try Program.run([
      "run", place + "/scenarios/isian", "--quiet", "--out", place + "/lagi",
    ])
    #expect(again.exitCode == 0, "\(again.complaints)")
    #expect(
      try folder.text("bundel/lagi/outcomes.csv")
        == folder.text("bundel/results/isian/outcomes.csv"))
  }

  @Test(
    "a run that held assumptions is bundled with the command that holds them, and gives itself again",
    .enabled(if: hasPackers, "pandoc or zip is not installed"))
  func held() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("out").path
    let study = "scenarios/jakarta-year-end"
    let run = try Self.run(
      study, to: out, ["--assumption-set", "cautious", "--set", "opt_in_voluntary=0.3"])
    try #require(run.exitCode == 0, "\(run.complaints)")
    let archive = folder.url.appendingPathComponent("satu.zip").path
    let made = try Program.run(["bundle", out, "--study", study, "--out", archive])
    try #require(made.exitCode == 0, "\(made.complaints)")
    let place = folder.url.appendingPathComponent("bundel").path
    try unpack(archive, to: place)
    // The staff are made up in the original too, so nothing is apart.
    #expect(
      try folder.text("out/outcomes.csv")
        == folder.text("bundel/results/jakarta-year-end/outcomes.csv"))
    let page = try folder.text("bundel/README.md")
    let command = try #require(
      page.firstMatch(of: /luwes run (scenarios\/jakarta-year-end --[^#\n]*[^#\n ])/))
    #expect(command.1.contains("--assumption-set cautious --set opt_in_voluntary=0.3"))
    let words = command.1.split(separator: " ").map(String.init)
    let again = try Program.run(
      ["run", "\(place)/\(words[0])"] + words.dropFirst()
        + ["--quiet", "--out", place + "/lagi"])
    #expect(again.exitCode == 0, "\(again.complaints)")
    #expect(try folder.text("bundel/lagi/outcomes.csv") == folder.text("out/outcomes.csv"))
    let verified = try Program.run([
      "verify", place + "/results/jakarta-year-end", "--study", "\(place)/\(words[0])", "--rerun",
    ])
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaints)")
  }
}
