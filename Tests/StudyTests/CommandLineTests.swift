import Foundation
import Testing

@Suite("odd command lines, bad rows and folders that can't be written")
struct CommandLineTests {
  private let study = "scenarios/bandung-city"

  @Test(
    "numbers beyond the study file's own limits and empty lists are usage errors",
    arguments: [
      ["--worlds", "100001"], ["--replications", "1001"], ["--policies", ""], ["--policies", " ,"],
      ["--with-personal-data", "/nowhere"],
    ])
  func usage(options: [String]) throws {
    #expect(try Program.run(["run", study] + options).exitCode == 64)
  }

  @Test("results that fill the memory are refused before the run")
  func memory() throws {
    let run = try Program.run([
      "run", study, "--worlds", "100000", "--replications", "1000", "--lang", "en",
    ])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("GiB of memory"))
  }

  @Test("spaces in --policies do not matter, and any policy can be compared with")
  func policies() throws {
    let results = try TemporaryFolder()
    func levels(_ name: String, _ options: [String]) throws -> [String] {
      let out = results.url.appendingPathComponent(name).path
      let run = try Program.run(
        ["run", study, "--worlds", "2", "--quiet", "--out", out] + options)
      try #require(run.exitCode == 0, "\(run.complaints)")
      // Scenario, group, outcome and the level's figures; differences stand behind them.
      return try results.text("\(name)/outcomes.csv").split(whereSeparator: \.isNewline)
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(10) }
        .filter { $0.first == "cap-30" }.map { $0.joined(separator: ",") }
    }
    let plain = try levels("plain", ["--policies", "cap-30,thursday-all"])
    #expect(!plain.isEmpty)
    #expect(try levels("spaced", ["--policies", " cap-30 , thursday-all ,"]) == plain)
    let other = try levels("other", ["--baseline", "thursday-all", "--policies", "cap-30"])
    #expect(other == plain)
  }

  @Test("a file where the results folder should be is left alone, and called a file")
  func fileInTheWay() throws {
    let results = try TemporaryFolder()
    let out = results.url.appendingPathComponent("out")
    try "mine".write(to: out, atomically: true, encoding: .utf8)
    let run = try Program.run(["run", study, "--worlds", "2", "--out", out.path, "--lang", "en"])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("this is a file"))
    #expect(try results.text("out") == "mine")
  }

  @Test("what a dead run left beside the results goes; the only copy of old results stays")
  func abandoned() throws {
    let results = try TemporaryFolder()
    for name in [".out.new-999999999", ".out.new-999999999.old", ".other.new-999999999"] {
      try FileManager.default.createDirectory(
        at: results.url.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    let out = results.url.appendingPathComponent("out").path
    #expect(try Program.run(["run", study, "--worlds", "2", "--out", out]).exitCode == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: results.url.path).sorted() == [
        ".other.new-999999999", ".out.new-999999999.old", "out",
      ])
  }
}

