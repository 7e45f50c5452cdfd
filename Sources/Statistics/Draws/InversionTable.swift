/// Draws one of a few places with given weights, by inverting their running sum.
///
/// One word makes one draw: its high half is looked up in a guide of at least eight entries a place
/// (65,536 entries at most) and the running sum is walked from there, which is seldom a step. A
/// larger word never gives a smaller place.
public struct InversionTable: Sendable, Equatable {
  /// Running sums as multiples of 2⁻³², the last being exactly 1.
  private let sums: [UInt64]
  private let guide: [Int32]
  /// How far the high half is shifted down to an entry of ``guide``.
  private let guideShift: UInt64

  /// A table of weights; probabilities are rounded to multiples of 2⁻³².
  ///
  /// Weights must be finite and not negative, with a positive sum, and at least one of them; else
  /// every draw gives the last place.
  public init(weights: [Double]) {
    let total = weights.reduce(0, +)
    var running = 0.0
    var sums = weights.map { weight -> UInt64 in
      running += weight
      return total > 0 ? UInt64((min(running / total, 1) * 0x1p32).rounded()) : 0
    }
    if sums.isEmpty { sums = [0] }
    // What follows the last place of positive weight must stay out of reach.
    let end = weights.lastIndex { $0 > 0 } ?? sums.count - 1
    for place in end..<sums.count { sums[place] = 1 << 32 }
    self.sums = sums
    var place = 0
    let bits = min(max(UInt64.bitWidth - (sums.count * 8 - 1).leadingZeroBitCount, 8), 16)
    let guideShift = UInt64(32 - bits)
    self.guideShift = guideShift
    guide = (0..<1 << bits).map { entry in
      while sums[place] <= UInt64(entry) << guideShift { place += 1 }
      return Int32(place)
    }
  }

  /// The place that a uniform word draws, from 0.
  public func place(_ word: UInt64) -> Int {
    let uniform = word &>> 32
    var place = Int(guide[Int(uniform &>> guideShift)])
    while sums[place] <= uniform { place += 1 }
    return place
  }

  /// The probability of a place as represented.
  public func probability(_ place: Int) -> Double {
    Double(sums[place] - (place > 0 ? sums[place - 1] : 0)) * 0x1p-32
  }
}
