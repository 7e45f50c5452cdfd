import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("money and output by unit and group")
struct GroupLedgerTests {
  /// A random study in which every line of the ledger moves money, and no two units are alike.
  private func study(_ seed: UInt64) -> SmallStudy {
    var small = RandomStudies(seed: seed).study()
    small.run = RunSettings(worlds: 3, replications: 2, seed: seed)
    small.values[.officialFuelUse] = 0.5
    small.values[.officialFuelElasticity] = 0.5
    small.values[.officeWaterUse] = 40
    small.values[.officeConsumables] = 2_000
    small.values[.homeDataCost] = 1_500
    small.values[.coPresenceLoss] = 0.02
    small.values[.urgentTeamShare] = 0.1
    small.values[.urgentApartLoss] = 0.3
    small.values[.floodDays] = 12
    small.values[.floodStaffShare] = 0.3
    small.values[.outageDays] = 12
    small.distributions = [
      .fuelPrice: BoundedDistribution(.uniform(low: 7_000, high: 14_000)),
      .darkDayOnSiteShare: BoundedDistribution(.uniform(low: 0.3, high: 0.9)),
      .routineGain: BoundedDistribution(.uniform(low: -0.1, high: 0.2)),
    ]
    var levers = small.policies[0].levers
    levers.allowances = Allowances(meal: .notPaid, attendance: .notPaid, data: .paid)
    levers.provision = Provision(laptopShare: 0.5, buysConnections: true, isSetUp: true)
    levers.meetingsOnlineShare = 0.5
    small.policies[0] = Policy(
      header: PolicyHeader(
        id: "one", title: Bilingual(id: "Satu", en: "One"), institution: "Test",
        reference: "Test", inForce: day("2023-01-01"), until: nil), levers: levers)
    small.meetings = [
      MeetingPlan(
        place: "Garut", meetingsPerYear: 20,
        trip: MeetingPlan.Trip(travellers: 2, days: 1, nights: 1, kilometres: 60), catered: 5)
    ]
    return small
  }

  private static let seeds: [UInt64] = Array(1...8)

