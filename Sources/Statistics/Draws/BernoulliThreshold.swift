/// A probability in 32-bit fixed point, from which 64 yes-or-no draws are made at a time.
@frozen
public struct BernoulliThreshold: Sendable, Equatable {
  /// The probability times 2³², from 0 to 2³² inclusive.
  @usableFromInline let threshold: UInt64

  /// Rounds a probability to the nearest multiple of 2⁻³².
  ///
  /// 0 gives never and 1 always, exactly. Values outside 0…1 count as the nearer end; NaN is the
  /// caller's mistake and stops the program.
  @inlinable
  public init(probability: Double) {
    precondition(!probability.isNaN, "a probability is not a number")
    threshold = UInt64((min(max(probability, 0), 1) * 0x1p32).rounded())
  }

  /// The probability as represented.
  @inlinable
  public var probability: Double { Double(threshold) * 0x1p-32 }

  /// Draws 64 independent bits, each 1 with this probability.
  ///
  /// Bit plane b, from the most significant (b = 0), is `key.word(32 × counter + b)`; a lane's bits
  /// over the planes form a 32-bit number and the result is 1 where it lies below the threshold.
  /// Planes are drawn until every lane is decided, about eight on average and fewer for round
  /// binary fractions. With equal key and counter, a larger probability's bits contain a smaller's.
  @inlinable
  public func mask(_ key: RandomKey, _ counter: UInt64) -> UInt64 {
    guard threshold < 1 &<< 32 else { return .max }
    var remaining = UInt32(truncatingIfNeeded: threshold)
    var undecided = UInt64.max
    var drawn: UInt64 = 0
    var plane = counter &* 32
    while remaining != 0 && undecided != 0 {
      let word = key.word(plane)
      if remaining & 0x8000_0000 != 0 {
        drawn |= undecided & ~word
        undecided &= word
      } else {
        undecided &= ~word
      }
      remaining = remaining &<< 1
      plane = plane &+ 1
    }
    return drawn
  }
}
