import Foundation
import Testing

/// A disk that is full is stood for by a limit on the size of files, and by the device `/dev/full`;
/// a folder that can't be written by a file in its place, which holds for the superuser too.
@Suite("results that can't be written")
struct WritingFailureTests {
  private static let study = "scenarios/jakarta-year-end"
  private static let program =
    Program.root.appendingPathComponent(".build/release/luwes").path

  /// Runs a line of bash in the project's folder.
  private func shell(_ line: String) throws -> (code: Int32, output: String) {
    let outcome = try Peer.outcome(
      of: "/bin/bash", ["-c", "cd '\(Program.root.path)' || exit 99; { \(line); } 2>&1"])
    return (outcome.code, outcome.output)
  }

  private func contents(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return files
  }

  @Test(
    "a disk that takes no more is one sentence; the previous results stay whole, nothing is left",
    arguments: ["id", "en"])
  func noRoom(language: String) throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("out").path
    let run = ["run", Self.study, "--quiet", "--out", out, "--worlds"]
    #expect(try Program.run(run + ["2"]).exitCode == 0)
    let before = try contents(out)
    let line =
      "trap '' XFSZ; ulimit -f 200; exec '\(Self.program)' \(run.joined(separator: " ")) 3"
      + " --no-cache --lang \(language)"
    let refused = try shell(line)
    #expect(refused.code == 65, "\(refused.output)")
    #expect(refused.output.split(separator: "\n").count == 1, "\(refused.output)")
    #expect(
      refused.output.contains(
        language == "id" ? "berkas melebihi ukuran yang diizinkan" : "larger than allowed"))
    #expect(try contents(out) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out"])
  }

  @Test("a template that finds no room leaves no half of a file")
  func template() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("isian.xlsx").path
    let refused = try shell(
      "trap '' XFSZ; ulimit -f 4; exec '\(Self.program)' template --out '\(out)' --lang en")
    #expect(refused.code == 65)
    #expect(refused.output.split(separator: "\n").count == 1, "\(refused.output)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test("what is printed to a full disk is not lost without a word")
  func output() throws {
    let refused = try shell("'\(Self.program)' params --lang en > /dev/full")
    #expect(refused.code == 65)
    #expect(refused.output.contains("The output could not be written in full."))
    #expect(try shell("'\(Self.program)' params > /dev/null").code == 0)
  }

  @Test(
    "a file in place of a folder is one sentence",
    arguments: [
      ["synthesize", "scenarios/west-java-mkd/margins.yaml", "--out"],
      ["run", study, "--worlds", "2", "--quiet", "--out"], ["template", "--out"],
    ])
  func fileAsFolder(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("file")
    try Data("mine".utf8).write(to: file)
    let refused = try Program.run(arguments + [file.path + "/inside", "--lang", "en"])
    #expect(refused.exitCode == 65)
    #expect(refused.complaints.split(separator: "\n").count == 1, "\(refused.complaints)")
    #expect(try folder.text("file") == "mine")
  }
}

extension WritingFailureTests {
  @Test(
    "a temporary folder that is full or can't be written is named, not the workbook blamed",
    arguments: ["full", "closed"])
  func temporaryFolder(fault: String) throws {
    let folder = try TemporaryFolder()
    let book = folder.url.appendingPathComponent("isian.xlsx").path
    let made = try Program.run(["template", "--study", Self.study, "--out", book])
    #expect(made.exitCode == 0, "\(made.complaints)")
    let file = folder.url.appendingPathComponent("berkas")
    try Data().write(to: file)
    let validate = "exec '\(Self.program)' validate '\(book)' --lang en"
    let refused = try shell(
      fault == "full"
        ? "trap '' XFSZ; ulimit -f 4; \(validate)"
        : "export TMPDIR='\(file.path)/dalam'; \(validate)")
    #expect(refused.code == 65)
    #expect(
      refused.output.contains(
        fault == "full" ? "is full, and workbooks" : "can't be written, and workbooks"),
      "\(refused.output)")
    #expect(!refused.output.contains("damaged") && !refused.output.contains("openpyxl"))
  }

  @Test("a database that finds no room is one sentence and leaves no file that looks like one")
  func database() throws {
    let folder = try TemporaryFolder()
    let out = folder.url.appendingPathComponent("out").path
    let run = ["run", Self.study, "--quiet", "--worlds", "2", "--out", out]
    #expect(try Program.run(run).exitCode == 0)
    let refused = try shell(
      "trap '' XFSZ; ulimit -f 1; exec '\(Self.program)' results add '\(out)' --database "
        + "'\(out).sqlite' --lang en")
    #expect(refused.code == 65)
    #expect(refused.output.split(separator: "\n").count == 1, "\(refused.output)")
    #expect(refused.output.contains("can't be used ("))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out"])
  }
}
