import Foundation
import Testing

@Suite("luwes run --shard and luwes merge")
struct ShardCommandTests {
  private static let study = [
    "scenarios/jakarta-year-end", "--worlds", "130", "--replications", "1", "--policies",
    "dki-year-end-wfa",
  ]

  @Test("parts, joined, leave the files of one run, byte for byte")
  func sameFiles() throws {
    let folder = try TemporaryFolder()
    func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }
    let whole = try Program.run(["run"] + Self.study + ["--out", path("whole"), "--quiet"])
    try #require(whole.exitCode == 0, "\(whole.complaints)")
    for part in 1...3 {
      let run = try Program.run(
        ["run"] + Self.study
          + ["--shard", "\(part)/3", "--out", path("part-\(part)"), "--threads", "\(part)"])
      try #require(run.exitCode == 0, "\(run.complaints)")
      #expect(run.output.contains("bagian \(part)/3"))
    }
    let merged = try Program.run([
      "merge", path("part-2"), path("part-3"), path("part-1"), "--out", path("merged"), "--quiet",
    ])
    try #require(merged.exitCode == 0, "\(merged.complaints)")
    let names = try FileManager.default.contentsOfDirectory(atPath: path("whole")).sorted()
    #expect(names.count > 8)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("merged")).sorted() == names)
    for name in names {
      let same = FileManager.default.contentsEqual(
        atPath: path("whole/\(name)"), andPath: path("merged/\(name)"))
      #expect(same, "\(name)")
    }

    let missing = try Program.run([
      "merge", path("part-1"), path("part-3"), "--out", path("none"), "--lang", "en",
    ])
    #expect(missing.exitCode == 65)
    #expect(missing.complaints == "The parts 2/3 are missing; name all parts at once.\n")

    let samples = folder.url.appendingPathComponent("part-2/samples.bin")
    var bytes = try Data(contentsOf: samples)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: samples)
    let damaged = try Program.run([
      "merge", path("part-1"), path("part-2"), path("part-3"), "--out", path("none"),
      "--lang", "en",
    ])
    #expect(damaged.exitCode == 65)
    #expect(damaged.complaints.contains("samples.bin is missing or was changed"))
    #expect(!FileManager.default.fileExists(atPath: path("none")))
  }

  @Test("joined parts take Sobol' indices as one run does, and refuse those of another baseline")
  func indices() throws {
    let folder = try TemporaryFolder()
    func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }
    let study = ["Tests/StudyFilesTests/Fixtures/sound", "--worlds", "65", "--replications", "1"]
    func run(_ arguments: [String]) throws {
      let run = try Program.run(arguments)
      try #require(run.exitCode == 0, "\(run.complaints)")
    }
    let divide = ["--policy", "two-days", "--base-points", "16", "--factors", "3", "--out"]
    try run(["sensitivity"] + study + divide + [path("indices")])
    let indices = ["--sensitivity", path("indices")]
    try run(["run"] + study + ["--quiet", "--out", path("whole")] + indices)
    for part in 1...2 {
      try run(
        ["run"] + study + ["--quiet", "--shard", "\(part)/2", "--out", path("part-\(part)")])
    }
    let parts = [path("part-1"), path("part-2")]
    try run(["merge"] + parts + ["--quiet", "--out", path("merged")] + indices)
    let names = try FileManager.default.contentsOfDirectory(atPath: path("whole"))
    #expect(names.contains("sensitivity.csv"))
    for name in names {
      let same = FileManager.default.contentsEqual(
        atPath: path("whole/\(name)"), andPath: path("merged/\(name)"))
      #expect(same, "\(name)")
    }
    try run(
      ["sensitivity"] + study + ["--baseline", "thursday"] + divide + [path("others")])
    let refused = try Program.run(
      ["merge"] + parts + ["--lang", "en", "--out", path("none"), "--sensitivity", path("others")])
    #expect(refused.exitCode == 65)
    #expect(refused.complaints.contains("another study, baseline"))
    #expect(!FileManager.default.fileExists(atPath: path("none")))
  }

  @Test("a part needs a folder, at least one block of worlds, and no evidence")
  func usage() throws {
    let noFolder = try Program.run(["run"] + Self.study + ["--shard", "1/2"])
    #expect(noFolder.exitCode == 64)
    let folder = try TemporaryFolder()
    let out = ["--out", folder.url.appendingPathComponent("part").path, "--lang", "en"]
    let tooMany = try Program.run(["run"] + Self.study + ["--shard", "1/4"] + out)
    #expect(tooMany.exitCode == 64)
    #expect(tooMany.complaints.contains("130 worlds can be cut into 3 parts at most"))
    let evidence = try Program.run(
      ["run"] + Self.study + ["--shard", "1/2", "--posterior", "x.yaml"] + out)
    #expect(evidence.exitCode == 64)
    let badName = try Program.run(["run"] + Self.study + ["--shard", "3/2"] + out)
    #expect(badName.exitCode == 64)
  }
}
