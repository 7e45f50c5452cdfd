import Foundation
import HybridWork
import RunArchive

/// The recording of a run in a database, after its results are written.
struct RunRecord {
  private let path: String
  /// Whether the planner named the database: then a run that is not recorded has not succeeded.
  private let isAskedFor: Bool
  private let language: Language

  /// The record of a run; nil when results go to a folder of their own and no database is named.
  init?(database: String?, out: String?, language: Language) {
    guard database != nil || out == nil else { return nil }
    path = database ?? DatabaseOptions.standardPath
    isAskedFor = database != nil
    self.language = language
  }

  /// Records a run whose results are whole; a refusal is said and takes nothing from them.
  ///
  /// - Throws: ``Exit/badInput`` when the planner named the database.
  func add(_ run: RecordedRun, folder: String) throws {
    do throws(RunDatabase.Failure) {
      try RunDatabase(path: path, creates: true).record(run, folder: folder, at: Date())
    } catch {
      let wording = DatabaseWording(language: language)
      complain("\(wording.text(error)) \(wording.resultsAreWhole)")
      guard !isAskedFor else { throw Exit.badInput }
    }
  }
}
