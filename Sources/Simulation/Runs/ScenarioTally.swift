import HybridWork

/// What one calendar of one scenario adds up to, before prices and queues.
struct ScenarioTally {
  /// Person-weeks by dose and kilometres of each staff cell, in the order of `CellTally`.
  var cells: [Double]
  /// Staff of each pool on site, `pool * days + day`, then as many numbers of staff on flexible days
  /// where ``ServiceStaff/countsFlexible(_:)`` is true.
  var staffOfPool: [Int32]
  /// Staff in the office on each day.
  var inOffice: [Int32]
  /// Flexible days of every group, grouping by grouping.
  var flexibleDaysOfGroup: [[Int]]
  /// What money follows in every group of every grouping and in one more for people of none, in the
  /// order of `PersonDrivers`; kilometres one way and in tenths.
  var driversOfGroup: [Int]
  /// Person-days of output that each unit gains, without what shocks give or take.
  var outputOfUnit: [Double]
  /// The same that shocks give or take.
  var shockWorkOfUnit: [Int]
  /// How many people worked a number of flexible days.
  var peopleByFlexibleDays: [Int]
  /// People by step of take-up and group, `step * groups + group`.
  var takeUp: [Int32]
  var evaluation = EvaluationTally()
  var safeguards = SafeguardTally()
  var shocks = ShockTally()
  var scatteredDays = 0
  var darkDays = 0
  /// Person-days on site times the share of the unit's others who are away.
  var matesAwayDays = 0.0

  init(_ model: StudyModel) {
    cells = Array(repeating: 0, count: CellTally.length)
    staffOfPool = Array(repeating: 0, count: ServiceStaff.countsOfPools(model))
    inOffice = Array(repeating: 0, count: model.dayCount)
    flexibleDaysOfGroup = model.groupings.map { Array(repeating: 0, count: $0.groups.count) }
    driversOfGroup = Array(
      repeating: 0,
      count: (model.groupings.reduce(0) { $0 + $1.groups.count } + 1) * PersonDrivers.perGroup)
    outputOfUnit = Array(repeating: 0, count: model.staff.unitBlocks.count)
    shockWorkOfUnit = Array(repeating: 0, count: model.staff.unitBlocks.count)
    peopleByFlexibleDays = Array(repeating: 0, count: model.dayCount + 1)
    takeUp = Array(
      repeating: 0, count: TakeUpTable.Step.counted * model.groupLanes.groups.count)
  }

  /// Forgets what ``TallyMemory`` does not write anew.
  mutating func reset() {
    evaluation = EvaluationTally()
    safeguards = SafeguardTally()
    shocks = ShockTally()
    scatteredDays = 0
    darkDays = 0
    matesAwayDays = 0
    for unit in shockWorkOfUnit.indices { shockWorkOfUnit[unit] = 0 }
  }

  /// People with at least one flexible day.
  var participants: Int { peopleByFlexibleDays.dropFirst().reduce(0, +) }

  var flexibleDays: Int {
    peopleByFlexibleDays.indices.reduce(0) { $0 + $1 * peopleByFlexibleDays[$1] }
  }
}
