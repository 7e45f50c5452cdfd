import PilotAssessment
import Statistics
import TestSupport
import Testing

@Suite("What a plan of a pilot can show")
struct PilotPowerTests {
  private func plan(
    _ units: Int, _ treated: Int, _ start: PilotPlan.Start = .together, before: Int = 3,
    after: Int = 4
  ) throws -> PilotPlan {
    try #require(
      PilotPlan(
        units: units, treated: treated, timesBefore: before, timesAfter: after, start: start))
  }

  private func draws(_ plan: PilotPlan, _ trial: Int) -> [Double] {
    let key = RandomKey(seed: 31).child(UInt64(trial))
    return (0..<(plan.units * plan.times)).map { standardNormalQuantile(key.uniform(UInt64($0))) }
  }

  @Test("without noise an effect is found exactly when the lot has enough ways")
  func noNoise() throws {
    for (units, treated, finds) in [(4, 2, false), (6, 3, false), (8, 4, true), (20, 1, true)] {
      let plan = try plan(units, treated)
      let zeros = Array(repeating: 0.0, count: units * plan.times)
      let power = try PilotPower(plan, trials: 5, draws: 999, key: RandomKey(seed: 1)) { _ in
        PilotTrial(untreated: zeros, treated: zeros.map { $0 + 2 })
      }
      #expect(power.byLot.power == (finds ? 1 : 0))
      #expect(abs(power.trueEffect - 2) < 1e-12)
      #expect(power.byLot.exaggeration.map { abs($0 - 1) < 1e-9 } == (finds ? true : nil))
      #expect(power.byLot.signError == (finds ? 0 : nil))
    }
  }

  @Test("with three ways no effect is large enough for the lot")
  func noTestPossible() throws {
    let plan = try plan(4, 2)
    let power = try PilotPower(plan, trials: 20, draws: 999, key: RandomKey(seed: 1)) {
      let noise = draws(plan, $0)
      return PilotTrial(untreated: noise, treated: noise.map { $0 + 100 })
    }
    #expect(power.byLot.power == 0)
    #expect(power.byLot.minimumDetectableEffect == nil)
    #expect(power.byFormula.power == 1)
  }

  @Test(
    "the least effect of one trial is where the intervals of the assessment end",
    arguments: [PilotPlan.Start.together, .staggered])
  func oneTrial(start: PilotPlan.Start) throws {
    let plan = try plan(8, 3, start)
    let noise = draws(plan, 1)
    let key = RandomKey(seed: 5)
    let power = try PilotPower(plan, trials: 1, draws: 999, key: key) { _ in
      PilotTrial(untreated: noise, treated: noise)
    }
    // The same panel, with units where the lot puts them.
    let order = randomOrder(plan.units, key.child("lot").child(0))
    var names: [String] = []
    var times: [Int] = []
    var outcome: [Double] = []
    var first: [Int?] = []
    for (place, begun) in plan.firstTreated.enumerated() {
      for time in 0..<plan.times {
        names.append("u\(place)")
        times.append(time)
        outcome.append(noise[order[place] * plan.times + time])
        first.append(begun)
      }
    }
    let panel = try Panel(
      PanelColumns(
        unit: PanelLabels(names), time: times, outcome: outcome, treatment: .firstTreated(first)))
    var options = PanelAssessment.Options()
    options.draws = 999
    let assessment = PanelAssessment(panel, options: options)
    for (inference, test) in [
      (PilotEstimate.Inference.cr2, power.byFormula), (.randomization, power.byLot),
    ] {
      // An effect δ added to the treated is found from the δ at which the interval leaves 0.
      let low = try #require(assessment.twoWay(inference)?.low)
      let least = try #require(test.minimumDetectableEffect)
      #expect(abs(least + low) < 2e-3 * least, "\(inference.rawValue): \(least) \(low)")
    }
  }

  @Test("an effect that is there is also in the truth; a wrong sign is counted")
  func wrongSign() throws {
    // Treatment adds 0.01, but the noise of one unit's later times is -50: found with the sign of
    // the noise when that unit is treated, and against it when it is not.
    let plan = try plan(20, 1)
    let power = try PilotPower(plan, trials: 200, draws: 999, key: RandomKey(seed: 3)) { _ in
      var outcome = Array(repeating: 0.0, count: plan.units * plan.times)
      for time in plan.timesBefore..<plan.times { outcome[time] = -50 }
      return PilotTrial(untreated: outcome, treated: outcome.map { $0 + 0.01 })
    }
    #expect(power.byLot.signError == 1)
    // The lot falls on that unit in one trial of twenty; three binomial errors are 4.6 points.
    #expect(abs(power.byLot.power - 0.05) < 0.046)
  }
}
