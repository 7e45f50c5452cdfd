/// Which services each member of staff may serve, and who of those on site serves which.
///
/// A service's place in the study's file is its declared priority: the first goes first. Register
/// column `service` names one service or several, parted by ``separator``.
public struct StaffPools: Hashable, Sendable {
  /// Parts the services of one cell of the register.
  public static let separator: Character = "|"

  /// Distinct sets of services, each as places in ascending order, smaller sets first.
  ///
  /// Sets of one service come first, by place; then larger ones, by size and then by their places.
  public let pools: [[Int]]
  /// The pool of each value of register column `service`; nil for values that name no service.
  public let poolOfLevel: [Int?]
  /// How many services the study has.
  public let serviceCount: Int

  /// The pools of some values of register column `service`.
  ///
  /// Names that no service has are left out; a value of which none is left belongs to no pool.
  public init(levels: [String], services: [String]) {
    let places = Dictionary(
      services.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let sets = levels.map { level in
      Set(Self.names(in: level).compactMap { places[$0] }).sorted()
    }
    let ordered = Set(sets.filter { !$0.isEmpty }).sorted { left, right in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
    pools = ordered
    poolOfLevel = sets.map { ordered.firstIndex(of: $0) }
    serviceCount = services.count
  }

  /// The pools of a population; values of the column that nobody has make no pool.
  public init(_ population: Population, services: [Service]) {
    let column = population.categories(.service)
    var isHeld = Array(repeating: false, count: column.levels.count)
    for code in column.codes where code != CategoryColumn.unknown { isHeld[Int(code)] = true }
    self.init(
      levels: zip(column.levels, isHeld).map { $1 ? $0 : "" }, services: services.map(\.id))
  }

  /// The services that a value of the register names, without the spaces around them.
  public static func names(in level: String) -> [String] {
    level.split(separator: separator).map { name in
      let start = name.drop { $0 == " " }
      let end = start.lastIndex { $0 != " " }
      return end.map { String(start[...$0]) } ?? ""
    }.filter { !$0.isEmpty }
  }

  /// How many of the staff on site serve each service.
  ///
  /// Staff of one service serve it. Then shared staff, pool by pool, go to the service of their
  /// set with the highest declared priority that is still short of its need; whoever is left when
  /// none is short serves the first service of the set. Nobody is lost: the sums are equal.
  ///
  /// - Parameters:
  ///   - poolCounts: Staff on site of each of ``pools``, 0 or more.
  ///   - needs: The largest need of the day of each service, 0 or more; 0 where closed.
  /// - Returns: Staff of each service.
  public func allocate(poolCounts: [Int], needs: [Int]) -> [Int] {
    precondition(poolCounts.count == pools.count && needs.count == serviceCount)
    var staff = Array(repeating: 0, count: serviceCount)
    for (pool, count) in zip(pools, poolCounts) {
      var left = count
      if pool.count > 1 {
        for service in pool where left > 0 {
          let sent = min(left, max(0, needs[service] - staff[service]))
          staff[service] += sent
          left -= sent
        }
      }
      staff[pool[0]] += left
    }
    return staff
  }
}
