import Exploration
import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Comparison and robustness")
struct ComparisonTests {
  /// Four people; one policy is better by lunch while lunch costs more than 20,000, the other has
  /// every day away.
  private func study(_ change: (inout SmallStudy) -> Void = { _ in }) throws -> Study {
    var small = SmallStudy(people: (0..<4).map { TestPerson("p\($0)") })
    small.run = RunSettings(worlds: 64, replications: 2, seed: 5)
    small.policies = [
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered),
      SmallStudy.policy("two-days", .fixed([.wednesday, .thursday]), takeUp: .ordered),
    ]
    small.distributions = [
      .homeEnergyUse: BoundedDistribution(.uniform(low: 0, high: 20))
    ]
    change(&small)
    return try small.study()
  }

  private func run(_ study: Study) throws -> StudyResult { try StudyRun(study).run(threads: 1) }

  @Test("without luck the range of one calendar is that of not knowing")
  func noLuck() throws {
    let result = try run(study())
    let intervals = try #require(result.intervals(.staffNetRupiah, scenario: 1, against: 0))
    #expect(intervals.parts.within == 0)
    #expect(intervals.parts.shareOfLuck == 0)
    let worlds = zip(
      result.worldMeans(.staffNetRupiah, scenario: 1),
      result.worldMeans(.staffNetRupiah, scenario: 0)
    ).map { $0 - $1 }
    #expect(abs(intervals.notKnowingLow - SampleSummary(worlds).p05) < 1e-6)
    #expect(abs(intervals.notKnowingHigh - SampleSummary(worlds).p95) < 1e-6)
    #expect(intervals.error.interval().low < intervals.range.mean)
  }

  @Test("with luck alone not knowing is nothing, and the range is luck")
  func onlyLuck() throws {
    let result = try run(
      study {
        $0.distributions = [:]
        $0.values[.sickShare] = 0.2
      })
    let intervals = try #require(result.intervals(.officeShareMean, scenario: 1))
    #expect(intervals.parts.within > 0)
    #expect(
      intervals.notKnowingHigh - intervals.notKnowingLow < intervals.range.p95 - intervals.range.p05
    )
    #expect(intervals.parts.betweenLow == 0)
  }

  @Test("one policy against another: probabilities over worlds are those of the threshold")
  func pair() throws {
    let result = try run(study())
    let pair = PolicyPair(result, scenario: 2, against: 1)
    let row = try #require(pair.rows.first { $0.outcome == .staffNetRupiah })
    // A second day pays while electricity costs less than petrol and lunch: 16,000 / 1,500 of 20.
    let expected = 16_000.0 / 1_500 / 20
    #expect(abs(row.worldsBetter - expected) < 4 * (expected * (1 - expected) / 64).squareRoot())
    #expect(row.worldsEqual == 0)
    let same = try #require(pair.rows.first { $0.outcome == .eligibleShare })
    #expect(same.probabilityEqual.isNaN || same.probabilityEqual == 1)
  }

  @Test("ranks, probability of best and regret of a hand-made pair of worlds")
  func ranking() throws {
    let result = try run(study())
    let ranking = try #require(PolicyRanking(result, by: .staffNetRupiah))
    let probabilities = ranking.places.map(\.probabilityBest)
    #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)
    // Nobody saves anything by one day that two days would not double: the middle is never best.
    let middle = try #require(ranking.places.first { $0.scenario == 1 })
    #expect(middle.probabilityBest == 0 && middle.meanRank == 2)
    let twice = try #require(ranking.places.first { $0.scenario == 2 })
    let none = try #require(ranking.places.first { $0.scenario == 0 })
    #expect(abs(twice.meanRank - (twice.probabilityBest + 3 * none.probabilityBest)) < 1e-12)
    #expect(ranking.places.allSatisfy { $0.mostRegret >= $0.regret95 && $0.regret95 >= 0 })
    #expect(PolicyRanking(result, by: .flexibleDaysPerWeek) == nil)
  }

  @Test("the first place and the assumption that its lead goes with")
  func firstPlace() throws {
    let study = try study()
    let result = try run(study)
    let ranking = try #require(PolicyRanking(result, by: .staffNetRupiah))
    let first = try #require(
      FirstPlace(ranking, result, worlds: study.drawnWorlds()))
    #expect(first.better > 0 && first.better < 1 && first.equal == 0)
    #expect(first.drivers.map(\.id) == [.homeEnergyUse])
    // The dearer the electricity at home, the better the fewer days away.
    let sign = first.first < first.second ? 1.0 : -1.0
    #expect(abs(first.drivers[0].correlation - sign) < 1e-12)
    let meals = try #require(PolicyRanking(result, by: .mealPrivateRupiah))
    let certain = try #require(
      FirstPlace(meals, result, worlds: study.drawnWorlds()))
    #expect(certain.better == 1 && certain.drivers.isEmpty)
  }

  @Test("levers: steps sum exactly to the difference, in any declared order and by Shapley")
  func levers() throws {
    let study = try study {
      var policy = SmallStudy.policy(
        "paid", .fixed([.wednesday, .thursday]), takeUp: .ordered, meals: .notPaid)
      policy = SmallStudy.policy(
        "paid", .fixed([.wednesday, .thursday]), takeUp: .ordered, cap: 0.5, meals: .notPaid)
      $0.policies = [$0.policies[0], policy]
    }
    let run = LeverStepsRun(
      study, policy: study.policies[1], against: study.policies[0],
      outcomes: [.budgetNetRupiah, .staffNetRupiah])
    #expect(run.levers == [.schedule, .cap, .allowances])
    let orders: [LeverSteps.Division] = [
      .shapley, .order([.schedule, .cap, .allowances]), .order([.allowances, .schedule, .cap]),
    ]
    let whole = try self.run(study)
    let pair = PolicyPair(whole, scenario: 2, against: 1)
    for division in orders {
      let steps = try run.run(division, threads: 1)
      for row in steps.rows {
        let sum = row.steps.reduce(0) { $0 + $1.mean }
        #expect(abs(sum - row.difference) <= 1e-9 * max(abs(row.difference), 1))
        let direct = try #require(pair.rows.first { $0.outcome == row.outcome })
        #expect(
          abs(row.difference - direct.difference.range.mean) <= 1e-9 * max(abs(row.difference), 1))
      }
    }
    // Exchanged first, the allowance saves one day's meals; last, those of two capped days.
    let last = try run.run(orders[1], threads: 1).rows[0]
    let first = try run.run(orders[2], threads: 1).rows[0]
    // Two Thursdays × 4 people × 37,000.
    #expect(abs(first.steps[0].mean - 2 * 4 * 37_000) < 1e-6)
    #expect(abs(last.steps[2].mean - 4 * 2 * 37_000) < 1e-6)
  }

  @Test("limits kept, worst worlds and greatest regret")
  func robustness() throws {
    let study = try study {
      $0.thresholds = [
        Threshold(
          outcome: .staffNetRupiah, comparison: .difference, safe: 0, watch: -100_000)
      ]
    }
    let result = try run(study)
    let robustness = Robustness(result, outcomes: [.staffNetRupiah])
    #expect(robustness.rows[0].safeShare == 1)
    let expected = 16_000.0 / 1_500 / 20
    let error = 4 * (expected * (1 - expected) / 64).squareRoot()
    #expect(abs(robustness.rows[1].safeShare - expected) < error)
    #expect(robustness.rows[1].safeShare == robustness.rows[2].safeShare)
    #expect(robustness.rows[1].outcomes[0].worst < 0)
    #expect(robustness.rows[2].outcomes[0].worst < robustness.rows[1].outcomes[0].worst)
    #expect(robustness.rows[0].outcomes[0].worst == 0)

    let worlds = try study.drawnWorlds()
    let found = ScenarioDiscovery(
      [(id: .homeEnergyUse, values: worlds.map { $0[.homeEnergyUse] })],
      fails: robustness.fails(scenario: 1))
    let limit = try #require(found.limits.first)
    #expect(limit.id == .homeEnergyUse && limit.greatest == nil)
    #expect(abs((limit.least ?? .nan) - 16_000.0 / 1_500) < 1)
    #expect(found.density > 0.95 && found.coverage > 0.9)
  }

  @Test("a limit broken in every world is named apart and explains no failure")
  func alwaysBroken() throws {
    let study = try study {
      $0.thresholds = [
        Threshold(outcome: .officeShareMean, comparison: .level, safe: 0, watch: 0),
        Threshold(outcome: .staffNetRupiah, comparison: .difference, safe: 1e9, watch: 0),
      ]
    }
    let robustness = Robustness(try run(study), outcomes: [])
    #expect(robustness.alwaysBroken(scenario: 1).map(\.outcome).contains(.staffNetRupiah))
    #expect(!robustness.fails(scenario: 1).contains(true))
    #expect(robustness.rows[1].safeShare == 0)
  }
}

