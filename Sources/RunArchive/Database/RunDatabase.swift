public import Foundation
import GRDB

/// Runs one after another in one SQLite file, which lies outside the results folders.
///
/// A results folder is replaced by its next run; the database keeps what each run said. It holds
/// what the tables of results hold, with small groups already suppressed, and no row of a register.
public struct RunDatabase: Sendable {
  /// What keeps the database from being used.
  public enum Failure: Error, Equatable {
    /// There is no such file.
    case missing(path: String)
    /// The file is none that Luwes made.
    case foreignFile(path: String)
    /// A later version of Luwes has changed the tables.
    case laterTables(path: String)
    /// The tables are those of an earlier version and the file can't be written.
    case earlierTables(path: String)
    /// The system or SQLite refused a step.
    case refused(path: String, reason: WritingRefusal)
    /// No run's identifier begins so.
    case unknownRun(String)
    /// The identifiers of several runs begin so.
    case severalRuns(String, [String])
  }

  /// The bytes `LUWE` in the header of every file: by them a database is known as Luwes' own.
  static let applicationID = 0x4C55_5745

  let path: String
  private let queue: DatabaseQueue

  /// Opens a database, brings its tables up to date, and makes it when it is to be written.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - creates: Whether a file that is not there is made, with its folder.
  /// - Throws: ``Failure``.
  public init(path: String, creates: Bool) throws(Failure) {
    self.path = path
    let manager = FileManager.default
    let isNew = !manager.fileExists(atPath: path)
    if isNew {
      guard creates else { throw .missing(path: path) }
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try? manager.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.readonly = manager.fileExists(atPath: path) && access(path, W_OK) != 0
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.prepare(queue, path, isReadOnly: configuration.readonly)
    } catch {
      // A file without tables would be taken for a database of no runs.
      if isNew {
        for ending in ["", "-journal", "-wal", "-shm"] {
          try? manager.removeItem(atPath: path + ending)
        }
      }
      throw Self.failure(error, path)
    }
  }

  private static func prepare(_ queue: DatabaseQueue, _ path: String, isReadOnly: Bool) throws {
    let (id, tables) = try queue.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    guard id == applicationID || (id == 0 && tables == 0) else {
      throw Failure.foreignFile(path: path)
    }
    let migrator = RunDatabaseTables.migrator
    let (isLater, isComplete) = try queue.read { database in
      (try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database))
    }
    guard !isLater else { throw Failure.laterTables(path: path) }
    guard !isComplete else { return }
    guard !isReadOnly else { throw Failure.earlierTables(path: path) }
    try migrator.migrate(queue)
  }

  /// Adds a run; one with the same identifier is replaced, since it says the same.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - folder: Where its results lie.
  ///   - time: When it is recorded, to the second.
  /// - Throws: ``Failure/refused(path:reason:)``.
  public func record(_ run: RecordedRun, folder: String, at time: Date) throws(Failure) {
    try taking { queue in
      try queue.write { database in
        try RunInsertion(database).insert(run, folder: folder, time: time.ISO8601Format())
      }
    }
  }

  /// Reads from the database.
  ///
  /// - Throws: ``Failure``.
  func read<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    try taking { try $0.read(body) }
  }

  private func taking<Value>(_ step: (DatabaseQueue) throws -> Value) throws(Failure) -> Value {
    do {
      return try step(queue)
    } catch {
      throw Self.failure(error, path)
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> Failure {
    switch error {
    case let failure as Failure: failure
    case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
      .foreignFile(path: path)
    case let error as DatabaseError:
      .refused(path: path, reason: refusal(error))
    default: .refused(path: path, reason: WritingRefusal(error))
    }
  }

  private static func refusal(_ error: DatabaseError) -> WritingRefusal {
    switch error.resultCode {
    case .SQLITE_FULL: .noSpace
    case .SQLITE_READONLY: .readOnly
    case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .notAllowed
    case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse
    case .SQLITE_TOOBIG: .tooLarge
    case .SQLITE_IOERR: .deviceFails
    default: .other(error.message ?? "SQLite \(error.resultCode.rawValue)")
    }
  }
}
