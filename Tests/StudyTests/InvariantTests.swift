import HybridWork
import Simulation
import TestSupport
import Testing

/// What must hold for any staff, any policy and any luck; the argument is the failing seed.
@Suite("invariants over random studies")
struct InvariantTests {
  static let seeds: Range<UInt64> = 0..<200

  @Test("a policy that does what the baseline does differs by exactly nothing", arguments: seeds)
  func sameAsBaseline(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.baseline = small.policies[0]
    // The same levers but a rule that everyone passes, since equal levers are refused.
    var levers = small.baseline.levers
    levers.eligibility.append(
      SmallStudy.rule("any", .number(.commuteKilometres, NumberRange(lower: .including(0)))))
    small.policies = [
      Policy(
        header: PolicyHeader(
          id: "same", title: Bilingual(id: "s", en: "s"), institution: "", reference: "",
          inForce: small.from, until: nil), levers: levers)
    ]
    let result = try small.result()
    #expect(result.bits(scenario: 0) == result.bits(scenario: 1), "seed \(seed)")
  }

  @Test("when nobody is eligible nothing changes", arguments: seeds)
  func nobodyEligible(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.policies[0] = SmallStudy.policy(
      "none", RandomStudies(seed: seed).schedule(),
      rules: [
        SmallStudy.rule("far", .number(.commuteKilometres, NumberRange(lower: .including(1e6))))
      ], meals: .notPaid)
    let result = try small.result()
    for row in result.samples.keys.indices
    where result.samples.keys[row].outcome != .accessRatioMin
      && result.samples.keys[row].outcome != .eligibleShare
    {
      let pairs = zip(
        result.samples.samples(row: row, scenario: 0),
        result.samples.samples(row: row, scenario: 1))
      let agree = pairs.allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
      #expect(agree, "seed \(seed), \(result.samples.keys[row])")
    }
    #expect(result.value(.fuelRupiah, scenario: 1) == 0)
  }

  @Test("flexible, office and absent days add up to the working days", arguments: seeds)
  func daysAreConserved(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.policies.append(SmallStudy.policy("ordered", .fixed([.monday]), takeUp: .ordered))
    let result = try small.result()
    let staff = Double(result.study.population.count)
    let days = Double(result.study.calendar.days.count)
    for sample in 0..<2 {
      // Absence is what is left of the working days in a calendar without flexible days, and it
      // is the same under every policy.
      let present = result.value(.officeShareMean, scenario: 0, sample: sample) * staff * days
      for scenario in 1...2 {
        let office =
          result.value(.officeShareMean, scenario: scenario, sample: sample) * staff * days
        let flexible =
          result.value(.flexibleDaysPerWeek, scenario: scenario, sample: sample) * staff * days / 5
        #expect(abs(office + flexible - present) < 1e-6, "seed \(seed)")
      }
    }
  }

  @Test("the order of rows in the register changes no byte", arguments: seeds)
  func orderOfRows(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    let first = try small.result().bits(scenario: 1)
    small.people.reverse()
    #expect(try small.result().bits(scenario: 1) == first, "seed \(seed)")
    small.people =
      Array(small.people[(small.people.count / 3)...])
      + Array(small.people[..<(small.people.count / 3)])
    #expect(try small.result().bits(scenario: 1) == first, "seed \(seed)")
  }

