/// A stream of numbers between 0 and 1 for simulated days.
///
/// xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47,
/// 2021), whose state SplitMix64 fills from the seed and the stream's number.
public struct UniformStream: Sendable {
  private var state: SIMD4<UInt64>

  /// The stream of a seed; other numbers give unrelated streams.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixed = seed ^ (stream &* 0xD1B5_4A32_D192_ED03)
    state = SIMD4()
    for index in 0..<4 {
      mixed &+= 0x9E37_79B9_7F4A_7C15
      var value = mixed
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      state[index] = value ^ (value >> 31)
    }
  }

  /// The next number, above 0 and at most 1.
  public mutating func next() -> Double {
    let sum = state[0] &+ state[3]
    let bits = ((sum << 23) | (sum >> 41)) &+ state[0]
    let shifted = state[1] << 17
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= shifted
    state[3] = (state[3] << 45) | (state[3] >> 19)
    return Double((bits >> 11) &+ 1) * 0x1p-53
  }
}
