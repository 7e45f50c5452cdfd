import HybridWork
import Populations

/// The cells of a register that was made up from margins.
struct SyntheticSource: RegisterSource {
  let columns: [SyntheticRegister.Column]
  /// The file of the margins, for complaints.
  let name: String

  var rowCount: Int { columns.first?.values.count ?? 0 }

  func place(of column: RegisterColumn) -> Int? {
    columns.firstIndex { $0.name == column.rawValue }
  }

  func withCell<Value>(
    _ row: Int, at place: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    var text = columns[place].values[row]
    return try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
  }

  func forEachCell(at place: Int, _ body: (_ row: Int, UnsafeRawBufferPointer) -> Void) {
    for row in 0..<rowCount { withCell(row, at: place) { body(row, $0) } }
  }

  func line(ofRow row: Int) -> Int { row + 1 }

  func diagnostic(
    _ problem: Problem, row: Int, column: RegisterColumn, severity: Diagnostic.Severity
  ) -> Diagnostic {
    Diagnostic(problem, severity: severity, file: name, keyPath: column.rawValue)
  }
}
