/// How many of a unit may take part at all, and who goes first.
///
/// A quota limits people for as long as their place lasts; a cap limits those away on one day.
public struct Quota: Hashable, Sendable {
  /// How many places a unit has.
  public enum Places: Hashable, Sendable {
    /// A share of all staff of the unit, 0…1, rounded down.
    case share(Double)
    /// The same number in every unit, at least 0.
    case people(Int)
  }

  /// What puts one person before another; who ties on all of them draws lots.
  public enum Preference: String, CaseIterable, Sendable {
    /// Places move on every month, so that everyone who takes part gets turns.
    case rotation
    /// Longest in the post first (`tenure_months`).
    case seniority
    /// Farthest from the office first (`commute_km`).
    case commute
    /// Lots alone.
    case lottery
  }

  /// How many places.
  public let places: Places
  /// Whether places move on every month.
  public let isRotating: Bool
  /// What orders people before lots are drawn: seniority, commute, both or nothing.
  public let preferences: [Preference]

  /// A quota whose places are given in a declared order; nil if the order makes no sense.
  ///
  /// `rotation` may only stand first and `lottery` only last, each preference once. No order at all
  /// is a lottery.
  public init?(_ places: Places, order: [Preference]) {
    guard Set(order).count == order.count,
      !order.dropFirst().contains(.rotation), !order.dropLast().contains(.lottery)
    else { return nil }
    self.places = places
    isRotating = order.first == .rotation
    preferences = order.filter { $0 == .seniority || $0 == .commute }
  }

  /// The places of a unit of so many staff, eligible or not.
  public func places(ofUnitWith staff: Int) -> Int {
    switch places {
    // A hair above the product, so that 0.3 of 10 people is 3 and not 2.
    case .share(let share): Int((share * Double(staff) + 1e-9).rounded(.down))
    case .people(let people): people
    }
  }

  /// For each person a rank within the declared order, the first lowest, equal where they tie.
  ///
  /// Whoever's value is not known comes after everyone whose value is. Ranks are those of the
  /// whole population; within a unit they keep their order.
  public func ranks(_ population: Population) -> [Int32] {
    let columns = preferences.map { preference in
      population.numbers(preference == .seniority ? .tenureMonths : .commuteKilometres)
        .map { $0.isNaN ? -Double.infinity : $0 }
    }
    guard !columns.isEmpty else { return Array(repeating: 0, count: population.count) }
    let order = (0..<population.count).sorted { left, right in
      for column in columns where column[left] != column[right] {
        return column[left] > column[right]
      }
      return false
    }
    var ranks = Array(repeating: Int32(0), count: population.count)
    var rank: Int32 = 0
    for (place, person) in order.enumerated() {
      if place > 0, columns.contains(where: { $0[person] != $0[order[place - 1]] }) { rank += 1 }
      ranks[person] = rank
    }
    return ranks
  }
}
