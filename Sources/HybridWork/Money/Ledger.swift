/// Someone whose pocket a flow touches.
public enum Party: String, CaseIterable, Sendable {
  /// The employer's budget (APBD of a region, APBN of the centre).
  case budget
  case employee
  /// Shops, food stalls, petrol stations.
  case vendor
  case utility
}

/// A kind of money flow that flexible days change.
public enum LedgerItem: String, CaseIterable, Sendable {
  case fuel
  case mealAllowance = "meal_allowance"
  case lunch
  case officeEnergy = "office_energy"
  case homeEnergy = "home_energy"

  /// A use of resources, or a change of pockets that counts for its parties and not for society.
  public enum Nature: String, Sendable {
    case resource, transfer
  }

  /// Who pays.
  public var payer: Party {
    switch self {
    case .fuel, .lunch, .homeEnergy: .employee
    case .mealAllowance, .officeEnergy: .budget
    }
  }

  /// Who is paid.
  public var payee: Party {
    switch self {
    case .fuel, .lunch: .vendor
    case .mealAllowance: .employee
    case .officeEnergy, .homeEnergy: .utility
    }
  }

  /// Whether the payer can spend the money on something else; so far every flow is cash.
  public var isCashable: Bool { true }

  /// Resource or transfer.
  public var nature: Nature { self == .mealAllowance ? .transfer : .resource }
}

/// Every money flow of one policy in one calendar, one amount an item, in rupiah.
///
/// Amounts are savings of the payer against a calendar in which everyone works in the office;
/// negative when flexible days cost the payer money. A flow is entered once: what its payee loses
/// or gains by a transfer follows from the same amount.
public struct Ledger: Equatable, Sendable {
  private let amounts: [Double]

  /// Prices the quantities of a policy.
  ///
  /// - Parameters:
  ///   - quantities: What the policy's calendar changed.
  ///   - assumptions: Prices and shares of the world.
  ///   - mealAllowance: Whether *uang makan* is paid on a flexible day.
  public init(
    _ quantities: Quantities, _ assumptions: Assumptions, mealAllowance: MealAllowance
  ) {
    amounts = LedgerItem.allCases.map { item in
      switch item {
      case .fuel:
        FuelUse(quantities, assumptions).litres * assumptions[.fuelPrice]
      case .mealAllowance:
        mealAllowance == .paid ? 0 : Self.allowances(quantities, assumptions)
      case .lunch:
        quantities.flexibleDays * assumptions[.lunchPrice] * (1 - assumptions[.homeMealShare])
      case .officeEnergy:
        assumptions[.officeEnergyCost]
          * (quantities.scatteredDays * assumptions[.scatteredEnergyElasticity]
            + quantities.darkDays * assumptions[.darkDayEnergyElasticity])
      case .homeEnergy:
        -quantities.flexibleDays * assumptions[.homeEnergyUse] * assumptions[.homeEnergyPrice]
      }
    }
  }

  /// The payer's saving on an item, in rupiah.
  public subscript(_ item: LedgerItem) -> Double {
    amounts[LedgerItem.allCases.firstIndex(of: item) ?? 0]
  }

  /// What a party gains on balance, transfers included, in rupiah.
  public func net(of party: Party) -> Double {
    LedgerItem.allCases.reduce(0) { sum, item in
      if item.payer == party { return sum + self[item] }
      if item.payee == party && item.nature == .transfer { return sum - self[item] }
      return sum
    }
  }

  /// What a payer could spend on something else, in rupiah.
  public func cashable(for payer: Party) -> Double {
    LedgerItem.allCases.reduce(0) { sum, item in
      item.payer == payer && item.isCashable ? sum + self[item] : sum
    }
  }

  /// Resources saved, whoever pays: transfers excluded, in rupiah.
  public var socialNet: Double {
    LedgerItem.allCases.reduce(0) { $1.nature == .resource ? $0 + self[$1] : $0 }
  }

  private static func allowances(_ quantities: Quantities, _ assumptions: Assumptions) -> Double {
    // Staff without a known grade are priced at the lowest rate, so that a gap in the register
    // never raises a saving.
    let rates: [(GradeBand?, AssumptionID)] = [
      (.i, .mealAllowanceGradeI), (.ii, .mealAllowanceGradeII), (.iii, .mealAllowanceGradeIII),
      (.iv, .mealAllowanceGradeIV), (nil, .mealAllowanceGradeI),
    ]
    return rates.reduce(0) { $0 + quantities.flexibleDays($1.0) * assumptions[$1.1] }
  }
}
