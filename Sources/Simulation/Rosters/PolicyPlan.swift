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
  let quota: QuotaPlan?
  let optIn: OptInPlan?
  let evaluation: Evaluation?
  let sickness: SicknessRule?
  /// How many different plans a month alternates between.
  let phaseCount: Int
  /// Months planned by themselves: one for the whole calendar unless places or loss of days differ.
  let monthCount: Int
  /// Which plan holds on each day: `month * phaseCount + phase`.
  let planOfDay: [Int]

  init(
    _ policy: Policy, decisions: EligibilityDecisions, staff: PackedStaff, study: Study,
    months: StudyMonths
  ) {
    let calendar = study.calendar
    let offers = policy.levers.schedule.offersFlexibleDays
    eligible = staff.packed { offers && decisions.isEligible($0) }
    schedule = policy.levers.schedule
    takeUp = policy.levers.takeUp
    mealAllowance = policy.levers.mealAllowanceOnFlexibleDay
    isCapped = policy.levers.capShareOfUnitAway != nil
    let cap = policy.levers.capShareOfUnitAway ?? 1
    // A hair above the product, so that 0.3 of 10 people is 3 and not 2.
    capacities = staff.unitSizes.map { Int((cap * Double($0) + 1e-9).rounded(.down)) }
    quota = policy.levers.quota.map { QuotaPlan($0, population: study.population) }
    optIn = OptInPlan(policy.levers.takeUpOdds, population: study.population, staff: staff)
    evaluation = policy.levers.evaluation
    sickness = policy.levers.sickness
    let isMonthly = quota?.isRotating ?? false || evaluation != nil
    monthCount = isMonthly ? months.numbers.count : 1
    let phaseOfDay: [Int]
    switch policy.levers.schedule {
    case .chosen, .fixed:
      phaseCount = DaySplit.workingDays
      phaseOfDay = calendar.days.map(\.weekday.rawValue)
    case .rotation(let teams, let turn):
      phaseCount = max(teams, 1)
      phaseOfDay = calendar.days.map { Self.turn(of: $0.date, turn) % max(teams, 1) }
    }
    let phases = phaseCount
    planOfDay = phaseOfDay.enumerated().map { day, phase in
      (isMonthly ? months.monthOfDay[day] * phases : 0) + phase
    }
  }

  /// How many plans there are.
  var planCount: Int { monthCount * phaseCount }

  /// The number of a day's or week's turn, counted from a Monday long ago so that it does not
  /// depend on where the calendar begins.
  private static func turn(of date: WorkDate, _ turn: Schedule.Turn) -> Int {
    let daysSinceMonday = date.dayNumber + 3 + 7 * 100_000
    let week = daysSinceMonday / 7
    return turn == .week ? week : week * DaySplit.workingDays + daysSinceMonday % 7
  }
}
