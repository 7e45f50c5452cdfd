/// Head-counts by day: loops over two or three columns each, so that the compiler makes vector code
/// of them.
enum WordCounts {
  /// Adds to each count the number of bits that a word has within `lanes`.
  static func add(
    _ words: UnsafePointer<UInt64>, _ lanes: UInt64, to counts: UnsafeMutablePointer<Int32>,
    count: Int
  ) {
    for day in 0..<count {
      counts[day] &+= Int32(truncatingIfNeeded: (words[day] & lanes).nonzeroBitCount)
    }
  }

  /// The number of bits of `lanes` that words leave out, all days together.
  static func missing(_ words: UnsafePointer<UInt64>, of lanes: UInt64, count: Int) -> Int {
    var sum = 0
    for day in 0..<count { sum &+= (lanes & ~words[day]).nonzeroBitCount }
    return sum
  }

  /// Writes the bits of words that others leave out.
  static func subtract(
    _ others: UnsafePointer<UInt64>, from words: UnsafePointer<UInt64>,
    into result: UnsafeMutablePointer<UInt64>, count: Int
  ) {
    for day in 0..<count { result[day] = words[day] & ~others[day] }
  }

  /// Writes the bits that words leave out.
  static func complement(
    _ words: UnsafePointer<UInt64>, into result: UnsafeMutablePointer<UInt64>, count: Int
  ) {
    for day in 0..<count { result[day] = ~words[day] }
  }

  /// Takes the bits of words out of others.
  static func remove(
    _ words: UnsafePointer<UInt64>, from result: UnsafeMutablePointer<UInt64>, count: Int
  ) {
    for day in 0..<count { result[day] &= ~words[day] }
  }
}
