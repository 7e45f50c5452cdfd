import PilotAssessment
import Statistics
import TestSupport
import Testing

/// Power against the noncentral t (PilotAssessmentTests/References/power.py).
@Suite struct PilotPowerReferenceTests {
  private static let trials = 4000

  @Test(
    "power, least effect, exaggeration and sign error are those of the t test of two groups",
    arguments: 0..<5)
  func normal(place: Int) throws {
    let row = try PilotReference.rows("power.csv")[place]
    let units = Int(try #require(row.number("units")))
    let effect = try #require(row.number("effect"))
    let plan = try #require(
      PilotPlan(
        units: units, treated: units / 2, timesBefore: 1, timesAfter: 1, start: .together))
    let key = RandomKey(seed: 2027).child(UInt64(place))
    let found = try PilotPower(plan, trials: Self.trials, draws: 20, key: key) { trial in
      let luck = key.child("noise").child(UInt64(trial))
      let noise = (0..<(2 * units)).map { standardNormalQuantile(luck.uniform(UInt64($0))) }
      return PilotTrial(untreated: noise, treated: noise.map { $0 + effect })
    }
    let power = try #require(row.number("power"))
    let count = Double(Self.trials)
    #expect(
      abs(found.byFormula.power - power) <= 4 * (power * (1 - power) / count).squareRoot() + 1e-9)
    // A power off by four errors moves the least effect by less than a twentieth here.
    let least = try #require(row.number("least_effect"))
    #expect(abs((found.byFormula.minimumDetectableEffect ?? 0) - least) < 0.05 * least)
    let significant = count * power
    let exaggeration = try #require(row.number("exaggeration"))
    // The size of significant estimates varies by less than half its mean.
    #expect(
      abs((found.byFormula.exaggeration ?? 0) - exaggeration)
        <= 4 * 0.5 * exaggeration / significant.squareRoot())
    let wrong = try #require(row.number("sign_error"))
    #expect(
      abs((found.byFormula.signError ?? 1) - wrong)
        <= 4 * (max(wrong * (1 - wrong), 1 / significant) / significant).squareRoot())
  }
}
