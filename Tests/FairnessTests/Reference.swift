import Foundation

/// Figures made by the scripts beside them in `References`.
enum Reference {
  /// The rows of a comma-separated file without its heading line.
  static func rows(_ name: String, beside file: String = #filePath) throws -> [[String]] {
    let folder = URL(filePath: file).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "References/\(name)"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
