import HybridWork
import RealModule
import Statistics

/// The order in which one person would choose the weekdays to be away.
///
/// Drawn without replacement with weights (Plackett–Luce, by exponential races): Friday weighs f/(1−f)
/// against 1 for each other day, where f is the share choosing Friday over one other day. The order
/// does not know the policy, so the days of a smaller split are among those of a larger one.
struct WeekdayOrder {
  /// Five weekday numbers (Monday = 0), most wanted first, three bits each.
  private let packed: UInt16

  /// Draws the order of the person in a lane.
  init(fridayShare: Double, lane: Int, key: RandomKey) {
    let first = UInt64(lane * 5)
    var uniforms: [4 of Double] = .init(repeating: 0)
    for weekday in 0..<4 { uniforms[weekday] = key.uniform(first + UInt64(weekday)) }
    // The race −log(u)/w of a day is shorter for a larger u; equal ones go by weekday.
    let friday = Race(
      -Double.log(key.uniform(first + 4)) / (fridayShare / (1 - fridayShare)))
    var packed: UInt16 = 0
    var fridaysPlace: UInt16 = 0
    for weekday in 0..<4 {
      var place: UInt16 = 0
      for other in 0..<4 where other != weekday {
        let isBefore =
          other < weekday
          ? uniforms[other] >= uniforms[weekday] : uniforms[other] > uniforms[weekday]
        place += isBefore ? 1 : 0
      }
      if friday.isLonger(thanOf: uniforms[weekday]) { fridaysPlace += 1 } else { place += 1 }
      packed |= UInt16(weekday) << (3 * place)
    }
    self.packed = packed | UInt16(Weekday.friday.rawValue) << (3 * fridaysPlace)
  }

  /// Friday's race, ready to be compared with those of other days.
  private struct Race {
    let length: Double
    /// The uniform number of another day whose race would be as long.
    private let equal: Double

    init(_ length: Double) {
      self.length = length
      equal = Double.exp(-length)
    }

    /// Whether another day's race, −log(uniform), is not longer.
    func isLonger(thanOf uniform: Double) -> Bool {
      // One exponential serves four comparisons; only a near tie needs the logarithm itself.
      if uniform > equal * (1 + 1e-9) { return true }
      if uniform < equal * (1 - 1e-9) { return false }
      return -Double.log(uniform) <= length
    }
  }

  /// The weekday at a place of the order, 0…4.
  subscript(place: Int) -> Int { Int(packed >> UInt16(3 * place)) & 7 }
}
