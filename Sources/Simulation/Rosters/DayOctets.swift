import HybridWork

/// Some days of a calendar, eight at a time, by the counters that key their draws.
///
/// The last eight are filled up with the last day, whose draws then come out alike.
struct DayOctets: Sendable {
  /// The places of the days in their calendar.
  let places: [Int]
  /// The days' numbers, eight by eight.
  let counters: [SIMD8<UInt64>]

  /// All days of a calendar.
  init(_ days: [WorkDay]) { self.init(days, at: Array(days.indices)) }

  /// The days at some places of a calendar.
  init(_ days: [WorkDay], at places: [Int]) {
    self.places = places
    counters = stride(from: 0, to: places.count, by: 8).map { first in
      var octet = SIMD8<UInt64>()
      for place in 0..<8 {
        let day = days[places[min(first + place, places.count - 1)]]
        octet[place] = UInt64(bitPattern: Int64(day.date.dayNumber))
      }
      return octet
    }
  }

  /// Words to make room for, the filling of the last eight included.
  static func room(forDays days: Int) -> Int { (days + 7) / 8 * 8 }
}

extension SIMD8<UInt64> {
  /// The eight words by place: reading single places of a vector one after the other is slow.
  var places: [8 of UInt64] { unsafeBitCast(self, to: [8 of UInt64].self) }
}
