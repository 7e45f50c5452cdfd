import HybridWork

/// What a log of tickets says of a counter: visitors a day, the shape of week and day, minutes.
struct TicketDemand {
  /// Mean tickets of each weekday over the days on which any were taken; 0 where closed.
  let weekdayMeans: [Double]
  /// The half hours with the tickets taken in each.
  let slots: [DaySlot]
  /// Tickets taken before opening, as a share of those counted.
  let waitingAtOpening: Double
  /// Twice the mean time from such a ticket to opening, as if they came evenly, in minutes.
  let waitingBeforeMinutes: Double
  /// Mean time from call to end; nil if the log holds none.
  let handlingMinutes: Double?
  /// Days with tickets.
  let days: Int
  /// Tickets after closing or on weekdays when the service is closed, which are left out.
  let leftOut: Int

  private let openDays: Set<Weekday>

  /// Fewer days than this and the log says little of a weekday.
  static let fewDays = 20

  /// Counts tickets by the service's opening hours.
  init(_ tickets: [TicketLog.Ticket], opening: ServiceOpening) {
    let first = opening.halfHours.first?.start.minutes ?? 0
    let length = opening.halfHours.count * DaySlot.minutes
    let counted = tickets.filter { ticket in
      opening.days.contains(ticket.taken.date.weekday)
        && ticket.taken.second < (first + length) * 60
    }
    var perSlot = Array(repeating: 0.0, count: opening.halfHours.count)
    var perWeekday = Weekday.allCases.map { _ in 0.0 }
    var daysOfWeekday = Weekday.allCases.map { _ in Set<WorkDate>() }
    var (early, earlyMinutes) = (0.0, 0.0)
    for ticket in counted {
      let weekday = ticket.taken.date.weekday.rawValue
      perWeekday[weekday] += 1
      daysOfWeekday[weekday].insert(ticket.taken.date)
      let minutes = Double(ticket.taken.second) / 60 - Double(first)
      if minutes < 0 {
        early += 1
        earlyMinutes -= minutes
      } else {
        perSlot[Int(minutes) / DaySlot.minutes] += 1
      }
    }
    weekdayMeans = zip(perWeekday, daysOfWeekday).map { $1.isEmpty ? 0 : $0 / Double($1.count) }
    var rest = perSlot[...]
    slots = opening.slots { _, _ in rest.removeFirst() }
    waitingAtOpening = counted.isEmpty ? 0 : early / Double(counted.count)
    waitingBeforeMinutes = early > 0 ? 2 * earlyMinutes / early : 0
    let handled = counted.compactMap(\.handlingMinutes)
    handlingMinutes = handled.isEmpty ? nil : handled.reduce(0, +) / Double(handled.count)
    days = daysOfWeekday.reduce(0) { $0 + $1.count }
    leftOut = tickets.count - counted.count
    openDays = opening.days
  }

  /// Mean visitors a day, every open weekday weighing the same.
  var visitorsPerDay: Double {
    weekdayMeans.reduce(0, +) / Double(max(openDays.count, 1))
  }

  /// Says at `place` what the log can't tell; false if that forbids using it.
  func isUsable(at place: YAMLValue) -> Bool {
    let without = Weekday.allCases.filter {
      openDays.contains($0) && weekdayMeans[$0.rawValue] == 0
    }
    if !without.isEmpty {
      place.complain(.service(.noTickets(on: without.map(\.name))))
      return false
    }
    guard slots.contains(where: { $0.share > 0 }) else {
      place.complain(.service(.noTickets(on: [])))
      return false
    }
    if leftOut > 0 {
      place.complain(.service(.ticketsOutsideHours(leftOut)), severity: .warning)
    }
    if days < Self.fewDays {
      place.complain(.service(.fewTicketDays(days)), severity: .warning)
    }
    return true
  }
}
