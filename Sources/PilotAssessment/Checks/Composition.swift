extension PilotCheck {
  /// Whether rows, or weights, of treated units thin out otherwise than those of controls.
  ///
  /// The number is how the share of the whole that is treated changed from before the first start to
  /// after it: of weights if there are any, else of rows. More than 2 points of a hundred give
  /// doubt, more than 10 speak against the effect.
  static func composition(_ panel: Panel) -> PilotCheck {
    guard let start = panel.cohortTimes.first else { return refused(.composition, .notIdentified) }
    // By before and after: treated, all.
    var sums = [(0.0, 0.0), (0.0, 0.0)]
    for row in 0..<panel.rowCount {
      let side = panel.time(ofRow: row) < start ? 0 : 1
      let weight = panel.weights?[row] ?? 1
      sums[side].1 += weight
      if panel.firstTreated[panel.unit[row]] != nil { sums[side].0 += weight }
    }
    guard sums[0].1 > 0, sums[1].1 > 0 else { return refused(.composition, .tooFewPeriodsBefore) }
    let change = sums[1].0 / sums[1].1 - sums[0].0 / sums[0].1
    let verdict: Verdict = abs(change) <= 0.02 ? .passed : abs(change) <= 0.1 ? .doubtful : .failed
    return PilotCheck(.composition, verdict, number: change)
  }
}
