import Foundation

/// A run as ``RunDatabase`` keeps it: its manifest and the lines of its tables.
public struct RecordedRun: Sendable {
  /// What keeps a results folder from being recorded.
  public enum Failure: Error, Equatable {
    /// The folder has no manifest that can be read.
    case manifest(Verification.Failure)
    /// The table is not the one that the run wrote.
    case changed(path: String)
    /// The folder lacks the scenario table, which every run leaves.
    case noTable(path: String)
  }

  let manifest: Manifest
  let tables: [RecordedTable: CSVRecords]

  /// A run whose files are still in memory.
  ///
  /// - Parameters:
  ///   - manifest: Its manifest.
  ///   - files: Names and texts of what it wrote; tables that are not kept are passed over.
  public init(_ manifest: Manifest, files: [(name: String, text: String)]) {
    self.manifest = manifest
    var tables: [RecordedTable: CSVRecords] = [:]
    for table in RecordedTable.allCases {
      guard let file = files.first(where: { $0.name == table.file }) else { continue }
      tables[table] = CSVRecords(file.text)
    }
    self.tables = tables
  }

  /// A run from its results folder; tables that a clone does not have are left out.
  ///
  /// - Throws: ``Failure``.
  public init(results folder: String) throws(Failure) {
    let manifest: Manifest
    do {
      manifest = try Manifest.read(results: folder)
    } catch {
      throw .manifest(error)
    }
    guard manifest.runID == manifest.followingRunID else {
      throw .changed(path: folder + "/manifest.json")
    }
    var files: [(name: String, text: String)] = []
    for table in RecordedTable.allCases {
      let path = URL(fileURLWithPath: folder, isDirectory: true)
        .appendingPathComponent(table.file).path
      guard let bytes = FileManager.default.contents(atPath: path) else {
        guard table != .scenarios else { throw .noTable(path: path) }
        continue
      }
      guard
        manifest.outputs.first(where: { $0.path == table.file })?.sha256
          == ContentHash(bytes).digits
      else { throw .changed(path: path) }
      files.append((table.file, String(decoding: bytes, as: UTF8.self)))
    }
    self.init(manifest, files: files)
  }
}
