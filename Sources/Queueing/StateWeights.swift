/// A vector of weights by state with a window outside of which all are 0.
///
/// Pads of zeros on both sides let loops run over whole groups of four states.
struct StateWeights: ~Copyable {
  static let pad = 12

  private let storage: UnsafeMutablePointer<Double>
  let count: Int

  /// All weights 0, for the states 0 to `count` - 1.
  init(count: Int) {
    self.count = count
    storage = .allocate(capacity: count + 2 * Self.pad)
    storage.initialize(repeating: 0, count: count + 2 * Self.pad)
  }

  deinit { storage.deallocate() }

  /// The weight of state 0; valid from -`pad` to `count` + `pad` - 1.
  var states: UnsafeMutablePointer<Double> { storage + Self.pad }

  func clear(from first: Int, through last: Int) {
    guard first <= last else { return }
    (states + first).update(repeating: 0, count: last - first + 1)
  }

  /// Clears what a loop over groups of four may read or have written outside of a window.
  func clearAround(_ first: Int, _ last: Int) {
    states[first - 1] = 0
    states[first - 2] = 0
    (states + last + 1).update(repeating: 0, count: 8)
  }
}

extension UnsafeMutablePointer<Double> {
  /// Four neighbouring numbers.
  @inline(__always)
  func four(_ index: Int) -> SIMD4<Double> {
    UnsafeRawPointer(self + index).loadUnaligned(as: SIMD4<Double>.self)
  }

  @inline(__always)
  func setFour(_ index: Int, _ value: SIMD4<Double>) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: value, as: SIMD4<Double>.self)
  }
}