  @Test("a person who joins changes only that person's unit", arguments: seeds)
  func newcomer(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    let before = try small.result()
    small.people.append(TestPerson("id-0500", unit: "Unit 99"))
    let after = try small.result()
    for unit in before.study.population.units {
      let key = OutcomeKey(.flexibleDaysPerWeek, .unit(unit.name))
      #expect(
        before.samples.samples(key, scenario: 1) == after.samples.samples(key, scenario: 1),
        "seed \(seed), \(unit.name)")
    }
  }

  @Test("two copies of all units and services double the money", arguments: seeds)
  func twoCopies(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.values = SmallStudy.certain
    // Which days people choose is luck, which the copies draw for themselves; so a dark building
    // must save no more than the same people's scattered days, and no places may go by lot.
    small.values[.darkDayOnSiteShare] = 0
    small.values[.darkDayEnergyElasticity] = small.values[.scatteredEnergyElasticity]
    small.policies[0] = SmallStudy.policy(
      "open", RandomStudies(seed: seed).schedule(), meals: .notPaid)
    let once = try small.result()
    small.people += small.people.map { person in
      var copy = person
      copy.unit += " (2)"
      return copy
    }
    let twice = try small.result()
    for outcome in [
      Outcome.fuelLitres, .fuelRupiah, .mealBudgetRupiah, .mealPrivateRupiah, .officeEnergyRupiah,
      .homeCostRupiah, .budgetNetRupiah, .staffNetRupiah, .commuteHours,
    ] {
      let single = once.value(outcome, scenario: 1)
      #expect(
        abs(twice.value(outcome, scenario: 1) - 2 * single) <= 1e-12 * abs(single),
        "seed \(seed), \(outcome)")
    }
  }

  @Test("more flexible days never raise commuting fuel", arguments: seeds)
  func moreDaysSaveFuel(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.values[.travelRebound] = 0
    small.policies = (1...5).map {
      SmallStudy.policy("\($0)", .chosen(DaySplit.of(flexible: $0)))
    }
    let result = try small.result()
    for sample in 0..<2 {
      let litres = (0...5).map { result.value(.fuelLitres, scenario: $0, sample: sample) }
      #expect(litres == litres.sorted(), "seed \(seed): \(litres)")
    }
  }

  @Test("tightening a rule never enlarges the eligible set", arguments: seeds)
  func tighterRules(seed: UInt64) throws {
    let random = RandomStudies(seed: seed)
    let population = try SmallStudy(people: random.people()).population
    func decisions(_ rules: [EligibilityRule]) throws -> EligibilityDecisions {
      try EligibilityDecisions(rules: rules, population: population)
    }
    let loose = try decisions([SmallStudy.rule("equipment", random.equipment)])
    let tight = try decisions([
      SmallStudy.rule("equipment", .number(.bandwidthMbps, NumberRange(lower: .including(12)))),
      SmallStudy.rule("box", random.box),
    ])
    for person in 0..<population.count where tight.isEligible(person) {
      #expect(loose.isEligible(person), "seed \(seed)")
    }
  }

  @Test("one thread and two give equal bytes", arguments: Self.seeds.prefix(12))
  func threads(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.run = RunSettings(worlds: 67, replications: 1, seed: seed)
    small.through = day("2024-01-12")
    let one = try small.result(threads: 1)
    let two = try small.result(threads: 2)
    #expect(one.bits(scenario: 1) == two.bits(scenario: 1), "seed \(seed)")
  }

  @Test("a policy's results don't depend on the policies beside it", arguments: seeds)
  func neighbours(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    let alone = try small.result().bits(scenario: 1)
    small.policies.insert(SmallStudy.policy("other", .fixed([.friday]), takeUp: .ordered), at: 0)
    #expect(try small.result().bits(scenario: 2) == alone, "seed \(seed)")
  }

  @Test("more worlds leave the first ones as they were", arguments: Self.seeds.prefix(40))
  func moreWorlds(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    let few = try small.result()
    small.run.worlds = 5
    let many = try small.result()
    for row in few.samples.keys.indices {
      let pairs = zip(
        few.samples.samples(row: row, scenario: 1).map(\.bitPattern),
        many.samples.samples(row: row, scenario: 1).map(\.bitPattern))
      #expect(pairs.allSatisfy { $0 == $1 }, "seed \(seed), \(few.samples.keys[row])")
    }
  }

  @Test("a cap keeps everyone within it on every day", arguments: seeds)
  func cap(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.values = SmallStudy.certain
    small.services = []
    small.people = small.people.map { person in
      var inOneUnit = person
      inOneUnit.unit = "Bagian A"
      return inOneUnit
    }
    small.policies[0] = SmallStudy.policy("capped", RandomStudies(seed: seed).schedule(), cap: 0.3)
    let result = try small.result()
    let staff = small.people.count
    // Nobody is absent, so the fullest day away is what the peak and mean leave; the mean of days
    // away can't exceed the cap.
    let meanAway = 1 - result.value(.officeShareMean, scenario: 1)
    #expect(meanAway * Double(staff) <= (0.3 * Double(staff) + 1e-9).rounded(.down) + 1e-9)
  }
}
