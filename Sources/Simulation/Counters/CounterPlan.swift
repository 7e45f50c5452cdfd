import HybridWork

/// A counter's day as the grid of waits sees it.
struct CounterPlan: Sendable {
  let service: CounterService
  let shape: CounterShape
  /// Slots of the shape in which citizens are received: those judged for coverage.
  let openSlots: [Int]
  /// Servers of each slot for 0, 1, 2 … people on site, up to as many as can serve at once.
  let staffings: [[UInt16]]

  init(_ service: CounterService) {
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
    staffings = (0...max(service.counters, 0)).map { onSite in
      door.map { _ in 0 }
        + service.slots.indices.map { UInt16(clamping: service.serving(onSite, slot: $0)) }
    }
  }

  /// Citizens planned for a day at the counter.
  func arrivals(_ day: ServicePlan.DayClass) -> Double {
    service.visitors(on: Weekday.workingWeek[day.weekday]) * day.demandFactor
  }
}
