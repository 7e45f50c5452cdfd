import HybridWork

/// A study prepared for the loop: everything that no draw changes, in columns and words.
///
/// Shared, never copied: the loop reads it for every block of people.
final class StudyModel: Sendable {
  let study: Study
  let staff: PackedStaff
  let needs: StaffingNeeds
  /// The different hours that policies set.
  let patterns: [PresencePattern]
  /// Decisions and plans of the baseline and the policies.
  let decisions: [EligibilityDecisions]
  let plans: [PolicyPlan]
  /// The days on which a plan may have people away by choice, and by order.
  let voluntaryDays: UseDays
  let orderedDays: UseDays
  /// Whether any plan asks in which order people would choose the weekdays.
  let asksWeekdayOrder: Bool
  /// The safeguards of each plan that has any.
  let safeguards: [SafeguardPlan?]
  /// Whether any plan has a safeguard for staff of a unit.
  let isGuarded: [Bool]
  /// The number of each day, by which draws are keyed.
  let dayNumbers: [Int]
  /// For each unit whether it works on Saturdays.
  let worksSaturdays: [Bool]
  /// The places of the days from Monday to Friday.
  let mondayToFriday: [Int]
  /// The days of each week that has working days.
  let weeks: [Range<Int>]
  let months: StudyMonths
  let duty: DutyRoster
  let groupings: [Grouping]
  let groupLanes: GroupLanes
  /// For each person the place of the staff cell and the one-way commute in tenths of a kilometre.
  let cellOfPerson: [Int32]
  let distanceOfPerson: [Int32]
  let workLanes: WorkLanes
  /// For each person where flexible days and kilometres count among the drivers of cost.
  let driversOfPerson: [PersonDrivers]

  init(_ study: Study) throws(SimulationError) {
    self.study = study
    staff = PackedStaff(study.population, services: study.services)
    var patterns: [PresencePattern] = []
    for pattern in study.simulated.map(\.levers.schedule.presence)
    where pattern.hours != nil && !patterns.contains(pattern) { patterns.append(pattern) }
    self.patterns = patterns
    let needs = StaffingNeeds(
      study.services, calendar: study.calendar, pools: staff.pools, poolSizes: staff.poolSizes,
      patterns: patterns, surge: study.surge)
    self.needs = needs
    months = StudyMonths(study.calendar)
    duty = DutyRoster(study.duties, units: study.population.units)
    var decisions: [EligibilityDecisions] = []
    var plans: [PolicyPlan] = []
    var safeguards: [SafeguardPlan?] = []
    func need(service: Int, day: Int) -> Int {
      let plan = needs.plans[service]
      return plan.classOfDay[day] < 0 ? 0 : plan.classes[plan.classOfDay[day]].largestOwnNeed
    }
    for policy in study.simulated {
      let decided: EligibilityDecisions
      do {
        decided = try EligibilityDecisions(
          policy: policy, population: study.population, calendarStart: study.calendar.from)
      } catch {
        throw .rules(error)
      }
      decisions.append(decided)
      plans.append(
        PolicyPlan(policy, decisions: decided, staff: staff, study: study, months: months))
      safeguards.append(
        SafeguardPlan(
          policy.levers, services: study.services, staff: staff,
          dayCount: study.calendar.days.count, need: need))
    }
    self.decisions = decisions
    self.plans = plans
    voluntaryDays = UseDays(.voluntary, of: plans, calendar: study.calendar)
    orderedDays = UseDays(.ordered, of: plans, calendar: study.calendar)
    asksWeekdayOrder = plans.contains(where: \.schedule.asksPreference)
    self.safeguards = safeguards
    isGuarded = staff.unitBlocks.indices.map { unit in
      safeguards.contains { $0.map { !$0.pools[unit].isEmpty } ?? false }
    }
    worksSaturdays = study.population.units.map { study.sixDayUnits.contains($0.name) }
    let days = study.calendar.days
    mondayToFriday = days.indices.filter { days[$0].weekday <= .friday }
    dayNumbers = days.map(\.date.dayNumber)
    weeks = Self.weeks(of: study.calendar)
    groupings = Grouping.all(of: study)
    groupLanes = GroupLanes(groupings, staff: staff)
    let cells = StaffCell.cells(of: study.population)
    cellOfPerson = cells.map { Int32($0.index) }
    workLanes = WorkLanes(cells, staff: staff)
    driversOfPerson = cells.map(PersonDrivers.init)
    distanceOfPerson = Self.distances(study.population)
  }

  private static func distances(_ population: Population) -> [Int32] {
    population.numbers(.commuteKilometres).map {
      Int32(($0 * CellTally.partsPerKilometre).rounded())
    }
  }

  var scenarioCount: Int { plans.count }
  var dayCount: Int { study.calendar.days.count }

  /// Days on which people are to work, all together: Saturdays only in units that have them.
  var personDays: Int {
    let saturdays = dayCount - mondayToFriday.count
    let sixDayStaff = zip(worksSaturdays, staff.unitSizes).reduce(0) { $1.0 ? $0 + $1.1 : $0 }
    return study.population.count * mondayToFriday.count + sixDayStaff * saturdays
  }

  private static func weeks(of calendar: WorkCalendar) -> [Range<Int>] {
    var weeks: [Range<Int>] = []
    var start = 0
    let days = calendar.days
    for index in days.indices
    where index + 1 == days.count || days[index + 1].week != days[index].week {
      weeks.append(start..<(index + 1))
      start = index + 1
    }
    return weeks
  }
}
