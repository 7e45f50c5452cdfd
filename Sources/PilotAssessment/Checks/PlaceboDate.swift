extension PilotCheck {
  /// An effect at the middle of the times before the start, where there was none.
  static func placeboDate(
    _ panel: Panel, effect: Double, _ options: PanelAssessment.Options
  ) -> PilotCheck {
    do throws(AssessmentRefusal) {
      let placebo = try panel.beforeTreatment { $0.count >= 4 ? $0[$0.count / 2] : nil }
      return ofNoEffect(.placeboDate, placebo, claimed: effect, options)
    } catch {
      return refused(.placeboDate, error)
    }
  }
}
