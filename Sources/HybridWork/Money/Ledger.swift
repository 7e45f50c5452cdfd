/// Every money flow of one policy in one calendar, one line an item.
///
/// Amounts are savings of the payer against a calendar in which everyone works in the office and
/// every meeting is held in person; negative when the policy costs the payer money. A flow is
/// entered once: what its payee loses or gains by a transfer follows from the same amount.
public struct Ledger: Equatable, Sendable {
  private var flows: [Flow]

  /// Prices the quantities of a policy.
  ///
  /// - Parameters:
  ///   - quantities: What the policy's calendar changed.
  ///   - assumptions: Prices and shares of the world.
  ///   - terms: The policy's allowances and purchases, and its travel.
  public init(_ quantities: Quantities, _ assumptions: Assumptions, _ terms: LedgerTerms) {
    flows = Array(repeating: .none, count: LedgerItem.allCases.count)
    book(FuelUse(quantities, assumptions), assumptions)
    bookAllowances(quantities, assumptions, terms)
    bookMeals(quantities, assumptions)
    bookPlaces(quantities, assumptions)
    bookPurchases(quantities, assumptions, terms)
    bookTravel(assumptions, terms)
  }

  /// One line.
  public private(set) subscript(flow item: LedgerItem) -> Flow {
    get { flows[item.ordinal] }
    set { flows[item.ordinal] = newValue }
  }

  /// The payer's saving on an item, in rupiah.
  public subscript(_ item: LedgerItem) -> Double { flows[item.ordinal].amount }

  /// Enters what citizens' time is worth that a policy saves, in hours and rupiah an hour.
  public mutating func enterCitizenTime(_ flow: Flow) { self[flow: .citizenTime] = flow }

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

  /// The meal allowance of all flexible days: what the budget would keep and staff lose if it were
  /// not paid on them.
  public static func mealAllowance(
    _ quantities: Quantities, _ assumptions: Assumptions
  ) -> Flow {
    // Staff without a known grade are priced at the lowest rate, so that a gap in the register
    // never raises a saving.
    let rates: [(GradeBand?, AssumptionID)] = [
      (.i, .mealAllowanceGradeI), (.ii, .mealAllowanceGradeII), (.iii, .mealAllowanceGradeIII),
      (.iv, .mealAllowanceGradeIV), (nil, .mealAllowanceGradeI),
    ]
    let amount = rates.reduce(0) { $0 + quantities.flexibleDays($1.0) * assumptions[$1.1] }
    let days = quantities.flexibleDays
    return Flow(days, at: days > 0 ? amount / days : 0)
  }

  private mutating func book(_ fuel: FuelUse, _ assumptions: Assumptions) {
    func price(premiumShare share: Double) -> Double {
      assumptions[.fuelPrice] + share * (assumptions[.premiumFuelPrice] - assumptions[.fuelPrice])
    }
    self[flow: .motorcycleFuel] = Flow(
      fuel.motorcycleLitres, at: price(premiumShare: assumptions[.motorcyclePremiumShare]))
    let carPrice = price(premiumShare: assumptions[.carPremiumShare])
    self[flow: .carFuel] = Flow(fuel.carLitres, at: carPrice)
    self[flow: .officialFuel] = Flow(fuel.officialLitres, at: carPrice)
  }

  private mutating func bookAllowances(
    _ quantities: Quantities, _ assumptions: Assumptions, _ terms: LedgerTerms
  ) {
    if terms.allowances.meal == .notPaid {
      self[flow: .mealAllowance] = Self.mealAllowance(quantities, assumptions)
    }
    if terms.allowances.attendance == .notPaid {
      self[flow: .attendanceAllowance] = Flow(
        quantities.flexibleDays, at: assumptions[.attendanceAllowance])
    }
    if terms.allowances.data == .paid {
      self[flow: .dataAllowance] = Flow(
        -quantities.participants * terms.years * 12, at: assumptions[.dataAllowance])
    }
  }

  private mutating func bookMeals(_ quantities: Quantities, _ assumptions: Assumptions) {
    let meals = quantities.flexibleDays * assumptions[.lunchBoughtShare]
    let price = assumptions[.lunchPrice]
    let margin = assumptions[.vendorMargin]
    self[flow: .lunch] = Flow(meals, at: price * (1 - margin))
    self[flow: .lunchMargin] = Flow(meals, at: price * margin)
    self[flow: .homeMeal] = Flow(-meals, at: price * assumptions[.homeMealShare])
  }

  private mutating func bookPlaces(_ quantities: Quantities, _ assumptions: Assumptions) {
    let days = quantities.flexibleDays
    self[flow: .officeElectricity] = Flow(
      assumptions[.officeElectricityUse]
        * (quantities.scatteredDays * assumptions[.scatteredEnergyElasticity]
          + quantities.darkDays * assumptions[.darkDayEnergyElasticity]),
      at: assumptions[.officeElectricityPrice])
    self[flow: .officeWater] = Flow(
      days * assumptions[.officeWaterUse] * assumptions[.waterElasticity],
      at: assumptions[.officeWaterPrice])
    self[flow: .officeConsumables] = Flow(days, at: assumptions[.officeConsumables])
    self[flow: .homeElectricity] = Flow(
      -days * assumptions[.homeEnergyUse], at: assumptions[.homeEnergyPrice])
    self[flow: .homeData] = Flow(-days, at: assumptions[.homeDataCost])
  }

  private mutating func bookPurchases(
    _ quantities: Quantities, _ assumptions: Assumptions, _ terms: LedgerTerms
  ) {
    /// Years of use booked, and what one costs.
    func flow(_ count: Double, price: Double, life: Double) -> Flow {
      switch terms.oneOffs {
      case .cash: Flow(-count * life, at: price / life)
      case .annual:
        Flow(
          -count * terms.years,
          at: price * Annuity(years: life, rate: assumptions[.realDiscountRate]).costPerYear)
      }
    }
    let people = quantities.participants
    self[flow: .laptops] = flow(
      people * terms.provision.laptopShare, price: assumptions[.laptopPrice],
      life: assumptions[.laptopLife])
    self[flow: .setUp] = flow(
      terms.provision.isSetUp ? 1 : 0, price: assumptions[.setUpCost],
      life: assumptions[.setUpLife])
    self[flow: .connections] = Flow(
      terms.provision.buysConnections ? -people * terms.years : 0,
      at: assumptions[.connectionPrice])
  }

  private mutating func bookTravel(_ assumptions: Assumptions, _ terms: LedgerTerms) {
    let travel = terms.travel
    let online = terms.onlineShare * assumptions[.meetingCountFactor]
    let replaced = online * assumptions[.onlineReplacement]
    self[flow: .tripAllowance] = Flow(
      travel.personDays * replaced, at: assumptions[.tripDailyAllowance])
    self[flow: .tripLodging] = Flow(travel.nights * replaced, at: assumptions[.tripLodgingPrice])
    self[flow: .tripFuel] = Flow(
      FuelUse.litres(ofTravel: travel, assumptions) * replaced, at: self[flow: .officialFuel].price)
    self[flow: .meetingCatering] = Flow(
      travel.catered * replaced, at: assumptions[.meetingMealPrice])
    self[flow: .onlineMeetings] = Flow(
      -travel.attendances * online, at: assumptions[.onlineMeetingCost])
  }
}

extension LedgerItem {
  /// The place among ``LedgerItem/allCases``.
  public var ordinal: Int { Self.places[self] }

  private static let places = CasePlaces<LedgerItem>()
}
