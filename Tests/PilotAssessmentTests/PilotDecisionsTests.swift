import PilotAssessment
import Statistics
import Testing

@Suite("Decisions under a pilot's rule")
struct PilotDecisionsTests {
  private func plan(
    _ units: Int, _ treated: Int, before: Int = 3, after: Int = 4
  ) throws
    -> PilotPlan
  {
    try #require(
      PilotPlan(
        units: units, treated: treated, timesBefore: before, timesAfter: after, start: .together))
  }

  private func noise(_ plan: PilotPlan, _ trial: Int) -> [Double] {
    let key = RandomKey(seed: 77).child(UInt64(trial))
    return (0..<(plan.units * plan.times)).map { standardNormalQuantile(key.uniform(UInt64($0))) }
  }

  @Test(
    "without noise every effect is decided as the rule says, by hand",
    arguments: [(true, 3.0), (true, -3), (false, 3), (false, -3)])
  func noNoise(isWorseUp: Bool, effect: Double) throws {
    let plan = try plan(8, 4)
    let zeros = Array(repeating: 0.0, count: plan.units * plan.times)
    let trial = PilotTrial(untreated: zeros, treated: zeros.map { $0 + effect })
    let found = try PilotDecisions(
      PilotRule(limit: 2, isWorseUp: isWorseUp), plan, trials: [trial], draws: 999,
      key: RandomKey(seed: 1))
    #expect(found[.none].continued == 1)
    // The interval of an effect at the limit holds the limit itself.
    #expect(found[.atLimit].extended == 1)
    #expect(found[.atLimit].effect == (isWorseUp ? 2 : -2))
    let isWorse = isWorseUp == (effect > 0)
    #expect(found[.expected].stopped == (isWorse ? 1 : 0))
    #expect(found[.expected].continued == (isWorse ? 0 : 1))
    #expect(found[.expected].effect == effect)
    #expect(found[.expected].someUnitStopped == (isWorse ? 1 : 0))
    #expect(found[.none].someUnitStopped == 0)
  }

  @Test("a unit is stopped by two bad times in a row, not by two apart, and not before its start")
  func oneUnit() throws {
    // Two units, the lot's order does not matter: both have the same months. Mean before: 10.
    let plan = try plan(2, 1, before: 2, after: 4)
    func stopped(_ after: [Double], before: [Double] = [8, 12]) throws -> Double {
      let months = before + after
      let found = try PilotDecisions(
        PilotRule(limit: 5, isWorseUp: true), plan,
        trials: [PilotTrial(untreated: months + months, treated: months + months)], draws: 99,
        key: RandomKey(seed: 1))
      return found[.none].someUnitStopped
    }
    #expect(try stopped([10, 15.1, 15.2, 10]) == 1)
    #expect(try stopped([15.1, 10, 15.2, 10]) == 0)
    #expect(try stopped([10, 15, 15, 10]) == 0)
    #expect(try stopped([10, 4, 4, 10]) == 0)
    #expect(try stopped([18, 10, 10, 10], before: [1, 19]) == 0)
    // An effect at the limit makes 10.1 a bad month.
    let months = [8, 12, 10.1, 10.1, 10, 10]
    let found = try PilotDecisions(
      PilotRule(limit: 5, isWorseUp: true), plan,
      trials: [PilotTrial(untreated: months + months, treated: months + months)], draws: 99,
      key: RandomKey(seed: 1))
    #expect(found[.atLimit].someUnitStopped == 1)
  }

  @Test(
    "a pilot at the limit goes on in no more than 5%, and at its least effect is decided in 80%")
  func chances() throws {
    let plan = try plan(8, 4)
    let trials = 400
    let key = RandomKey(seed: 4)
    let made = (0..<trials).map {
      let noise = noise(plan, $0)
      return PilotTrial(untreated: noise, treated: noise.map { $0 + 1 })
    }
    let power = try PilotPower(plan, trials: trials, draws: 999, key: key) { made[$0] }
    let limit = try #require(power.byLot.minimumDetectableEffect)
    // The chance to find the limit against nothing is that to tell nothing from the limit.
    let found = try PilotDecisions(
      PilotRule(limit: limit, isWorseUp: false), plan, trials: made, draws: 999, key: key)
    #expect(abs(found[.none].continued + found[.none].stopped - 0.8) < 0.01)
    #expect(found[.none].stopped < 0.01)
    // Four binomial errors of a share of 5% are 4.4 points.
    #expect(found[.atLimit].continued <= 0.05 + 0.044)
    #expect(found[.atLimit].stopped <= 0.05 + 0.044)
    // An effect of 1 for the better is easier to tell from the limit than none.
    #expect(found[.expected].continued > found[.none].continued)
    for effect in PilotDecisions.Effect.allCases {
      let chances = found[effect]
      #expect(abs(chances.continued + chances.extended + chances.stopped - 1) < 1e-12)
    }
  }

  @Test("where the lot has too few ways, every pilot is extended")
  func tooFewWays() throws {
    let plan = try plan(4, 2)
    let zeros = Array(repeating: 0.0, count: plan.units * plan.times)
    let found = try PilotDecisions(
      PilotRule(limit: 1, isWorseUp: true), plan,
      trials: [PilotTrial(untreated: zeros, treated: zeros.map { $0 + 50 })], draws: 999,
      key: RandomKey(seed: 1))
    for effect in PilotDecisions.Effect.allCases { #expect(found[effect].extended == 1) }
  }
}
