import HybridWork

/// A policy's safeguards made ready: for each unit the staff they look after and how many are owed.
struct SafeguardPlan {
  /// The staff of one service in one unit, under one safeguard.
  struct Pool {
    let action: Safeguard.Action
    /// Staff of the service in each block of the unit.
    let lanes: [UInt64]
    /// People to be on site on each day of the calendar; 0 where the service is closed.
    let targets: [Int32]
  }

  /// Whether people on a flexible day are too far away to come, by notice.
  struct OutOfReach {
    private let overnight: Bool
    private let inTheMorning: Bool

    /// Whoever is called has to be in the office overnight, or by the time the morning's queue has
    /// formed.
    init(_ place: FlexiblePlace) {
      overnight = !place.canReturn(withinMinutes: 720)
      inTheMorning = !place.canReturn(withinMinutes: 90)
    }

    subscript(notice: Safeguard.Notice) -> Bool {
      switch notice {
      case .previousDay: overnight
      case .sameMorning: inTheMorning
      }
    }
  }

  /// Whether people on a flexible day are too far away to come at a notice.
  let isOutOfReach: OutOfReach

  /// For each unit its pools, in the order of the policy's safeguards and the study's services.
  let pools: [[Pool]]

  /// The plan of a policy; nil if it looks after nobody.
  ///
  /// `need` gives the largest need of a service (its place) on a day (its place), 0 if closed.
  init?(
    _ levers: PolicyLevers, services: [Service], staff: PackedStaff, dayCount: Int,
    need: (_ service: Int, _ day: Int) -> Int
  ) {
    let safeguards = levers.safeguards
    guard !safeguards.isEmpty else { return nil }
    isOutOfReach = OutOfReach(levers.schedule.place)
    var allStaff = Array(repeating: 0, count: services.count)
    // Whoever serves several services is looked after by the first of them.
    func service(_ servers: PackedStaff.Servers) -> Int? { staff.pools.pools[servers.pool].first }
    for servers in staff.servers {
      guard let service = service(servers) else { continue }
      allStaff[service] += servers.lanes.nonzeroBitCount
    }
    let needs = services.indices.map { service in (0..<dayCount).map { need(service, $0) } }
    pools = staff.unitBlocks.map { blocks in
      safeguards.flatMap { safeguard in
        services.indices.compactMap { place -> Pool? in
          guard safeguard.protects(services[place].id) else { return nil }
          let lanes = blocks.map { block in
            staff.servers[staff.blocks[block].servers].reduce(UInt64(0)) { lanes, servers in
              service(servers) == place ? lanes | servers.lanes : lanes
            }
          }
          let people = lanes.reduce(0) { $0 + $1.nonzeroBitCount }
          guard people > 0 else { return nil }
          return Pool(
            action: safeguard.action, lanes: lanes,
            targets: needs[place].map { need in
              guard need > 0 else { return 0 }
              return Int32(
                safeguard.people(need: need, staff: people, allStaff: allStaff[place]))
            })
        }
      }
    }
    if pools.allSatisfy(\.isEmpty) { return nil }
  }
}
