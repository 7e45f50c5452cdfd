import HybridWork
import TestSupport
import Testing

@Suite("lines of the ledger, worked out by hand")
struct LedgerTests {
  private func assumptions(_ changes: [AssumptionID: Double] = [:]) -> Assumptions {
    Assumptions { changes[$0] ?? SmallStudy.certain[$0] ?? .nan }
  }

  /// Staff of grade III: `days` flexible days by motorcycle, ten kilometres one way each.
  private func quantities(
    days: Int, travel: TravelClass = .motorcycle, scattered: Double = 0, dark: Double = 0,
    participants: Double = 0, task: TaskClass = .routine, matesAway: Double = 0
  ) -> Quantities {
    let cell = StaffCell(
      task: task, band: .iii, travel: travel, isNovice: false, isPoorlyEquipped: false)
    var tally = Array(repeating: 0.0, count: CellTally.length)
    tally[CellTally.place(cell: cell.index, weeksWithDays: 1)] = Double(days)
    tally[CellTally.placeOfDistance(cell: cell.index)] =
      Double(days) * 10 * CellTally.partsPerKilometre
    let columns = (0..<Quantities.count).map { column in
      (0..<CellTally.length).reduce(0) {
        $0 + tally[$1] * CellTally.coefficients[$1 * Quantities.count + column]
      }
    }
    return Quantities(
      columns: columns,
      building: Quantities.BuildingDays(
        scattered: scattered, dark: dark, matesAway: matesAway),
      presentDays: 1_000, staff: 100, participants: participants)
  }

  private func terms(
    _ allowances: Allowances = Allowances(meal: .paid), provision: Provision = .nothing,
    years: Double = 1
  ) -> LedgerTerms {
    LedgerTerms(allowances: allowances, years: years, provision: provision)
  }

  /// Everything in the catalogue that can be a price or a quantity, and nothing zero.
  private var everything: Assumptions {
    assumptions([
      .officialFuelUse: 0.3, .officialFuelElasticity: 0.5, .officeWaterUse: 60,
      .officeConsumables: 1_500, .homeDataCost: 2_500, .onlineMeetingCost: 2_000,
      .motorcyclePremiumShare: 0.2, .carPremiumShare: 0.5,
    ])
  }

  @Test("fuel by vehicle: detour, people in the vehicle, rebound and the kind of petrol")
  func fuel() {
    let world = assumptions([
      .commuteDetour: 1.1, .motorcycleOccupancy: 1.25, .travelRebound: 0.2,
      .motorcyclePremiumShare: 0.25, .fuelPrice: 10_000, .premiumFuelPrice: 14_000,
      .motorcycleEconomy: 40,
    ])
    let ledger = Ledger(quantities(days: 100), world, terms())
    // 100 days of 20 km, a tenth more, ÷ 40 km/l ÷ 1.25 people, four fifths of it kept.
    let litres = 100 * 20 * 1.1 / 40 / 1.25 * 0.8
    #expect(abs(ledger[flow: .motorcycleFuel].quantity - litres) < 1e-9)
    #expect(abs(ledger[.motorcycleFuel] - litres * 11_000) < 1e-6)
    #expect(ledger[.carFuel] == 0)
    // Who has no motor vehicle saves none.
    let walkers = Ledger(quantities(days: 100, travel: .noPrivateMotor), world, terms())
    #expect(walkers[.motorcycleFuel] == 0 && walkers[.carFuel] == 0)
  }

  @Test("cars: their own economy, people and kind of petrol, and the same detour and rebound")
  func carFuel() {
    let world = assumptions([
      .commuteDetour: 1.1, .carOccupancy: 1.6, .travelRebound: 0.25, .carEconomy: 12,
      .carPremiumShare: 0.5, .fuelPrice: 10_000, .premiumFuelPrice: 14_000,
    ])
    let ledger = Ledger(quantities(days: 100, travel: .car), world, terms())
    let litres = 100 * 20 * 1.1 / 12 / 1.6 * 0.75
    #expect(abs(ledger[flow: .carFuel].quantity - litres) < 1e-9)
    #expect(abs(ledger[.carFuel] - litres * 12_000) < 1e-6)
    #expect(ledger[.motorcycleFuel] == 0)
  }

  @Test("official vehicles: litres by attendance, at the price of cars, for the budget")
  func officialFuel() {
    let world = assumptions([
      .officialFuelUse: 0.3, .officialFuelElasticity: 0.5, .carPremiumShare: 0.5,
      .fuelPrice: 10_000, .premiumFuelPrice: 14_000, .fuelCarbon: 2.5,
    ])
    let days = quantities(days: 40, travel: .noPrivateMotor)
    let ledger = Ledger(days, world, terms())
    #expect(abs(ledger[flow: .officialFuel].quantity - 6) < 1e-12)
    #expect(abs(ledger[.officialFuel] - 6 * 12_000) < 1e-9)
    #expect(abs(FuelUse(days, world).carbonKilograms - 15) < 1e-12)
    #expect(ledger.cashable(for: .budget) >= ledger[.officialFuel])
  }

