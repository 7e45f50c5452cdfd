import Exploration
import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Claims")
struct ClaimTests {
  /// Two certain people; on Thursday both are away and the building is dark.
  private func study(_ change: (inout SmallStudy) -> Void = { _ in }) throws -> Study {
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    small.run = RunSettings(worlds: 40, replications: 1, seed: 3)
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)
    ]
    change(&small)
    return try small.study()
  }

  private func claim(_ subject: ClaimSubject, _ change: Double) -> Claim {
    let text = Bilingual(id: "uji", en: "test")
    return Claim(
      id: "test", text: text, subject: subject, change: change, base: text, provenance: nil)
  }

  private func assess(
    _ subject: ClaimSubject, _ change: Double, _ study: Study
  ) throws -> ClaimAssessment {
    try #require(
      try ClaimRun(study, claims: [claim(subject, change)]).run(threads: 1).first)
  }

  @Test(
    "electricity: one dark day in five at 0.75 is 15% of the bill, five are 75%",
    arguments: [
      (-0.15, ClaimVerdict.likely, "grid-1-no-service"),
      (-0.151, .otherPolicy, "grid-2-no-service"), (-0.75, .otherPolicy, "grid-5-no-service"),
      (-0.76, .impossible, ""),
    ])
  func electricity(change: Double, verdict: ClaimVerdict, step: String) throws {
    let found = try assess(.electricity, change + (change == -0.15 ? 1e-12 : 0), study())
    #expect(found.verdict == verdict)
    #expect(abs(found.policies[0].change.mean - -0.15) < 1e-12)
    #expect(abs(found.policies[0].bound - -0.2) < 1e-12)
    #expect((found.smallestStep?.policy.id ?? "") == step)
    #expect(abs((found.farthest?.change.p05 ?? .nan) - -0.75) < 1e-12)
  }

  @Test("fuel: all of one commute in five, less what other trips take back")
  func fuel() throws {
    let found = try assess(.fuel, -0.16, study { $0.values[.commuteDetour] = 1 })
    #expect(abs(found.policies[0].change.mean - -0.2 * 0.8) < 1e-12)
    let meals = try assess(.mealAllowance, -0.05, study())
    #expect(meals.verdict == .impossible, "paid on flexible days, so nothing is saved")
  }

  @Test("the share of worlds that meet a claim, and the assumption that decides it")
  func uncertain() throws {
    let found = try assess(
      .electricity, -0.1,
      study {
        $0.distributions[.darkDayEnergyElasticity] = BoundedDistribution(
          .uniform(low: 0, high: 1))
      })
    // Met where the elasticity is at least a half.
    #expect(found.policies[0].probability > 0.3 && found.policies[0].probability < 0.7)
    let driver = try #require(found.drivers.first)
    #expect(driver.id == .darkDayEnergyElasticity)
    #expect(abs(driver.correlation - -1) < 1e-12)
    #expect(driver.medianNeeded > 0.5 && driver.medianNeeded > driver.median)
  }

  @Test("with few worlds assumptions that decide nothing are not called drivers")
  func nullFactors() throws {
    let idle: [AssumptionID] = [
      .homeEnergyUse, .lunchPrice, .fuelPrice, .routineGain, .agencyEffect, .homeMealShare,
      .motorcycleEconomy, .carEconomy, .travelRebound, .morningSpeed, .eveningSpeed, .fuelCarbon,
      .noviceEffect, .equipmentEffect, .placeBoundLoss, .officeWaterPrice, .vendorMargin,
      .laptopPrice, .connectionPrice, .tripLodgingPrice,
    ]
    var mistaken = 0
    for seed in 1...15 as ClosedRange<UInt64> {
      let found = try assess(
        .electricity, -0.1,
        study { small in
          small.run = RunSettings(worlds: 24, replications: 1, seed: seed)
          for id in idle + [.darkDayEnergyElasticity] {
            small.distributions[id] = BoundedDistribution(.uniform(low: 0.2, high: 0.6))
          }
        })
      #expect(found.drivers.first?.id == .darkDayEnergyElasticity)
      if found.drivers.count > 1 { mistaken += 1 }
    }
    // By chance in 1 of 20 runs at most; five or more of 15 has probability 0.0006 then.
    #expect(mistaken < 5)
    // 0.3 where worlds are many, more where they are few.
    #expect(ClaimRun.leastCorrelation(worlds: 1_000, of: 75) == 0.3)
    #expect(abs(ClaimRun.leastCorrelation(worlds: 17, of: 1) - 1.959963984540054 / 4) < 1e-12)
  }

  @Test(
    "an assumption that is only drawn together with a driver is none; a weaker one of its own is")
  func confounded() {
    func uniform(_ column: Int, _ row: Int) -> Double {
      RandomKey(seed: 8).child(UInt64(column)).uniform(UInt64(row))
    }
    let rows = 0..<200
    let cause = rows.map { uniform(0, $0) }
    let companion = rows.map { cause[$0] + 0.5 * uniform(1, $0) }
    let weaker = rows.map { uniform(2, $0) }
    let outcome = rows.map { 3 * cause[$0] - weaker[$0] }
    let found = strongest(of: [companion, weaker, cause], for: outcome, most: 4, least: 0.3)
    #expect(found == [2, 1])
    // By itself the companion goes along with the outcome more than the weaker cause does.
    let alone = strongest(of: [companion, weaker], for: outcome, most: 1, least: 0.3)
    #expect(alone == [0])
    #expect(strongest(of: [weaker, cause], for: outcome, most: 4, least: 1.01).isEmpty)
  }

  @Test("what is not modelled, and what the study lacks, gets no number")
  func untestable() throws {
    for subject in ClaimSubject.allCases where !subject.isModelled {
      let found = try assess(subject, 0, study())
      #expect(found.verdict == .untestable && found.policies.isEmpty)
    }
    #expect(try assess(.travel, -0.2, study()).verdict == .noBase)
  }

  @Test("travel is held against meetings online alone")
  func travel() throws {
    let found = try assess(
      .travel, -0.4,
      study {
        $0.meetings = [
          MeetingPlan(
            place: "Garut", meetingsPerYear: 10,
            trip: MeetingPlan.Trip(travellers: 2, days: 1, nights: 0, kilometres: 60), catered: 5)
        ]
        $0.values[.onlineReplacement] = 0.9
      })
    #expect(found.policies[0].change.mean == 0)
    #expect(found.verdict == .otherPolicy)
    #expect(found.smallestStep?.policy.id == "grid-online-50")
    #expect(abs((found.farthest?.change.p05 ?? .nan) - -0.9) < 1e-12)
  }
}

