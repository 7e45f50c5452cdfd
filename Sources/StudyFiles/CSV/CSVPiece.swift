/// The rows that one parser read of a stretch of a table, and the faults it met.
///
/// Lines count from the stretch's first, which is 1.
final class CSVPiece {
  /// A fault of the table's form, where it was found.
  struct Fault: Equatable {
    let fault: TableFault
    let line: Int
    /// The first byte of the row and the field the fault is in; a byte alone is given as field nil.
    let offset: Int
    let field: Int?

    /// The same fault where so many lines stand before the stretch.
    func behind(lines: Int) -> Fault {
      guard lines > 0 else { return self }
      var moved = fault
      if case .raggedRow(let fields, let header, let last?) = fault {
        moved = .raggedRow(fields: fields, header: header, lastLine: last + lines)
      }
      return Fault(fault: moved, line: line + lines, offset: offset, field: field)
    }
  }

  /// How much was read at some time.
  struct Mark {
    fileprivate var rows = 0
    fileprivate var faults = 0
    fileprivate var furtherFaults = 0
    fileprivate var raggedRows = 0
  }

  /// The number of fields of the table's header; 0 until it is read.
  var columnCount: Int
  // One thread fills and reads these, cell by cell; a check of each access took a tenth of the time.
  /// The physical line in which each row begins.
  @exclusivity(unchecked)
  private(set) var rowLines: [UInt32] = []
  /// The byte of the file at which each row's line begins.
  @exclusivity(unchecked)
  private(set) var rowStarts: [UInt32] = []
  /// The first faults; a wrong file has one in every line.
  private(set) var faults: [Fault] = []
  /// The number of faults that were found after ``faults`` was full.
  private(set) var furtherFaults = 0
  /// The rows that were left out because of their number of fields.
  var raggedCount = 0

  /// How many faults are kept of a table.
  static let faultLimit = 1000
  private static let bytesOfField = 8

  /// The end of each field in the memory; a field begins where the one before ends.
  @exclusivity(unchecked)
  private var fieldEnds: [UInt32]
  private let memory: CSVMemory
  private let start: UnsafeMutableRawPointer
  private let capacity: Int
  @exclusivity(unchecked)
  private var used: Int

  /// A piece without rows of a stretch that begins at the byte `start` and has so many bytes or fewer.
  init(_ memory: CSVMemory, from start: Int, byteCount: Int, columnCount: Int) {
    self.memory = memory
    self.start = memory.start
    self.columnCount = columnCount
    capacity = memory.byteCount
    used = start
    fieldEnds = [UInt32(truncatingIfNeeded: start)]
    // Cells of a register have 8 bytes or so; room that is not used costs nothing.
    fieldEnds.reserveCapacity(byteCount / Self.bytesOfField + 1)
  }

  /// The number of finished rows.
  var rowCount: Int { rowLines.count }

  /// The fields of all finished rows.
  private var finishedFields: Int { rowCount * columnCount }

  /// The fields of the row that is being read.
  var openFields: Int { fieldEnds.count - 1 - finishedFields }

  /// Adds a field to the row that is being read.
  func append(_ text: UnsafeRawPointer?, count: Int) {
    precondition(used + count <= capacity, "a table's cells outgrew its file")
    if let text { (start + used).copyMemory(from: text, byteCount: count) }
    used += count
    fieldEnds.append(UInt32(truncatingIfNeeded: used))
  }

  /// Records a fault.
  func record(_ fault: Fault) {
    if faults.count < Self.faultLimit { faults.append(fault) } else { furtherFaults += 1 }
  }

  /// Keeps the row that was read.
  func keepRow(line: Int, start: Int) {
    rowLines.append(UInt32(truncatingIfNeeded: line))
    rowStarts.append(UInt32(truncatingIfNeeded: start))
  }

  /// Forgets the fields of the row that was read.
  func dropRow() {
    fieldEnds.removeLast(openFields)
    used = Int(fieldEnds[fieldEnds.count - 1])
  }

  /// How much was read until now, an open row left out.
  var mark: Mark {
    Mark(
      rows: rowCount, faults: faults.count, furtherFaults: furtherFaults, raggedRows: raggedCount)
  }

  /// Forgets what was read since a time.
  func giveUp(behind mark: Mark) {
    rowLines.removeLast(rowCount - mark.rows)
    rowStarts.removeLast(rowStarts.count - mark.rows)
    faults.removeLast(faults.count - mark.faults)
    (furtherFaults, raggedCount) = (mark.furtherFaults, mark.raggedRows)
    dropRow()
  }

  /// Lends the bytes of a field, counted over all rows of the piece.
  func withField<Value>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let first = Int(fieldEnds[index])
    let bytes = UnsafeRawBufferPointer(
      start: start + first, count: Int(fieldEnds[index + 1]) - first)
    return try withExtendedLifetime(self) { try body(bytes) }
  }

  /// Lends the bytes of a column's field in each row, from the row `firstRow` on.
  func forEachField(
    column: Int, from firstRow: Int, _ body: (_ row: Int, UnsafeRawBufferPointer) -> Void
  ) {
    fieldEnds.withUnsafeBufferPointer { ends in
      var index = firstRow * columnCount + column
      for row in firstRow..<max(firstRow, rowCount) {
        let first = Int(ends[index])
        body(
          row, UnsafeRawBufferPointer(start: start + first, count: Int(ends[index + 1]) - first))
        index += columnCount
      }
    }
  }
}
