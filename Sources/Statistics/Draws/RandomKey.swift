/// A node in a tree of random streams, each a fixed function from counter to word.
///
/// Nothing is stored but the key: `word(counter)` depends on the seed, the path of labels from the
/// root and the counter, and on nothing else, so draws are the same in any order and on any thread.
/// A key holds 128 bits. Within one stream words never repeat (each is a permutation of its
/// counter), and no two numbered children of one key share a key. Not for cryptography.
@frozen
public struct RandomKey: Sendable, Equatable {
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  @inlinable
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Plants the root of a tree; unequal seeds give unequal roots.
  @inlinable
  public init(seed: UInt64) {
    self.init(
      low: Self.mixed(seed, 0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344),
      high: Self.mixed(seed, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89))
  }

  /// The stream under this one that carries a number as label.
  @inlinable
  public func child(_ label: UInt64) -> RandomKey {
    derived(label, purpose: 0x4528_21E6_38D0_1377)
  }

  /// The stream under this one that carries a text as label.
  ///
  /// The label is the FNV-1a hash (64 bits) of the UTF-8 bytes, so it is the same in every process
  /// and version. Texts and numbers live apart: no text is a synonym of a number.
  @inlinable
  public func child(_ text: String) -> RandomKey {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return derived(hash, purpose: 0xBE54_66CF_34E9_0C6C)
  }

  @inlinable
  func derived(_ label: UInt64, purpose: UInt64) -> RandomKey {
    RandomKey(
      low: Self.mixed(label, low ^ purpose, high),
      high: Self.mixed(label, high &+ purpose, low ^ 0xC0AC_29B7_C97C_50DD))
  }

  /// The 64 uniform random bits at a counter.
  @inlinable
  public func word(_ counter: UInt64) -> UInt64 {
    Self.mixed(counter, low, high)
  }

  /// A uniform number strictly between 0 and 1: an odd multiple of 2⁻⁵³, each equally likely.
  ///
  /// With `u`, `1 - u` is as likely and exact. Odd multiples only, since the even multiples'
  /// neighbour of 1 would round to 1 itself.
  @inlinable
  public func uniform(_ counter: UInt64) -> Double {
    (Double(word(counter) &>> 12) + 0.5) * 0x1p-52
  }

  /// How many of the 2⁵² numbers that ``uniform(_:)`` may give lie below `value`: it gives a smaller
  /// number where `word(counter) >> 12` is below this.
  @inlinable
  public static func uniformsBelow(_ value: Double) -> UInt64 {
    UInt64((min(max(value, 0), 1) * 0x1p52 - 0.5).rounded(.up))
  }

  /// A uniform whole number from 0 to `bound` - 1.
  ///
  /// The high half of word × bound: the chances of two numbers differ by at most 2⁻⁶⁴, which is
  /// `bound` ÷ 2⁶⁴ of a chance. A bound of 0 gives 0.
  @inlinable
  public func index(below bound: UInt64, _ counter: UInt64) -> UInt64 {
    word(counter).multipliedFullWidth(by: bound).high
  }

  /// What a step of the counter adds before the rounds.
  @inlinable
  static var weylStep: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// Two keyed rounds over a Weyl sequence: a permutation of `value` for each pair of keys.
  ///
  /// The finalisers are Pelle Evensen's Moremur and David Stafford's mix 13, so that each round
  /// alone passes for random on counters and the second hides any relation between first keys.
  @inlinable
  static func mixed(_ value: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    var word = value &* weylStep &+ first
    word = (word ^ (word &>> 27)) &* 0x3C79_AC49_2BA7_B653
    word = (word ^ (word &>> 33)) &* 0x1C69_B3F7_4AC4_AE35
    word = (word ^ (word &>> 27)) &+ second
    word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word &>> 31)
  }
}
