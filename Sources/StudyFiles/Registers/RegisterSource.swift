import HybridWork

/// Where the cells of a register come from: a file, or columns that were made up.
protocol RegisterSource {
  /// The number of people.
  var rowCount: Int { get }

  /// Where a column stands, or nil if the register has none.
  func place(of column: RegisterColumn) -> Int?

  /// Lends the bytes of a cell; they are valid only within `body`.
  func withCell<Value>(
    _ row: Int, at place: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value

  /// Lends the bytes of a place's cell in each row, from the first on.
  func forEachCell(at place: Int, _ body: (_ row: Int, UnsafeRawBufferPointer) -> Void)

  /// The line in which a row begins; for people made up, their number.
  func line(ofRow row: Int) -> Int

  /// A complaint about a cell of a column the register has.
  func diagnostic(
    _ problem: Problem, row: Int, column: RegisterColumn, severity: Diagnostic.Severity
  ) -> Diagnostic
}
