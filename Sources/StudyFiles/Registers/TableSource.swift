import HybridWork

/// The cells of a register in a CSV file.
struct TableSource: RegisterSource {
  let table: CSVTable
  /// The place of each column in the file.
  let places: [RegisterColumn: Int]

  var rowCount: Int { table.rowCount }

  func place(of column: RegisterColumn) -> Int? { places[column] }

  func withCell<Value>(
    _ row: Int, at place: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    try table.withField(row: row, column: place, body)
  }

  func forEachCell(at place: Int, _ body: (_ row: Int, UnsafeRawBufferPointer) -> Void) {
    table.forEachField(column: place, body)
  }

  func line(ofRow row: Int) -> Int { table.line(ofRow: row) }

  func diagnostic(
    _ problem: Problem, row: Int, column: RegisterColumn, severity: Diagnostic.Severity
  ) -> Diagnostic {
    table.diagnostic(problem, row: row, column: places[column] ?? 0, severity: severity)
  }
}
