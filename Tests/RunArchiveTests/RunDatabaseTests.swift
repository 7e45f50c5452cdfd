import Foundation
import GRDB
import HybridWork
import RunArchive
import Simulation
import Testing

@Suite("The database of runs")
struct RunDatabaseTests {
  /// A folder with a database of its own.
  private final class Fixture {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("luwes-database-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("deep/luwes.sqlite").path }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func open() throws -> RunDatabase { try RunDatabase(path: path, creates: true) }

    /// Runs SQL as any other program would.
    func execute(_ sql: String) throws {
      try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }
  }

  private static let scenarioHeader = """
    policy,title_id,title_en,legal_status,articles,eligible_share,eligible_share_lower,\
    eligible_share_upper,p90_wait_minutes_mean,p90_wait_minutes_p05,p90_wait_minutes_p95,\
    access_ratio_min,verdict
    """
  private static let outcomeHeader = "scenario,group,outcome,unit,direction,mean,p05,p95"

  /// A run of two policies, told apart from others by its seed.
  private func run(
    seed: UInt64 = 1, wait: String = "5", title: String = "Dua hari", inputs: [String: String] = [:]
  ) -> RecordedRun {
    let scenarios =
      Self.scenarioHeader + "\r\n"
      + "today,Kini,Today,conforms,,0,0,0,4,3,5,,\r\n"
      + "two-days,\(title),Two days,exceeds,Pasal 1,0.25,0.2,0.3,\(wait),4,6,0.8,watch\r\n"
    let outcomes =
      Self.outcomeHeader + "\r\ntoday,all,coverage,share,higher,0.9,0.8,1\r\n"
      + "two-days,all,coverage,share,higher,\(wait),0.8,1\r\ntwo-days,sex=L,coverage,,,,,\r\n"
    let files = [("scenario-table.csv", scenarios), ("outcomes.csv", outcomes)]
    let manifest = Manifest(
      version: "1", study: "office", classification: .restricted,
      options: Manifest.Options(
        seed: seed, worlds: 20, replications: 2, baseline: "today", policies: ["two-days"],
        language: "id"),
      inputs: inputs.sorted { $0.key < $1.key }.map {
        .init(path: $0.key, hash: ContentHash(text: $0.value), kept: .local)
      },
      outputs: files.map { .init(path: $0.0, hash: ContentHash(text: $0.1), kept: .local) })
    return RecordedRun(manifest, files: files)
  }

  private func date(_ second: Int) -> Date { Date(timeIntervalSince1970: Double(second)) }

  @Test("runs accumulate, the last first, and say what they were")
  func accumulate() throws {
    let fixture = Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let database = try fixture.open()
    #expect(try database.runs().isEmpty)
    try database.record(run(seed: 1), folder: "results/office", at: date(0))
    try database.record(run(seed: .max), folder: "elsewhere", at: date(60))
    let runs = try database.runs()
    #expect(runs.map(\.seed) == ["18446744073709551615", "1"])
    #expect(runs.map(\.recordedAt) == ["1970-01-01T00:01:00Z", "1970-01-01T00:00:00Z"])
    let last = try #require(runs.last)
    #expect(last.study == "office" && last.classification == .restricted)
    #expect(last.scenarioCount == 2 && last.outcomeCount == 3 && last.folder == "results/office")
  }

  @Test("the same run recorded again stays one run, with the later time")
  func again() throws {
    let fixture = Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let database = try fixture.open()
    for second in [0, 60] {
      try database.record(run(), folder: "results/office", at: date(second))
    }
    let runs = try database.runs()
    #expect(runs.map(\.recordedAt) == ["1970-01-01T00:01:00Z"])
    #expect(runs.first?.outcomeCount == 3)
  }

