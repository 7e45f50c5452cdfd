import Foundation
import RunArchive
import Testing

@Suite("Verifying results")
struct VerificationTests {
  /// A study's folder and its results, as a run leaves them.
  private final class Fixture {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-verify-\(UUID().uuidString)")
    var study: String { root.appendingPathComponent("study").path }
    var results: String { root.appendingPathComponent("results").path }

    init() throws {
      for folder in [study, results] {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
      try write("study/study.yaml", "title")
      try write("study/staff.csv", "people")
      try write("results/outcomes.csv", "1")
      try write("results/scenario-table.csv", "2")
      let manifest = Manifest(
        version: "1", study: "test",
        options: Manifest.Options(
          seed: 1, worlds: 2, replications: 3, baseline: "b", policies: ["p"], language: "id"),
        inputs: [
          .init(path: "study.yaml", hash: ContentHash(text: "title"), kept: .tracked),
          .init(path: "staff.csv", hash: ContentHash(text: "people"), kept: .local),
        ],
        outputs: [
          .init(path: "outcomes.csv", hash: ContentHash(text: "1"), kept: .local),
          .init(path: "scenario-table.csv", hash: ContentHash(text: "2"), kept: .tracked),
        ])
      try write("results/manifest.json", try manifest.json())
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ path: String, _ text: String) throws {
      try Data(text.utf8).write(to: root.appendingPathComponent(path))
    }

    func remove(_ path: String) throws {
      try FileManager.default.removeItem(at: root.appendingPathComponent(path))
    }

    func verify() throws -> Verification { try Verification(results: results, study: study) }
  }

  @Test("untouched results are sound")
  func untouched() throws {
    let verification = try Fixture().verify()
    #expect(verification.isSound)
    #expect(verification.files.map(\.state) == [.same, .same, .same, .same])
    #expect(verification.unnamed.isEmpty)
  }

  @Test("what was changed is named, inputs and results alike")
  func changed() throws {
    let fixture = try Fixture()
    try fixture.write("study/study.yaml", "another")
    try fixture.write("results/scenario-table.csv", "3")
    let verification = try fixture.verify()
    #expect(!verification.isSound)
    let changed = verification.files.filter { $0.state == .changed }
    #expect(changed.map(\.path) == ["study.yaml", "scenario-table.csv"])
    #expect(changed.map(\.role) == [.input, .output])
  }

  @Test("a fresh clone, which has no local files, is sound; it lacks nothing that is tracked")
  func clone() throws {
    let fixture = try Fixture()
    try fixture.remove("study/staff.csv")
    try fixture.remove("results/outcomes.csv")
    let clone = try fixture.verify()
    #expect(clone.isSound)
    #expect(clone.files.count { $0.state == .absentLocal } == 2)
    try fixture.remove("results/scenario-table.csv")
    let broken = try fixture.verify()
    #expect(!broken.isSound)
    #expect(broken.files.last?.state == .missing)
  }

  @Test("a changed manifest gives itself away; files it does not name are listed")
  func manifest() throws {
    let fixture = try Fixture()
    try fixture.write("results/stray.txt", "")
    #expect(try fixture.verify().unnamed == ["stray.txt"])
    let url = fixture.root.appendingPathComponent("results/manifest.json")
    let text = try String(contentsOf: url, encoding: .utf8)
    let changed = text.replacing("\"worlds\" : 2", with: "\"worlds\" : 200")
    #expect(changed != text)
    try fixture.write("results/manifest.json", changed)
    let verification = try fixture.verify()
    #expect(!verification.hasOwnRunID && !verification.isSound)
  }

  @Test("without a manifest, or with a broken one, there is one clear failure")
  func failures() throws {
    let fixture = try Fixture()
    try fixture.write("results/manifest.json", "{}")
    #expect(throws: Verification.Failure.brokenManifest(path: fixture.results + "/manifest.json")) {
      try fixture.verify()
    }
    try fixture.remove("results/manifest.json")
    #expect(throws: Verification.Failure.noManifest(path: fixture.results + "/manifest.json")) {
      try fixture.verify()
    }
  }
}
