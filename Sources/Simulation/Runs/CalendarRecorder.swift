import HybridWork
import Statistics

/// Turns the tallies of one calendar into the outcomes that need no product: access, attendance,
/// services and burden.
struct CalendarRecorder {
  let model: StudyModel
  let rows: OutcomeRows
  let tables: ResultTables
  /// Eligible people of each scenario, by grouping and group, and the lowest access ratio.
  private let eligible: [[[Int]]]
  private let eligibleCounts: [Int]
  private let accessRatios: [Double]
  private let reader: ServiceReader
  private let staff: ServiceStaff
  private let backlogs: BacklogReader

  private var table: SampleTable { tables.samples }

  init(model: StudyModel, rows: OutcomeRows, tables: ResultTables) {
    self.model = model
    self.rows = rows
    self.tables = tables
    reader = ServiceReader(needs: model.needs)
    staff = ServiceStaff(model)
    backlogs = BacklogReader(model.study, needs: model.needs)
    let people = model.study.population.count
    let access = model.plans.indices.map { scenario in
      let offers = model.plans[scenario].schedule.offersFlexibleDays
      // Taken out of the loop, since each mention copies it.
      let decisions = model.decisions[scenario]
      return (0..<people).map { offers && decisions.isEligible($0) }
    }
    eligibleCounts = access.map { $0.count(where: { $0 }) }
    eligible = access.map { hasAccess in
      model.groupings.map { grouping in
        var counts = Array(repeating: 0, count: grouping.groups.count)
        for (person, group) in grouping.groupOfPerson.enumerated()
        where hasAccess[person] && group != Grouping.none {
          counts[Int(group)] += 1
        }
        return counts
      }
    }
    let groupings = model.study.reporting.accessGroups.map(model.study.population.groups(by:))
    accessRatios = access.map {
      AccessRatio.lowest(
        groupings: groupings, hasAccess: $0,
        smallestGroup: model.study.reporting.smallestGroup)
    }
  }

  /// Records every scenario of one calendar, and adds its visits at counters.
  func record(
    _ tallies: [ScenarioTally], sample: Int, world: Assumptions, visits: inout WorldVisits
  ) {
    let baseline =
      tables.guarantees.isAsked && !tallies.isEmpty
      ? staff.counts(tallies[0].staffOfPool, scenario: 0) : nil
    for (scenario, tally) in tallies.enumerated() {
      if let baseline {
        tables.guarantees.set(
          staff.counts(tally.staffOfPool, scenario: scenario), baseline: baseline,
          scenario: scenario, sample: sample)
      }
      func set(_ outcome: Outcome, _ value: Double) {
        table.set(rowOfAll(outcome), scenario: scenario, sample: sample, value)
      }
      let people = Double(model.study.population.count)
      let personDays = Double(model.personDays)
      set(.eligibleShare, Double(eligibleCounts[scenario]) / people)
      set(.accessRatioMin, accessRatios[scenario])
      set(.flexibleDaysPerWeek, weekly(tally.flexibleDays, people: people))
      set(.officeShareMean, tally.inOffice.reduce(0) { $0 + Double($1) } / personDays)
      set(.officeSharePeak, Double(tally.inOffice.max() ?? 0) / people)
      set(.deskNeed, deskNeed(tally))
      set(.burdenGini, burden(tally))
      recordGroups(tally, scenario: scenario, sample: sample)
      recordServices(tally, scenario: scenario, sample: sample, world, &visits)
      tables.takeUp.set(
        tally, scenario: scenario, sample: sample, places: model.groupLanes.places)
      tables.evaluations.set(tally.evaluation, scenario: scenario, sample: sample)
      tables.safeguards.set(tally.safeguards, scenario: scenario, sample: sample)
    }
  }

  private func rowOfAll(_ outcome: Outcome) -> Int { outcome.ordinal }

  private func weekly(_ days: Int, people: Double) -> Double {
    Double(days) / people / (Double(model.mondayToFriday.count) / Double(DaySplit.workingDays))
  }

  /// People in the office on the day that 95 of 100 days do not exceed.
  private func deskNeed(_ tally: ScenarioTally) -> Double {
    let days = model.mondayToFriday.map { tally.inOffice[$0] }.sorted()
    guard !days.isEmpty else { return .nan }
    // Nearest rank, in whole numbers so that 95% of 20 days is the 19th.
    return Double(days[(95 * days.count + 99) / 100 - 1])
  }

  /// Inequality of the days people are expected in the office, Saturdays left out.
  private func burden(_ tally: ScenarioTally) -> Double {
    let days = model.mondayToFriday.count
    return giniCoefficient(
      counts: Array(tally.peopleByFlexibleDays.prefix(days + 1).reversed()))
  }

  private func recordGroups(_ tally: ScenarioTally, scenario: Int, sample: Int) {
    for (index, grouping) in model.groupings.enumerated() {
      for group in grouping.groups.indices {
        guard let row = rows.groups[index][group] else { continue }
        let people = Double(grouping.sizes[group])
        table.set(
          row.eligibleShare, scenario: scenario, sample: sample,
          Double(eligible[scenario][index][group]) / people)
        table.set(
          row.flexibleDays, scenario: scenario, sample: sample,
          weekly(tally.flexibleDaysOfGroup[index][group], people: people))
      }
    }
  }

  private func recordServices(
    _ tally: ScenarioTally, scenario: Int, sample: Int, _ world: Assumptions,
    _ visits: inout WorldVisits
  ) {
    guard !model.study.services.isEmpty else { return }
    func set(_ row: Int, _ value: Double) {
      table.set(row, scenario: scenario, sample: sample, value)
    }
    func set(_ record: ServiceRecord, _ rows: OutcomeRows.Coverage) {
      set(rows.halfHours, record.coverage)
      set(rows.citizens, record.citizenCoverage)
    }
    func set(_ record: BacklogRecord, _ rows: OutcomeRows.Cases) {
      set(rows.withinStandard, record.withinStandard)
      set(rows.turnaroundDays, record.turnaroundDays)
      set(rows.openCases, record.openAtEnd)
    }
    let coveredDays = tables.coverage.cells(scenario: scenario, sample: sample)
    let serving = staff.counts(tally.staffOfPool, scenario: scenario)
    let reading = reader.read(staff: serving, coveredDays: coveredDays, visits: &visits)
    var total = ServiceRecord()
    for (service, record) in reading.services.enumerated() {
      total.add(record)
      set(record, rows.coverage(ofService: service))
    }
    set(total, rows.coverage)
    set(rowOfAll(.fullyCoveredDays), reading.fullyCoveredDays)
    let cases = backlogs.records(staff: serving, world)
    guard !cases.services.isEmpty else { return }
    for (service, record) in cases.services { set(record, rows.cases(ofService: service)) }
    set(cases.total, rows.cases)
  }
}