  @Test("office and home: kWh, litres of water, consumables and data, each times its price")
  func places() {
    let world = assumptions([
      .officeElectricityUse: 6, .officeElectricityPrice: 1_500, .scatteredEnergyElasticity: 0.25,
      .darkDayEnergyElasticity: 0.75, .officeWaterUse: 60, .officeWaterPrice: 10,
      .waterElasticity: 0.5, .officeConsumables: 1_000, .homeEnergyUse: 2,
      .homeEnergyPrice: 1_400, .homeDataCost: 3_000,
    ])
    let ledger = Ledger(quantities(days: 50, scattered: 10, dark: 100), world, terms())
    #expect(abs(ledger[flow: .officeElectricity].quantity - 6 * (2.5 + 75)) < 1e-9)
    #expect(abs(ledger[.officeElectricity] - 697_500) < 1e-6)
    #expect(abs(ledger[.officeWater] - 50 * 30 * 10) < 1e-9)
    #expect(ledger[.officeConsumables] == 50_000)
    #expect(ledger[.homeElectricity] == -140_000)
    #expect(ledger[.homeData] == -150_000)
    #expect(ledger.net(of: .household) == ledger[.homeMeal] - 290_000)
  }

  @Test("a lunch not bought: staff save the price, sellers lose the margin, society the rest")
  func lunch() {
    let world = assumptions([
      .lunchPrice: 20_000, .lunchBoughtShare: 0.5, .vendorMargin: 0.3, .homeMealShare: 0.4,
    ])
    let ledger = Ledger(quantities(days: 10, travel: .noPrivateMotor), world, terms())
    #expect(abs(ledger[.lunch] + ledger[.lunchMargin] - 100_000) < 1e-9)
    #expect(abs(ledger.net(of: .vendor) - -30_000) < 1e-9)
    #expect(abs(ledger[.homeMeal] - -40_000) < 1e-9)
  }

  private static let allowanceCases: [(Allowances, Allowances, Double)] = [
    (Allowances(meal: .notPaid), Allowances(meal: .paid), 37_000 * 30),
    (
      Allowances(meal: .paid, attendance: .notPaid), Allowances(meal: .paid, attendance: .paid),
      50_000 * 30
    ),
    (
      Allowances(meal: .paid, data: .paid), Allowances(meal: .paid, data: .notPaid),
      -100_000 * 12 * 8
    ),
  ]

  @Test("each allowance moves two pockets apart and society not at all", arguments: allowanceCases)
  func allowances(with: Allowances, without: Allowances, moved: Double) {
    let days = quantities(days: 30, participants: 8)
    let changed = Ledger(days, everything, terms(with))
    let plain = Ledger(days, everything, terms(without))
    #expect(abs(changed.net(of: .budget) - plain.net(of: .budget) - moved) < 1e-6)
    #expect(abs(changed.net(of: .employee) - plain.net(of: .employee) + moved) < 1e-6)
    #expect(changed.socialNet == plain.socialNet)
  }

