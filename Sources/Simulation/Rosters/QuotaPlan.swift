import HybridWork
import Statistics

/// A policy's quota made ready: places of each unit and the rank of each person.
struct QuotaPlan {
  /// Places of each unit.
  let places: [Int]
  let isRotating: Bool
  /// Rank in the declared order, ties to be broken by lots; empty for lots alone.
  private let ranks: [Int32]

  init(_ quota: Quota, population: Population) {
    places = population.units.map { quota.places(ofUnitWith: $0.people.count) }
    isRotating = quota.isRotating
    ranks = quota.preferences.isEmpty ? [] : quota.ranks(population)
  }

  /// Who of a unit's participants has a place, for each of some months; all months alike unless
  /// places rotate.
  ///
  /// Under rotation the places go round the line: month m (counted from year 0) begins m × places
  /// further on, so that turns are equal and do not depend on where the calendar begins.
  func admitted(
    _ participants: [UInt64], unit: Int, firstPerson: Int, months: [Int], key: RandomKey
  ) -> [[UInt64]] {
    let count = participants.reduce(0) { $0 + $1.nonzeroBitCount }
    guard count > places[unit] else { return [participants] }
    let line = line(participants, firstPerson: firstPerson, key: key)
    return (isRotating ? months : [0]).map { month in
      var masks = Array(repeating: UInt64(0), count: participants.count)
      let start = month * places[unit] % count
      for place in 0..<places[unit] {
        let person = line[(start + place) % count]
        masks[person / 64] |= 1 << UInt64(person % 64)
      }
      return masks
    }
  }

  /// The participants, by their number within the unit, in the declared order.
  private func line(_ participants: [UInt64], firstPerson: Int, key: RandomKey) -> [Int] {
    let drawn = randomOrder(participants.count * 64, key).filter {
      participants[$0 / 64] >> UInt64($0 % 64) & 1 == 1
    }
    guard !ranks.isEmpty else { return drawn }
    return drawn.indices.sorted { left, right in
      let (first, second) = (ranks[firstPerson + drawn[left]], ranks[firstPerson + drawn[right]])
      return first == second ? left < right : first < second
    }.map { drawn[$0] }
  }
}
