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

/// What every service of a study needs on each weekday, the same in every world.
struct StaffingNeeds {
  /// How many half hours a working day of posts counts for: 7.5 hours.
  static let halfHoursOfPosts = 15

  /// Everything that is the same on each day of one weekday.
  struct ServiceDay {
    /// Needs of the half hours, or the one need of posts.
    let needs: [Int]
    /// How many half hours each need stands for.
    let halfHoursEach: Int
    /// Place of the first of these among ``StaffingNeeds/cells``.
    let firstCell: Int
    let isOpen: Bool

    var largestNeed: Int { needs.max() ?? 0 }
  }

  let services: [Service]
  /// `service * 5 + weekday`.
  let days: [ServiceDay]
  let cells: [CoverageCell]
  /// Open days of each weekday in the calendar.
  let openDays: [Int]

  init(_ services: [Service], calendar: WorkCalendar) {
    var days: [ServiceDay] = []
    var cells: [CoverageCell] = []
    for (index, service) in services.enumerated() {
      for weekday in Weekday.workingWeek {
        let isOpen = service.openOn.contains(weekday) && service.needsPeopleOnSite
        let firstCell = cells.count
        var needs: [Int] = []
        switch service.kind {
        case .counter(let counter) where isOpen:
          needs = counter.openSlots.map { counter.ownNeed(on: weekday, slot: $0) }
          cells += needs.indices.map {
            CoverageCell(service: index, weekday: weekday, halfHour: $0)
          }
        case .posts(let minimum) where isOpen:
          needs = [minimum]
          cells.append(CoverageCell(service: index, weekday: weekday, halfHour: nil))
        default: break
        }
        days.append(
          ServiceDay(
            needs: needs, halfHoursEach: service.counter == nil ? Self.halfHoursOfPosts : 1,
            firstCell: firstCell, isOpen: isOpen))
      }
    }
    self.services = services
    self.days = days
    self.cells = cells
    openDays = Weekday.workingWeek.map { weekday in
      calendar.days.count { $0.weekday == weekday }
    }
  }

  /// The staff that can serve at once: no more than there are counters.
  func serving(_ onSite: Int, service: Int) -> Int {
    min(onSite, services[service].counter?.counters ?? onSite)
  }

  func day(service: Int, weekday: Int) -> ServiceDay { days[service * 5 + weekday] }
}
