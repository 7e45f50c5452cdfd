import Foundation

/// A folder for row-level personal data, which lies outside results and outside the study.
///
/// Results are passed on and studies are under version control; neither may hold such data.
public struct PersonalDataFolder: Sendable {
  /// What keeps personal data from being written.
  public enum Failure: Error, Equatable {
    /// The folder lies in one whose files are passed on.
    case shared(path: String, within: String)
    /// The system refused a step.
    case refused(path: String, reason: WritingRefusal)
  }

  private let folder: URL

  /// A folder that need not exist yet.
  ///
  /// - Parameters:
  ///   - path: The folder; links in it are followed.
  ///   - shared: Folders it may neither be nor lie in.
  /// - Throws: ``Failure/shared(path:within:)``.
  public init(path: String, outside shared: [String]) throws(Failure) {
    folder = URL(fileURLWithPath: path).standardizedFileURL
    let parts = Self.realParts(path)
    for other in shared where parts.starts(with: Self.realParts(other)) {
      throw .shared(path: path, within: other)
    }
  }

  /// Writes a file that only its owner can read, replacing an older one.
  ///
  /// - Throws: ``Failure/refused(path:reason:)``.
  public func write(_ text: String, to name: String) throws(Failure) {
    let file = folder.appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let draft = folder.appendingPathComponent(
        ".\(name).\(ProcessInfo.processInfo.processIdentifier)")
      defer { try? FileManager.default.removeItem(at: draft) }
      guard
        FileManager.default.createFile(
          atPath: draft.path, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw WritingRefusal(code: errno) }
      let handle = try FileHandle(forWritingTo: draft)
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
      try handle.close()
      guard rename(draft.path, file.path) == 0 else {
        throw WritingRefusal(code: errno)
      }
    } catch {
      throw .refused(path: file.path, reason: WritingRefusal(error))
    }
  }

  /// The names that lead to a path once the links in the part that exists are followed.
  private static func realParts(_ path: String) -> [String] {
    var existing = URL(fileURLWithPath: path).standardizedFileURL
    var missing: [String] = []
    while existing.path != "/", !FileManager.default.fileExists(atPath: existing.path) {
      missing.insert(existing.lastPathComponent, at: 0)
      existing.deleteLastPathComponent()
    }
    return existing.resolvingSymlinksInPath().pathComponents + missing
  }
}
