import HybridWork
import RealModule
import TestSupport
import Testing

@Suite("the ledger and output")
struct MoneyAndOutputTests {
  private func assumptions(_ changes: [AssumptionID: Double] = [:]) -> Assumptions {
    Assumptions { changes[$0] ?? SmallStudy.certain[$0] ?? .nan }
  }

  /// Quantities as the product makes them from person-weeks in cells.
  private func quantities(
    _ weeks: [(StaffCell, days: Int, weeks: Double)], kilometres: [(StaffCell, Double)] = [],
    scattered: Double = 0, dark: Double = 0, matesAway: Double = 0, participants: Double = 0
  ) -> Quantities {
    var tally = Array(repeating: 0.0, count: CellTally.length)
    for (cell, days, count) in weeks {
      tally[CellTally.place(cell: cell.index, weeksWithDays: days)] += count
    }
    for (cell, sum) in kilometres {
      tally[CellTally.placeOfDistance(cell: cell.index)] += sum * CellTally.partsPerKilometre
    }
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

  private func terms(meal: AllowanceTreatment = .paid) -> LedgerTerms {
    LedgerTerms(allowances: Allowances(meal: meal), years: 1)
  }

  private func cell(
    _ task: TaskClass = .routine, _ band: GradeBand? = .iii, _ travel: TravelClass = .motorcycle,
    novice: Bool = false
  ) -> StaffCell {
    StaffCell(task: task, band: band, travel: travel, isNovice: novice, isPoorlyEquipped: false)
  }

  @Test("every cell stands at its own index")
  func cells() {
    #expect(StaffCell.all.count == StaffCell.count)
    for (index, cell) in StaffCell.all.enumerated() { #expect(cell.index == index) }
  }

  @Test("20 km there and back at 48 km a litre is 0.42 litres")
  func publishedFuel() {
    let fuel = FuelUse(
      quantities([(cell(), 1, 1)], kilometres: [(cell(), 10)]),
      assumptions([.motorcycleEconomy: 48, .travelRebound: 0]))
    #expect(abs(fuel.litres - 20.0 / 48) < 1e-12)
    #expect((fuel.litres * 100).rounded() == 42)
  }

  @Test("the meal allowance weighted by the grades of December 2022 is Rp 37,570 a day")
  func publishedAllowance() {
    // Grades I–II 17.1%, III 60.1%, IV 22.8% of 1,000 people, one day each.
    let days = quantities([
      (cell(.routine, .i), 1, 6), (cell(.routine, .ii), 1, 165), (cell(.routine, .iii), 1, 601),
      (cell(.routine, .iv), 1, 228),
    ])
    let ledger = Ledger(
      days,
      assumptions([
        .mealAllowanceGradeI: 35_000, .mealAllowanceGradeII: 35_000,
        .mealAllowanceGradeIII: 37_000, .mealAllowanceGradeIV: 41_000,
      ]), terms(meal: .notPaid))
    #expect(abs(ledger[.mealAllowance] / 1_000 - 37_570) < 1)
  }

  @Test("staff without a known grade are priced at the lowest allowance, so a gap raises no saving")
  func unknownGrade() {
    let ledger = Ledger(
      quantities([(cell(.routine, nil), 1, 10), (cell(.routine, .iv), 1, 1)]),
      assumptions([.mealAllowanceGradeI: 30_000, .mealAllowanceGradeIV: 41_000]),
      terms(meal: .notPaid))
    #expect(abs(ledger[.mealAllowance] - (10 * 30_000 + 41_000)) < 1e-6)
  }

  @Test("withholding the meal allowance moves budget and staff apart and society not at all")
  func transfer() {
    let days = quantities([(cell(), 2, 10), (cell(.professional, .iv), 3, 4)], scattered: 32)
    let paid = Ledger(days, assumptions(), terms(meal: .paid))
    let withheld = Ledger(days, assumptions(), terms(meal: .notPaid))
    let moved = withheld.net(of: .budget) - paid.net(of: .budget)
    #expect(moved == 20 * 37_000 + 12 * 41_000)
    #expect(withheld.net(of: .employee) - paid.net(of: .employee) == -moved)
    #expect(withheld.socialNet == paid.socialNet)
  }

  @Test("without flexible days every flow is exactly zero")
  func nothing() {
    let ledger = Ledger(quantities([]), assumptions(), terms(meal: .notPaid))
    for item in LedgerItem.allCases { #expect(ledger[item] == 0) }
  }

  @Test("what all parties gain is what resources save")
  func partiesAddUp() {
    let ledger = Ledger(
      quantities([(cell(), 2, 10)], kilometres: [(cell(), 200)], scattered: 15, dark: 40),
      assumptions(), terms(meal: .notPaid))
    let payers = Party.allCases.reduce(0) { $0 + ledger.net(of: $1) }
    #expect(abs(payers - ledger.socialNet) < 1e-6)
  }

  @Test("the dose curve is zero without flexible days and worth a − k at five")
  func doseCurve() {
    let curve = DoseResponse(assumptions([.coordinationExponent: 1.7]))
    for task in TaskClass.allCases { #expect(curve.change(task, days: 0) == 0) }
    #expect(abs(curve.change(.routine, days: 5) - (0.10 - 0.05)) < 1e-15)
    #expect(
      abs(curve.change(.professional, days: 2) - (0.05 * 0.4 - 0.10 * Double.pow(0.4, 1.7)))
        < 1e-15)
    #expect(abs(curve.change(.placeBound, days: 1) - -0.16) < 1e-15)
  }

  @Test("access is the lowest group rate over the highest, small groups left out")
  func accessRatio() {
    let codes: [UInt16] = Array(repeating: 0, count: 40) + Array(repeating: 1, count: 50) + [2]
    let column = CategoryColumn(levels: ["a", "b", "c"], codes: codes)
    let access = codes.enumerated().map { $1 == 0 ? $0 < 10 : ($1 == 1 ? $0 < 65 : false) }
    // 10 of 40 against 25 of 50; the single person of group c has none.
    #expect(AccessRatio.lowest(groupings: [column], hasAccess: access, smallestGroup: 30) == 0.5)
    #expect(AccessRatio.lowest(groupings: [column], hasAccess: access, smallestGroup: 1) == 0)
    let nobody = Array(repeating: false, count: codes.count)
    #expect(
      AccessRatio.lowest(groupings: [column], hasAccess: nobody, smallestGroup: 30).isNaN)
  }

  @Test("a counter's need is the least staff that meets its standard")
  func need() throws {
    let counter = CounterService(
      counters: 5,
      demand: CounterService.Demand(
        visitorsPerDay: 90, weekdayWeights: [2, 1, 1, 1, 1, 0, 0], halfHourWeights: [1, 2]),
      halfHours: [minutes(480), minutes(510)], handlingMinutes: 5,
      standard: CounterService.Standard(share: 0.8, withinMinutes: 15))
    // Monday has 2 of 6 weights of five days: 150 visitors, two thirds of them in the second half
    // hour: 200 an hour, 16.7 erlangs.
    #expect(abs(counter.arrivalsPerHour(on: .monday, halfHour: 1) - 200) < 1e-9)
    let need = counter.need(on: .monday, halfHour: 1)
    #expect(need > 16 && need < 20)
    #expect(counter.need(on: .tuesday, halfHour: 0) < need)
  }
}
