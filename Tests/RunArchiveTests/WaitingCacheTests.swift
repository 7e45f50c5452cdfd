import Foundation
import HybridWork
import RunArchive
import Simulation
import TestSupport
import Testing

@Suite("the cache of solved counter days")
struct WaitingCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "luwes-cache-\(UUID().uuidString)")

  private func study() throws -> Study {
    var clerk = TestPerson("a")
    clerk.service = "loket"
    var small = SmallStudy(people: [clerk])
    small.policies = [SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)]
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
        kind: .counter(
          CounterService(
            counters: 1,
            demand: CounterService.Demand(
              visitorsPerDay: 10, weekdayWeights: [1, 1, 1, 1, 1, 0, 0], halfHourWeights: [1, 2]),
            halfHours: [minutes(480), minutes(510)], handlingMinutes: 5,
            standard: CounterService.Standard(share: 0.8, withinMinutes: 15))),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    return try small.study()
  }

  private func run(_ cache: WaitingCache) throws -> (solved: Int, notes: Int, wait: UInt64) {
    let study = try study()
    let grid = WaitingGrid()
    var notes = cache.fill(grid, for: study)
    let result = try StudyRun(study).run(threads: 1, grid: grid)
    notes += cache.keep(grid)
    return (
      grid.solvedCount, notes.count,
      result.value(.meanWaitMinutes, scenario: 1).bitPattern
    )
  }

  private var files: [URL] {
    get throws {
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    }
  }

  @Test("a second run solves nothing and gives equal bytes")
  func warm() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = WaitingCache(folder: folder.path)
    let cold = try run(cache)
    #expect(cold.solved > 0)
    #expect(try files.count == 1)
    let warm = try run(cache)
    #expect(warm == (0, 0, cold.wait))
  }

  @Test("a damaged file is passed over with a note and written anew", arguments: 0..<4)
  func damaged(way: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = WaitingCache(folder: folder.path)
    let cold = try run(cache)
    let file = try #require(try files.first)
    var bytes = try Data(contentsOf: file)
    switch way {
    case 0: bytes[bytes.count / 2] ^= 1
    case 1: bytes = bytes.prefix(bytes.count / 2)
    case 2: bytes = Data("kept by somebody else".utf8)
    default: bytes = Data()
    }
    try bytes.write(to: file)
    let again = try run(cache)
    #expect(again == (cold.solved, 1, cold.wait))
    #expect(try run(cache).solved == 0)
  }

  @Test("a folder that can't be written is noted and nothing else")
  func notWritable() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("a file".utf8).write(to: folder)
    let found = try run(WaitingCache(folder: folder.path))
    #expect(found.notes == 1)
    #expect(found.solved > 0)
  }

  @Test("the folder is the user's own choice, the system's or the home's, in this order")
  func place() {
    let all = ["LUWES_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"]
    #expect(WaitingCache.standardFolder(all) == "/a")
    #expect(WaitingCache.standardFolder(all.merging(["LUWES_CACHE": ""]) { $1 }) == "/b/luwes")
    #expect(WaitingCache.standardFolder(["HOME": "/c"]) == "/c/.cache/luwes")
    #expect(WaitingCache.standardFolder([:]) == nil)
  }
}
