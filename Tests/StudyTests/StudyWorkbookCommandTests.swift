import Foundation
import Testing

@Suite("luwes template --study and luwes convert")
struct StudyWorkbookCommandTests {
  private static func study(_ name: String) -> String {
    Program.root.appendingPathComponent("scenarios/\(name)").path
  }

  /// Changes cells of a workbook with openpyxl, each `sheet!cell=value`; a value such as `#merge B7`
  /// joins the cell with another.
  private static let changing = """
    import sys
    from openpyxl import load_workbook
    book = load_workbook(sys.argv[1])
    for change in sys.argv[3:]:
        place, value = change.split("=", 1)
        sheet, cell = place.split("!")
        if value.startswith("#merge "):
            book[sheet].merge_cells(f"{cell}:{value[7:]}")
        else:
            try:
                book[sheet][cell] = float(value)
            except ValueError:
                book[sheet][cell] = value
    book.save(sys.argv[2])
    """

  private func change(_ book: URL, _ changes: [String], in folder: URL) throws -> URL {
    let changed = folder.appendingPathComponent("ubah-\(UUID().uuidString.prefix(8)).xlsx")
    let outcome = try Peer.outcome(
      of: "/usr/bin/python3", ["-c", Self.changing, book.path, changed.path] + changes)
    #expect(outcome.code == 0, "\(outcome.output)")
    return changed
  }

  private func template(_ study: String, in folder: URL) throws -> URL {
    let book = folder.appendingPathComponent("isian.xlsx")
    let run = try Program.run(["template", "--study", study, "--out", book.path])
    #expect(run.exitCode == 0, "\(run.complaints)")
    return book
  }

  @Test(
    "a study, its workbook and the files made from that give the same outcomes, byte for byte",
    arguments: [
      "bandung-2027", "bandung-city", "jakarta-year-end", "national-fwa", "west-java-analysts",
      "west-java-mkd",
    ])
  func nothingIsLost(name: String) throws {
    let folder = try TemporaryFolder()
    let book = try template(Self.study(name), in: folder.url)
    let made = folder.url.appendingPathComponent(name)
    let converted = try Program.run(["convert", book.path, "--out", made.path, "--lang", "en"])
    #expect(converted.exitCode == 0, "\(converted.complaints)")
    #expect(converted.output.contains("study.yaml"))
    var outcomes: [Data] = []
    for (number, study) in [Self.study(name), made.path, book.path].enumerated() {
      let out = folder.url.appendingPathComponent("hasil-\(number)")
      let run = try Program.run([
        "run", study, "--worlds", "2", "--replications", "1", "--quiet", "--out", out.path,
      ])
      #expect(run.exitCode == 0, "\(run.complaints)")
      for file in ["outcomes.csv", "ledger.csv"] {
        outcomes.append(try Data(contentsOf: out.appendingPathComponent(file)))
      }
    }
    #expect(outcomes[0].count > 1000)
    for other in [2, 4] {
      #expect(outcomes[0] == outcomes[other])
      #expect(outcomes[1] == outcomes[other + 1])
    }
  }

  @Test("what a planner types in a cell stands in the files")
  func changedCells() throws {
    let folder = try TemporaryFolder()
    let book = try template(Self.study("jakarta-year-end"), in: folder.url)
    let changed = try change(
      book, ["Kajian!B24=300", "Kebijakan!C6=Judul \"baru\": [x] & <b>"], in: folder.url)
    let made = folder.url.appendingPathComponent("baru")
    let run = try Program.run(["convert", changed.path, "--out", made.path])
    #expect(run.exitCode == 0, "\(run.complaints)")
    let study = try String(
      contentsOf: made.appendingPathComponent("study.yaml"), encoding: .utf8)
    #expect(study.contains("worlds: 300"))
    let policies = try FileManager.default.contentsOfDirectory(
      atPath: made.appendingPathComponent("policies").path)
    let texts = try policies.map {
      try String(contentsOf: made.appendingPathComponent("policies/\($0)"), encoding: .utf8)
    }
    #expect(texts.contains { $0.contains(#"Judul \"baru\": [x] & <b>"#) })
  }

  @Test(
    "a cell that can't be read is named with its sheet, and nothing is written",
    arguments: [
      ("Kajian!B15==1+1", "[Kajian]:B15", "formula"),
      ("Kajian!B15=#merge B16", "[Kajian]:B15", "merged"),
      ("Kajian!B15=Senin", "[Kajian]:B15", "Senin"),
      ("Kebijakan!A6=../../etc/passwd", "[Kebijakan]:A6", "file"),
      ("Kebijakan!B6=mungkin", "[Kebijakan]:B6", "mungkin"),
      ("Kebijakan!J9=dua", "[Kebijakan]:J9", "dua"),
      ("Persyaratan!A5=tidak-ada", "[Persyaratan]:A5", "tidak-ada"),
      ("Layanan!A6=kelurahan-jakarta-pusat", "[Layanan]:A6", "kelurahan-jakarta-pusat"),
      ("Teks!B5=: : [", "[Teks]:B5", "does not fit"),
      ("Ambang!H5=7", "[Ambang]:H5", "without a name"),
    ])
  func complaints(change text: String, place: String, word: String) throws {
    let folder = try TemporaryFolder()
    let book = try template(Self.study("jakarta-year-end"), in: folder.url)
    let changed = try change(book, [text], in: folder.url)
    let made = folder.url.appendingPathComponent("tidak-jadi")
    let run = try Program.run(["convert", changed.path, "--out", made.path, "--lang", "en"])
    #expect(run.exitCode == 65)
    let line = run.complaints.split(separator: "\n").first { $0.contains(place) }
    #expect(line?.contains(word) == true, "\(run.complaints)")
    #expect(!FileManager.default.fileExists(atPath: made.path))
  }

  @Test("a folder that is there already is left alone")
  func kept() throws {
    let folder = try TemporaryFolder()
    let book = try template(Self.study("jakarta-year-end"), in: folder.url)
    let run = try Program.run(["convert", book.path, "--out", folder.url.path, "--lang", "en"])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("exists already"))
  }
}
