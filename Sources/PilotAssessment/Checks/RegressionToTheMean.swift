extension PilotCheck {
  /// What would come if the units had been chosen for their last outcomes and had no effect.
  ///
  /// Across all units the later half of the times before the start is regressed on the earlier half,
  /// with slope ρ. Units whose later half lies g from where the line puts them come back by it: the
  /// drift is −g, the mean residual of the treated less that of the controls. Doubt if the drift has
  /// the sign of the effect and at least a quarter of its size; it speaks against the effect from
  /// three quarters.
  static func regressionToTheMean(_ panel: Panel, effect: Double) -> PilotCheck {
    guard let start = panel.cohortTimes.first else {
      return refused(.regressionToTheMean, .notIdentified)
    }
    let earlier = panel.times.filter { $0 < start }
    guard earlier.count >= 4 else { return refused(.regressionToTheMean, .tooFewPeriodsBefore) }
    let middle = earlier[earlier.count / 2]
    var halves: [(early: Double, late: Double, isTreated: Bool)] = []
    for unit in 0..<panel.unitCount {
      let rows = panel.rows(ofUnit: unit).filter { panel.time(ofRow: $0) < start }
      let early = rows.filter { panel.time(ofRow: $0) < middle }.map { panel.outcome[$0] }
      let late = rows.filter { panel.time(ofRow: $0) >= middle }.map { panel.outcome[$0] }
      guard !early.isEmpty, !late.isEmpty else { continue }
      halves.append((mean(early), mean(late), panel.firstTreated[unit] != nil))
    }
    guard halves.count >= 4, let drift = drift(halves) else {
      return refused(.regressionToTheMean, .tooFewControls)
    }
    let share = effect == 0 ? 0 : drift / effect
    let verdict: Verdict = share >= 0.75 ? .failed : share >= 0.25 ? .doubtful : .passed
    return PilotCheck(.regressionToTheMean, verdict, number: drift)
  }

  private static func drift(
    _ halves: [(early: Double, late: Double, isTreated: Bool)]
  ) -> Double? {
    let (x, y) = (mean(halves.map(\.early)), mean(halves.map(\.late)))
    var (products, squares) = (0.0, 0.0)
    for half in halves {
      products += (half.early - x) * (half.late - y)
      squares += (half.early - x) * (half.early - x)
    }
    guard squares > 0 else { return nil }
    let slope = products / squares
    let residual = { (isTreated: Bool) -> Double in
      let some = halves.filter { $0.isTreated == isTreated }
      return some.isEmpty ? 0 : mean(some.map { $0.late - y - slope * ($0.early - x) })
    }
    return -(residual(true) - residual(false))
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
