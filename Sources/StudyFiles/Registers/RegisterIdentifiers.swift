import Glibc

/// The identifiers of a register's rows as bytes, and the search for those that occur twice.
///
/// Millions of them differ, so that a table of all would be hit at random. They are dealt by their hashes into
/// parts that fit the processor's cache instead, and each part is searched by itself.
struct RegisterIdentifiers {
  /// A row whose identifier stands in an earlier one.
  struct Repetition: Equatable {
    let row: Int
    let firstRow: Int
  }

  private var bytes: [UInt8] = []
  /// The end of each row's identifier; 32 bits are enough for the bytes of any table that can be read.
  private var ends: [UInt32] = [0]

  private static let rowsOfPart = 1 << 12
  /// An employee's number (NIP) has 18 digits.
  private static let bytesOfIdentifier = 18

  /// No rows yet, and room for so many.
  init(rows: Int) {
    ends.reserveCapacity(rows + 1)
    bytes.reserveCapacity(rows * Self.bytesOfIdentifier)
  }

  /// The number of rows.
  var count: Int { ends.count - 1 }

  /// Adds the next row's identifier; empty where it has none.
  mutating func append(_ text: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// The identifiers of some rows.
  func texts(ofRows rows: [Int], threads: Int) -> [String] {
    bytes.withUnsafeBytes { bytes in
      SharedWork.map(count: rows.count, threads: threads, batch: Self.rowsOfPart) { place in
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range(rows[place])]), as: UTF8.self)
      }
    }
  }

  private func range(_ row: Int) -> Range<Int> { Int(ends[row])..<Int(ends[row + 1]) }

  /// The rows whose identifier occurs before, in order, each with the first row that has it.
  func repetitions() -> [Repetition] {
    bytes.withUnsafeBytes { repetitions($0) }
  }

  private func repetitions(_ bytes: UnsafeRawBufferPointer) -> [Repetition] {
    var bits = 0
    while count >> bits > Self.rowsOfPart { bits += 1 }
    let (starts, dealt) = dealt(bytes, bits: bits)
    var found: [Repetition] = []
    var slots: [UInt64] = []
    for part in 0..<(1 << bits) {
      search(dealt[starts[part]..<starts[part + 1]], bytes, &slots, &found)
    }
    return found.sorted { $0.row < $1.row }
  }

  /// Rows by the first bits of their identifiers' hashes, each as its hash's other half and its number; where each part
  /// begins.
  private func dealt(
    _ bytes: UnsafeRawBufferPointer, bits: Int
  ) -> (starts: [Int], rows: [UInt64]) {
    let hashes = (0..<count).map { row in
      ByteHash.hash(UnsafeRawBufferPointer(rebasing: bytes[range(row)]))
    }
    var starts = Array(repeating: 0, count: 1 << bits + 1)
    // A shift by all 64 bits gives 0: there is one part then.
    for row in hashes.indices where !range(row).isEmpty {
      starts[Int(hashes[row] >> (64 - bits)) + 1] += 1
    }
    for part in 1..<starts.count { starts[part] += starts[part - 1] }
    var next = starts
    let rows = [UInt64](unsafeUninitializedCapacity: starts[1 << bits]) { rows, initializedCount in
      for row in hashes.indices where !range(row).isEmpty {
        let part = Int(hashes[row] >> (64 - bits))
        rows.initializeElement(at: next[part], to: hashes[row] << 32 | UInt64(row))
        next[part] += 1
      }
      initializedCount = rows.count
    }
    return (starts, rows)
  }

  /// Looks in one part for rows with the identifier of an earlier one; `slots` is scratch.
  private func search(
    _ rows: ArraySlice<UInt64>, _ bytes: UnsafeRawBufferPointer, _ slots: inout [UInt64],
    _ found: inout [Repetition]
  ) {
    var size = 64
    while size < 2 * rows.count { size *= 2 }
    // A row plus its half hash, shifted so that 0 is a free slot.
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(0, count: size))
    for entry in rows {
      var slot = Int(entry >> 32) & (size - 1)
      while slots[slot] != 0 {
        let other = slots[slot] - 1
        if other >> 32 == entry >> 32, areEqual(other, entry, bytes) {
          found.append(
            Repetition(row: Int(entry & 0xFFFF_FFFF), firstRow: Int(other & 0xFFFF_FFFF)))
          break
        }
        slot = (slot + 1) & (size - 1)
      }
      if slots[slot] == 0 { slots[slot] = entry + 1 }
    }
  }

  private func areEqual(
    _ left: UInt64, _ right: UInt64, _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let (left, right) = (range(Int(left & 0xFFFF_FFFF)), range(Int(right & 0xFFFF_FFFF)))
    guard left.count == right.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + left.lowerBound, base + right.lowerBound, left.count) == 0
  }
}
