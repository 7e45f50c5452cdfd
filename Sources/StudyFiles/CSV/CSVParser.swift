import CLibCSV
import Glibc

/// Feeds a file line by line to libcsv, so that lines are known and reading can go on after a fault.
final class CSVParser {
  private let source: SourceFile
  private let separator: CSVSeparator
  private let cells: CSVCells
  private let terminator: UInt8
  @exclusivity(unchecked)
  private var state = csv_parser()

  /// The physical line that is being read, from 1, and its first byte.
  @exclusivity(unchecked)
  private var line = 0
  @exclusivity(unchecked)
  private var lineStart = 0
  /// The line in which the row being read began, and its first byte.
  @exclusivity(unchecked)
  private var rowLine = 0
  @exclusivity(unchecked)
  private var rowStart = 0
  /// The line in which the open quotation mark stands, the byte after it, and the mark's field.
  @exclusivity(unchecked)
  private var quote: (line: Int, lineEnd: Int, field: Int)?

  init(source: SourceFile, separator: CSVSeparator) {
    self.source = source
    self.separator = separator
    cells = CSVCells(capacity: source.bytes.count)
    terminator = source.lineTerminator
  }

  /// Reads the whole file.
  func parse() -> CSVCells {
    open()
    defer { csv_free(&state) }
    var position = 0
    while true {
      while position < source.bytes.count, let next = readLine(at: position) { position = next }
      guard position >= source.bytes.count, let next = finish(), next > 0 else { break }
      position = next
    }
    return cells
  }

  private func open() {
    state = csv_parser()
    csv_init(&state, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    // By default a long cell grows by 128 bytes at a time.
    csv_set_blk_size(&state, 1 << 16)
    csv_set_delim(&state, separator.byte)
    quote = nil
  }

  /// Reads one physical line; gives the byte to go on with, or nil if the table has no header.
  private func readLine(at start: Int) -> Int? {
    let bytes = source.bytes
    let end = endOfLine(from: start)
    line += 1
    lineStart = start
    if quote == nil { (rowLine, rowStart) = (line, start) }
    let fieldsBefore = cells.openFields
    let data = Unmanaged.passUnretained(self).toOpaque()
    let consumed = csv_parse(
      &state, bytes.baseAddress.map { $0 + start }, end - start, fieldEnded, rowEnded, data)
    if consumed < end - start { return strayQuote(at: start + consumed, lineEnd: end) }
    if state.pstate == rowNotBegun {
      quote = nil
    } else if end == bytes.count, state.quoted == 0 || state.pstate == fieldMightHaveEnded {
      // The last line has no line end; csv_fini ends its row.
      quote = nil
    } else if quote == nil || cells.openFields != fieldsBefore {
      quote = (line, end, cells.openFields)
    }
    return end
  }

  private func endOfLine(from start: Int) -> Int {
    let bytes = source.bytes
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(terminator), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - base + 1
  }

  /// Ends the file; gives the byte to go on with if a quotation mark was never closed, else nil.
  private func finish() -> Int? {
    let data = Unmanaged.passUnretained(self).toOpaque()
    guard csv_fini(&state, fieldEnded, rowEnded, data) != 0 else { return nil }
    return unclosedQuote()
  }

  /// Records a quotation mark where none may stand; gives the byte to go on with.
  private func strayQuote(at offset: Int, lineEnd: Int) -> Int? {
    // A field that began in an earlier line was most likely never closed.
    if let quote, quote.field == cells.openFields { return unclosedQuote() }
    cells.record(CSVCells.Fault(fault: .strayQuote, line: line, offset: offset, field: nil))
    return restart(at: lineEnd, line: line)
  }

  private func unclosedQuote() -> Int? {
    guard let quote else { return restart(at: source.bytes.count, line: line) }
    cells.record(
      CSVCells.Fault(
        fault: .unclosedQuote, line: rowLine, offset: rowStart, field: quote.field))
    return restart(at: quote.lineEnd, line: quote.line)
  }

  private func restart(at position: Int, line: Int) -> Int? {
    cells.dropRow()
    csv_free(&state)
    open()
    self.line = line
    return cells.columnCount == 0 ? nil : position
  }

  fileprivate func fieldEnds(_ text: UnsafeRawPointer?, _ count: Int) {
    cells.append(text, count: count)
  }

  fileprivate func rowEnds() {
    let fields = cells.openFields
    if cells.columnCount == 0 { cells.columnCount = fields }
    if fields == cells.columnCount {
      cells.keepRow(line: rowLine, start: rowStart)
    } else {
      cells.raggedCount += 1
      let fault = TableFault.raggedRow(
        fields: fields, header: cells.columnCount, lastLine: line > rowLine ? line : nil)
      cells.record(CSVCells.Fault(fault: fault, line: rowLine, offset: rowStart, field: 0))
      cells.dropRow()
    }
  }
}

/// libcsv's names for where its parser stands.
private let rowNotBegun: Int32 = 0
private let fieldMightHaveEnded: Int32 = 3

private let fieldEnded:
  @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    text, count, data in
    guard let data else { return }
    Unmanaged<CSVParser>.fromOpaque(data)._withUnsafeGuaranteedRef {
      $0.fieldEnds(UnsafeRawPointer(text), count)
    }
  }

private let rowEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, data in
  guard let data else { return }
  Unmanaged<CSVParser>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.rowEnds() }
}
