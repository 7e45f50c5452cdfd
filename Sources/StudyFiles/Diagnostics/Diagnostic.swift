/// One complaint about an input file: where the fault is and what it is.
///
/// The value holds no sentence; ``sentence(in:)`` words it.
public struct Diagnostic: Equatable, Sendable {
  /// Whether the study can be run in spite of the fault.
  public enum Severity: Equatable, Sendable {
    case error
    case warning
  }

  /// Whether it forbids running the study.
  public let severity: Severity
  /// The file as the user named it.
  public let file: String
  /// The line, counted from 1; nil if the fault has no place in the file.
  public let line: Int?
  /// The column in characters (Unicode scalars), counted from 1.
  public let column: Int?
  /// The cell of a sheet, such as `C12`; nil for text.
  public let cell: String?
  /// The keys that lead to the value, as in `eligibility[2].where.box`; entries of lists count from 1.
  ///
  /// In a table it is the header of the column. Empty if the fault belongs to no key.
  public let keyPath: String
  /// What is wrong.
  public let problem: Problem

  /// A complaint about `file`, at a position if there is one.
  public init(
    _ problem: Problem, severity: Severity = .error, file: String, at position: TextPosition? = nil,
    keyPath: String = ""
  ) {
    self.severity = severity
    self.file = file
    self.line = position?.line
    self.column = position?.column
    cell = position?.cell
    self.keyPath = keyPath
    self.problem = problem
  }
}
