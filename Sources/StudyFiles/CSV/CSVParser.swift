import CLibCSV
import Glibc

/// Feeds a file line by line to libcsv, so that lines are known and reading can go on after a fault.
final class CSVParser {
  /// What was read.
  let piece: CSVPiece
  private let source: SourceFile
  private let separator: CSVSeparator
  private let terminator: UInt8
  @exclusivity(unchecked)
  private var state = csv_parser()

  /// The byte to go on with, the first of a line.
  @exclusivity(unchecked)
  private var position: Int
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
  /// The last line that began between two rows, and what had been read before it.
  @exclusivity(unchecked)
  private var clean: (line: Int, start: Int, mark: CSVPiece.Mark)
  /// The line in which the open quotation mark stands, the byte after it, and the mark's field.
  @exclusivity(unchecked)
  private var quote: (line: Int, lineEnd: Int, field: Int)?

  /// A parser for the rows that begin at a byte, in which no quotation mark is open.
  init(_ source: SourceFile, separator: CSVSeparator, from start: Int, into piece: CSVPiece) {
    self.source = source
    self.separator = separator
    self.piece = piece
    position = start
    clean = (1, start, piece.mark)
    terminator = source.lineTerminator
    open()
  }

  deinit { csv_free(&state) }

  /// Reads lines up to a byte, the first of a line or the end of the file, or until a row ends at a byte
  /// that is enough.
  ///
  /// - Returns: The byte behind the last line that ended with a row, and the lines before it.
  func read(upTo end: Int, until isEnough: (Int) -> Bool = { _ in false }) -> CSVReading.Place {
    while position < end {
      guard let next = readLine(at: position) else { return place(source.bytes.count) }
      position = next
      if position == source.bytes.count {
        guard let again = finish() else { return place(position) }
        position = again
      }
      if isBetweenRows, isEnough(position) { return place(position) }
    }
    guard position < source.bytes.count, !isBetweenRows else { return place(position) }
    // Whoever reads on begins where the open row did, or a row before it that ends in the same line.
    piece.giveUp(behind: clean.mark)
    return CSVReading.Place(byte: clean.start, linesBefore: clean.line - 1)
  }

  private var isBetweenRows: Bool { state.pstate == rowNotBegun }

  private func place(_ byte: Int) -> CSVReading.Place {
    CSVReading.Place(byte: byte, linesBefore: line)
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
    if quote == nil {
      (rowLine, rowStart) = (line, start)
      clean = (line, start, piece.mark)
    }
    let fieldsBefore = piece.openFields
    let data = Unmanaged.passUnretained(self).toOpaque()
    let consumed = csv_parse(
      &state, bytes.baseAddress.map { $0 + start }, end - start, fieldEnded, rowEnded, data)
    if consumed < end - start { return strayQuote(at: start + consumed, lineEnd: end) }
    if state.pstate == rowNotBegun {
      quote = nil
    } else if end == bytes.count, state.quoted == 0 || state.pstate == fieldMightHaveEnded {
      // The last line has no line end; csv_fini ends its row.
      quote = nil
    } else if quote == nil || piece.openFields != fieldsBefore {
      quote = (line, end, piece.openFields)
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
    if let quote, quote.field == piece.openFields { return unclosedQuote() }
    piece.record(CSVPiece.Fault(fault: .strayQuote, line: line, offset: offset, field: nil))
    return restart(at: lineEnd, line: line)
  }

  private func unclosedQuote() -> Int? {
    guard let quote else { return restart(at: source.bytes.count, line: line) }
    piece.record(
      CSVPiece.Fault(
        fault: .unclosedQuote, line: rowLine, offset: rowStart, field: quote.field))
    return restart(at: quote.lineEnd, line: quote.line)
  }

  private func restart(at position: Int, line: Int) -> Int? {
    piece.dropRow()
    csv_free(&state)
    open()
    self.line = line
    return piece.columnCount == 0 ? nil : position
  }

  fileprivate func fieldEnds(_ text: UnsafeRawPointer?, _ count: Int) {
    piece.append(text, count: count)
  }

  fileprivate func rowEnds() {
    defer {
      // A row that ends with a lone CR may be followed by another in the same line.
      (rowLine, rowStart) = (line, lineStart)
      quote = nil
    }
    let fields = piece.openFields
    if piece.columnCount == 0 { piece.columnCount = fields }
    if fields == piece.columnCount {
      piece.keepRow(line: rowLine, start: rowStart)
    } else {
      piece.raggedCount += 1
      let fault = TableFault.raggedRow(
        fields: fields, header: piece.columnCount, lastLine: line > rowLine ? line : nil)
      piece.record(CSVPiece.Fault(fault: fault, line: rowLine, offset: rowStart, field: 0))
      piece.dropRow()
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
