import Foundation
public import Simulation

/// Solved days at counters kept between runs: one binary file for each shape of the day.
///
/// A file is named by the content hash of the shape, the steps of the grid and the solver's version,
/// so that a change of any of them finds no file. What is read changes no result, only the time; a
/// file that is damaged or somebody else's is passed over.
public struct WaitingCache: Sendable {
  private let folder: URL

  /// The cache in a folder, which need not exist yet.
  public init(folder path: String) { folder = URL(fileURLWithPath: path).standardizedFileURL }

  /// Where caches stand: `$LUWES_CACHE`, `$XDG_CACHE_HOME/luwes` or `~/.cache/luwes`.
  ///
  /// - Parameter environment: Variables of the process; empty values count as not set.
  /// - Returns: The folder's path; nil when none of the variables nor `HOME` is set.
  public static func standardFolder(_ environment: [String: String]) -> String? {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let own = value("LUWES_CACHE") { return own }
    if let caches = value("XDG_CACHE_HOME") { return caches + "/luwes" }
    return value("HOME").map { $0 + "/.cache/luwes" }
  }

  /// Puts what is kept about a study's counters into a grid.
  public func fill(_ grid: WaitingGrid, for study: Study) -> [CacheNote] {
    var notes: [CacheNote] = []
    for identity in grid.identities(of: study) {
      let url = url(identity)
      guard FileManager.default.fileExists(atPath: url.path) else { continue }
      guard let bytes = try? Data(contentsOf: url),
        let nodes = WaitingFile.nodes(Array(bytes), identity: identity)
      else {
        notes.append(.passedOver(path: url.path))
        continue
      }
      grid.insert(nodes, identity: identity)
    }
    return notes
  }

  /// Keeps a grid's nodes when there are new ones among them; each file is exchanged whole.
  public func keep(_ grid: WaitingGrid) -> [CacheNote] {
    guard grid.solvedCount > 0 else { return [] }
    var notes: [CacheNote] = []
    for (identity, nodes) in grid.contents where !nodes.isEmpty {
      let url = url(identity)
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(WaitingFile.bytes(nodes, identity: identity)).write(to: url, options: .atomic)
      } catch {
        notes.append(.notKept(path: url.path, reason: WritingRefusal(error)))
      }
    }
    return notes
  }

  private func url(_ identity: String) -> URL {
    folder.appendingPathComponent("waits-\(ContentHash(text: identity).digits).bin")
  }
}
