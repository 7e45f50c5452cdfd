/// What the parser found: the cells of all rows in one buffer, the header first, and the faults.
final class CSVCells {
  /// A fault of the table's form, where it was found.
  struct Fault: Equatable {
    let fault: TableFault
    let line: Int
    /// The first byte of the row and the field the fault is in; a byte alone is given as field nil.
    let offset: Int
    let field: Int?
  }

  /// The number of fields of the header; 0 if there is no usable header.
  var columnCount = 0
  // One thread fills and reads these, cell by cell; a check of each access took a tenth of the time.
  /// The physical line in which each row begins.
  @exclusivity(unchecked)
  private(set) var rowLines: [UInt32] = []
  /// The byte at which each row's line begins.
  @exclusivity(unchecked)
  private(set) var rowStarts: [UInt32] = []
  /// The first faults; a wrong file has one in every line.
  private(set) var faults: [Fault] = []
  /// The number of faults that were found after ``faults`` was full.
  private(set) var furtherFaults = 0

  private static let faultLimit = 1000
  private static let bytesOfField = 8

  /// The rows that were left out because of their number of fields.
  var raggedCount = 0

  /// The end of each field in the buffer; a field begins where the one before ends.
  @exclusivity(unchecked)
  private var fieldEnds: [UInt32] = [0]
  private let memory: UnsafeMutableRawPointer
  private let capacity: Int
  @exclusivity(unchecked)
  private var used = 0

  /// Room for as many bytes as the file has; cells never need more.
  init(capacity: Int) {
    self.capacity = capacity
    memory = LargeMemory.allocate(byteCount: capacity)
    // Cells of a register have 8 bytes or so; room that is not used costs nothing.
    fieldEnds.reserveCapacity(capacity / Self.bytesOfField + 1)
  }

  deinit { memory.deallocate() }

  var rowCount: Int { rowLines.count }

  /// The fields of all finished rows.
  private var finishedFields: Int { rowCount * columnCount }

  /// The fields of the row that is being read.
  var openFields: Int { fieldEnds.count - 1 - finishedFields }

  /// Adds a field to the row that is being read.
  func append(_ text: UnsafeRawPointer?, count: Int) {
    precondition(used + count <= capacity, "a table's cells outgrew its file")
    if let text { (memory + used).copyMemory(from: text, byteCount: count) }
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

  /// Lends the bytes of a field, counted over all rows.
  func withField<Value>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let start = Int(fieldEnds[index])
    let bytes = UnsafeRawBufferPointer(
      start: memory + start, count: Int(fieldEnds[index + 1]) - start)
    return try withExtendedLifetime(self) { try body(bytes) }
  }

  /// The text of a field, counted over all rows.
  func text(ofField index: Int) -> String {
    withField(index) { String(decoding: $0, as: UTF8.self) }
  }
}
