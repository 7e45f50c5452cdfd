import HybridWork
import Simulation

/// Gathers months, log and model side by side, and judges them.
struct ShadowComparison {
  private let study: Study
  private let shown: [Bool]
  /// By unit and whereabouts, then the same of everyone.
  private var ofUnits: [[[ShadowFinding.Month]]]
  /// By service and place among ``serviceQuantities``.
  private var ofServices: [[[ShadowFinding.Month]]]
  /// By unit, everyone last: person-days of the log and of the model.
  private var logPeople: [Double]
  private var modelPeople: [Double]

  static let unitQuantities = ShadowQuantity.allCases.filter { $0.whereabouts != nil }
  static let serviceQuantities = ShadowQuantity.allCases.filter { $0.whereabouts == nil }

  init(_ study: Study, shown: [Bool]) {
    self.study = study
    self.shown = shown
    let rows = study.population.units.count + 1
    ofUnits = Array(
      repeating: Array(repeating: [], count: Whereabouts.allCases.count), count: rows)
    ofServices = Array(
      repeating: Array(repeating: [], count: Self.serviceQuantities.count),
      count: study.services.count)
    logPeople = Array(repeating: 0, count: rows)
    modelPeople = logPeople
  }

  /// Adds a month of the log with the calendars of the same days.
  mutating func add(_ month: ObservedMonth, _ result: StudyResult, _ attendance: AttendanceTable) {
    let units = study.population.units.indices
    let kinds = Whereabouts.allCases.count
    var everyone = (
      log: Array(repeating: 0.0, count: kinds),
      model: Array(
        repeating: Array(repeating: 0.0, count: kinds), count: attendance.sampleCount)
    )
    for unit in units where month.personDays[unit].contains(where: { $0 > 0 }) {
      let model = (0..<attendance.sampleCount).map {
        attendance.personDays(unit: unit, sample: $0)
      }
      add(month.personDays[unit], model, month, row: unit)
      for kind in 0..<kinds {
        everyone.log[kind] += month.personDays[unit][kind]
        for sample in model.indices { everyone.model[sample][kind] += model[sample][kind] }
      }
    }
    add(everyone.log, everyone.model, month, row: units.count)
    for service in study.services.indices { add(month, result, attendance, service: service) }
  }

  private mutating func add(
    _ log: [Double], _ model: [[Double]], _ month: ObservedMonth, row: Int
  ) {
    let all = log.reduce(0, +)
    guard all > 0 else { return }
    let totals = model.map { $0.reduce(0, +) }
    logPeople[row] += all
    modelPeople[row] += totals.reduce(0, +) / Double(max(totals.count, 1))
    for kind in log.indices {
      ofUnits[row][kind].append(
        ShadowFinding.Month(
          number: month.number, observed: log[kind] / all, standardError: 0, weight: all,
          predicted: zip(model, totals).map { $1 > 0 ? $0[kind] / $1 : .nan }))
    }
  }

  private mutating func add(
    _ month: ObservedMonth, _ result: StudyResult, _ attendance: AttendanceTable, service: Int
  ) {
    let id = study.services[service].id
    let open = study.services[service].openOn
    let days = Double(month.calendar.days.count { open.contains($0.weekday) })
    let standard = study.services[service].counter?.standard.withinMinutes
    for (place, quantity) in Self.serviceQuantities.enumerated() {
      let log: ObservedMonth.Mean?
      let predicted: [Double]
      func samples(_ outcome: Outcome) -> [Double] {
        result.samples.samples(OutcomeKey(outcome, .service(id)), scenario: attendance.scenario)
      }
      switch quantity {
      case .arrivalsPerDay:
        log = month.arrivalsPerDay(service: service)
        predicted = (0..<attendance.sampleCount).map {
          attendance.arrivals(service: service, sample: $0) / days
        }
      case .meanWaitMinutes:
        log = month.mean(service: service) { $0 }
        predicted = samples(.meanWaitMinutes)
      case .p90WaitMinutes:
        log = month.p90Wait(service: service)
        predicted = samples(.p90WaitMinutes)
      default:
        log = standard.flatMap { limit in
          month.mean(service: service) { wait in wait.map { $0 <= limit ? 1 : 0 } ?? 0 }
        }
        predicted = samples(.servedWithinStandard)
      }
      guard let log, predicted.contains(where: \.isFinite) else { continue }
      ofServices[service][place].append(
        ShadowFinding.Month(
          number: month.number, observed: log.value, standardError: log.standardError,
          weight: log.weight, predicted: predicted))
    }
  }

  /// Observed units that are too small to be told of.
  var suppressedUnits: Int { shown.indices.count { !shown[$0] && logPeople[$0] > 0 } }

  /// The median over units of each month, log and calendars alike.
  private func median(of kind: Int) -> [ShadowFinding.Month] {
    ofUnits[study.population.units.count][kind].map { all in
      let months = ofUnits.dropLast().compactMap { unit in
        unit[kind].first { $0.number == all.number }
      }
      return ShadowFinding.Month(
        number: all.number, observed: Self.median(months.map(\.observed)), standardError: 0,
        weight: all.weight,
        predicted: all.predicted.indices.map { sample in
          Self.median(months.map { $0.predicted[sample] })
        })
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// Everyone, then the units that may be told of, then services.
  var findings: [ShadowFinding] {
    let everyone = study.population.units.count
    let units = study.population.units.indices.filter { shown[$0] }
    let medians = Whereabouts.allCases.map { median(of: $0.ordinal) }
    func findings(_ row: Int, _ group: OutcomeGroup, isUnit: Bool) -> [ShadowFinding] {
      Self.unitQuantities.compactMap { quantity in
        guard let kind = quantity.whereabouts?.ordinal else { return nil as ShadowFinding? }
        let ratio = logPeople[row] / modelPeople[row]
        let isComplete =
          ratio <= ShadowRun.mostPeopleRatio && ratio >= 1 / ShadowRun.mostPeopleRatio
        return ShadowFinding(
          group, quantity, months: ofUnits[row][kind],
          median: isUnit ? medians[kind] : nil, isLogComplete: isComplete)
      }
    }
    return findings(everyone, .all, isUnit: false)
      + units.flatMap {
        findings($0, .unit(study.population.units[$0].name), isUnit: true)
      }
      + study.services.indices.flatMap { service in
        Self.serviceQuantities.indices.compactMap { place in
          ShadowFinding(
            .service(study.services[service].id), Self.serviceQuantities[place],
            months: ofServices[service][place])
        }
      }
  }
}
