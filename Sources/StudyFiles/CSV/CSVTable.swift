/// A table with a header, read from a CSV file (RFC 4180; UTF-8; comma or semicolon).
///
/// Cells stay bytes in one buffer until they are asked for. Spaces around unquoted cells are left
/// out, and so are blank lines. Rows that were complained about are not in the table.
package struct CSVTable {
  /// The file as the user named it.
  package let file: String
  /// The names of the columns.
  package let header: [String]
  /// The sign that separates the cells.
  package let separator: CSVSeparator
  /// The number of rows below the header.
  package let rowCount: Int

  private let source: SourceFile
  private let cells: CSVCells

  /// The most bytes a table may have; offsets are stored in 32 bits.
  package static let limit = Int(UInt32.max) - 1

  /// Reads the file at `path`, called `name` in complaints.
  ///
  /// The separator is taken from the header line unless it is given. Every fault is reported and
  /// reading goes on behind it; the table is nil only if it has no usable header.
  package init?(path: String, name: String, separator: CSVSeparator? = nil, log: DiagnosticLog) {
    do throws(FileFault) {
      let source = try SourceFile.table(path: path, name: name)
      self.init(source, separator: separator, log: log)
    } catch {
      log.add(Diagnostic(.file(error), file: name))
      return nil
    }
  }

  /// Reads bytes that are already in memory, on one thread or several, of which nothing depends.
  package init?(
    _ source: SourceFile, separator: CSVSeparator? = nil, threads: TableThreads = TableThreads(1),
    log: DiagnosticLog
  ) {
    guard Self.isText(source, threads: threads.count, log: log) else { return nil }
    let separator =
      separator
      ?? (source.isSheet ? .comma : .detected(inHeader: Self.firstLine(of: source.bytes)))
    let cells = CSVReading(source, separator: separator, threads: threads).cells()
    let faults = CSVFaults(source: source, separator: separator, log: log)
    faults.report(cells)
    guard cells.columnCount > 0 else { return nil }
    self.file = source.name
    self.separator = separator
    self.source = source
    self.cells = cells
    header = (0..<cells.columnCount).map { cells.text(row: 0, column: $0) }
    rowCount = cells.rowCount - 1
    faults.reportHeader(
      header, line: cells.line(ofRow: 0), start: cells.start(ofRow: 0))
    if rowCount == 0, cells.faults.isEmpty {
      log.add(Diagnostic(.table(.noRows), file: source.name, at: TextPosition(line: 1)))
    }
  }

  /// The physical line of the header.
  package var headerLine: Int { cells.line(ofRow: 0) }

  /// The number of columns.
  package var columnCount: Int { header.count }

  /// The column with a name, counted from 0.
  package func column(named name: String) -> Int? { header.firstIndex(of: name) }

  /// Lends the bytes of a cell; they are valid only within `body`.
  package func withField<Value>(
    row: Int, column: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    precondition(row >= 0 && row < rowCount && column >= 0 && column < columnCount)
    return try cells.withField(row: row + 1, column: column, body)
  }

  /// Lends the bytes of a column's cell in each row; they are valid only within `body`.
  func forEachField(column: Int, _ body: (_ row: Int, UnsafeRawBufferPointer) -> Void) {
    precondition(column >= 0 && column < columnCount)
    cells.forEachField(column: column, body)
  }

  /// The text of a cell.
  package func text(row: Int, column: Int) -> String {
    withField(row: row, column: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The physical line in which a row begins, counted from 1.
  package func line(ofRow row: Int) -> Int { cells.line(ofRow: row + 1) }

  /// Where a cell begins in the file.
  package func position(row: Int, column: Int) -> TextPosition {
    CSVPlaces(source: source, separator: separator).position(
      ofField: column, rowStart: cells.start(ofRow: row + 1),
      rowLine: cells.line(ofRow: row + 1))
  }

  /// Where the name of a column stands in the file.
  package func position(ofHeader column: Int) -> TextPosition { position(row: -1, column: column) }

  /// A complaint about a cell, with the name of its column as the key path.
  package func diagnostic(
    _ problem: Problem, row: Int, column: Int, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      problem, severity: severity, file: file, at: position(row: row, column: column),
      keyPath: header[column])
  }

  private static func isText(_ source: SourceFile, threads: Int, log: DiagnosticLog) -> Bool {
    let faults = source.encodingFaults(threads: threads)
    for fault in faults {
      log.add(Diagnostic(.file(fault.fault), file: source.name, at: fault.position))
    }
    // Single bad bytes spoil cells, not the table; the other complaints are worth having.
    return faults.allSatisfy { $0.position != nil }
  }

  /// The first line that is not blank, as far as it is needed to find the separator.
  private static func firstLine(of bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    guard let start = bytes.firstIndex(where: { !isEnd($0) && $0 != UInt8(ascii: " ") }) else {
      return bytes[..<0]
    }
    return bytes[start...].prefix(1 << 16).prefix { !isEnd($0) }
  }
}
