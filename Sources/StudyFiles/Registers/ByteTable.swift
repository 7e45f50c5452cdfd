import Glibc

/// Distinct texts as bytes, numbered from 0 in the order in which they were met.
///
/// A register repeats few texts many times; this finds them without making a string of each cell.
struct ByteTable {
  private var bytes: [UInt8] = []
  // 32 bits are enough for the bytes of any table that can be read, and save memory of millions of texts.
  private var ends: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// Open addressing: the number of a text plus 1, or 0 for a free slot.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// How many distinct texts there are.
  var count: Int { hashes.count }

  /// The number of a text, which is added if it is new.
  mutating func index(of text: UnsafeRawBufferPointer) -> Int {
    let hash = UInt32(truncatingIfNeeded: ByteHash.hash(text))
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, holds(text, at: index) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  /// The text with a number.
  func text(_ index: Int) -> String {
    String(decoding: bytes[Int(ends[index])..<Int(ends[index + 1])], as: UTF8.self)
  }

  private func holds(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
    let start = Int(ends[index])
    guard Int(ends[index + 1]) - start == text.count else { return false }
    guard let other = text.baseAddress, !text.isEmpty else { return true }
    return bytes.withUnsafeBytes { own in
      own.baseAddress.map { memcmp($0 + start, other, text.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
