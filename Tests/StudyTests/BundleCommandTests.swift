import Foundation
import Testing

@Suite("luwes bundle")
struct BundleCommandTests {
  /// Every member of an archive, and of the archives in it, is looked through for words.
  private static let looking = """
    import io, sys, zipfile
    words = [word.lower().encode() for word in sys.argv[2:]]
    def look(data, name):
        # Packed bytes spell any three letters by chance; what they hold is looked at unpacked.
        packed = data[:2] == b"PK"
        for word in words:
            if not packed and word in data.lower() or word in name.lower().encode():
                print(name, word.decode())
        if packed:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for inner in archive.namelist():
                    look(archive.read(inner), name + "!" + inner)
    with zipfile.ZipFile(sys.argv[1]) as archive:
        for member in archive.namelist():
            look(archive.read(member), member)
        print(len(archive.namelist()))
    """

  /// A study with a register whose every text carries a mark.
  private struct Marked {
    let folder: TemporaryFolder
    let study: String
    let identifiers: [String]
    private(set) var kilometres: [String] = []

    init(title: String = "Jawa Barat") throws {
      let files = try TemporaryFolder()
      self.folder = files
      let folder = files.url
      for shared in ["scenarios", "notebooks-data"] {
        try FileManager.default.copyItem(
          at: Program.root.appendingPathComponent(shared),
          to: folder.appendingPathComponent(shared))
      }
      let place = folder.appendingPathComponent("scenarios/west-java-mkd")
      study = place.path
      let made = folder.appendingPathComponent("made.csv").path
      _ = try Program.run(["synthesize", "scenarios/west-java-mkd/margins.yaml", "--out", made])
      var lines = try String(contentsOfFile: made, encoding: .utf8)
        .split(separator: "\r\n").map(String.init)
      let header = lines[0].split(separator: ",").map(String.init)
      let position = { (name: String) in header.firstIndex(of: name) ?? 0 }
      lines[0] += ",NAMA,ZqxHeader"
      var identifiers: [String] = []
      for row in 1..<lines.count {
        var cells = lines[row].split(separator: ",", omittingEmptySubsequences: false)
          .map(String.init)
        identifiers.append("1975\(1_000_000_000_000 + row * 100_003)7")
        cells[0] = identifiers[row - 1]
        let unit = cells[position("unit")].replacing("Biro Organisasi", with: "Rumah ZqxUnit")
        cells[position("unit")] = row % 900 == 0 ? "Kantor ZqxTiny" : unit
        if row % 800 == 0 { cells[position("position")] = "Ajudan ZqxPosition\(row)" }
        cells[position("education")] = "ZqxSchool \(row % 9)"
        let kilometres = "\(row % 40).\(7_000_003 + row)"
        cells[position("commute_km")] = kilometres
        self.kilometres.append(kilometres)
        lines[row] = cells.joined(separator: ",") + ",ZqxName\(row) Wijaya,zqx\(row)@mail.id"
      }
      self.identifiers = identifiers
      try lines.joined(separator: "\n").write(
        toFile: "\(study)/zqxfile.csv", atomically: true, encoding: .utf8)
      let file = place.appendingPathComponent("study.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
        .replacing("{synthesize: margins.yaml, seed: 1}", with: "{register: zqxfile.csv}")
        .replacing("Jawa Barat: Mekanisme", with: "\(title): Mekanisme")
      try ("# ZqxComment\n" + text + "\nsix_day_units: [\"Rumah ZqxUnit\"]\n").write(
        to: file, atomically: true, encoding: .utf8)
    }

    /// A file or folder beside the studies.
    func path(_ name: String) -> String {
      folder.url.appendingPathComponent(name).path
    }

    func run() throws {
      let run = try Program.run(
        [
          "run", study, "--worlds", "8", "--quiet", "--policies", "mkd-boxes-45789,thursday-all",
          "--out", path("results/west-java-mkd"),
        ])
      try #require(run.exitCode == 0, "\(run.complaints)")
    }

    func bundle(_ name: String) throws -> Program.Outcome {
      try Program.run(
        [
          "bundle", path("results/west-java-mkd"), "--study", study, "--out", path(name),
          "--lang", "en",
        ])
    }
  }

