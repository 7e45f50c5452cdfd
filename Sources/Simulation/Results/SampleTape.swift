/// Carries the samples of some worlds out of result tables, or into them: one walk for both ways.
///
/// Numbers keep the machine's own layout, so that merged results have the same bits.
struct SampleTape {
  /// What was written, or is being read.
  private(set) var bytes: [UInt8]
  private let isReading: Bool
  private var position = 0

  /// Whether everything was read and nothing was missing.
  var isSpent: Bool { position == bytes.count }

  /// A tape to write on.
  init() {
    bytes = []
    isReading = false
  }

  /// A tape to read from.
  init(reading bytes: [UInt8]) {
    self.bytes = bytes
    isReading = true
  }

  /// Writes the memory out, or overwrites it with what stands there on the tape.
  ///
  /// Past the end of a tape nothing is read, and it is never spent.
  mutating func pass<Value: BitwiseCopyable>(_ memory: UnsafeMutablePointer<Value>, count: Int) {
    let target = UnsafeMutableRawBufferPointer(
      UnsafeMutableBufferPointer(start: memory, count: count))
    guard isReading else {
      bytes.append(contentsOf: UnsafeRawBufferPointer(target))
      return
    }
    let end = position + target.count
    if end <= bytes.count {
      bytes.withUnsafeBytes {
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<end]))
      }
    }
    position = end
  }

  /// The same for a range of an array.
  mutating func pass<Value: BitwiseCopyable>(_ values: inout [Value], _ range: Range<Int>) {
    values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      pass(base + range.lowerBound, count: range.count)
    }
  }
}
