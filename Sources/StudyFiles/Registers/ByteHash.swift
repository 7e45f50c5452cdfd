/// A number that spreads short texts evenly; it decides no order.
enum ByteHash {
  /// The number of a text.
  static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    var offset = 0
    while offset + 8 <= text.count {
      state = mixed(state ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < text.count {
      rest = rest << 8 | UInt64(text[offset])
      offset += 1
    }
    return mixed(state ^ rest)
  }

  /// The finaliser of SplitMix64.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var state = value
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    return state ^ (state >> 31)
  }
}
