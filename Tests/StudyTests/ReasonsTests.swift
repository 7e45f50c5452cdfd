import Foundation
import Testing

@Suite("luwes reasons")
struct ReasonsTests {
  private static let study = [
    "reasons", "scenarios/west-java-mkd", "--policy", "mkd-boxes-45789", "--lang", "en",
  ]
  private static let heading =
    "person,unit,eligible,rules_failed,rules_failed_text,rules_not_assessable,"
    + "rules_not_assessable_text,exception,exception_text,remark"

  /// The lines of a file of reasons, without the heading.
  private func lines(_ folder: TemporaryFolder, _ path: String) throws -> [String] {
    let lines = try folder.text(path).components(separatedBy: "\r\n")
    #expect(lines.first == Self.heading)
    return lines.dropFirst().filter { !$0.isEmpty }
  }

  /// The lines without what stands for the person, sorted.
  private func nameless(_ lines: [String]) -> [String] {
    lines.map { String($0.drop { $0 != "," }) }.sorted()
  }

  @Test("without --with-personal-data it ends with 64, says why and writes nothing")
  func unasked() throws {
    let run = try Program.run(Self.study)
    #expect(run.exitCode == 64)
    #expect(run.complaints.contains("personal data"))
    #expect(run.complaints.contains("--with-personal-data FOLDER"))
    #expect(run.output.isEmpty)
  }

  @Test("every person has a line, which says what explain says; only the owner may read it")
  func everyone() throws {
    let folder = try TemporaryFolder()
    let target = folder.url.appendingPathComponent("private")
    let run = try Program.run(Self.study + ["--with-personal-data", target.path])
    try #require(run.exitCode == 0, "\(run.complaints)")
    #expect(run.output == "reasons.csv: 8871 people, personal data.\n")
    #expect(run.complaints.isEmpty)
    let lines = try lines(folder, "private/reasons.csv")
    #expect(lines.count == 8871)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: target.appendingPathComponent("reasons.csv").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    for line in [lines[0], lines[4000], lines[8870]] {
      let identifier = String(line.prefix { $0 != "," })
      let explained = try Program.run([
        "explain", "scenarios/west-java-mkd", "--person", identifier, "--policies",
        "mkd-boxes-45789", "--lang", "en",
      ])
      let answers = try #require(explained.output.components(separatedBy: "\n\n").last)
      #expect(line.contains(",true,") == answers.contains(": eligible\n"))
      let failed = answers.components(separatedBy: "✗ failed: ").dropFirst()
        .compactMap { $0.components(separatedBy: " — ").first }
      #expect(failed.allSatisfy(line.contains))
    }
  }

  @Test("a key hides every identifier and the order of identifiers, and nothing else changes")
  func pseudonyms() throws {
    let folder = try TemporaryFolder()
    func write(_ name: String, _ options: [String]) throws -> [String] {
      let run = try Program.run(
        Self.study + ["--with-personal-data", folder.url.appendingPathComponent(name).path]
          + options)
      try #require(run.exitCode == 0, "\(run.complaints)")
      return try lines(folder, "\(name)/reasons.csv")
    }
    let key = folder.url.appendingPathComponent("key").path
    let plain = try write("plain", [])
    let first = try write("first", ["--new-key", key])
    let second = try write("second", ["--key", key])
    let other = try write("other", ["--new-key", key + "-2"])
    #expect(first == second)
    #expect(nameless(first) == nameless(plain))
    #expect(nameless(other) == nameless(plain))
    #expect(!first.contains { $0.contains("S-0") })
    let names = first.map { String($0.prefix { $0 != "," }) }
    #expect(Set(names).count == 8871)
    #expect(names.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
    #expect(Set(names).isDisjoint(with: other.map { String($0.prefix { $0 != "," }) }))
    // The same people in another order: row by row, the answers no longer agree.
    let answers = { (lines: [String]) in lines.map { String($0.drop { $0 != "," }) } }
    #expect(answers(first) != answers(plain))
    let again = try Program.run(
      Self.study
        + [
          "--with-personal-data", folder.url.appendingPathComponent("again").path, "--new-key", key,
        ])
    #expect(again.exitCode == 65)
    #expect(again.complaints.contains("is left alone"))
  }

  @Test("a key that is none is refused, and nothing is written")
  func wrongKey() throws {
    let folder = try TemporaryFolder()
    let key = folder.url.appendingPathComponent("key")
    try "secret".write(to: key, atomically: true, encoding: .utf8)
    let target = folder.url.appendingPathComponent("private")
    let run = try Program.run(
      Self.study + ["--with-personal-data", target.path, "--key", key.path])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("a key is 64 hexadecimal digits"))
    #expect(!run.complaints.contains("secret"))
    #expect(!FileManager.default.fileExists(atPath: target.path))
    let both = try Program.run(
      Self.study + ["--with-personal-data", target.path, "--key", key.path, "--new-key", "k"])
    #expect(both.exitCode == 64)
  }

  @Test(
    "study and results are refused as places of the file",
    arguments: ["scenarios/west-java-mkd", "scenarios/west-java-mkd/private", "results/private"])
  func place(folder: String) throws {
    let run = try Program.run(Self.study + ["--with-personal-data", folder])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("personal data may not be written inside"))
    let written = Program.root.appendingPathComponent(folder).appendingPathComponent("reasons.csv")
    #expect(!FileManager.default.fileExists(atPath: written.path))
  }

  @Test("a new key may not lie beside the pseudonyms, nor in the study")
  func placeOfKey() throws {
    let folder = try TemporaryFolder()
    for key in [folder.url.appendingPathComponent("key").path, "scenarios/west-java-mkd/key"] {
      let run = try Program.run(
        Self.study + ["--with-personal-data", folder.url.path, "--new-key", key])
      #expect(run.exitCode == 65)
      #expect(run.complaints.contains("a key may not lie in"))
      #expect(!FileManager.default.fileExists(atPath: key))
    }
  }

  @Test("a policy the study lacks ends with 65 and names those it has; Indonesian is the default")
  func unknownPolicy() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run([
      "reasons", "scenarios/west-java-mkd", "--policy", "mkd", "--with-personal-data",
      folder.url.path,
    ])
    #expect(run.exitCode == 65)
    #expect(run.complaints.contains("Kebijakan itu tidak ada"))
    #expect(run.complaints.contains("mkd-boxes-45789"))
  }
}
