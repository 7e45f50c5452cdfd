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
  /// Not planned away, `((policy * units + unit) * blocks + block) * 5 + weekday`.
  private let stays: [UInt64]
  private let covered: [Double]
  /// Days of each weekday, a multiple of eight; those beyond the last week have nobody present.
  private let weeks: Int

  init(people: Int, days: Int, policies: Int, unitSize: Int, absence: Double) {
    precondition(people % unitSize == 0, "\(people) people in units of \(unitSize)")
    precondition(days % 5 == 0, "\(days) days are whole weeks")
    let units = people / unitSize
    let blocksOfUnit = (unitSize + 63) / 64
    (self.days, self.policies, self.units) = (days, policies, units)
    self.blocksOfUnit = blocksOfUnit
    self.absence = BernoulliThreshold(probability: absence)
    weeks = (days / 5 + 7) / 8 * 8
    lanes = (0..<blocksOfUnit).map { block in
      let count = min(unitSize - block * 64, 64)
      return count == 64 ? .max : (1 << UInt64(count)) - 1
    }
    var stays = Array(repeating: UInt64.max, count: policies * units * blocksOfUnit * 5)
    for policy in 0..<policies {
      for weekday in 0..<5 {
        for person in 0..<people where Self.isAway(person, weekday: weekday, policy: policy) {
          let (unit, place) = person.quotientAndRemainder(dividingBy: unitSize)
          let block = (policy * units + unit) * blocksOfUnit + place / 64
          stays[block * 5 + weekday] &= ~(1 << UInt64(place % 64))
        }
      }
    }
    self.stays = stays
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
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 5 * weeks * blocksOfUnit) { present in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: weeks) { onSite in
        guard let present = present.baseAddress, let onSite = onSite.baseAddress else { return }
        for unit in 0..<units {
          draw(root.child(UInt64(unit)), present)
          for policy in 0..<policies {
            sums[policy] += covered(unit: unit, policy: policy, present, onSite)
          }
        }
      }
    }
    return sums.map { $0 / Double(units * days) }
  }

  /// Writes who of a unit is present, `(block * 5 + weekday) * weeks + week`.
  ///
  /// Days of one weekday lie together, since a policy takes the same people away on all of them.
  private func draw(_ key: RandomKey, _ present: UnsafeMutablePointer<UInt64>) {
    for block in 0..<blocksOfUnit {
      let blockKey = key.child(UInt64(block))
      for weekday in 0..<5 {
        let row = present + (block * 5 + weekday) * weeks
        for first in stride(from: 0, to: weeks, by: 8) {
          let numbers = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &+ UInt64(first)
          let absent = absence.masks(
            blockKey, numbers &* 5 &+ UInt64(weekday), lanes: SIMD8(repeating: lanes[block]))
          for place in 0..<8 {
            row[first + place] = first + place < days / 5 ? lanes[block] & ~absent[place] : 0
          }
        }
      }
    }
  }

  /// The sum over the days of a unit's share of need covered.
  private func covered(
    unit: Int, policy: Int, _ present: UnsafePointer<UInt64>,
    _ onSite: UnsafeMutablePointer<Int32>
  ) -> Double {
    var sum = SIMD4<Double>.zero
    let first = (policy * units + unit) * blocksOfUnit * 5
    covered.withUnsafeBufferPointer { covered in
      stays.withUnsafeBufferPointer { stays in
        for weekday in 0..<5 {
          onSite.update(repeating: 0, count: weeks)
          for block in 0..<blocksOfUnit {
            count(
              present + (block * 5 + weekday) * weeks,
              stays[first + block * 5 + weekday], to: onSite)
          }
          // Nobody is on site beyond the last week, which adds nothing.
          for week in stride(from: 0, to: weeks, by: 4) {
            sum += SIMD4(
              covered[Int(onSite[week])], covered[Int(onSite[week + 1])],
              covered[Int(onSite[week + 2])], covered[Int(onSite[week + 3])])
          }
        }
      }
    }
    return sum.sum()
  }

  private func count(
    _ words: UnsafePointer<UInt64>, _ stays: UInt64, to onSite: UnsafeMutablePointer<Int32>
  ) {
    for week in 0..<weeks {
      onSite[week] &+= Int32(truncatingIfNeeded: (words[week] & stays).nonzeroBitCount)
    }
  }
}
