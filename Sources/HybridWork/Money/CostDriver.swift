/// A quantity that money flows of flexible work follow in proportion, counted for each unit and group.
///
/// The flows of a whole agency are those of its units added up, as every ledger line is linear in
/// these quantities; what follows none of them (set-up, meetings) belongs to nobody in particular.
public enum CostDriver: Int, CaseIterable, Sendable {
  /// Kilometres there and back that flexible days avoid on motorcycles.
  case motorcycleKilometres
  /// The same in cars.
  case carKilometres
  /// Flexible days worked by staff of grade band I.
  case daysOfGradeI
  /// The same of grade band II.
  case daysOfGradeII
  /// The same of grade band III.
  case daysOfGradeIII
  /// The same of grade band IV.
  case daysOfGradeIV
  /// The same of staff without a known grade.
  case daysOfUnknownGrade
  /// People with at least one flexible day.
  case participants
  /// Flexible person-days while the unit's building stayed in use.
  case scatteredDays
  /// Staff times days on which their unit's building was dark.
  case darkDays

  /// The flexible days of a grade band; nil for staff without a known grade.
  public static func days(_ band: GradeBand?) -> CostDriver {
    switch band {
    case .i: .daysOfGradeI
    case .ii: .daysOfGradeII
    case .iii: .daysOfGradeIII
    case .iv: .daysOfGradeIV
    case nil: .daysOfUnknownGrade
    }
  }

  /// The kilometres of a kind of travel; nil where they burn no private fuel.
  public static func kilometres(_ travel: TravelClass) -> CostDriver? {
    switch travel {
    case .motorcycle: .motorcycleKilometres
    case .car: .carKilometres
    case .noPrivateMotor: nil
    }
  }

  /// Whether the quantity is seen at a unit's building and at nobody in it.
  public var isOfBuilding: Bool { self == .scatteredDays || self == .darkDays }
}

extension Quantities {
  /// One of a driver and nothing else; without a driver nothing at all.
  init(oneOf driver: CostDriver?) {
    var columns = Array(repeating: 0.0, count: Self.count)
    func isOne(_ other: CostDriver) -> Double { driver == other ? 1 : 0 }
    columns[Self.kilometres(.motorcycle)] = isOne(.motorcycleKilometres)
    columns[Self.kilometres(.car)] = isOne(.carKilometres)
    for band in GradeBand.allCases { columns[Self.days(band)] = isOne(.days(band)) }
    columns[Self.days(nil)] = isOne(.daysOfUnknownGrade)
    self.init(
      columns: columns,
      building: BuildingDays(
        scattered: isOne(.scatteredDays), dark: isOne(.darkDays), matesAway: 0),
      presentDays: 0, staff: 0, participants: isOne(.participants))
  }
}
