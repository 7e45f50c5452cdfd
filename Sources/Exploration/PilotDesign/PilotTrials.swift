import PilotAssessment
import Statistics

/// Pilots made up of simulated months: a world, a first year, and the noise that no simulation has.
struct PilotTrials: Sendable {
  let months: PilotMonths
  /// Services, the fittest first.
  let order: [Int]
  let noise: Double
  let key: RandomKey

  /// A pilot on the first units of ``order``; a trial of one number has the same world in every plan.
  func trial(_ number: Int, of plan: PilotPlan) -> PilotTrial {
    let luck = key.child(UInt64(number))
    let world = Int(luck.index(below: UInt64(months.worlds), 0))
    let year = Int(luck.index(below: UInt64(months.years), 1))
    var untreated: [Double] = []
    var treated: [Double] = []
    for unit in 0..<plan.units {
      let draws = luck.child("noise").child(UInt64(order[unit]))
      for time in 0..<plan.times {
        let values = months.values(world: world, year: year, service: order[unit], time: time)
        let noise = noise * standardNormalQuantile(draws.uniform(UInt64(time)))
        untreated.append(values.untreated + noise)
        treated.append(values.treated + noise)
      }
    }
    return PilotTrial(untreated: untreated, treated: treated)
  }
}
