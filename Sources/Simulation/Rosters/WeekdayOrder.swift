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
    let fridayWeight = fridayShare / (1 - fridayShare)
    var best: [5 of Double] = .init(repeating: 0)
    for weekday in 0..<5 {
      let race = -Double.log(key.uniform(UInt64(lane * 5 + weekday)))
      best[weekday] = weekday == Weekday.friday.rawValue ? race / fridayWeight : race
    }
    var packed: UInt16 = 0
    for place in 0..<5 {
      var first = 0
      for weekday in 1..<5 where best[weekday] < best[first] { first = weekday }
      packed |= UInt16(first) << UInt16(3 * place)
      best[first] = .infinity
    }
    self.packed = packed
  }

  /// The weekday at a place of the order, 0…4.
  subscript(place: Int) -> Int { Int(packed >> UInt16(3 * place)) & 7 }
}
