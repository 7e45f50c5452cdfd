public import HybridWork

/// The ledger of every unit and staff group that is large enough to be shown.
///
/// Lines are those of the whole agency divided by who causes them: units with what the register does
/// not assign and what belongs to nobody in particular add up to the agency's ledger.
public struct GroupLedger {
  /// One line of a group or of the agency, one number a calendar.
  public struct Line: Sendable {
    /// What is saved, in the item's unit.
    public var quantities: [Double]
    /// Rupiah saved by the payer.
    public var amounts: [Double]

    /// A line of as many quantities as amounts.
    public init(quantities: [Double], amounts: [Double]) {
      self.quantities = quantities
      self.amounts = amounts
    }

    /// The difference of two lines of the same calendars.
    public static func - (left: Line, right: Line) -> Line {
      Line(
        quantities: zip(left.quantities, right.quantities).map { $0 - $1 },
        amounts: zip(left.amounts, right.amounts).map { $0 - $1 })
    }

    /// The sum of two lines of the same calendars.
    public static func + (left: Line, right: Line) -> Line {
      Line(
        quantities: zip(left.quantities, right.quantities).map { $0 + $1 },
        amounts: zip(left.amounts, right.amounts).map { $0 + $1 })
    }
  }

  private let result: StudyResult
  /// The rates of each scenario in each world, `scenario * worlds + world`.
  private let rates: [LedgerRates]
  private let worlds: Int

  /// The groups told apart: first everyone, then units and the levels of each grouping.
  public var groups: [OutcomeGroup] { result.driverTable.groups }
  /// How many people each of ``groups`` has.
  public var sizes: [Int] { result.driverTable.sizes }

  /// The ledger by group of a result; prices are those that its worlds were run with.
  public init(_ result: StudyResult) {
    self.result = result
    let drawn = result.driverTable.groups.isEmpty ? [] : result.worlds
    worlds = drawn.count
    rates = result.study.scenarios.flatMap { policy in
      let terms = result.study.ledgerTerms(of: policy)
      return drawn.map { LedgerRates($0, terms) }
    }
  }

  /// Whether a line can be divided among groups: among units what follows people and buildings,
  /// among other groups only what follows people.
  public static func isDivided(_ item: LedgerItem, unitsTold: Bool) -> Bool {
    switch item {
    case .officeElectricity: unitsTold
    case .setUp, .citizenTime: false
    default: !item.isOfMeetings
    }
  }

  /// The line of one of ``groups`` other than everyone; nothing on lines that are not divided.
  public func line(_ item: LedgerItem, group: Int, scenario: Int) -> Line {
    let replications = result.study.run.replications
    let isUnit = if case .unit = groups[group] { true } else { false }
    let drivers = CostDriver.allCases.filter { isUnit || !$0.isOfBuilding }
    let samples = 0..<(worlds * replications)
    var line = Line(
      quantities: Array(repeating: 0, count: samples.count),
      amounts: Array(repeating: 0, count: samples.count))
    guard Self.isDivided(item, unitsTold: isUnit) else { return line }
    let place = item.ordinal
    // Each calendar gets the drivers one after another, whichever loop is the outer one.
    for driver in drivers {
      for world in 0..<worlds {
        let rate = rates[scenario * worlds + world][place: place, driver]
        guard rate.quantity != 0 else { continue }
        for sample in (world * replications)..<((world + 1) * replications) {
          let count = result.driverTable.quantity(
            driver, group: group, scenario: scenario, sample: sample)
          line.quantities[sample] += rate.quantity * count
          line.amounts[sample] += rate.amount * count
        }
      }
    }
    return line
  }

  /// The agency's own line.
  public func total(_ item: LedgerItem, scenario: Int) -> Line {
    Line(
      quantities: Array(result.ledger.quantities(item, scenario: scenario)),
      amounts: Array(result.ledger.samples(item, scenario: scenario)))
  }

  /// What units with a budget of their own (BLUD) save on a line that the employer pays.
  public func ownBudgets(_ item: LedgerItem, scenario: Int) -> Line {
    let total = total(item, scenario: scenario)
    let none = total - total
    guard item.payer == .budget else { return none }
    return groups.indices.reduce(none) { sum, group in
      guard case .unit(let name) = groups[group],
        result.study.unitsWithOwnBudget.contains(name)
      else { return sum }
      return sum + line(item, group: group, scenario: scenario)
    }
  }
}
