/// The complaints met while the files of one study are read.
///
/// A file with more than ``limitPerFile`` complaints of one severity has the rest counted, not kept:
/// a spoilt column of a register would otherwise repeat itself a million times.
public final class DiagnosticLog {
  /// The number of complaints of one severity that are kept for a file.
  public let limitPerFile: Int

  private var kept: [Diagnostic] = []
  private var counts: [FileSeverity: Int] = [:]

  private struct FileSeverity: Hashable {
    let file: String
    let isError: Bool
  }

  /// An empty log.
  public init(limitPerFile: Int = 200) {
    precondition(limitPerFile > 0, "a log must keep at least one complaint of a file")
    self.limitPerFile = limitPerFile
  }

  /// Whether anything was found that forbids running the study.
  public private(set) var hasErrors = false

  /// Records a complaint.
  public func add(_ diagnostic: Diagnostic) {
    let isError = diagnostic.severity == .error
    hasErrors = hasErrors || isError
    let count = counts[FileSeverity(file: diagnostic.file, isError: isError), default: 0] + 1
    counts[FileSeverity(file: diagnostic.file, isError: isError)] = count
    if count <= limitPerFile { kept.append(diagnostic) }
  }

  /// Counts errors of a file that were found but not described.
  func addFurtherErrors(_ count: Int, in file: String) {
    guard count > 0 else { return }
    hasErrors = true
    counts[FileSeverity(file: file, isError: true), default: 0] += count
  }

  /// All complaints by file, line and column; those without a line stand first in their file.
  ///
  /// Complaints at the same place stay in the order in which they were found. A file with more
  /// complaints than are kept ends with ``FileFault/furtherFaults(count:)``.
  public var diagnostics: [Diagnostic] {
    let ordered = kept.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.file != b.file { return a.file < b.file }
      if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
      if a.column != b.column { return (a.column ?? 0) < (b.column ?? 0) }
      return left.offset < right.offset
    }
    var result: [Diagnostic] = []
    for (_, diagnostic) in ordered {
      if let last = result.last, last.file != diagnostic.file {
        result += furtherFaults(in: last.file)
      }
      result.append(diagnostic)
    }
    if let last = result.last { result += furtherFaults(in: last.file) }
    return result
  }

  private func furtherFaults(in file: String) -> [Diagnostic] {
    [true, false].compactMap { isError in
      let excess = counts[FileSeverity(file: file, isError: isError), default: 0] - limitPerFile
      guard excess > 0 else { return nil }
      return Diagnostic(
        .file(.furtherFaults(count: excess)), severity: isError ? .error : .warning, file: file)
    }
  }
}
