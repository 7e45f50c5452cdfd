import HybridWork

/// What one service needs on each kind of day, and what each staffing covers: the same in every world.
///
/// A kind of day is a weekday at one level of planned demand. A staffing is what a number of people on
/// site makes of the day, slot by slot.
///
/// Shared, never copied: calendars walk over every service's plan.
final class ServicePlan: Sendable {
  /// How many half hours a working day of posts counts for: 7.5 hours.
  private static let halfHoursOfWorkingDay = 15
  /// How many half hours the shifts of posts held round the clock divide among them.
  private static let halfHoursOfClock = 48

  /// A weekday at one level of planned demand.
  struct DayClass: Sendable {
    let weekday: Int
    /// Planned demand over that of the same weekday in an ordinary week.
    let demandFactor: Double
    /// Unplanned citizens: times the planned demand; 1 unless the study is under stress.
    let surge: Double
    /// Needs of the half hours, or of the shifts of posts.
    let needs: [Int]
    /// Own staff with whom every need is met: the largest need less the counters that others staff,
    /// or the sum over the shifts of posts.
    let largestOwnNeed: Int
  }

  let service: Service
  let counter: CounterPlan?
  /// The most people on site who make a difference; more serve like so many.
  let mostOnSite: Int
  let classes: [DayClass]
  /// For each working day the place of its class, or -1 when closed.
  let classOfDay: [Int]
  /// Place of the first cell of each weekday among ``StaffingNeeds/cells``.
  let firstCell: [Int]
  /// How many cells the service has there.
  let cellCount: Int
  /// How many parts of a day are judged: open half hours of a counter, shifts of posts.
  let partsOfDay: Int
  /// How many half hours each need stands for.
  let halfHoursEach: Int
  /// How many different staffings there are; people beyond the last make no difference.
  let staffingCount: Int
  /// Bits of the half hours that are covered, `class * staffingCount + staffing`.
  let coveredBits: [UInt64]
  /// For each working day the first of its class's places among ``coveredBits``; on closed days the
  /// end of all places.
  let firstPlaceOfDay: [Int32]
  /// For each working day the fewest own staff there all day who cover all of it, since more never
  /// cover less; `Int32.max` where nobody can, `Int32.min` when closed.
  let fullyCoveredFrom: [Int32]
  /// Place of the first cell of each class's weekday among ``StaffingNeeds/cells``.
  let firstCellOfClass: [Int]
  /// For each of ``coveredBits`` the share of the day's citizens who come in covered half hours; 0
  /// for posts.
  let coveredShare: [Double]
  /// Citizens planned for each kind of day; 0 for posts.
  let arrivalsOfClass: [Double]
  /// Who serves in each part of the day, `staffing * partsOfDay + part`.
  let serversOfPart: [Int32]

  init(
    _ service: Service, calendar: WorkCalendar, firstCell: Int, staff: Int,
    patterns: [PresencePattern], surge: (WorkDate) -> Double
  ) {
    self.service = service
    counter = service.counter.map { CounterPlan($0, staff: staff, patterns: patterns) }
    let days = Self.classes(service, calendar: calendar, surge: surge)
    let classes = days.classes
    self.classes = classes
    classOfDay = days.ofDay
    let shifts = service.shiftsOfPosts
    partsOfDay = counter?.openSlots.count ?? shifts
    let halfHoursOfShift =
      shifts == 1 ? Self.halfHoursOfWorkingDay : Self.halfHoursOfClock / shifts
    halfHoursEach = counter == nil ? halfHoursOfShift : 1
    let cellsOfDay = partsOfDay
    var next = firstCell
    self.firstCell = Weekday.serviceWeek.map { weekday in
      defer {
        next += service.openOn.contains(weekday) && service.needsPeopleOnSite ? cellsOfDay : 0
      }
      return next
    }
    cellCount = next - firstCell
    let largestNeed = classes.map(\.largestOwnNeed).max() ?? 0
    staffingCount = counter?.staffings.count ?? largestNeed + 1
    mostOnSite = (counter?.allDayCount ?? staffingCount) - 1
    let counter = counter
    let count = staffingCount
    let parts = partsOfDay
    arrivalsOfClass = classes.map { counter?.arrivals($0) ?? 0 }
    serversOfPart = (0..<count).flatMap { staffing in
      (0..<parts).map { Int32(Self.servers(staffing, part: $0, of: parts, counter: counter)) }
    }
    let bits = classes.flatMap { day in
      (0..<count).map { staffing in
        day.needs.enumerated().reduce(UInt64(0)) { bits, part in
          let servers = Self.servers(
            staffing, part: part.offset, of: day.needs.count, counter: counter)
          return servers >= part.element ? bits | 1 << UInt64(part.offset) : bits
        }
      }
    }
    coveredBits = bits
    firstPlaceOfDay = classOfDay.map { Int32(($0 < 0 ? classes.count : $0) * count) }
    let allDay = 0...mostOnSite
    let fullyCovered = classes.indices.map { day in
      allDay.first { bits[day * count + $0].nonzeroBitCount == parts }.map { Int32($0) } ?? .max
    }
    fullyCoveredFrom = classOfDay.map { $0 < 0 ? .min : fullyCovered[$0] }
    firstCellOfClass = classes.map { [firstCells = self.firstCell] in firstCells[$0.weekday] }
    coveredShare = bits.map { bits in
      guard let counter else { return 0 }
      return counter.openShares.indices.reduce(0) {
        bits >> UInt64($1) & 1 == 1 ? $0 + counter.openShares[$1] : $0
      }
    }
  }