@Suite("Switching values")
struct SwitchingTests {
  @Test("home electricity stops paying for staff where it eats what the way and lunch save")
  func homeElectricity() throws {
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    small.policies = [SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)]
    small.distributions = [
      .homeEnergyUse: BoundedDistribution(.uniform(low: 0, high: 20)),
      .lunchPrice: BoundedDistribution(.uniform(low: 15_000, high: 25_000)),
    ]
    let study = try small.study()
    let result = try SwitchingRun(
      study, policy: study.policies[0], outcome: .staffNetRupiah
    ).run()
    let value = try #require(result.values.first { $0.id == .homeEnergyUse })
    // A day saves 20 km ÷ 40 km/l × 0.8 × 10,000 and 0.6 of a lunch of 20,000; a kWh costs 1,500.
    #expect(value.switches.count == 1)
    #expect(abs((value.switches.first ?? .nan) - 16_000.0 / 1_500) < 1e-3)
    #expect(value.gainAtLow > 0 && value.gainAtHigh < 0)
    // With 10 kWh at the middle, lunch turns it where 0.6 of it pays 11,000.
    let lunch = try #require(result.values.first { $0.id == .lunchPrice })
    #expect(abs((lunch.switches.first ?? .nan) - 11_000 / 0.6) < 1)
    #expect(result.fixed.count == AssumptionID.allCases.count - 2)
    #expect(abs(result.centralGain - 4 * (16_000 - 15_000)) < 1e-6)
  }

  @Test("an outcome that no assumption turns has no switching values")
  func none() throws {
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    small.policies = [SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)]
    small.distributions = [
      .travelRebound: BoundedDistribution(.uniform(low: 0, high: 0.5))
    ]
    let study = try small.study()
    let result = try SwitchingRun(
      study, policy: study.policies[0], outcome: .fuelLitres
    ).run()
    #expect(result.values.map(\.switches) == [[]])
    #expect(result.centralGain > 0)
  }
}
