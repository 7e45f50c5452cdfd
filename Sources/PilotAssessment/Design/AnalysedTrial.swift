import Statistics

/// One made-up pilot under a plan: its truth, and what its analysis finds with and without effects.
struct AnalysedTrial: Sendable {
  /// The mean true effect on treated cells.
  let truth: Double
  let with: PlanAnalysis.Finding
  let without: PlanAnalysis.Finding
  /// By place and time: what the units show without effects.
  let untreated: [Double]
  /// By place and time: what they show with those on treated cells.
  let outcome: [Double]

  /// Lets the lot of a trial's number decide which unit takes each place of the plan.
  init(_ analysis: PlanAnalysis, _ trial: PilotTrial, number: Int, key: RandomKey) {
    let plan = analysis.plan
    let order = randomOrder(plan.units, key.child("lot").child(UInt64(number)))
    var untreated: [Double] = []
    var outcome: [Double] = []
    var (sum, cells) = (0.0, 0)
    for (place, start) in plan.firstTreated.enumerated() {
      for time in 0..<plan.times {
        let cell = order[place] * plan.times + time
        let isTreated = start.map { time >= $0 } ?? false
        untreated.append(trial.untreated[cell])
        outcome.append(isTreated ? trial.treated[cell] : trial.untreated[cell])
        sum += isTreated ? trial.treated[cell] - trial.untreated[cell] : 0
        cells += isTreated ? 1 : 0
      }
    }
    truth = sum / Double(cells)
    without = analysis.finding(untreated)
    with = outcome == untreated ? without : analysis.finding(outcome)
    self.untreated = untreated
    self.outcome = outcome
  }
}