@Suite("Scenario discovery")
struct ScenarioDiscoveryTests {
  private func uniform(_ label: UInt64, _ count: Int) -> [Double] {
    let key = RandomKey(seed: 11).child(label)
    return (0..<count).map { key.uniform(UInt64($0)) }
  }

  @Test("a box of two limits is found among five assumptions, and the other three left alone")
  func box() {
    let ids: [AssumptionID] = [
      .sickShare, .fridayShare, .lunchPrice, .homeMealShare, .arrivalFactor,
    ]
    let inputs = ids.enumerated().map { (id: $1, values: uniform(UInt64($0), 1000)) }
    let fails = (0..<1000).map { inputs[0].values[$0] > 0.6 && inputs[1].values[$0] > 0.5 }
    let found = ScenarioDiscovery(inputs, fails: fails)
    #expect(Set(found.limits.map(\.id)) == [.sickShare, .fridayShare])
    #expect(found.density > 0.9 && found.coverage > 0.85)
    for limit in found.limits {
      let edge = limit.id == .sickShare ? 0.6 : 0.5
      #expect(abs((limit.least ?? .nan) - edge) < 0.06)
      #expect(limit.greatest == nil)
    }
  }

  @Test("failures that nothing explains give no limit")
  func noise() {
    let inputs = (0..<4).map { place in
      (
        id: [AssumptionID.sickShare, .fridayShare, .lunchPrice, .homeMealShare][place],
        values: uniform(UInt64(place + 20), 400)
      )
    }
    let coin = uniform(99, 400)
    let found = ScenarioDiscovery(inputs, fails: coin.map { $0 < 0.3 })
    // The densest twentieth of pure noise is luck; it must not pass for a rule of high density.
    #expect(found.density < 0.8 || found.limits.isEmpty)
    #expect(ScenarioDiscovery(inputs, fails: coin.map { _ in false }).limits.isEmpty)
    #expect(ScenarioDiscovery(inputs, fails: coin.map { _ in true }).failures == 1)
  }
}