  @Test("no text of the register is in any member, and the bundle runs again to the same bytes")
  func hostileRegister() throws {
    let marked = try Marked()
    try marked.run()
    let made = try marked.bundle("one.zip")
    try #require(made.exitCode == 0, "\(made.complaints)")
    let words = ["zqx", "wijaya"] + marked.identifiers.prefix(150) + marked.kilometres.prefix(150)
    let found = try Peer.outcome(
      of: "/usr/bin/python3", ["-c", Self.looking, marked.path("one.zip")] + words)
    #expect(found.code == 0 && Int(found.output.split(separator: "\n").last ?? "") ?? 0 > 40)
    #expect(found.output.split(separator: "\n").count == 1, "\(found.output)")

    #expect(try marked.bundle("two.zip").exitCode == 0)
    let bytes = try ["one.zip", "two.zip"].map { name in
      try Data(contentsOf: URL(fileURLWithPath: marked.path(name)))
    }
    #expect(bytes[0] == bytes[1])
    #expect(try marked.bundle("two.zip").exitCode == 65)

    let folder = marked.path("unpacked")
    let unpacked = try Peer.outcome(
      of: "/usr/bin/python3", ["-m", "zipfile", "-e", marked.path("one.zip"), folder])
    #expect(unpacked.code == 0)
    let again = try Program.run(
      [
        "run", "\(folder)/scenarios/west-java-mkd", "--quiet", "--out", "\(folder)/again",
        "--lang", "en",
      ])
    #expect(again.exitCode == 0, "\(again.complaints)")
    for table in ["outcomes.csv", "ledger.csv", "manifest.json"] {
      let paths = ["results/west-java-mkd", "again"].map { "\(folder)/\($0)/\(table)" }
      #expect(
        FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1]), "\(table)")
    }
    let comparison = try String(contentsOfFile: "\(folder)/comparison.csv", encoding: .utf8)
    let lines = comparison.split(whereSeparator: \.isNewline).dropFirst()
    #expect(lines.count > 100)
    #expect(Double(lines.count { $0.hasSuffix(",yes") }) > 0.95 * Double(lines.count))
    let study = try String(
      contentsOfFile: "\(folder)/scenarios/west-java-mkd/study.yaml", encoding: .utf8)
    #expect(study.contains("six_day_units: [\"Unit "))
  }

  @Test("a name of the register in a planner's text is refused without repeating it")
  func nameInTitle() throws {
    let marked = try Marked(title: "Usul ZqxName7 Wijaya")
    try marked.run()
    let made = try marked.bundle("one.zip")
    #expect(made.exitCode == 65)
    #expect(made.complaints.contains("study.yaml") && made.complaints.contains("NAMA"))
    #expect(!made.complaints.contains("ZqxName7"))
    #expect(!FileManager.default.fileExists(atPath: marked.path("one.zip")))
  }

  @Test("a study of made-up staff is bundled as it is, with equal results")
  func syntheticStudy() throws {
    let folder = try TemporaryFolder()
    let results = folder.url.appendingPathComponent("jakarta-year-end").path
    let run = try Program.run(
      ["run", "scenarios/jakarta-year-end", "--worlds", "4", "--quiet", "--out", results])
    try #require(run.exitCode == 0, "\(run.complaints)")
    let made = try Program.run(["bundle", results, "--lang", "en"])
    #expect(made.exitCode == 0, "\(made.complaints)")
    let counts = made.output.matches(of: #/(\d+) of (\d+) figures within/#).first
    #expect(counts?.output.1 == counts?.output.2)
    #expect((counts?.output.2).flatMap { Int($0) } ?? 0 > 20)
  }
}