@Suite("skipped rows on the command line")
struct SkippedRowsTranscriptTests {
  /// A study of one register with a spoilt row, beside the project's shared files.
  private func study() throws -> (folder: TemporaryFolder, path: String) {
    let folder = try TemporaryFolder()
    let scenarios = folder.url.appendingPathComponent("scenarios")
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("scenarios"), to: scenarios)
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("notebooks-data"),
      to: folder.url.appendingPathComponent("notebooks-data"))
    let study = scenarios.appendingPathComponent("west-java-mkd")
    let register = study.appendingPathComponent("staff.csv").path
    let margins = "scenarios/west-java-mkd/margins.yaml"
    let made = try Program.run(["synthesize", margins, "--out", register])
    try #require(made.exitCode == 0, "\(made.complaints)")
    var lines = try String(contentsOfFile: register, encoding: .utf8).split(separator: "\r\n")
      .map(String.init)
    lines[7] = lines[7].replacing(",L,", with: ",,").replacing(",P,", with: ",,")
    lines[9] += ",surplus"
    try lines.joined(separator: "\r\n").write(
      toFile: register, atomically: true, encoding: .utf8)
    let file = study.appendingPathComponent("study.yaml")
    let text = try String(contentsOf: file, encoding: .utf8).replacing(
      "{synthesize: margins.yaml, seed: 1}", with: "{register: staff.csv}")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return (folder, study.path)
  }

  @Test("bad rows end with 65; skipped, they are counted with reasons in both languages")
  func counts() throws {
    let (folder, path) = try study()
    _ = folder
    #expect(try Program.run(["validate", path]).exitCode == 65)
    let english = try Program.run(["validate", path, "--on-bad-row", "skip", "--lang", "en"])
    #expect(english.exitCode == 0, "\(english.complaints)")
    #expect(
      english.complaints.contains(
        "2 of 8871 rows were left out: sex: blank (1); "
          + "wrong number of cells or quotation mark (1)."))
    let indonesian = try Program.run(["validate", path, "--on-bad-row", "skip"])
    #expect(indonesian.complaints.contains("2 dari 8871 baris dilewati: sex: kosong (1); "))
  }

  @Test("the rows themselves go only to a folder outside study and results")
  func rows() throws {
    let (folder, path) = try study()
    let skip = ["--on-bad-row", "skip", "--with-personal-data"]
    let out = folder.url.appendingPathComponent("out").path
    let link = folder.url.appendingPathComponent("link")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: URL(fileURLWithPath: path))
    for inside in ["\(path)/rows", path, "\(out)/rows", link.path, "results/rows"] {
      let run = try Program.run(
        ["run", path, "--worlds", "1", "--out", out, "--lang", "en"] + skip + [inside])
      #expect(run.exitCode == 65, "\(inside)")
      #expect(run.complaints.contains("personal data may not be written inside"))
      #expect(run.complaints.split(separator: "\n").count == 1)
    }
    #expect(!FileManager.default.fileExists(atPath: out))

    let rows = folder.url.appendingPathComponent("private").path
    let run = try Program.run(
      ["run", path, "--worlds", "1", "--out", out, "--quiet", "--lang", "en"] + skip + [rows])
    #expect(run.exitCode == 0, "\(run.complaints)")
    let file = try folder.text("private/skipped-rows.csv")
    #expect(file.contains("\r\n8,sex: blank,S-000007,"))
    #expect(file.contains("\r\n10,wrong number of cells or quotation mark,"))
    #expect(file.contains("S-000009,") && file.contains(",surplus"))
    let mode = try FileManager.default.attributesOfItem(atPath: rows + "/skipped-rows.csv")
    #expect(mode[.posixPermissions] as? Int == 0o600)
    for result in try FileManager.default.contentsOfDirectory(atPath: out) {
      #expect(try !text("\(out)/\(result)").contains("S-0000"), "\(result)")
    }
  }

  @Test("a run that skipped rows says so, and verifies when it is run again")
  func rerun() throws {
    let (folder, path) = try study()
    let out = folder.url.appendingPathComponent("out").path
    let run = try Program.run([
      "run", path, "--worlds", "1", "--out", out, "--quiet", "--on-bad-row", "skip",
    ])
    #expect(run.exitCode == 0, "\(run.complaints)")
    let manifest = try folder.text("out/manifest.json")
    #expect(manifest.contains("\"on_bad_row\" : \"skip\""))
    let again = try Program.run(["verify", out, "--study", path, "--rerun", "--lang", "en"])
    #expect(again.exitCode == 0, "\(again.output)\(again.complaints)")
    let changed = manifest.replacing("\"on_bad_row\" : \"skip\",", with: "")
    #expect(changed != manifest)
    try changed.write(toFile: out + "/manifest.json", atomically: true, encoding: .utf8)
    let refused = try Program.run(["verify", out, "--study", path, "--rerun", "--lang", "en"])
    #expect(refused.exitCode == 65)
    #expect(refused.complaints.contains("staff.csv:8:"))
  }

  /// What a result says: its text, or that of every part of a workbook.
  private func text(_ path: String) throws -> String {
    guard path.hasSuffix(".xlsx") else { return try String(contentsOfFile: path, encoding: .utf8) }
    let parts = try Peer.outcome(
      of: "python3",
      [
        "-c",
        "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
          + "print(*(z.read(name).decode('utf-8') for name in z.namelist()))", path,
      ])
    #expect(parts.code == 0 && parts.output.contains("<worksheet"), "\(path)")
    return parts.output
  }
}