  @Test("a scenario comes back with its figures; what is empty is no figure")
  func scenarios() throws {
    let fixture = Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let database = try fixture.open()
    try database.record(run(), folder: "results/office", at: date(0))
    let rows = try database.scenarios(of: try #require(try database.runs().first))
    #expect(rows.map(\.policy) == ["today", "two-days"])
    #expect(rows[1].title == Bilingual(id: "Dua hari", en: "Two days"))
    #expect(!rows[1].conforms && rows[1].articles == "Pasal 1" && rows[1].verdict == "watch")
    let eligible = try #require(rows[1].figures[.eligibleShare])
    #expect(eligible.mean == 0.25 && eligible.low == 0.2 && eligible.high == 0.3)
    let access = try #require(rows[1].figures[.accessRatio])
    #expect(access.mean == 0.8 && access.low == nil && access.high == nil)
    #expect(rows[0].figures[.accessRatio] == nil && rows[0].figures[.cashableSaving] == nil)
  }

  @Test(
    "a title that looks like SQL is a title",
    arguments: ["'); DROP TABLE runs; --", "x\" OR 1=1", "%_\\", "日本 é\u{202E}"])
  func hostile(title: String) throws {
    let fixture = Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let database = try fixture.open()
    let field = "\"" + title.replacing("\"", with: "\"\"") + "\""
    try database.record(run(title: field), folder: title, at: date(0))
    let summary = try #require(try database.runs().first)
    #expect(summary.folder == title)
    #expect(try database.scenarios(of: summary).last?.title.indonesian == title)
    #expect(throws: RunDatabase.Failure.unknownRun(title)) { try database.run(title) }
  }

  @Test("a run is named by its first digits; too few of them are refused")
  func prefix() throws {
    let fixture = Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let database = try fixture.open()
    for seed in 1...40 {
      try database.record(run(seed: UInt64(seed)), folder: "f", at: date(seed))
    }
    let runs = try database.runs().map(\.runID)
    #expect(try database.run(String(runs[7].prefix(20)).uppercased()).runID == runs[7])
    // Forty identifiers share sixteen first digits.
    let crowded = try #require(
      Dictionary(grouping: runs) { $0.prefix(1) }.values.first { $0.count > 1 })
    let digit = String(crowded[0].prefix(1))
    #expect(throws: RunDatabase.Failure.severalRuns(digit, crowded.sorted())) {
      try database.run(digit)
    }
    #expect(throws: RunDatabase.Failure.unknownRun("")) { try database.run("") }
    #expect(throws: RunDatabase.Failure.unknownRun("%")) { try database.run("%") }
  }

  @Test("a comparison names what was asked, read and found differently")
  func comparison() throws {
    let fixture = Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let database = try fixture.open()
    let (one, other) = (
      run(seed: 1, inputs: ["a.csv": "1", "b.csv": "2", "old.csv": "3"]),
      run(seed: 2, wait: "7", inputs: ["a.csv": "1", "b.csv": "x", "new.csv": "3"])
    )
    try database.record(one, folder: "f", at: date(0))
    try database.record(other, folder: "f", at: date(1))
    let runs = try database.runs()
    let comparison = try RunComparison(runs[1], runs[0], in: database)
    #expect(comparison.options.map { [$0.name, $0.first, $0.second] } == [["seed", "1", "2"]])
    #expect(comparison.changedInputs == ["b.csv"])
    #expect(comparison.firstInputs == ["old.csv"] && comparison.secondInputs == ["new.csv"])
    #expect(comparison.changes.map(\.figure) == [.p90Wait])
    #expect(comparison.changes.first?.first?.mean == 5)
    #expect(comparison.changes.first?.second?.mean == 7)
    #expect(comparison.verdicts.isEmpty && comparison.sharedPolicyCount == 2)
    // Of three shared lines one has another mean; two empty means are the same.
    #expect(comparison.sharedOutcomeCount == 3 && comparison.sameOutcomeCount == 2)
    let same = try RunComparison(runs[0], runs[0], in: database)
    #expect(same.changes.isEmpty && same.options.isEmpty && same.sameOutcomeCount == 3)
  }

  @Test("no file, somebody else's file and a later version's file each have their own refusal")
  func refusals() throws {
    let fixture = Fixture()
    #expect(throws: RunDatabase.Failure.missing(path: fixture.path)) {
      try RunDatabase(path: fixture.path, creates: false)
    }
    _ = try fixture.open()
    try fixture.execute("INSERT INTO grdb_migrations VALUES ('9 from the future')")
    #expect(throws: RunDatabase.Failure.laterTables(path: fixture.path)) { try fixture.open() }
    try FileManager.default.removeItem(atPath: fixture.path)
    try fixture.execute("CREATE TABLE theirs (x)")
    #expect(throws: RunDatabase.Failure.foreignFile(path: fixture.path)) { try fixture.open() }
    let text = String(repeating: "not a database\n", count: 100)
    try text.write(toFile: fixture.path, atomically: true, encoding: .utf8)
    #expect(throws: RunDatabase.Failure.foreignFile(path: fixture.path)) { try fixture.open() }
    #expect(try String(contentsOfFile: fixture.path, encoding: .utf8) == text)
  }

  @Test("the tables of the first step are as they were released")
  func released() throws {
    let fixture = Fixture()
    _ = try fixture.open()
    let schema = try DatabaseQueue(path: fixture.path).read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'grdb_migrations'
          ORDER BY name
          """)
    }
    // Files out there have these tables: whoever changes them adds a step and leaves this alone.
    let names = schema.map { $0.split(separator: " ")[2] }
    #expect(names == ["files", "ledger", "outcomes", "runs", "scenarios"])
    #expect(
      ContentHash(text: schema.joined(separator: "\n")).digits
        == "4de87eeb2aef314406d080f63b34e4b03c6ab167c8bf30f6b85c6e0b387e86ec")
  }
}
