public import HybridWork
public import Statistics

/// A service that could take part in a pilot, as the simulation sees it.
public struct PilotUnit: Sendable {
  /// The service.
  public let service: Service
  /// Its mean level under the baseline, in the outcome's unit.
  public let level: Double
  /// How its months differ from its own mean and from the month's mean over services: a standard
  /// deviation, within a calendar.
  public let monthDeviation: Double
  /// The policy's effect on it over worlds: the mean over calendars and months of each.
  public let effect: SampleSummary
}

/// How much units, months and the luck of a unit's month differ, as standard deviations in the
/// outcome's unit.
public struct PilotSpread: Equatable, Sendable {
  /// Between units' levels.
  public let units: Double
  /// Between months that all units share.
  public let months: Double
  /// Of a unit's month beyond both, as simulated.
  public let luck: Double
}

extension PilotMonths {
  /// The services as units, in the study's order, and how they differ.
  func units() -> (units: [PilotUnit], spread: PilotSpread) {
    let samples = worlds * years
    var squares = Array(repeating: 0.0, count: services.count)
    var levels = Array(repeating: 0.0, count: services.count)
    var ofMonths = 0.0
    var effects = Array(
      repeating: Array(repeating: 0.0, count: worlds), count: services.count)
    for sample in 0..<samples {
      let tables = services.indices.map { months(service: $0, sample: sample) }
      let means = tables.map { mean($0.untreated) }
      let ofMonth = (0..<monthCount).map { month in
        mean(tables.map { $0.untreated[$0.untreated.startIndex + month] })
      }
      let all = mean(means)
      ofMonths += SampleSummary(ofMonth).standardDeviation / Double(samples)
      for (service, table) in tables.enumerated() {
        levels[service] += means[service] / Double(samples)
        effects[service][sample / years] += (mean(table.treated) - means[service]) / Double(years)
        for (month, value) in table.untreated.enumerated() {
          let luck = value - means[service] - ofMonth[month] + all
          squares[service] += luck * luck
        }
      }
    }
    // A month's deviation loses one degree of freedom in twelve to the mean of its unit, and one in
    // as many as there are services to the month's.
    let shares = Double(monthCount - 1) * (1 - 1 / Double(max(services.count, 2)))
    let units = services.indices.map { service in
      PilotUnit(
        service: services[service], level: levels[service],
        monthDeviation: (squares[service] / (Double(samples) * shares)).squareRoot(),
        effect: SampleSummary(effects[service]))
    }
    let luck = mean(units.map { $0.monthDeviation * $0.monthDeviation }).squareRoot()
    return (
      units,
      PilotSpread(
        units: SampleSummary(levels).standardDeviation, months: ofMonths, luck: luck)
    )
  }

  private func mean(_ values: some Collection<Double>) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }
}
