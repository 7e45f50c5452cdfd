extension PilotCheck {
  /// The effect on an outcome that treatment should leave alone, given by row of the panel.
  public static func placeboOutcome(
    _ name: String, _ values: [Double], _ panel: Panel, options: PanelAssessment.Options
  ) -> PilotCheck {
    precondition(
      values.count == panel.rowCount, "\(values.count) values for \(panel.rowCount) rows")
    var check: PilotCheck
    do throws(AssessmentRefusal) {
      let placebo = try panel.part(outcome: values) { values[$0].isFinite }
      check = ofNoEffect(.placeboOutcome, placebo, claimed: .infinity, options)
    } catch {
      check = refused(.placeboOutcome, error)
    }
    check.subject = name
    return check
  }
}
