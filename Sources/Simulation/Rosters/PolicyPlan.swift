import HybridWork

/// What the daily loop needs to know of one policy.
struct PolicyPlan {
  /// Eligible lanes of each block.
  let eligible: [UInt64]
  let schedule: Schedule
  let takeUp: TakeUp
  /// The most people of each unit planned away on one day.
  let capacities: [Int]
  let isCapped: Bool
  let mealAllowance: MealAllowance
  /// How many different plans the calendar alternates between.
  let phaseCount: Int
  /// Which plan holds on each day.
  let phaseOfDay: [Int]

  init(
    _ policy: Policy, decisions: EligibilityDecisions, staff: PackedStaff, calendar: WorkCalendar
  ) {
    let offers = policy.levers.schedule.offersFlexibleDays
    eligible = staff.packed { offers && decisions.isEligible($0) }
    schedule = policy.levers.schedule
    takeUp = policy.levers.takeUp
    mealAllowance = policy.levers.mealAllowanceOnFlexibleDay
    isCapped = policy.levers.capShareOfUnitAway != nil
    let cap = policy.levers.capShareOfUnitAway ?? 1
    // A hair above the product, so that 0.3 of 10 people is 3 and not 2.
    capacities = staff.unitSizes.map { Int((cap * Double($0) + 1e-9).rounded(.down)) }
    switch policy.levers.schedule {
    case .chosen, .fixed:
      phaseCount = DaySplit.workingDays
      phaseOfDay = calendar.days.map(\.weekday.rawValue)
    case .rotation(let teams, let turn):
      phaseCount = max(teams, 1)
      phaseOfDay = calendar.days.map { Self.turn(of: $0.date, turn) % max(teams, 1) }
    }
  }

  /// The number of a day's or week's turn, counted from a Monday long ago so that it does not
  /// depend on where the calendar begins.
  private static func turn(of date: WorkDate, _ turn: Schedule.Turn) -> Int {
    let daysSinceMonday = date.dayNumber + 3 + 7 * 100_000
    let week = daysSinceMonday / 7
    return turn == .week ? week : week * DaySplit.workingDays + daysSinceMonday % 7
  }
}
