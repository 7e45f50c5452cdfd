import Foundation
import RunArchive
import Testing

@Suite("results kept between runs")
struct KeptRunsTests {
  /// A cache, and an input of runs in a folder that goes when its owner does.
  private final class Place {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "luwes-kept-\(UUID().uuidString)", isDirectory: true)
    var input: String { folder.appendingPathComponent("study.yaml").path }
    var own: String { folder.appendingPathComponent("own.yaml").path }
    var cache: String { folder.appendingPathComponent("cache").path }

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try write("seed: 1", to: input)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) throws {
      try Data(text.utf8).write(to: .init(fileURLWithPath: path))
    }

    /// The folders of kept runs.
    var entries: [URL] {
      get throws {
        try FileManager.default.contentsOfDirectory(
          at: URL(fileURLWithPath: cache + "/runs"), includingPropertiesForKeys: nil)
      }
    }
  }

  private let request = ["run", "--seed", "1", "program a"]

  private func run(_ place: Place, result: String = "a,b\n") throws -> KeptRun {
    // Changes are stamped by a clock that ticks some hundred times a second.
    Thread.sleep(forTimeInterval: 0.02)
    let sources = RunSource.found(at: [place.input, place.own, place.input], since: .now)
    return KeptRun(
      sources: try #require(sources),
      files: [("outcomes.csv", Data(result.utf8)), ("manifest.json", Data("{}".utf8))],
      complaints: ["a warning"], table: "the table")
  }

  @Test("the same request and inputs give back what was kept")
  func found() throws {
    let place = try Place()
    let runs = KeptRuns(folder: place.cache)
    #expect(runs.find(request).run == nil)
    let run = try run(place)
    #expect(run.sources.map(\.path) == [place.input, place.own])
    #expect(run.sources.map { $0.sha256 == nil } == [false, true])
    #expect(runs.keep(run, request: request) == [])
    let (kept, notes) = runs.find(request)
    #expect(notes == [])
    #expect(kept?.files.map(\.name) == run.files.map(\.name))
    #expect(kept?.files.map(\.content) == run.files.map(\.content))
    #expect(kept?.complaints == ["a warning"])
    #expect(kept?.table == "the table")
  }

  @Test(
    "any other request finds nothing",
    arguments: [
      ["run", "--seed", "1", "program b"], ["run", "--seed", "2", "program a"],
      ["run", "--seed", "1 program a"], ["run", "--seed", "1"], [],
    ])
  func otherRequest(request: [String]) throws {
    let place = try Place()
    let runs = KeptRuns(folder: place.cache)
    _ = runs.keep(try run(place), request: self.request)
    #expect(runs.find(request).run == nil)
    #expect(runs.find(self.request).run != nil)
  }

  @Test("a changed input, a missing one, and a file where there was none find nothing")
  func otherInputs() throws {
    let place = try Place()
    let runs = KeptRuns(folder: place.cache)
    _ = runs.keep(try run(place), request: request)
    try place.write("seed: 2", to: place.input)
    #expect(runs.find(request).run == nil)
    _ = runs.keep(try run(place, result: "c,d\n"), request: request)
    #expect(runs.find(request).run?.files[0].content == Data("c,d\n".utf8))
    try place.write("seed: 1", to: place.input)
    #expect(runs.find(request).run?.files[0].content == Data("a,b\n".utf8))
    try place.write("seed: 1", to: place.own)
    #expect(runs.find(request).run == nil)
    try FileManager.default.removeItem(atPath: place.own)
    #expect(runs.find(request).run != nil)
    try FileManager.default.removeItem(atPath: place.input)
    #expect(runs.find(request).run == nil)
    #expect(try place.entries.count == 2)
  }

  @Test("what is damaged is passed over once, with a note, and is gone", arguments: 0..<5)
  func damaged(way: Int) throws {
    let place = try Place()
    let runs = KeptRuns(folder: place.cache)
    _ = runs.keep(try run(place), request: request)
    let entry = try #require(try place.entries.first)
    let table = entry.appendingPathComponent("outcomes.csv")
    let record = entry.appendingPathComponent("record.json")
    switch way {
    case 0: try Data("a,c\n".utf8).write(to: table)
    case 1: try FileManager.default.removeItem(at: table)
    case 2:
      var bytes = try Data(contentsOf: record)
      bytes[bytes.count - 3] ^= 1
      try bytes.write(to: record)
    case 3: try Data().write(to: record)
    default: try FileManager.default.removeItem(at: record)
    }
    let (kept, notes) = runs.find(request)
    #expect(kept == nil)
    #expect(notes.count == 1)
    #expect(try place.entries.isEmpty)
    #expect(runs.find(request).notes == [])
  }

  @Test("a run put under the name of another is passed over")
  func renamed() throws {
    let place = try Place()
    let runs = KeptRuns(folder: place.cache)
    _ = runs.keep(try run(place), request: request)
    let entry = try #require(try place.entries.first)
    let other = entry.deletingLastPathComponent().appendingPathComponent(
      entry.lastPathComponent.dropLast() + "x")
    try FileManager.default.moveItem(at: entry, to: other)
    #expect(runs.find(request).run == nil)
    #expect(try place.entries.isEmpty)
  }

  @Test("the runs used longest ago go first")
  func limitOfRuns() throws {
    let place = try Place()
    let runs = KeptRuns(folder: place.cache, limits: KeptRuns.Limits(runs: 2))
    let requests = (1...3).map { ["run", "--seed", "\($0)"] }
    for request in requests.prefix(2) {
      #expect(runs.keep(try run(place), request: request) == [])
    }
    #expect(runs.find(requests[0]).run != nil)
    _ = runs.keep(try run(place), request: requests[2])
    #expect(requests.map { runs.find($0).run != nil } == [true, false, true])
    #expect(try place.entries.count == 2)
  }

  @Test("results beyond the limit of bytes are not kept, together or alone")
  func limitOfBytes() throws {
    let place = try Place()
    // Four bytes of a table and two of a manifest.
    let runs = KeptRuns(folder: place.cache, limits: KeptRuns.Limits(runs: 9, bytes: 12))
    for seed in 1...3 { _ = runs.keep(try run(place), request: ["\(seed)"]) }
    #expect((1...3).map { runs.find(["\($0)"]).run != nil } == [false, true, true])
    _ = runs.keep(try run(place, result: "a,b,c,d,e,f\n"), request: ["4"])
    #expect((1...4).map { runs.find(["\($0)"]).run != nil } == [false, true, true, false])
  }

  @Test("with a limit of no run, none is kept and none is found")
  func off() throws {
    let place = try Place()
    _ = KeptRuns(folder: place.cache).keep(try run(place), request: request)
    let none = KeptRuns(folder: place.cache, limits: KeptRuns.Limits(runs: 0))
    #expect(none.find(request).run == nil)
    _ = none.keep(try run(place), request: ["other"])
    #expect(try place.entries.count == 1)
  }

  @Test("only the owner can open what is kept")
  func isPrivate() throws {
    let place = try Place()
    _ = KeptRuns(folder: place.cache).keep(try run(place), request: request)
    func permissions(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let entry = try #require(try place.entries.first)
    #expect(try permissions(place.cache + "/runs") == 0o700)
    #expect(try permissions(entry.path) == 0o700)
    let names = try FileManager.default.contentsOfDirectory(atPath: entry.path)
    #expect(names.sorted() == ["manifest.json", "outcomes.csv", "record.json"])
    for name in names { #expect(try permissions("\(entry.path)/\(name)") == 0o600) }
  }

  @Test("a folder that can't be written is noted and nothing else")
  func notWritable() throws {
    let place = try Place()
    try place.write("a file", to: place.cache)
    let notes = KeptRuns(folder: place.cache).keep(try run(place), request: request)
    #expect(notes.count == 1)
  }

  @Test("an input that is changed after a run began is no known source of it")
  func changedMeanwhile() throws {
    let place = try Place()
    Thread.sleep(forTimeInterval: 0.02)
    let start = RunStart.now
    #expect(RunSource.found(at: [place.input], since: start) != nil)
    try place.write("seed: 1", to: place.input)
    #expect(RunSource.found(at: [place.input], since: start) == nil)
    // A folder is there and can't be read.
    #expect(RunSource.found(at: [place.folder.path], since: start) == nil)
  }
}
