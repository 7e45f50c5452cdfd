import CFileExchange
import Foundation

/// The folder of a run's results, replaced whole or not at all.
public struct ResultsFolder: Sendable {
  /// What keeps results from being written.
  public enum Failure: Error, Equatable {
    /// The folder holds something that is not a run's results; it is left alone.
    case foreignFolder(path: String)
    /// The system refused a step.
    case refused(path: String, reason: String)
  }

  private let folder: URL

  /// The folder at a path; it need not exist yet.
  public init(path: String) {
    folder = URL(fileURLWithPath: path).standardizedFileURL
  }

  /// Checks, before any work is done, that the folder may be replaced.
  ///
  /// - Throws: ``Failure/foreignFolder(path:)`` when it exists, holds files and no manifest.
  public func check() throws(Failure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
      return
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard isFolder.boolValue, names.isEmpty || names.contains("manifest.json") else {
      throw .foreignFolder(path: folder.path)
    }
  }

  /// Writes all files into a sibling folder, flushes them, and exchanges the two.
  ///
  /// A run that is stopped leaves the previous results whole.
  ///
  /// - Parameter files: Names and texts, in order.
  /// - Throws: ``Failure``.
  public func replace(with files: [(name: String, text: String)]) throws(Failure) {
    try check()
    let manager = FileManager.default
    let parent = folder.deletingLastPathComponent()
    let sibling = parent.appendingPathComponent(
      ".\(folder.lastPathComponent).new-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try? manager.removeItem(at: sibling)
      try manager.createDirectory(at: sibling, withIntermediateDirectories: true)
      for file in files {
        let url = sibling.appendingPathComponent(file.name)
        try Data(file.text.utf8).write(to: url)
        let handle = try FileHandle(forUpdating: url)
        try handle.synchronize()
        try handle.close()
      }
      try exchange(sibling)
    } catch {
      try? manager.removeItem(at: sibling)
      throw .refused(path: folder.path, reason: Self.reason(error))
    }
  }

  private func exchange(_ sibling: URL) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.path) else {
      try manager.moveItem(at: sibling, to: folder)
      return
    }
    let swapped = renameat2(
      AT_FDCWD, sibling.path, AT_FDCWD, folder.path, UInt32(LUWES_RENAME_EXCHANGE))
    if swapped != 0 {
      // File systems without an exchange: two renames, the old folder kept until the new one is in.
      let old = sibling.deletingLastPathComponent().appendingPathComponent(
        "\(sibling.lastPathComponent).old")
      try manager.moveItem(at: folder, to: old)
      do {
        try manager.moveItem(at: sibling, to: folder)
      } catch {
        try manager.moveItem(at: old, to: folder)
        throw error
      }
      try manager.removeItem(at: old)
      return
    }
    try manager.removeItem(at: sibling)
  }

  private static func reason(_ error: any Error) -> String {
    let cocoa = error as NSError
    if let underlying = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError {
      return underlying.localizedDescription
    }
    return cocoa.localizedDescription
  }
}
