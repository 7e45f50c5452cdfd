extension PilotCheck {
  /// An effect at the last time before the start, which would mean that units changed in advance.
  static func anticipation(
    _ panel: Panel, effect: Double, _ options: PanelAssessment.Options
  ) -> PilotCheck {
    do throws(AssessmentRefusal) {
      let placebo = try panel.beforeTreatment { $0.count >= 3 ? $0.last : nil }
      return ofNoEffect(.anticipation, placebo, claimed: effect, options)
    } catch {
      return refused(.anticipation, error)
    }
  }
}
