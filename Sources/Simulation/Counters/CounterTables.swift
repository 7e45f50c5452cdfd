import HybridWork

/// Where each counter of a study stands in a grid of waits.
struct CounterTables {
  /// A table of the grid and the central handling time of a service.
  struct Profile: Hashable {
    let table: Int
    let handlingMinutes: Double
  }

  /// Distinct profiles; services that share one share what is interpolated for a world.
  let profiles: [Profile]
  /// The profile of each service; nil for services without a queue.
  let profileOfService: [Int?]
  /// The number in its table of each staffing of each service.
  let staffings: [[Int]]

  init(_ needs: StaffingNeeds, grid: WaitingGrid) {
    var profiles: [Profile] = []
    var staffings: [[Int]] = []
    profileOfService = needs.plans.map { plan in
      guard let counter = plan.counter else {
        staffings.append([])
        return nil
      }
      let table = grid.table(of: counter.shape)
      staffings.append(counter.staffings.map(grid.tables[table].number))
      let profile = Profile(table: table, handlingMinutes: counter.service.handlingMinutes)
      if let known = profiles.firstIndex(of: profile) { return known }
      profiles.append(profile)
      return profiles.count - 1
    }
    self.profiles = profiles
    self.staffings = staffings
  }
}
