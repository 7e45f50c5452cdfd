import HybridWork

/// Who of a calendar's staff serves which service, day by day.
struct ServiceStaff: Sendable {
  private let pools: StaffPools
  private let needs: StaffingNeeds
  private let dayCount: Int
  private let isShared: Bool
  /// The first backlog of each pool's services, where those away from the office work.
  private let backlogOfPool: [Int?]
  let hasBacklogs: Bool

  init(_ model: StudyModel) {
    pools = model.staff.pools
    needs = model.needs
    dayCount = model.dayCount
    isShared = pools.pools.contains { $0.count > 1 }
    let services = model.study.services
    backlogOfPool = pools.pools.map { pool in
      pool.first { !services[$0].needsPeopleOnSite }
    }
    hasBacklogs = services.contains { $0.backlog != nil }
  }

  /// Staff of each service, `service * days + day`: on site, for backlogs also on flexible days.
  ///
  /// - Parameter staffOfPool: ``ScenarioTally/staffOfPool``.
  /// - Returns: One number a service and day.
  func counts(_ staffOfPool: [Int32]) -> [Int32] {
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
      let dayClass = plan.classOfDay[day]
      return dayClass >= 0 ? plan.classes[dayClass].largestOwnNeed : 0
    }
    for (service, count) in pools.allocate(poolCounts: counts, needs: wanted).enumerated() {
      staff[service * dayCount + day] = Int32(count)
    }
  }
}
