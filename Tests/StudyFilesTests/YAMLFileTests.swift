import HybridWork
import StudyFiles
import Testing

@Suite("Files that are not good YAML")
struct YAMLFileTests {
  private func complaints(_ bytes: some Collection<UInt8>) -> [String] {
    let log = DiagnosticLog()
    let source = SourceFile(name: "f.yaml", bytes: bytes)
    let read = YAMLFile.read(source, log: log) { root in root.all().count }
    #expect((read == nil) == log.hasErrors)
    return FixtureFile.complaints(log)
  }

  private func problems(_ text: String) -> [Diagnostic] {
    let log = DiagnosticLog()
    let source = SourceFile(name: "f.yaml", bytes: text.utf8)
    _ = YAMLFile.read(source, log: log) { root in root.all().count }
    return log.diagnostics
  }

  private func fault(_ problem: Problem, _ line: Int, _ column: Int) -> Diagnostic {
    Diagnostic(problem, file: "f.yaml", at: TextPosition(line: line, column: column))
  }

  @Test("a repeated key is placed at its second occurrence")
  func duplicateKey() {
    #expect(
      complaints("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n".utf8) == [
        "f.yaml:5:3: the key \"c\" already stands in line 3. Delete one of them."
      ])
  }

  @Test("all repeated keys of a file are found, quoted, in flow style or thrice")
  func manyDuplicates() {
    let text = "é: {k: 1, \"k\": 2}\nx: 1\ny: 2\n'x': 3\nx: 4\n"
    #expect(
      problems(text) == [
        fault(.key(.duplicate(key: "k", firstLine: 1)), 1, 11),
        fault(.key(.duplicate(key: "x", firstLine: 2)), 4, 1),
        fault(.key(.duplicate(key: "x", firstLine: 2)), 5, 1),
      ])
  }

  @Test("a repeated key that is spelt with an escape is placed at its first occurrence")
  func escapedDuplicate() {
    #expect(
      problems("\"\\x61\": 1\na: 2\n") == [fault(.key(.duplicate(key: "a", firstLine: 1)), 1, 1)])
  }

  @Test(
    "faults of form are placed",
    arguments: [
      ("a: \"x\nb: 1\n", .notClosed(mark: "\""), 1, 4),
      ("a: 1\nb: {c: 1\nd: 2\n", .notClosed(mark: "{"), 2, 4),
      ("a: [1, 2\n", .notClosed(mark: "["), 1, 4),
      ("a:\n\tb: 1\n", .tabulator, 2, 1),
      ("a: 1\n  b: 2\n", .colonInValue, 2, 4),
      ("a: x: y\n", .colonInValue, 1, 5),
      ("a:\n  b: 1\n c: 2\n", .indentation, 3, 2),
      ("a: 1\nb\nc: 2\n", .noColon, 3, 1),
      ("a: @x\n", .reservedCharacter("@"), 1, 4),
      ("a: \"\\q\"\n", .unknownEscape, 1, 5),
      ("a: 1\n---\nb: 2\n", .severalDocuments, 2, 1),
      ("a: &x 1\nb: *x\n", .anchor(name: "x"), 1, 4),
      ("a: 1\nb: *y\n", .alias(name: "y"), 2, 4),
      ("a: !!int 3\n", .tag(name: "tag:yaml.org,2002:int"), 1, 4),
      ("a: 1\n[b]: 2\n", .keyIsNotText, 2, 1),
    ] as [(String, SyntaxFault, Int, Int)])
  func syntax(text: String, expected: SyntaxFault, line: Int, column: Int) {
    #expect(problems(text) == [fault(.syntax(expected), line, column)])
  }

  @Test("a byte-order mark and Windows line ends are accepted")
  func byteOrderMark() {
    #expect(complaints([0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: 2\r\n".utf8)) == [])
    #expect(
      complaints([0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: 2\r\na: 3\r\n".utf8)) == [
        "f.yaml:3:1: the key \"a\" already stands in line 1. Delete one of them."
      ])
  }

  @Test("bytes that are not UTF-8 are placed")
  func encodings() {
    #expect(
      complaints(Array("a: é\nb: ".utf8) + [0xE9] + Array("\nc: ".utf8) + [0xFF, 0x0A]) == [
        "f.yaml:2:4: byte 0xE9 is not UTF-8 text (2 lines affected). Save the file again as UTF-8."
      ])
    #expect(
      complaints(Array("a: 1\nb: x\0y\n".utf8)) == [
        "f.yaml:2:5: control character 0x00 may not stand in text (1 lines affected). "
          + "Delete it, or export the file again."
      ])
    #expect(problems("").map(\.problem) == [.file(.empty)])
    #expect(problems("# only a comment\n").map(\.problem) == [.file(.empty)])
    #expect(
      complaints([0xFF, 0xFE, 0x61, 0x00]) == [
        "f.yaml: this file is saved as UTF-16. Save it again as \"CSV UTF-8\" or as UTF-8 text."
      ])
  }

  @Test("a root that is not a mapping is refused")
  func wrongRoot() {
    #expect(
      problems("- a\n- b\n") == [
        fault(.key(.wrongKind(found: .list, expected: .mapping)), 1, 1)
      ])
  }

  @Test("missing files and folders are named as the user named them")
  func missingFiles() {
    let log = DiagnosticLog()
    _ = YAMLFile.read(path: FixtureFile.path("absent.yaml"), name: "b/absent.yaml", log: log) {
      $0.all().count
    }
    _ = YAMLFile.read(path: FixtureFile.path(""), name: "a", log: log) { $0.all().count }
    #expect(
      FixtureFile.complaints(log) == [
        "a: this is a folder, but a file is needed. Give the name of a file in it.",
        "b/absent.yaml: this file does not exist. Check its name and folder.",
      ])
  }

  @Test("a broken file does not hide what is wrong in the next")
  func severalFiles() {
    let log = DiagnosticLog()
    for name in ["duplicate.yaml", "broken.yaml", "sound.yaml"] {
      _ = YAMLFile.read(path: FixtureFile.path("yaml/" + name), name: name, log: log) {
        $0.required("title")?.text()
      }
    }
    #expect(
      FixtureFile.complaints(log) == [
        "broken.yaml:2:8: the [ opened here is never closed. Add the closing one.",
        "duplicate.yaml:3:1: the key \"title\" already stands in line 1. Delete one of them.",
      ])
  }

  @Test("hostile files are refused in good time")
  func hostile() {
    #expect(
      problems("a: " + String(repeating: "[", count: 100_000)).map(\.problem)
        == [.syntax(.tooDeep)])
    #expect(
      problems(String(repeating: "- ", count: 5000) + "x").map(\.problem) == [.syntax(.tooDeep)])
    let long = "a: " + String(repeating: "x", count: 1_000_000)
    #expect(problems(long) == [])
    #expect(throws: FileFault.tooLarge(bytes: 9, limit: 8)) {
      try SourceFile.load(path: FixtureFile.path("yaml/sound.yaml"), name: "s", limit: 8)
    }
  }

  @Test("aliases that multiply into a key are refused at the first anchor")
  func multiplyingAliases() {
    var text = "a: 1\nv0: &v0 x\n"
    for level in 1...12 {
      let entries = Array(repeating: "*v\(level - 1)", count: 10).joined(separator: ", ")
      text += "v\(level): &v\(level) [\(entries)]\n"
    }
    text += "? *v12\n: 1\n? *v11\n: 1\n"
    #expect(problems(text) == [fault(.syntax(.anchor(name: "v0")), 2, 5)])
  }
}
