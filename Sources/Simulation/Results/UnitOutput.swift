/// What happens to the output of one unit or of everyone under a scenario, one number a calendar.
public struct UnitOutput: Sendable {
  /// Person-days of a person in the office that are gained; negative when lost.
  public let personDays: [Double]
  /// Person-days present, in the office, away or travelling.
  public let presentDays: [Double]
  /// The unit's people.
  public let staff: Int

  /// The gain relative to the days present; 0 where nobody is ever present.
  public var shares: [Double] {
    zip(personDays, presentDays).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// The gain as full-time equivalents.
  public var fullTimeEquivalents: [Double] { shares.map { $0 * Double(staff) } }

  /// The gain over another scenario on the same calendars, in which as many are present.
  public func gain(over other: UnitOutput) -> UnitOutput {
    UnitOutput(
      personDays: zip(personDays, other.personDays).map { $0 - $1 }, presentDays: presentDays,
      staff: staff)
  }

  /// What is left of everyone when these units are taken out.
  public func without(_ units: [UnitOutput]) -> UnitOutput {
    units.reduce(self) { rest, unit in
      UnitOutput(
        personDays: zip(rest.personDays, unit.personDays).map { $0 - $1 },
        presentDays: zip(rest.presentDays, unit.presentDays).map { $0 - $1 },
        staff: rest.staff - unit.staff)
    }
  }
}

extension StudyResult {
  /// The output of a unit, or of everyone; nil for one that is not told apart.
  public func output(of unit: OutcomeGroup, scenario: Int) -> UnitOutput? {
    guard let group = driverTable.groups.firstIndex(of: unit), unit.isUnitOrAll else { return nil }
    let work = (0..<samples.sampleCount).map {
      driverTable.work(group: group, scenario: scenario, sample: $0)
    }
    return UnitOutput(
      personDays: work.map(\.gained), presentDays: work.map(\.present),
      staff: driverTable.sizes[group])
  }
}

extension OutcomeGroup {
  fileprivate var isUnitOrAll: Bool {
    switch self {
    case .all, .unit: true
    case .level, .service: false
    }
  }
}
