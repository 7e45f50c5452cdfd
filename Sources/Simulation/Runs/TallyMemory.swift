import HybridWork

/// The sums of the calendar at hand as plain memory of one thread, scenario after scenario.
///
/// The innermost loops add here, where nothing is checked or counted for them; at the end of a
/// calendar the sums are handed over as ``ScenarioTally``. All sums are of whole numbers.
final class TallyMemory {
  /// Each staff cell's person-weeks by dose and distance, as in `CellTally`.
  private let cells: UnsafeMutablePointer<Int>
  private let staffOfPool: UnsafeMutablePointer<Int32>
  private let inOffice: UnsafeMutablePointer<Int32>
  private let daysOfGroup: UnsafeMutablePointer<Int>
  private let drivers: UnsafeMutablePointer<Int>
  private let peopleByDays: UnsafeMutablePointer<Int>
  private let takeUp: UnsafeMutablePointer<Int32>
  private let scenarioCount: Int
  private let dayCount: Int
  private let poolCount: Int
  /// How many numbers of staff by pool and day a scenario has.
  private let staffCount: Int
  /// Whether any service counts staff on flexible days.
  private let countsFlexible: Bool
  /// The first place of each grouping among the groups of all, and their number at the end.
  private let firstGroups: [Int]
  private let takeUpCount: Int
  /// For each person and grouping the place of the group; one more place is for people of none.
  private let placeOfPerson: UnsafeMutablePointer<Int32>
  private let cellOfPerson: UnsafeMutablePointer<Int32>
  private let distanceOfPerson: UnsafeMutablePointer<Int32>
  private let driversOfPerson: UnsafeMutablePointer<PersonDrivers>

