import HybridWork

/// The days on which a plan of one way of take-up may have anyone away.
struct UseDays: Sendable {
  let usual: DayOctets
  let nextToHoliday: DayOctets

  init(_ takeUp: TakeUp, of plans: [PolicyPlan], calendar: WorkCalendar) {
    let days = calendar.days
    let asking = plans.filter { $0.takeUp == takeUp }
    let places = days.indices.filter { day in asking.contains { $0.mayBeAway(on: day, days) } }
    usual = DayOctets(days, at: places.filter { !days[$0].isNextToHoliday })
    nextToHoliday = DayOctets(days, at: places.filter { days[$0].isNextToHoliday })
  }
}
