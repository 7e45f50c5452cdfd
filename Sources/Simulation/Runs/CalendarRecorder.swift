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

  private var table: SampleTable { tables.samples }

  init(model: StudyModel, rows: OutcomeRows, tables: ResultTables) {
    self.model = model
    self.rows = rows
    self.tables = tables
    reader = ServiceReader(needs: model.needs, calendar: model.study.calendar)
    let people = model.study.population.count
    let access = model.plans.indices.map { scenario in
      let offers = model.plans[scenario].schedule.offersFlexibleDays
      return (0..<people).map { offers && model.decisions[scenario].isEligible($0) }
    }
    eligibleCounts = access.map { $0.count(where: { $0 }) }
    eligible = access.map { hasAccess in
      model.groupings.map { grouping in
        var counts = Array(repeating: 0, count: grouping.groups.count)
        for (person, code) in grouping.column.codes.enumerated()
        where hasAccess[person] && code != CategoryColumn.unknown {
          counts[Int(code)] += 1
        }
        return counts
      }
    }
    accessRatios = access.map {
      AccessRatio.lowest(
        groupings: model.study.reporting.accessGroups.map(model.study.population.groups(by:)),
        hasAccess: $0,
        smallestGroup: model.study.reporting.smallestGroup)
    }
  }

  /// Records every scenario of one calendar.
  func record(
    _ tallies: [ScenarioTally], sample: Int, world: Assumptions, waiting: WaitingTable
  ) {
    for (scenario, tally) in tallies.enumerated() {
      func set(_ outcome: Outcome, _ value: Double) {
        table.set(rowOfAll(outcome), scenario: scenario, sample: sample, value)
      }
      let staff = Double(model.study.population.count)
      let days = Double(model.dayCount)
      set(.eligibleShare, Double(eligibleCounts[scenario]) / staff)
      set(.accessRatioMin, accessRatios[scenario])
      set(.flexibleDaysPerWeek, weekly(tally.flexibleDays, people: staff))
      set(.officeShareMean, tally.inOffice.reduce(0) { $0 + Double($1) } / (staff * days))
      set(.officeSharePeak, Double(tally.inOffice.max() ?? 0) / staff)
      set(.burdenGini, burden(tally))
      recordGroups(tally, scenario: scenario, sample: sample)
      recordServices(tally, scenario: scenario, sample: sample, world, waiting)
      tables.takeUp.set(
        tally, scenario: scenario, sample: sample, places: model.groupLanes.places)
      tables.evaluations.set(tally.evaluation, scenario: scenario, sample: sample)
      tables.safeguards.set(tally.safeguards, scenario: scenario, sample: sample)
    }
  }

  private func rowOfAll(_ outcome: Outcome) -> Int { outcome.ordinal }

  private func weekly(_ days: Int, people: Double) -> Double {
    Double(days) / people / (Double(model.dayCount) / Double(DaySplit.workingDays))
  }

  /// Inequality of the days people are expected in the office.
  private func burden(_ tally: ScenarioTally) -> Double {
    giniCoefficient(counts: Array(tally.peopleByFlexibleDays.reversed()))
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
    _ waiting: WaitingTable
  ) {
    guard !model.study.services.isEmpty else { return }
    let coveredDays = tables.coverage.cells(scenario: scenario, sample: sample)
    var total = ServiceRecord()
    var fullyCovered = Double.nan
    tally.onSite.withUnsafeBufferPointer { onSite in
      guard let onSite = onSite.baseAddress else { return }
      let records = reader.records(onSite: onSite, waiting: waiting, coveredDays: coveredDays)
      for (service, record) in records.enumerated() {
        total.add(record)
        tables.districts.add(
          record.tally, service: service, scenario: scenario, sample: sample)
        let values = serviceValues(record)
        for (offset, value) in values.enumerated() {
          table.set(
            rows.services[service] + offset, scenario: scenario, sample: sample, value)
        }
      }
      fullyCovered = reader.fullyCoveredDays(onSite: onSite)
    }
    let all = zip(OutcomeRows.serviceOutcomes, serviceValues(total))
    for (outcome, value) in all {
      table.set(rowOfAll(outcome), scenario: scenario, sample: sample, value)
    }
    table.set(
      rowOfAll(.fullyCoveredDays), scenario: scenario, sample: sample, fullyCovered)
    table.set(
      rowOfAll(.citizenTimeRupiah), scenario: scenario, sample: sample,
      total.waitHours * world[.valueOfTime])
  }

  /// The values of ``OutcomeRows/serviceOutcomes``.
  private func serviceValues(_ record: ServiceRecord) -> [Double] {
    let hasCitizens = record.arrivals > 0
    return [
      record.coverage, record.meanWaitMinutes, record.p90WaitMinutes,
      record.servedWithinStandard, hasCitizens ? record.lost : .nan,
    ]
  }
}
