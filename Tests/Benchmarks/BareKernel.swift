import Statistics

/// The bare model of the benchmarks, made of the roster's own parts.
///
/// Every person is absent on every day by itself with one chance; each policy has some people away on
/// each weekday; per unit, day and policy the people on site are counted, and a table says which share
/// of the need that many cover. All policies read the same draw.
struct BareKernel {
  let days: Int
  let policies: Int
  let units: Int
  private let blocksOfUnit: Int
  private let lanes: [UInt64]
  private let absence: BernoulliThreshold
  /// Planned away, `((policy * 5 + weekday) * units + unit) * blocks + block`.
  private let planned: [UInt64]
  private let covered: [Double]

  init(people: Int, days: Int, policies: Int, unitSize: Int, absence: Double) {
    precondition(people % unitSize == 0, "\(people) people in units of \(unitSize)")
    let units = people / unitSize
    let blocksOfUnit = (unitSize + 63) / 64
    (self.days, self.policies, self.units) = (days, policies, units)
    self.blocksOfUnit = blocksOfUnit
    self.absence = BernoulliThreshold(probability: absence)
    lanes = (0..<blocksOfUnit).map { block in
      let count = min(unitSize - block * 64, 64)
      return count == 64 ? .max : (1 << UInt64(count)) - 1
    }
    var planned = Array(repeating: UInt64(0), count: policies * 5 * units * blocksOfUnit)
    for policy in 0..<policies {
      for weekday in 0..<5 {
        for person in 0..<people where Self.isAway(person, weekday: weekday, policy: policy) {
          let (unit, place) = person.quotientAndRemainder(dividingBy: unitSize)
          planned[((policy * 5 + weekday) * units + unit) * blocksOfUnit + place / 64] |=
            1 << UInt64(place % 64)
        }
      }
    }
    self.planned = planned
    let need = 0.9 * Double(unitSize)
    covered = (0...unitSize).map { min(Double($0) / need, 1) }
  }

  /// Whether a policy has a person away on a weekday; any rule will do, so long as peers share it.
  private static func isAway(_ person: Int, weekday: Int, policy: Int) -> Bool {
    (person * 7 + weekday * 3 + policy * 5) % 11 < policy % 6
  }

  /// The mean share of need covered under each policy, over units and days.
  func coverage(_ root: RandomKey) -> [Double] {
    var sums = Array(repeating: 0.0, count: policies)
    let rounded = (days + 7) / 8 * 8
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: rounded * blocksOfUnit) { present in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: days) { onSite in
        guard let present = present.baseAddress, let onSite = onSite.baseAddress else { return }
        for unit in 0..<units {
          draw(root.child(UInt64(unit)), rounded, present)
          for policy in 0..<policies {
            count(unit: unit, policy: policy, rounded, present, onSite)
            for day in 0..<days { sums[policy] += covered[Int(onSite[day])] }
          }
        }
      }
    }
    return sums.map { $0 / Double(units * days) }
  }

  /// Writes who of a unit is present: `block * rounded + day`.
  private func draw(
    _ key: RandomKey, _ rounded: Int, _ present: UnsafeMutablePointer<UInt64>
  ) {
    for block in 0..<blocksOfUnit {
      let blockKey = key.child(UInt64(block))
      for first in stride(from: 0, to: rounded, by: 8) {
        let counters = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &+ UInt64(first)
        let absent = absence.masks(
          blockKey, counters, lanes: SIMD8(repeating: lanes[block]))
        for place in 0..<8 {
          present[block * rounded + first + place] = lanes[block] & ~absent[place]
        }
      }
    }
  }

  private func count(
    unit: Int, policy: Int, _ rounded: Int, _ present: UnsafeMutablePointer<UInt64>,
    _ onSite: UnsafeMutablePointer<Int32>
  ) {
    onSite.update(repeating: 0, count: days)
    for block in 0..<blocksOfUnit {
      let away = (0..<5).map { planned[((policy * 5 + $0) * units + unit) * blocksOfUnit + block] }
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: days) { awayOnDay in
        for day in 0..<days { awayOnDay[day] = away[day % 5] }
        let words = present + block * rounded
        for day in 0..<days {
          onSite[day] &+= Int32(truncatingIfNeeded: (words[day] & ~awayOnDay[day]).nonzeroBitCount)
        }
      }
    }
  }
}
