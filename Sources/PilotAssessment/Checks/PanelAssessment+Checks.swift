extension PanelAssessment {
  /// Every check that the panel itself allows, in the order of ``PilotCheck/Kind``.
  ///
  /// Outcomes that should not change are checked apart, by
  /// ``PilotCheck/placeboOutcome(_:_:_:options:)``. None when nobody is left to compare with.
  public var checks: [PilotCheck] {
    guard panel.commonDate == nil else { return [] }
    let effect: Double
    do throws(AssessmentRefusal) {
      effect = try TreatmentContrast(panel).effect
    } catch {
      return PilotCheck.Kind.allCases.filter { $0 != .placeboOutcome }.map {
        .refused($0, error)
      }
    }
    return [
      .placeboDate(panel, effect: effect, options),
      .anticipation(panel, effect: effect, options),
      .placeboUnits(panel, effect: effect, options),
      .leaveOneUnitOut(panel, effect: effect),
      .preTrends(panel),
      .composition(panel),
      .regressionToTheMean(panel, effect: effect),
      .spillover(panel),
    ]
  }
}
