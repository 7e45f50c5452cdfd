import Foundation

/// What became of the files of a run: every input and output hashed again and held against the
/// manifest.
public struct Verification: Equatable, Sendable {
  /// The state of one file.
  public enum State: String, Sendable {
    /// As the manifest has it.
    case same
    /// Its content is another.
    case changed
    /// It is not there, though version control keeps it.
    case missing
    /// It is not there and stays on the machine of the run: a fresh clone has none.
    case absentLocal = "absent-local"
  }

  /// One file of the manifest.
  public struct File: Equatable, Sendable {
    /// Whether the run read or wrote it.
    public enum Role: String, Sendable {
      case input, output
    }

    /// Read or written.
    public let role: Role
    /// Relative to the study's folder for inputs, to the results folder for outputs.
    public let path: String
    /// What became of it.
    public let state: State
  }

  /// What keeps results from being verified at all.
  public enum Failure: Error, Equatable {
    /// There is no manifest to read.
    case noManifest(path: String)
    /// The manifest is no manifest of a run.
    case brokenManifest(path: String)
  }

  /// The manifest.
  public let manifest: Manifest
  /// Inputs, then outputs, in the manifest's order.
  public let files: [File]
  /// Files of the results folder that the manifest does not name, in order.
  public let unnamed: [String]
  /// Whether the run's identifier is the one that follows from what the manifest says.
  public let hasOwnRunID: Bool

  /// Whether nothing was changed and nothing is missing; absent local files do not count.
  public var isSound: Bool {
    hasOwnRunID && files.allSatisfy { $0.state == .same || $0.state == .absentLocal }
  }

  /// Hashes the files of a run again.
  ///
  /// - Parameters:
  ///   - results: The results folder.
  ///   - study: The study's folder, to which the names of inputs are relative, or its workbook, which is
  ///     the first input whatever it is called now.
  /// - Throws: ``Failure``.
  public init(results: String, study: String) throws(Failure) {
    let manifest = try Manifest.read(results: results)
    func state(_ entry: Manifest.Entry, at url: URL) -> State {
      guard let bytes = FileManager.default.contents(atPath: url.path) else {
        return entry.kept == .local ? .absentLocal : .missing
      }
      return ContentHash(bytes).digits == entry.sha256 ? .same : .changed
    }
    self.manifest = manifest
    files =
      manifest.inputs.enumerated().map { place, entry in
        let url = Self.place(of: entry, isFirst: place == 0, study: study)
        return File(role: .input, path: entry.path, state: state(entry, at: url))
      }
      + manifest.outputs.map { entry in
        let url = URL(fileURLWithPath: results, isDirectory: true)
          .appendingPathComponent(entry.path)
        return File(role: .output, path: entry.path, state: state(entry, at: url))
      }
    let named = Set(manifest.outputs.map(\.path) + ["manifest.json"])
    let present = (try? FileManager.default.contentsOfDirectory(atPath: results)) ?? []
    unnamed = present.filter { !named.contains($0) }.sorted()
    hasOwnRunID = manifest.runID == manifest.followingRunID
  }

  /// Where an input is: in the study's folder, or the study's workbook itself, or beside it.
  private static func place(of entry: Manifest.Entry, isFirst: Bool, study: String) -> URL {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: study, isDirectory: &isFolder)
    guard isThere, !isFolder.boolValue else {
      return URL(fileURLWithPath: study, isDirectory: true).appendingPathComponent(entry.path)
    }
    let workbook = URL(fileURLWithPath: study)
    return isFirst
      ? workbook : workbook.deletingLastPathComponent().appendingPathComponent(entry.path)
  }
}
