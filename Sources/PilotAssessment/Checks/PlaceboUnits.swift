import Statistics

extension PilotCheck {
  /// The share of sets of never-treated units that seem to have as large an effect as the treated.
  ///
  /// A share above a tenth gives doubt. At most 999 sets are drawn where there are more.
  static func placeboUnits(
    _ panel: Panel, effect: Double, _ options: PanelAssessment.Options
  ) -> PilotCheck {
    let controls = panel.firstTreated.indices.filter { panel.firstTreated[$0] == nil }
    let starts = panel.firstTreated.compactMap(\.self).sorted()
    guard controls.count > starts.count + 1 else { return refused(.placeboUnits, .tooFewControls) }
    let sets = UnitSets(
      of: starts.count, from: controls.count, limit: 999,
      key: RandomKey(seed: options.seed).child("placebo units"))
    guard refitWork(panel, times: sets.sets.count) <= refitLimit else {
      return refused(.placeboUnits, .tooLarge)
    }
    var (counted, beyond) = (0, 0)
    for set in sets.sets {
      var first = panel.firstTreated.map { _ in Int?.none }
      for (place, start) in zip(set, starts) { first[controls[place]] = start }
      guard
        let placebo = try? panel.part(
          firstTreated: first, where: { panel.firstTreated[panel.unit[$0]] == nil }),
        let contrast = try? TreatmentContrast(placebo)
      else { continue }
      counted += 1
      if abs(contrast.effect) >= abs(effect) * (1 - 1e-10) { beyond += 1 }
    }
    guard counted > 0 else { return refused(.placeboUnits, .notIdentified) }
    let share = Double(beyond) / Double(counted)
    return PilotCheck(.placeboUnits, share <= 0.1 ? .passed : .doubtful, number: share)
  }
}