  @Test("where there is no allowance nothing moves")
  func notApplicable() {
    let days = quantities(days: 30)
    #expect(
      Ledger(days, everything, terms(Allowances(meal: .notApplicable)))
        == Ledger(days, everything, terms(Allowances(meal: .paid))))
    #expect(Ledger.mealAllowance(days, everything).amount == 30 * 37_000)
  }

  @Test("what all parties gain is what resources save, whatever is paid and bought")
  func partiesAddUp() {
    var terms = terms(
      Allowances(meal: .notPaid, attendance: .notPaid, data: .paid),
      provision: Provision(laptopShare: 0.5, buysConnections: true, isSetUp: true))
    terms.travel = TravelQuantities([Self.meeting], years: 1)
    terms.onlineShare = 0.5
    var ledger = Ledger(
      quantities(days: 30, scattered: 15, dark: 40, participants: 8), everything, terms)
    ledger.enterCitizenTime(Flow(-12, at: 15_000))
    let parties = Party.allCases.reduce(0) { $0 + ledger.net(of: $1) }
    #expect(abs(parties - ledger.socialNet) < 1e-4)
    // Every line has one payer, so payers' lines are all lines.
    let byPayer = Party.allCases.reduce(0) { sum, party in
      LedgerItem.allCases.reduce(sum) { $1.payer == party ? $0 + ledger[$1] : $0 }
    }
    #expect(abs(byPayer - LedgerItem.allCases.reduce(0) { $0 + ledger[$1] }) < 1e-4)
    #expect(!LedgerItem.citizenTime.isCashable && ledger.cashable(for: .citizen) == 0)
  }

  @Test("without flexible days, purchases and meetings online every line is exactly zero")
  func nothing() {
    for treatment in AllowanceTreatment.allCases {
      let allowances = Allowances(meal: treatment, attendance: treatment, data: treatment)
      var terms = terms(allowances)
      terms.travel = TravelQuantities([Self.meeting], years: 1)
      let ledger = Ledger(quantities(days: 0), everything, terms)
      for item in LedgerItem.allCases { #expect(ledger[item] == 0, "\(item)") }
    }
  }

  @Test("an annuity of 4 years at 5% costs 0.2820118 of the price a year, 1/n without a rate")
  func annuity() {
    // The capital recovery factor 0.05 / (1 − 1.05^−4) of any table of annuities.
    let annuity = Annuity(years: 4, rate: 0.05)
    #expect(abs(annuity.costPerYear - 0.282_011_832_6) < 1e-10)
    #expect(abs(annuity.presentValue - 3.545_950_504_2) < 1e-9)
    #expect(Annuity(years: 4, rate: 0).costPerYear == 0.25)
  }

  @Test("a laptop is booked by its annuity or in cash, never both, with one present value")
  func purchases() {
    let provision = Provision(laptopShare: 0.5, buysConnections: true, isSetUp: true)
    let days = quantities(days: 30, participants: 8)
    let annual = Ledger(days, everything, terms(provision: provision))
    // Four laptops of ten million over four years, and a set-up of a hundred million over five.
    #expect(abs(annual[.laptops] - -4 * 10_000_000 * 0.282_011_832_6) < 1)
    #expect(annual[.connections] == -4_000_000)
    var paid = terms(provision: provision)
    paid.oneOffs = .cash
    let cash = Ledger(days, everything, paid)
    #expect(abs(cash[.laptops] - -40_000_000) < 1e-6)
    #expect(abs(cash[.setUp] - -100_000_000) < 1e-6)
    #expect(cash[.connections] == annual[.connections])
    let value = Annuity(years: 4, rate: 0.05).presentValue
    #expect(abs(annual[.laptops] * value - cash[.laptops]) < 1e-6)
  }

  @Test("meetings online save trips, nights, fuel and catering, and nothing of flexible days")
  func meetings() {
    var terms = terms()
    terms.travel = TravelQuantities([Self.meeting], years: 0.5)
    terms.onlineShare = 0.5
    let world = assumptions([
      .onlineReplacement: 0.8, .meetingCountFactor: 1.5, .onlineMeetingCost: 2_000,
      .carPremiumShare: 0, .carEconomy: 12,
    ])
    let ledger = Ledger(quantities(days: 0), world, terms)
    // Twelve meetings in half a year, half again as many; half online, of which 0.8 spare the trip.
    let spared = 12 * 1.5 * 0.5 * 0.8
    #expect(abs(ledger[.tripAllowance] - spared * 3 * 2 * 430_000) < 1e-6)
    #expect(abs(ledger[.tripLodging] - spared * 3 * 600_000) < 1e-6)
    #expect(abs(ledger[flow: .tripFuel].quantity - spared * 240 / 12) < 1e-9)
    #expect(abs(ledger[.meetingCatering] - spared * 10 * 71_000) < 1e-6)
    #expect(abs(ledger[.onlineMeetings] - -12 * 1.5 * 0.5 * 13 * 2_000) < 1e-6)
    for item in LedgerItem.allCases where !item.isOfMeetings { #expect(ledger[item] == 0) }
  }

  @Test("urgent teams apart and missed colleagues cost output")
  func togetherness() {
    let zero: [AssumptionID: Double] = [
      .collaborativeGain: 0, .collaborativeCoordinationLoss: 0, .agencyEffect: 0,
    ]
    let urgent = assumptions(
      zero.merging([.urgentTeamShare: 0.1, .urgentApartLoss: 0.2]) { $1 })
    let days = quantities(days: 30, task: .collaborative, matesAway: 50)
    #expect(abs(OutputChange(days, urgent).personDays - -30 * 0.1 * 0.2) < 1e-12)
    let missed = assumptions(zero.merging([.coPresenceLoss: 0.02]) { $1 })
    #expect(abs(OutputChange(days, missed).personDays - -1) < 1e-12)
  }

  private static let meeting = MeetingPlan(
    place: "Garut", meetingsPerYear: 24,
    trip: MeetingPlan.Trip(travellers: 3, days: 2, nights: 1, kilometres: 120), catered: 10)
}
