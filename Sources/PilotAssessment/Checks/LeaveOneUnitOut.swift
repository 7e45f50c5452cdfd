extension PilotCheck {
  /// The effect with each unit left out in turn.
  ///
  /// A change of sign speaks against the effect, a change by more than half of it gives doubt.
  static func leaveOneUnitOut(_ panel: Panel, effect: Double) -> PilotCheck {
    guard refitWork(panel, times: panel.unitCount) <= refitLimit else {
      return refused(.leaveOneUnitOut, .tooLarge)
    }
    var furthest: (effect: Double, unit: Int)?
    for unit in 0..<panel.unitCount {
      guard let part = try? panel.part(where: { panel.unit[$0] != unit }),
        let contrast = try? TreatmentContrast(part)
      else {
        if panel.firstTreated[unit] != nil { return refused(.leaveOneUnitOut, .oneTreatedUnit) }
        continue
      }
      if abs(contrast.effect - effect) > abs((furthest?.effect ?? effect) - effect) {
        furthest = (contrast.effect, unit)
      }
    }
    guard let furthest else { return refused(.leaveOneUnitOut, .notIdentified) }
    let verdict: Verdict =
      furthest.effect * effect <= 0
      ? .failed : abs(furthest.effect - effect) > 0.5 * abs(effect) ? .doubtful : .passed
    var check = PilotCheck(.leaveOneUnitOut, verdict, number: furthest.effect)
    check.subject = panel.unitNames[furthest.unit]
    return check
  }
}
