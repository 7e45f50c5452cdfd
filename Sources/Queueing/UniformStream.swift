/// A stream of numbers between 0 and 1 for simulated days.
///
/// xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47,
/// 2021), whose state SplitMix64 fills from the seed and the stream's number.
public struct UniformStream: Sendable {
  private var first: UInt64
  private var second: UInt64
  private var third: UInt64
  private var fourth: UInt64

  /// The stream of a seed; other numbers give unrelated streams.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixed = seed ^ (stream &* 0xD1B5_4A32_D192_ED03)
    func next() -> UInt64 {
      mixed &+= 0x9E37_79B9_7F4A_7C15
      var value = mixed
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
    first = next()
    second = next()
    third = next()
    fourth = next()
  }

  /// The next number, above 0 and at most 1.
  @inline(__always)
  public mutating func next() -> Double {
    let sum = first &+ fourth
    let bits = ((sum &<< 23) | (sum &>> 41)) &+ first
    let shifted = second &<< 17
    third ^= first
    fourth ^= second
    second ^= third
    first ^= fourth
    third ^= shifted
    fourth = (fourth &<< 45) | (fourth &>> 19)
    return Double((bits &>> 11) &+ 1) * 0x1p-53
  }
}