  /// The kinds of day of a calendar, and the place of each working day's among them, -1 when closed.
  private static func classes(
    _ service: Service, calendar: WorkCalendar, surge: (WorkDate) -> Double
  ) -> (classes: [DayClass], ofDay: [Int]) {
    var classes: [DayClass] = []
    let ofDay = calendar.days.map { day in
      guard service.openOn.contains(day.weekday), service.needsPeopleOnSite else { return -1 }
      let factor = service.counter?.demandFactor(on: day.date) ?? 1
      let weekday = day.weekday.rawValue
      let surge = surge(day.date)
      if let known = classes.firstIndex(where: {
        $0.weekday == weekday && $0.demandFactor == factor && $0.surge == surge
      }) {
        return known
      }
      let needs = Self.needs(service, on: day.weekday, demandFactor: factor)
      let ownNeed =
        service.counter.map { (needs.max() ?? 0) - $0.otherStaffedCounters } ?? needs.reduce(0, +)
      classes.append(
        DayClass(
          weekday: weekday, demandFactor: factor, surge: surge, needs: needs,
          largestOwnNeed: max(ownNeed, 0)))
      return classes.count - 1
    }
    return (classes, ofDay)
  }

  /// The staffing that people on site all day, and others in part, make of a day.
  ///
  /// `pattern` is the place of the policy's hours, nil without any. Posts are held all day or not
  /// at all.
  func staffing(onSite: Int, partly: Int, pattern: Int?) -> Int {
    if let pattern, let counter {
      return counter.staffing(allDay: onSite, partly: partly, pattern: pattern)
    }
    return min(max(onSite, 0), mostOnSite)
  }

  /// Own staff with whom every need of a day is met; 0 when closed.
  func largestOwnNeed(onDay day: Int) -> Int32 {
    classOfDay[day] >= 0 ? Int32(classes[classOfDay[day]].largestOwnNeed) : 0
  }

  /// One bit for each half hour, set where the staffing meets the need.
  func coveredBits(dayClass: Int, staffing: Int) -> UInt64 {
    coveredBits[dayClass * staffingCount + staffing]
  }

  /// Who serves in a part of the day under a staffing; the shifts of posts divide it evenly, the
  /// first ones getting what is left over.
  private static func servers(
    _ staffing: Int, part: Int, of parts: Int, counter: CounterPlan?
  ) -> Int {
    counter.map { Int($0.staffings[staffing][$0.openSlots[part]]) }
      ?? (staffing + parts - 1 - part) / parts
  }

  private static func needs(
    _ service: Service, on weekday: Weekday, demandFactor: Double
  ) -> [Int] {
    switch service.kind {
    case .counter(let counter):
      counter.openSlots.map { counter.need(on: weekday, slot: $0, load: demandFactor) }
    case .posts(let minimum, let shifts): Array(repeating: minimum, count: shifts)
    case .backlog: []
    }
  }
}
