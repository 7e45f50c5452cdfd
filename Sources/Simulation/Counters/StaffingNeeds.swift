public import HybridWork

/// A service, a weekday and, for counters, a half hour: the finest place where coverage is judged.
public struct CoverageCell: Hashable, Sendable {
  /// The service's place in the study.
  public let service: Int
  /// The weekday.
  public let weekday: Weekday
  /// The half hour's place in the service's day; nil for posts, which are judged by the day.
  public let halfHour: Int?
}

/// What every service of a study needs on each day, the same in every world.
struct StaffingNeeds: Sendable {
  let plans: [ServicePlan]
  let cells: [CoverageCell]
  /// Open days of each weekday in the calendar.
  let openDays: [Int]

  init(_ services: [Service], calendar: WorkCalendar) {
    var plans: [ServicePlan] = []
    var cells: [CoverageCell] = []
    for (index, service) in services.enumerated() {
      let plan = ServicePlan(service, calendar: calendar, firstCell: cells.count)
      plans.append(plan)
      for weekday in Weekday.workingWeek where service.openOn.contains(weekday) {
        guard let counter = plan.counter else {
          cells.append(CoverageCell(service: index, weekday: weekday, halfHour: nil))
          continue
        }
        cells += counter.openSlots.indices.map {
          CoverageCell(service: index, weekday: weekday, halfHour: $0)
        }
      }
    }
    self.plans = plans
    self.cells = cells
    openDays = Weekday.workingWeek.map { weekday in
      calendar.days.count { $0.weekday == weekday }
    }
  }
}
