import Foundation
import RunArchive
import Testing

/// A folder that goes when its owner does.
private final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "luwes-archive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }
}

@Suite("Results folders")
struct ResultsFolderTests {
  @Test("results replace results whole: no file of the older run stays")
  func replacement() throws {
    let scratch = try Scratch()
    let folder = ResultsFolder(path: scratch.path("out"))
    try folder.replace(with: [("old.csv", "1"), ("manifest.json", "{}")])
    try folder.replace(with: [("new.csv", "2"), ("manifest.json", "{}")])
    #expect(try scratch.names("out") == ["manifest.json", "new.csv"])
    #expect(try scratch.names() == ["out"])
  }

  @Test("a folder of other files, and a file, are refused and left alone")
  func foreign() throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "other/keep.txt")
    try scratch.write("mine", to: "file")
    #expect(throws: ResultsFolder.Failure.foreignFolder(path: scratch.path("other"))) {
      try ResultsFolder(path: scratch.path("other")).replace(with: [("a", "b")])
    }
    #expect(throws: ResultsFolder.Failure.isFile(path: scratch.path("file"))) {
      try ResultsFolder(path: scratch.path("file")).check()
    }
    #expect(try scratch.names("other") == ["keep.txt"])
  }

  @Test("an empty folder may be used, and folders above are made")
  func emptyAndDeep() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("empty"), withIntermediateDirectories: true)
    for name in ["empty", "a/b/c"] {
      try ResultsFolder(path: scratch.path(name)).replace(with: [("manifest.json", "{}")])
      #expect(try scratch.names(name) == ["manifest.json"])
    }
  }

  @Test("a file that can't be written leaves the older results and nothing else")
  func failure() throws {
    let scratch = try Scratch()
    let folder = ResultsFolder(path: scratch.path("out"))
    try folder.replace(with: [("manifest.json", "old")])
    #expect(throws: ResultsFolder.Failure.self) {
      try folder.replace(with: [("manifest.json", "new"), ("no/such/place", "x")])
    }
    #expect(try scratch.names() == ["out"])
    #expect(try String(contentsOfFile: scratch.path("out/manifest.json"), encoding: .utf8) == "old")
  }

  @Test("only what dead runs of the same folder left is removed")
  func abandoned() throws {
    let scratch = try Scratch()
    let own = ProcessInfo.processInfo.processIdentifier
    // The first process of the system always lives.
    let kept = [
      ".out.new-1", ".out.new-999999999.old", ".other.new-999999999", "out.new-999999999",
    ]
    for name in kept + [".out.new-999999999"] { try scratch.write("x", to: "\(name)/file") }
    try ResultsFolder(path: scratch.path("out")).replace(with: [("manifest.json", "{}")])
    #expect(try scratch.names() == (kept + ["out"]).sorted())
    #expect(try !scratch.names().contains(".out.new-\(own)"))
  }
}

@Suite("Folders for personal data")
struct PersonalDataFolderTests {
  @Test("neither a shared folder nor anything in it is accepted, by whatever path")
  func shared() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "study/study.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: scratch.path("study"))
    let inside = ["study", "study/a/b", "study/../study/a", "link", "link/a", "other/../link/a"]
    for path in inside {
      #expect(throws: PersonalDataFolder.Failure.self, "\(path)") {
        try PersonalDataFolder(path: scratch.path(path), outside: [scratch.path("study")])
      }
    }
    // The shared folder itself may be named by a link, and need not exist yet.
    #expect(throws: PersonalDataFolder.Failure.self) {
      try PersonalDataFolder(path: scratch.path("study/a"), outside: [scratch.path("link")])
    }
    #expect(throws: PersonalDataFolder.Failure.self) {
      try PersonalDataFolder(path: scratch.path("out/a"), outside: [scratch.path("out")])
    }
  }

  @Test("a folder beside it is accepted, even one whose name begins alike")
  func beside() throws {
    let scratch = try Scratch()
    for path in ["study-private", "private/study"] {
      let folder = try PersonalDataFolder(
        path: scratch.path(path), outside: [scratch.path("study"), scratch.path("out")])
      try folder.write("old", to: "rows.csv")
      try folder.write("new", to: "rows.csv")
      #expect(try scratch.names(path) == ["rows.csv"])
      let file = scratch.path("\(path)/rows.csv")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }
}
