/// Room in which one thread draws masks at many counters; made once, used again and again.
///
/// See ``BernoulliThreshold/masks(_:at:lanes:count:into:in:)``.
public final class MaskRoom {
  /// How many times eight counters there is room for.
  let octets: Int
  /// The first counters of the planes as the generator steps them, eight by eight.
  let steps: UnsafeMutablePointer<SIMD8<UInt64>>
  /// The lanes that planes leave undecided.
  let undecided: UnsafeMutablePointer<SIMD8<UInt64>>
  /// What planes draw of words that are gathered.
  let drawn: UnsafeMutablePointer<SIMD8<UInt64>>
  /// The places of words that are gathered since some of their lanes are undecided.
  let places: UnsafeMutablePointer<Int32>

  /// Room for so many times eight counters.
  public init(octets: Int) {
    self.octets = octets
    func words() -> UnsafeMutablePointer<SIMD8<UInt64>> {
      let words = UnsafeMutablePointer<SIMD8<UInt64>>.allocate(capacity: max(octets, 1))
      words.initialize(repeating: SIMD8(), count: max(octets, 1))
      return words
    }
    steps = words()
    undecided = words()
    drawn = words()
    // The place after the last is written to before it is known not to be one.
    places = .allocate(capacity: octets * 8 + 1)
    places.initialize(repeating: 0, count: octets * 8 + 1)
  }

  deinit {
    for words in [steps, undecided, drawn] { words.deallocate() }
    places.deallocate()
  }
}
