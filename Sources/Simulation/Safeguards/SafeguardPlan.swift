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

  /// For each unit its pools, in the order of the policy's safeguards and the study's services.
  let pools: [[Pool]]

  /// The plan of a policy; nil if it looks after nobody.
  ///
  /// `need` gives the largest need of a service (its place) on a day (its place), 0 if closed.
  init?(
    _ safeguards: [Safeguard], services: [Service], staff: PackedStaff, dayCount: Int,
    need: (_ service: Int, _ day: Int) -> Int
  ) {
    guard !safeguards.isEmpty else { return nil }
    var allStaff = Array(repeating: 0, count: services.count)
    for servers in staff.servers { allStaff[servers.service] += servers.lanes.nonzeroBitCount }
    let needs = services.indices.map { service in (0..<dayCount).map { need(service, $0) } }
    pools = staff.unitBlocks.map { blocks in
      safeguards.flatMap { safeguard in
        services.indices.compactMap { service -> Pool? in
          guard safeguard.protects(services[service].id) else { return nil }
          let lanes = blocks.map { block in
            staff.blocks[block].servers.reduce(UInt64(0)) { lanes, place in
              let servers = staff.servers[place]
              return servers.service == service ? lanes | servers.lanes : lanes
            }
          }
          let people = lanes.reduce(0) { $0 + $1.nonzeroBitCount }
          guard people > 0 else { return nil }
          return Pool(
            action: safeguard.action, lanes: lanes,
            targets: needs[service].map { need in
              guard need > 0 else { return 0 }
              return Int32(
                safeguard.people(need: need, staff: people, allStaff: allStaff[service]))
            })
        }
      }
    }
    if pools.allSatisfy(\.isEmpty) { return nil }
  }
}
