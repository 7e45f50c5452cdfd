import HybridWork

/// Who of a calendar's staff serves which service, day by day.
struct ServiceStaff: Sendable {
  private let pools: StaffPools
  private let needs: StaffingNeeds
  private let dayCount: Int
  private let isShared: Bool
  /// The first backlog of each pool's services, where those away from the office work.
  private let backlogOfPool: [Int?]
  private let hasBacklogs: Bool
  /// The first day of each service in the counts of pools, when every service has a pool of its own
  /// and nothing must be added up; else nil.
  private let ownPlaces: [Int]?
  /// The first of each pool's services with an online channel, where those away from the office work
  /// unless the pool has a backlog; empty when no service has one.
  private let onlineServiceOfPool: [Int?]
  /// The hours of each scenario.
  private let patternOfScenario: [(pattern: Int?, hasPartDays: Bool)]

  init(_ model: StudyModel) {
    pools = model.staff.pools
    needs = model.needs
    dayCount = model.dayCount
    let isShared = pools.pools.contains { $0.count > 1 }
    self.isShared = isShared
    let services = model.study.services
    backlogOfPool = pools.pools.map { pool in
      pool.first { !services[$0].needsPeopleOnSite }
    }
    patternOfScenario = model.plans.map {
      (model.patterns.firstIndex(of: $0.schedule.presence), $0.hasPartDays)
    }
    let hasBacklogs = services.contains { $0.backlog != nil }
    self.hasBacklogs = hasBacklogs
    let days = model.dayCount
    let places = services.indices.compactMap { service in
      model.staff.pools.pools.firstIndex(of: [service]).map { $0 * days }
    }
    ownPlaces = !isShared && !hasBacklogs && places.count == services.count ? places : nil
    let isServedOnline = services.map { $0.counter?.isServedOnline ?? false }
    onlineServiceOfPool =
      isServedOnline.contains(true)
      ? zip(pools.pools, backlogOfPool).map { pool, backlog in
        backlog == nil ? pool.first { isServedOnline[$0] } : nil
      } : []
  }

  /// Whether staff on flexible days serve anybody: with hours on site, or working off cases.
  static func countsFlexible(_ model: StudyModel) -> Bool {
    model.plans.contains(where: \.hasPartDays)
      || model.study.services.contains {
        $0.backlog != nil || ($0.counter?.isServedOnline ?? false)
      }
  }

  /// How many numbers a calendar has of staff by pool and day: those on site, and those on flexible
  /// days where they serve anybody.
  static func countsOfPools(_ model: StudyModel) -> Int {
    (countsFlexible(model) ? 2 : 1) * model.staff.pools.pools.count * model.dayCount
  }

  /// Staff of each service.
  struct Counts {
    /// On site all day, day after day from the service's place in ``firstPlaces``; for backlogs also
    /// on flexible days.
    let allDay: [Int32]
    let firstPlaces: [Int]
    /// On a flexible day with hours on site, `service * days + day`; empty unless the policy sets such
    /// hours.
    let partly: [Int32]
    /// The place of the policy's hours among those of the study; nil without any.
    let pattern: Int?
    /// Of counters with an online channel, on flexible days, `service * days + day`; empty when no
    /// service has one.
    let flexible: [Int32]

    /// What the staff make of a service's day.
    func staffing(_ plan: ServicePlan, service: Int, day: Int) -> Int {
      plan.staffing(
        onSite: Int(allDay[firstPlaces[service] + day]),
        partly: partly.isEmpty ? 0 : Int(partly[service * plan.classOfDay.count + day]),
        pattern: pattern)
    }
  }

  /// Who serves what under a scenario, from its ``ScenarioTally/staffOfPool``.
  func counts(_ staffOfPool: [Int32], scenario: Int) -> Counts {
    let hours = patternOfScenario[scenario]
    return Counts(
      allDay: ownPlaces == nil ? allDay(staffOfPool) : staffOfPool,
      firstPlaces: ownPlaces ?? needs.plans.indices.map { $0 * dayCount },
      partly: hours.hasPartDays ? partly(staffOfPool) : [], pattern: hours.pattern,
      flexible: flexible(staffOfPool))
  }

  /// Those on a flexible day with hours on site; shared staff are at the first of their services.
  private func partly(_ staffOfPool: [Int32]) -> [Int32] {
    var staff = Array(repeating: Int32(0), count: needs.plans.count * dayCount)
    let flexible = pools.pools.count * dayCount
    for (pool, services) in pools.pools.enumerated() {
      guard let service = services.first(where: { needs.plans[$0].service.needsPeopleOnSite })
      else { continue }
      for day in 0..<dayCount {
        staff[service * dayCount + day] += staffOfPool[flexible + pool * dayCount + day]
      }
    }
    return staff
  }

  private func flexible(_ staffOfPool: [Int32]) -> [Int32] {
    guard !onlineServiceOfPool.isEmpty else { return [] }
    var staff = Array(repeating: Int32(0), count: needs.plans.count * dayCount)
    let first = pools.pools.count * dayCount
    for (pool, service) in onlineServiceOfPool.enumerated() {
      guard let service else { continue }
      for day in 0..<dayCount {
        staff[service * dayCount + day] += staffOfPool[first + pool * dayCount + day]
      }
    }
    return staff
  }

  private func allDay(_ staffOfPool: [Int32]) -> [Int32] {
    var staff = Array(repeating: Int32(0), count: needs.plans.count * dayCount)
    if isShared {
      for day in 0..<dayCount { share(staffOfPool, on: day, to: &staff) }
    } else {
      for (pool, services) in pools.pools.enumerated() {
        for day in 0..<dayCount {
          staff[services[0] * dayCount + day] = staffOfPool[pool * dayCount + day]
        }
      }
    }
    guard hasBacklogs else { return staff }
    let flexible = pools.pools.count * dayCount
    for (pool, backlog) in backlogOfPool.enumerated() {
      guard let backlog else { continue }
      for day in 0..<dayCount {
        staff[backlog * dayCount + day] += staffOfPool[flexible + pool * dayCount + day]
      }
    }
    return staff
  }

  /// Gives shared staff to services that are short; a backlog takes whoever is left.
  private func share(_ staffOfPool: [Int32], on day: Int, to staff: inout [Int32]) {
    let counts = pools.pools.indices.map { Int(staffOfPool[$0 * dayCount + day]) }
    let wanted = needs.plans.map { plan in
      guard plan.service.needsPeopleOnSite else { return Int(Int32.max) }
      return Int(plan.largestOwnNeed(onDay: day))
    }
    for (service, count) in pools.allocate(poolCounts: counts, needs: wanted).enumerated() {
      staff[service * dayCount + day] = Int32(count)
    }
  }
}
