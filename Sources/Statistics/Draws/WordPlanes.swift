/// Eight streams of words side by side: word `counters[i]`, then `counters[i] + 1` and so on.
///
/// The same words as ``RandomKey/word(_:)`` gives one by one, which stays the definition.
@frozen
@usableFromInline
struct WordPlanes {
  /// The counters times the Weyl step plus the first key, so that the next plane is one addition.
  @usableFromInline var weyl: SIMD8<UInt64>
  @usableFromInline let second: UInt64

  @inlinable
  @inline(__always)
  init(_ key: RandomKey, _ counters: SIMD8<UInt64>) {
    weyl =
      counters &* SIMD8(repeating: RandomKey.weylStep) &+ SIMD8(repeating: key.low)
    second = key.high
  }

  /// The words at hand; then the counters move on by one.
  @inlinable
  @inline(__always)
  mutating func next() -> SIMD8<UInt64> {
    let word = Self.word(weyl, second: second)
    weyl = weyl &+ SIMD8(repeating: RandomKey.weylStep)
    return word
  }

  /// The words of counters that are stepped and keyed already.
  @inlinable
  @inline(__always)
  static func word(_ weyl: SIMD8<UInt64>, second: UInt64) -> SIMD8<UInt64> {
    var word = weyl
    word = (word ^ (word &>> 27)) &* SIMD8(repeating: 0x3C79_AC49_2BA7_B653)
    word = (word ^ (word &>> 33)) &* SIMD8(repeating: 0x1C69_B3F7_4AC4_AE35)
    word = (word ^ (word &>> 27)) &+ SIMD8(repeating: second)
    word = (word ^ (word &>> 30)) &* SIMD8(repeating: 0xBF58_476D_1CE4_E5B9)
    word = (word ^ (word &>> 27)) &* SIMD8(repeating: 0x94D0_49BB_1331_11EB)
    return word ^ (word &>> 31)
  }
}

extension RandomKey {
  /// The words at eight counters.
  @inlinable
  @inline(__always)
  public func words(_ counters: SIMD8<UInt64>) -> SIMD8<UInt64> {
    var planes = WordPlanes(self, counters)
    return planes.next()
  }
}

extension BernoulliThreshold {
  /// Eight draws of 64 bits side by side: number i is `mask(key, counters[i])`, cut to `lanes[i]`.
  ///
  /// Planes are drawn until every asked lane of all eight is decided, about ten when all lanes are
  /// asked; few lanes need fewer.
  @inlinable
  @inline(__always)
  public func masks(
    _ key: RandomKey, _ counters: SIMD8<UInt64>, lanes: SIMD8<UInt64>
  ) -> SIMD8<UInt64> {
    guard threshold < 1 &<< 32 else { return lanes }
    var remaining = Int32(truncatingIfNeeded: threshold)
    var undecided = lanes
    var drawn = SIMD8<UInt64>(repeating: 0)
    var planes = WordPlanes(key, counters &<< 5)
    while remaining != 0 && undecided.hasBits {
      let word = planes.next()
      // All ones where the threshold's digit is 1.
      let digit = SIMD8(repeating: UInt64(bitPattern: Int64(remaining &>> 31)))
      drawn |= undecided & ~word & digit
      undecided &= word ^ ~digit
      remaining = remaining &<< 1
    }
    return drawn
  }
}

extension SIMD8<UInt64> {
  /// Whether any bit is 1.
  @inlinable
  @inline(__always)
  var hasBits: Bool { union != 0 }

  /// The bits that are 1 in any of the eight.
  @inlinable
  @inline(__always)
  public var union: UInt64 {
    // Comparing whole vectors is compiled to a loop over their elements.
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1]
  }
}
