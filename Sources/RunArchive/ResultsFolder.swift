import CFileExchange
public import Foundation

/// The folder of a run's results, replaced whole or not at all.
public struct ResultsFolder: Sendable {
  /// What keeps results from being written.
  public enum Failure: Error, Equatable {
    /// The folder holds something that is not a run's results; it is left alone.
    case foreignFolder(path: String)
    /// A file stands where the folder is to be.
    case isFile(path: String)
    /// The system refused a step.
    case refused(path: String, reason: WritingRefusal)
  }

  private let folder: URL

  /// The folder at a path; it need not exist yet.
  public init(path: String) {
    folder = URL(fileURLWithPath: path).standardizedFileURL
  }

  /// Checks, before any work is done, that the folder may be replaced.
  ///
  /// - Throws: ``Failure/foreignFolder(path:)`` when it exists, holds files and no manifest;
  ///   ``Failure/isFile(path:)``; ``Failure/refused(path:reason:)`` when nothing may be written
  ///   beside it.
  public func check() throws(Failure) {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: folder.path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw .isFile(path: folder.path) }
      let names = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
      guard names.isEmpty || names.contains("manifest.json") else {
        throw .foreignFolder(path: folder.path)
      }
    }
    var parent = folder.deletingLastPathComponent()
    while parent.path != "/", !manager.fileExists(atPath: parent.path) {
      parent.deleteLastPathComponent()
    }
    guard access(parent.path, W_OK | X_OK) == 0 else {
      throw .refused(path: folder.path, reason: WritingRefusal(code: errno))
    }
  }

  /// Writes all files into a sibling folder, flushes them, and exchanges the two.
  ///
  /// A run that is stopped leaves the previous results whole.
  ///
  /// - Parameters:
  ///   - files: Names and texts, in order.
  ///   - binaries: Names and contents of files that are no texts, such as a workbook.
  /// - Throws: ``Failure``.
  public func replace(
    with files: [(name: String, text: String)], binaries: [(name: String, content: Data)] = []
  ) throws(Failure) {
    try check()
    let manager = FileManager.default
    let parent = folder.deletingLastPathComponent()
    let sibling = parent.appendingPathComponent(
      ".\(folder.lastPathComponent).new-\(ProcessInfo.processInfo.processIdentifier)")
    Self.removeAbandoned(in: parent, prefix: ".\(folder.lastPathComponent).new-")
    do {
      try? manager.removeItem(at: sibling)
      try manager.createDirectory(at: sibling, withIntermediateDirectories: true)
      for file in files.map({ ($0.name, Data($0.text.utf8)) }) + binaries {
        try save(file.1, to: sibling.appendingPathComponent(file.0).path)
      }
      try exchange(sibling)
    } catch {
      try? manager.removeItem(at: sibling)
      throw .refused(path: folder.path, reason: WritingRefusal(error))
    }
  }

  /// Writes a file and flushes it, by the system's own calls: Foundation does not pass on every reason.
  private func save(_ content: Data, to path: String) throws(WritingRefusal) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw WritingRefusal(code: errno) }
    let refusal = content.withUnsafeBytes { bytes -> Int32 in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return errno }
        rest = rest.dropFirst(written)
      }
      return fsync(file) == 0 ? 0 : errno
    }
    guard close(file) == 0 || refusal != 0 else { throw WritingRefusal(code: errno) }
    guard refusal == 0 else { throw WritingRefusal(code: refusal) }
  }

  /// Removes unfinished folders, named by a prefix and a process, of processes that are gone.
  static func removeAbandoned(in parent: URL, prefix: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      // A name that ends in `.old` is the only copy of results; it is kept.
      guard let process = Int32(name.dropFirst(prefix.count)) else { continue }
      if kill(process, 0) != 0, errno == ESRCH {
        try? FileManager.default.removeItem(at: parent.appendingPathComponent(name))
      }
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
}
