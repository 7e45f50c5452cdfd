import HybridWork

/// What the daily loop needs to know of one policy; shared, never copied, since it has many columns.
final class PolicyPlan: Sendable {
  /// Eligible lanes of each block.
  let eligible: [UInt64]
  let schedule: Schedule
  let takeUp: TakeUp
  /// The people of each unit that have days and a cap together: first those without days by record,
  /// then those of each entry of ``Schedule/daysByRecord``.
  let groups: [[DayGroup]]
  /// The group of each person within the unit; empty when every unit has one.
  let groupOfPerson: [UInt16]
  let isCapped: Bool
  let quota: QuotaPlan?
  let optIn: OptInPlan?
  let evaluation: Evaluation?
  let sickness: SicknessRule?
  /// How many different plans a month alternates between.
  let phaseCount: Int
  /// Months planned by themselves: one for the whole calendar unless places or loss of days differ.
  let monthCount: Int
  /// Which plan holds on each day: `month * phaseCount + phase`, or ``emptyPlan``.
  let planOfDay: [Int]
  /// The flexible days a week each person may choose; empty under other patterns.
  let chosenDays: [Int]
  /// Whether people may be away in each phase at all.
  let isOpenPhase: [Bool]
  /// Whether a month planned by itself has a day on which anyone may be away.
  let isOpenMonth: [Bool]
  /// The limit of days a month, or nil without one.
  let monthlyLimit: MonthlyLimit?
  /// Whether flexible days have hours on site.
  let hasPartDays: Bool
  /// One-way distance to the place of work of a flexible day, in the parts of a `CellTally`.
  let distanceToPlace: Int32
  private let hasClosedDays: Bool

  init(
    _ policy: Policy, decisions: EligibilityDecisions, staff: PackedStaff, study: Study,
    months: StudyMonths
  ) {
    let calendar = study.calendar
    let offers = policy.levers.schedule.offersFlexibleDays
    eligible = staff.packed { offers && decisions.isEligible($0) }
    let schedule = policy.levers.schedule
    self.schedule = schedule
    takeUp = policy.levers.takeUp
    let assessmentDay = policy.assessmentDay(calendarStart: calendar.from)
    groupOfPerson =
      schedule.daysByRecord.isEmpty
      ? []
      : schedule.recordPlaces(study.population, on: assessmentDay)
        .map { UInt16($0.map { $0 + 1 } ?? 0) }
    groups = DayGroup.groups(policy.levers, study.population, groupOfPerson: groupOfPerson)
    isCapped = groups.contains { $0.contains(where: \.isCapped) }
    quota = policy.levers.quota.map { QuotaPlan($0, population: study.population) }
    optIn = OptInPlan(policy.levers.takeUpOdds, population: study.population, staff: staff)
    evaluation = policy.levers.evaluation
    sickness = policy.levers.sickness
    let isMonthly = quota?.isRotating ?? false || evaluation != nil
    let monthCount = isMonthly ? months.numbers.count : 1
    let phases = Self.phases(schedule, calendar)
    let isOpen = calendar.days.map { day in
      // Nobody is away on a Saturday: schedules are those of a five-day week.
      day.weekday <= .friday && schedule.isOpen(day.date)
    }
    let emptyPlan = monthCount * phases.count
    self.monthCount = monthCount
    phaseCount = phases.count
    hasClosedDays = isOpen.contains(false)
    planOfDay = calendar.days.indices.map { day in
      isOpen[day]
        ? (isMonthly ? months.monthOfDay[day] * phases.count : 0) + phases.ofDay[day] : emptyPlan
    }
    isOpenPhase = (0..<phases.count).map { phase in
      schedule.isOpen(phase: phase, of: phases, isOpen: isOpen)
    }
    isOpenMonth = (0..<monthCount).map { month in
      isMonthly ? months.days[month].contains { isOpen[$0] } : isOpen.contains(true)
    }
    chosenDays = schedule.chosenDays(study.population, on: assessmentDay)
    hasPartDays = schedule.hours?.hasPartDays ?? false
    distanceToPlace = Int32(
      (schedule.place.kilometresPerDay * CellTally.partsPerKilometre).rounded())
    monthlyLimit = schedule.mostDaysPerMonth.map { MonthlyLimit(mostDays: $0, months: months) }
  }

  /// How many plans there are, the empty one of closed days included.
  var planCount: Int { emptyPlan + (hasClosedDays ? 1 : 0) }

  /// The place of the plan by which nobody is away, if there are closed days.
  var emptyPlan: Int { monthCount * phaseCount }

  /// Whether anyone at all may be away on one of the days.
  func mayBeAway(on day: Int, _ days: [WorkDay]) -> Bool {
    guard planOfDay[day] != emptyPlan, eligible.contains(where: { $0 != 0 }) else { return false }
    guard case .fixed = schedule.pattern else { return true }
    return groups.contains { $0.contains { $0.mayBeAway(on: days[day].weekday.rawValue) } }
  }

  private static func phases(_ schedule: Schedule, _ calendar: WorkCalendar) -> Phases {
    switch schedule.pattern {
    case .chosen, .fixed:
      Phases(count: DaySplit.workingDays, ofDay: calendar.days.map(\.weekday.rawValue))
    case .rotation(let teams, let turn):
      Phases(
        count: max(teams, 1),
        ofDay: calendar.days.map { Self.turn(of: $0.date, turn) % max(teams, 1) })
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

/// The plans that a schedule alternates between.
private struct Phases {
  let count: Int
  /// The phase of each working day.
  let ofDay: [Int]
}

extension Schedule {
  /// Whether a phase has days on which people may be away.
  ///
  /// Anchor days are never open. Under windows a weekday is open if any of its dates is: people who
  /// choose choose among the weekdays that the windows leave them.
  fileprivate func isOpen(phase: Int, of phases: Phases, isOpen: [Bool]) -> Bool {
    if case .rotation = pattern { return true }
    guard windows.isEmpty else {
      return phases.ofDay.indices.contains { phases.ofDay[$0] == phase && isOpen[$0] }
    }
    return !anchorDays.contains { $0.rawValue == phase }
  }
}