  @Test("sums by payer, item, unit and group agree to the rupiah", arguments: seeds)
  func sums(seed: UInt64) throws {
    let result = try study(seed).result()
    let ledger = GroupLedger(result)
    var byPayer: [Party: Double] = [:]
    for item in LedgerItem.allCases {
      let total = ledger.total(item, scenario: 1)
      byPayer[item.payer, default: 0] += total.amounts.reduce(0, +)
      for isUnit in [true, false] where GroupLedger.isDivided(item, unitsTold: isUnit) {
        var rest = total
        for group in ledger.groups.indices.dropFirst() {
          let isOfUnit = if case .unit = ledger.groups[group] { true } else { false }
          if isOfUnit == isUnit { rest = rest - ledger.line(item, group: group, scenario: 1) }
        }
        for (left, whole) in zip(rest.amounts, total.amounts) {
          #expect(abs(left) < 0.5, "\(item) of \(whole) by unit \(isUnit)")
        }
        for (left, whole) in zip(rest.quantities, total.quantities) {
          #expect(abs(left) <= 1e-9 * max(abs(whole), 1), "\(item)")
        }
      }
    }
    let moved = LedgerItem.allCases.filter {
      ledger.total($0, scenario: 1).amounts.contains { $0 != 0 }
    }
    // Seeds without any eligible person move meetings and set-up alone.
    if result.value(.flexibleDaysPerWeek, scenario: 1) > 0 { #expect(moved.count >= 19) }
    for payer in [Party.employee, .household, .citizen] {
      let net = result.study.run.worlds * result.study.run.replications
      let cash = result.cashableSaving(for: payer, scenario: 1).mean * Double(net)
      let time = result.ledger.samples(.citizenTime, scenario: 1).reduce(0, +)
      let own = (byPayer[payer] ?? 0) - (payer == .citizen ? time : 0)
      #expect(abs(own - cash) < 0.5, "\(payer)")
    }
    // The set-up and the trips belong to no unit.
    for item in [LedgerItem.setUp, .tripAllowance, .tripLodging, .tripFuel] {
      #expect(!GroupLedger.isDivided(item, unitsTold: true))
      #expect(ledger.line(item, group: 1, scenario: 1).amounts.allSatisfy { $0 == 0 })
    }
  }

  @Test(
    "the output of units adds up to that of everyone, and theirs is the agency's formula",
    arguments: seeds)
  func output(seed: UInt64) throws {
    let result = try study(seed).result()
    for scenario in 0...1 {
      let everyone = try #require(result.output(of: .all, scenario: scenario))
      let units = try result.study.population.units.map {
        try #require(result.output(of: .unit($0.name), scenario: scenario))
      }
      for sample in everyone.personDays.indices {
        let gained = units.reduce(0) { $0 + $1.personDays[sample] }
        #expect(abs(gained - everyone.personDays[sample]) < 1e-9)
        #expect(units.reduce(0) { $0 + $1.presentDays[sample] } == everyone.presentDays[sample])
        let share = result.value(.outputChange, scenario: scenario, sample: sample)
        #expect(abs(everyone.shares[sample] - share) < 1e-12)
      }
      #expect(units.reduce(0) { $0 + $1.staff } == result.study.population.count)
    }
  }

  @Test("two units worked out by hand")
  func byHand() throws {
    var ani = TestPerson("ani", unit: "A")
    ani.kilometres = 10
    var budi = TestPerson("budi", unit: "B")
    budi.mode = .car
    budi.kilometres = 20
    budi.grade = "IV/b"
    budi.task = .professional
    var citra = TestPerson("citra", unit: "B")
    citra.directServiceShare = 1
    citra.sex = "P"
    var small = SmallStudy(people: [ani, budi, citra])
    small.policies = [
      SmallStudy.policy(
        "thursday", .fixed([.thursday]), takeUp: .ordered,
        rules: [
          SmallStudy.rule(
            "no-direct-service", .number(.directServiceShare, NumberRange(upper: .including(0))))
        ], meals: .notPaid)
    ]
    let result = try small.result()
    let ledger = GroupLedger(result)
    func amount(_ item: LedgerItem, _ group: OutcomeGroup) throws -> Double {
      let place = try #require(ledger.groups.firstIndex(of: group))
      return try #require(ledger.line(item, group: place, scenario: 1).amounts.first)
    }
    // Two Thursdays: 2 × 20 km ÷ 40 km/l less 20% rebound is 0.8 l, and 2 × 40 ÷ 10 less 20% 6.4 l.
    #expect(abs(try amount(.motorcycleFuel, .unit("A")) - 8_000) < 1e-6)
    #expect(try amount(.motorcycleFuel, .unit("B")) == 0)
    #expect(abs(try amount(.carFuel, .unit("B")) - 64_000) < 1e-6)
    #expect(try amount(.carFuel, .unit("A")) == 0)
    #expect(try amount(.mealAllowance, .unit("A")) == 2 * 37_000)
    #expect(try amount(.mealAllowance, .unit("B")) == 2 * 41_000)
    // A's building is dark on both days: 2 × 5 kWh × 0.75 × 1,600; B's is not: 2 × 5 × 0.25 × 1,600.
    #expect(abs(try amount(.officeElectricity, .unit("A")) - 12_000) < 1e-6)
    #expect(abs(try amount(.officeElectricity, .unit("B")) - 4_000) < 1e-6)
    // Both who are away are men.
    #expect(abs(try amount(.carFuel, .level(.sex, "L")) - 64_000) < 1e-6)
    #expect(try amount(.carFuel, .level(.sex, "P")) == 0)
    #expect(try amount(.officeElectricity, .level(.sex, "L")) == 0, "a building has no sex")
    // Routine work: 2 weeks × 5 × (0.1 ÷ 5 − 0.05 ÷ 25) and 2 days × 0.01.
    let output = try #require(result.output(of: .unit("A"), scenario: 1))
    let routine = 10 * (0.02 - 0.002) + 0.02
    #expect(abs((output.personDays.first ?? .nan) - routine) < 1e-12)
    #expect(output.presentDays == [10])
    #expect(abs((output.shares.first ?? .nan) - 0.02) < 1e-12)
    // Professional work: 2 × 5 × (0.05 ÷ 5 − 0.1 ÷ 25) and 2 × 0.01, over twenty days of two people.
    let other = try #require(result.output(of: .unit("B"), scenario: 1))
    let professional = 10 * (0.01 - 0.004) + 0.02
    #expect(abs((other.personDays.first ?? .nan) - professional) < 1e-12)
    let people = 2 * professional / 20
    #expect(abs((other.fullTimeEquivalents.first ?? .nan) - people) < 1e-12)
  }

  @Test("what units with a budget of their own save is theirs")
  func ownBudgets() throws {
    var small = study(3)
    small.unitsWithOwnBudget = ["Unit 0"]
    let result = try small.result()
    let ledger = GroupLedger(result)
    let place = try #require(ledger.groups.firstIndex(of: .unit("Unit 0")))
    for item in LedgerItem.allCases {
      let own = ledger.ownBudgets(item, scenario: 1).amounts
      let unit = ledger.line(item, group: place, scenario: 1).amounts
      #expect(own == (item.payer == .budget ? unit : unit.map { _ in 0 }))
    }
    #expect(ledger.ownBudgets(.mealAllowance, scenario: 1).amounts.contains { $0 > 0 })
  }

  @Test("parts of a run leave the same, and small groups are not told apart")
  func partsAndSmallGroups() throws {
    var small = study(5)
    small.services = []
    small.run.worlds = 130
    let whole = GroupLedger(try small.result())
    let joined = GroupLedger(try small.result(parts: 3))
    #expect(
      whole.line(.officeElectricity, group: 1, scenario: 1).amounts
        == joined.line(.officeElectricity, group: 1, scenario: 1).amounts)
    small.smallestGroup = 10_000
    let hidden = GroupLedger(try small.result())
    #expect(hidden.groups == [.all])
  }
}
