public import HybridWork

/// A service, a weekday and, for counters, a half hour: the finest place where coverage is judged.
public struct CoverageCell: Hashable, Sendable {
  /// The service's place in the study.
  public let service: Int
  /// The weekday.
  public let weekday: Weekday
  /// The half hour's place in a counter's day, or the shift of posts held round the clock; nil for
  /// posts of the working day, which are judged by the day.
  public let halfHour: Int?
}

/// What every service of a study needs on each day, the same in every world.
struct StaffingNeeds: Sendable {
  let plans: [ServicePlan]
  let cells: [CoverageCell]
  /// Open days of each weekday in the calendar.
  let openDays: [Int]
  /// Working days on which any service is open.
  let daysWithService: Int

  /// Needs of a study's services; `patterns` are the hours that its policies set.
  init(
    _ services: [Service], calendar: WorkCalendar, pools: StaffPools, poolSizes: [Int],
    patterns: [PresencePattern], surge: (String, WorkDate) -> Double
  ) {
    var plans: [ServicePlan] = []
    var cells: [CoverageCell] = []
    for (index, service) in services.enumerated() {
      let staff = zip(pools.pools, poolSizes).reduce(0) {
        $1.0.contains(index) ? $0 + $1.1 : $0
      }
      let plan = ServicePlan(
        service, calendar: calendar, firstCell: cells.count, staff: staff, patterns: patterns
      ) { surge(service.id, $0) }
      plans.append(plan)
      for weekday in Weekday.serviceWeek where service.openOn.contains(weekday) {
        cells += (0..<plan.partsOfDay).map {
          let isWholeDay = plan.counter == nil && plan.partsOfDay == 1
          return CoverageCell(service: index, weekday: weekday, halfHour: isWholeDay ? nil : $0)
        }
      }
    }
    self.plans = plans
    self.cells = cells
    daysWithService = calendar.days.indices.count { day in
      plans.contains { $0.classOfDay[day] >= 0 }
    }
    openDays = Weekday.serviceWeek.map { weekday in
      calendar.days.count { $0.weekday == weekday }
    }
  }
}
