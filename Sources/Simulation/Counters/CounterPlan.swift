import HybridWork

/// A counter's day as the grid of waits sees it.
final class CounterPlan: Sendable {
  let service: CounterService
  let shape: CounterShape
  /// Slots of the shape in which citizens are received: those judged for coverage.
  let openSlots: [Int]
  /// Runs of ``openSlots`` that follow each other: the slot and the place of the first, and how many.
  let openRuns: [(slot: Int, half: Int, count: Int)]
  /// Share of the day's citizens who come in each of ``openSlots``.
  let openShares: [Double]
  /// Servers of each slot: first for 0, 1, 2 … people on site all day, up to as many as can serve at
  /// once, then what hours of the day make of those there all day and those there in part.
  let staffings: [[UInt16]]
  /// How many of ``staffings`` are those of people on site all day.
  let allDayCount: Int
  private let partDays: [PartDays]

  /// The staffing of each number of people there all day and in part, under one pattern of presence.
  private struct PartDays {
    let pattern: PresencePattern
    /// `allDay * (most + 1) + partly`.
    let staffings: [Int32]
    let most: Int
  }

  /// A counter's day.
  ///
  /// `staff` are the people who may serve it, `patterns` the hours that policies set.
  init(_ service: CounterService, staff: Int = 0, patterns: [PresencePattern] = []) {
    self.service = service
    let atDoor = service.terms.waitingAtOpening
    let hasDoor = atDoor > 0 && service.terms.waitingBeforeMinutes > 0
    let door =
      hasDoor
      ? [CounterShape.Slot(minutes: service.terms.waitingBeforeMinutes, share: atDoor)] : []
    shape = CounterShape(
      slots: door
        + service.slots.map {
          CounterShape.Slot(
            minutes: Double(DaySlot.minutes), share: $0.share * (hasDoor ? 1 - atDoor : 1))
        },
      withinMinutes: service.standard.withinMinutes,
      servesOut: service.terms.closingRule == .serveOut, tickets: service.terms.ticketsPerDay)
    openSlots = service.openSlots.map { $0 + door.count }
    var runs: [(slot: Int, half: Int, count: Int)] = []
    for (half, slot) in openSlots.enumerated() {
      if let last = runs.last, last.slot + last.count == slot {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((slot, half, 1))
      }
    }
    openRuns = runs
    openShares = openSlots.map { [shape] in shape.slots[$0].share }
    func day(_ serving: (DaySlot) -> Int) -> [UInt16] {
      door.map { _ in 0 }
        + service.slots.indices.map {
          UInt16(clamping: service.serving(serving(service.slots[$0]), slot: $0))
        }
    }
    var staffings = (0...max(service.counters, 0)).map { onSite in day { _ in onSite } }
    allDayCount = staffings.count
    var numbers = Dictionary(
      staffings.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    partDays = patterns.map { pattern in
      var table: [Int32] = []
      for allDay in 0...staff {
        for partly in 0...staff {
          let servers = day {
            pattern.onSite(halfHourFrom: $0.start.minutes, allDay: allDay, partly: partly)
          }
          let number = numbers[servers] ?? staffings.count
          if number == staffings.count {
            numbers[servers] = number
            staffings.append(servers)
          }
          table.append(Int32(number))
        }
      }
      return PartDays(pattern: pattern, staffings: table, most: staff)
    }
    self.staffings = staffings
  }

  /// The staffing of people there all day and in part; `pattern` counts from 0.
  func staffing(allDay: Int, partly: Int, pattern: Int) -> Int {
    let table = partDays[pattern]
    let row = min(max(allDay, 0), table.most)
    return Int(table.staffings[row * (table.most + 1) + min(max(partly, 0), table.most)])
  }

  /// Citizens planned for a day at the counter.
  func arrivals(_ day: ServicePlan.DayClass) -> Double {
    service.visitors(on: Weekday.serviceWeek[day.weekday]) * day.demandFactor * day.surge
  }
}
