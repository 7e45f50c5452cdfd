import Foundation

/// A place where a run looked for an input, and what it found there.
public struct RunSource: Codable, Hashable, Sendable {
  /// The path it was opened by.
  public let path: String
  /// SHA-256 of the content; nil where there was no file.
  public let sha256: String?

  /// What is at a place now; nil if there is something that can't be read.
  init?(at path: String) {
    self.path = path
    guard access(path, F_OK) == 0 else {
      sha256 = nil
      return
    }
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else { return nil }
    sha256 = ContentHash(bytes).digits
  }

  /// What a run that began at a time has found at these places.
  ///
  /// - Parameters:
  ///   - paths: Every file that the run has read, and every place where it looked in vain.
  ///   - start: When the run began.
  /// - Returns: The sources, each once; nil if one can't be read any more or may have changed since.
  public static func found(at paths: [String], since start: RunStart) -> [RunSource]? {
    var sources: [RunSource] = []
    var seen: Set<String> = []
    for path in paths where seen.insert(path).inserted {
      guard let source = RunSource(at: path), source.sha256 == nil || start.isAfterChange(of: path)
      else { return nil }
      sources.append(source)
    }
    return sources
  }
}

/// The moment a run began, by the clock that stamps changes of files.
public struct RunStart: Sendable {
  private let seconds: Int
  private let nanoseconds: Int

  /// Now.
  public static var now: RunStart {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return RunStart(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }

  /// Whether a file was last changed before, so that the run has read what is there now.
  func isAfterChange(of path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let change = status.st_ctim
    return (change.tv_sec, change.tv_nsec) < (seconds, nanoseconds)
  }
}