  init(_ model: StudyModel) {
    scenarioCount = model.scenarioCount
    dayCount = model.dayCount
    poolCount = model.staff.pools.pools.count
    countsFlexible = ServiceStaff.countsFlexible(model)
    staffCount = ServiceStaff.countsOfPools(model)
    takeUpCount = TakeUpTable.Step.counted * model.groupLanes.groups.count
    firstGroups = model.groupings.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.groups.count)
    }
    let groups = firstGroups[firstGroups.count - 1] + 1
    func memory<Number: FixedWidthInteger>(_ perScenario: Int) -> UnsafeMutablePointer<Number> {
      let memory = UnsafeMutablePointer<Number>.allocate(
        capacity: max(model.scenarioCount * perScenario, 1))
      memory.initialize(repeating: 0, count: max(model.scenarioCount * perScenario, 1))
      return memory
    }
    cells = memory(CellTally.length)
    staffOfPool = memory(staffCount)
    inOffice = memory(dayCount)
    daysOfGroup = memory(groups)
    drivers = memory(groups * PersonDrivers.perGroup)
    peopleByDays = memory(dayCount + 1)
    takeUp = memory(takeUpCount)
    let people = model.study.population.count
    placeOfPerson = .allocate(capacity: max(people * model.groupings.count, 1))
    for (index, grouping) in model.groupings.enumerated() {
      for (person, group) in grouping.groupOfPerson.enumerated() {
        let place = group == Grouping.none ? groups - 1 : firstGroups[index] + Int(group)
        (placeOfPerson + person * model.groupings.count + index).initialize(to: Int32(place))
      }
    }
    func copied<Value>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
      let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
      for (place, value) in values.enumerated() { (memory + place).initialize(to: value) }
      return memory
    }
    cellOfPerson = copied(model.cellOfPerson)
    distanceOfPerson = copied(model.distanceOfPerson)
    driversOfPerson = copied(model.driversOfPerson)
  }

  deinit {
    for words in [staffOfPool, inOffice, takeUp, placeOfPerson, cellOfPerson, distanceOfPerson] {
      words.deallocate()
    }
    for words in [cells, daysOfGroup, drivers, peopleByDays] { words.deallocate() }
    driversOfPerson.deallocate()
  }

  private var groupCount: Int { firstGroups[firstGroups.count - 1] + 1 }
  private var driverCount: Int { groupCount * PersonDrivers.perGroup }

  /// Forgets the calendar before; everyone of `staff` begins without a flexible day.
  func reset(staff: Int) {
    cells.update(repeating: 0, count: scenarioCount * CellTally.length)
    staffOfPool.update(repeating: 0, count: scenarioCount * staffCount)
    inOffice.update(repeating: 0, count: scenarioCount * dayCount)
    daysOfGroup.update(repeating: 0, count: scenarioCount * groupCount)
    drivers.update(repeating: 0, count: scenarioCount * driverCount)
    peopleByDays.update(repeating: 0, count: scenarioCount * (dayCount + 1))
    takeUp.update(repeating: 0, count: scenarioCount * takeUpCount)
    for scenario in 0..<scenarioCount { peopleByDays[scenario * (dayCount + 1)] = staff }
  }

  /// The counts of people by step of take-up and group.
  func takeUp(scenario: Int) -> UnsafeMutablePointer<Int32> { takeUp + scenario * takeUpCount }

  /// Staff in the office on each day.
  func inOffice(scenario: Int) -> UnsafeMutablePointer<Int32> { inOffice + scenario * dayCount }

  /// Adds the staff of a pool within a block: those on site and those on flexible days.
  func addStaff(
    scenario: Int, _ servers: PackedStaff.Servers, onSite: UnsafePointer<UInt64>,
    flexible: UnsafePointer<UInt64>
  ) {
    let first = staffOfPool + scenario * staffCount + servers.pool * dayCount
    WordCounts.add(onSite, servers.lanes, to: first, count: dayCount)
    guard countsFlexible else { return }
    WordCounts.add(flexible, servers.lanes, to: first + poolCount * dayCount, count: dayCount)
  }

  /// Books the flexible weeks and days of each person in `lanes`, the first person being `first`.
  func addPeople(
    scenario: Int, lanes: UInt64, firstPerson first: Int, _ weeks: DoseCounter, plan: PolicyPlan
  ) {
    let groupings = firstGroups.count - 1
    let cells = cells + scenario * CellTally.length
    let groups = daysOfGroup + scenario * groupCount
    let drivers = drivers + scenario * driverCount
    let histogram = peopleByDays + scenario * (dayCount + 1)
    let distanceToPlace = plan.distanceToPlace
    // On part of a day away the commute is made, the meal paid and no dose known.
    let hasDoses = !plan.hasPartDays
    weeks.unpack()
    let days = weeks.days
    let people = lanes.nonzeroBitCount
    histogram[0] &-= people
    // Units are the first grouping, and all of a block are of one.
    let unit = Int(placeOfPerson[first &* groupings])
    drivers[unit &* PersonDrivers.perGroup &+ CostDriver.participants.rawValue] &+= people
    var daysOfUnit = 0
    var rest = lanes
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      rest &= rest &- 1
      let person = first &+ lane
      let worked = Int(days[lane])
      histogram[worked] &+= 1
      daysOfUnit &+= worked
      let places = placeOfPerson + person &* groupings
      for grouping in 1..<groupings {
        let place = Int(places[grouping])
        groups[place] &+= worked
        drivers[place &* PersonDrivers.perGroup &+ CostDriver.participants.rawValue] &+= 1
      }
      guard hasDoses else { continue }
      let kilometres = worked &* Int(distanceOfPerson[person] &- distanceToPlace)
      let own = driversOfPerson[person]
      for grouping in 0..<groupings {
        let row = drivers + Int(places[grouping]) &* PersonDrivers.perGroup
        row[Int(own.days)] &+= worked
        row[Int(own.kilometres)] &+= kilometres
      }
      let cell = cells + Int(cellOfPerson[person]) &* CellTally.perCell
      for dose in 0..<DaySplit.workingDays where weeks.isUsed[dose] {
        cell[dose] &+= Int(weeks.counts[dose &* 64 &+ lane])
      }
      cell[DaySplit.workingDays] &+= kilometres
    }
    groups[unit] &+= daysOfUnit
  }

  /// Books what a unit's building saw; units are the first grouping.
  func addBuilding(scenario: Int, unit: Int, scattered: Int, dark: Int) {
    let row = drivers + scenario * driverCount + unit * PersonDrivers.perGroup
    row[CostDriver.scatteredDays.rawValue] += scattered
    row[CostDriver.darkDays.rawValue] += dark
  }

  /// Hands over what a scenario adds up to.
  func write(scenario: Int, to tally: inout ScenarioTally) {
    func copy<Number>(_ source: UnsafeMutablePointer<Number>, _ target: inout [Number]) {
      target.withUnsafeMutableBufferPointer { target in
        _ = target.update(fromContentsOf: UnsafeBufferPointer(start: source, count: target.count))
      }
    }
    for place in 0..<CellTally.length {
      tally.cells[place] = Double(cells[scenario * CellTally.length + place])
    }
    copy(staffOfPool + scenario * staffCount, &tally.staffOfPool)
    copy(inOffice + scenario * dayCount, &tally.inOffice)
    copy(drivers + scenario * driverCount, &tally.driversOfGroup)
    copy(peopleByDays + scenario * (dayCount + 1), &tally.peopleByFlexibleDays)
    copy(takeUp + scenario * takeUpCount, &tally.takeUp)
    for (grouping, first) in firstGroups.dropLast().enumerated() {
      copy(
        daysOfGroup + scenario * groupCount + first, &tally.flexibleDaysOfGroup[grouping])
    }
  }
}
