import HybridWork

/// A study prepared for the loop: everything that no draw changes, in columns and words.
struct StudyModel: Sendable {
  let study: Study
  let staff: PackedStaff
  let needs: StaffingNeeds
  /// Decisions and plans of the baseline and the policies.
  let decisions: [EligibilityDecisions]
  let plans: [PolicyPlan]
  /// The days of each week that has working days.
  let weeks: [Range<Int>]
  let months: StudyMonths
  let duty: DutyRoster
  let groupings: [Grouping]
  let groupLanes: GroupLanes
  /// For each person the place of the staff cell and the one-way commute in tenths of a kilometre.
  let cellOfPerson: [Int32]
  let distanceOfPerson: [Int32]

  init(_ study: Study) throws(SimulationError) {
    self.study = study
    staff = PackedStaff(study.population, services: study.services)
    needs = StaffingNeeds(study.services, calendar: study.calendar)
    months = StudyMonths(study.calendar)
    duty = DutyRoster(study.duties, units: study.population.units)
    var decisions: [EligibilityDecisions] = []
    var plans: [PolicyPlan] = []
    for policy in study.scenarios {
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
    }
    self.decisions = decisions
    self.plans = plans
    weeks = Self.weeks(of: study.calendar)
    groupings = Grouping.all(of: study)
    groupLanes = GroupLanes(
      groupings, staff: staff, smallestGroup: study.reporting.smallestGroup)
    cellOfPerson = StaffCell.cells(of: study.population).map { Int32($0.index) }
    distanceOfPerson = study.population.numbers(.commuteKilometres).map {
      Int32(($0 * CellTally.partsPerKilometre).rounded())
    }
  }

  var scenarioCount: Int { plans.count }
  var dayCount: Int { study.calendar.days.count }

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

/// One way of grouping the staff: by unit or by a register column.
struct Grouping: Sendable {
  let groups: [OutcomeGroup]
  let column: CategoryColumn
  let sizes: [Int]

  static func all(of study: Study) -> [Grouping] {
    let population = study.population
    var units = Array(repeating: UInt16(0), count: population.count)
    for (index, unit) in population.units.enumerated() {
      for person in unit.people { units[person] = UInt16(index) }
    }
    let byUnit = Grouping(
      groups: population.units.map { .unit($0.name) },
      column: CategoryColumn(levels: population.units.map(\.name), codes: units))
    let byColumn = study.reporting.groups.map { column in
      let values = population.categories(column)
      return Grouping(groups: values.levels.map { .level(column, $0) }, column: values)
    }
    return [byUnit] + byColumn
  }

  private init(groups: [OutcomeGroup], column: CategoryColumn) {
    self.groups = groups
    self.column = column
    var sizes = Array(repeating: 0, count: groups.count)
    for code in column.codes where code != CategoryColumn.unknown { sizes[Int(code)] += 1 }
    self.sizes = sizes
  }
}
