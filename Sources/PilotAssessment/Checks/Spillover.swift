extension PilotCheck {
  /// A break in the mean series of the never treated when treatment starts.
  ///
  /// Citizens may go to their counters instead. A break the other way than the effect makes the
  /// effect too large, and gives doubt if its interval leaves out 0; so does one the same way. It
  /// can't be told apart from a shock that all units share, so it never speaks against the effect alone.
  static func spillover(_ panel: Panel) -> PilotCheck {
    guard let start = panel.cohortTimes.first else { return refused(.spillover, .notIdentified) }
    do throws(AssessmentRefusal) {
      guard panel.firstTreated.contains(nil) else { throw .noNeverTreated }
      guard panel.isBalanced else { throw .unbalanced }
      var series = Array(repeating: 0.0, count: panel.times.count)
      let controls = Double(panel.unitCount - panel.treatedUnitCount)
      for row in 0..<panel.rowCount where panel.firstTreated[panel.unit[row]] == nil {
        series[panel.period[row]] += panel.outcome[row] / controls
      }
      let fit = try InterruptedTimeSeries(series, times: panel.times, start: start)
      let (step, error) = fit.combination([0, 0, 1, 0])
      let p = fit.pValue(step, error)
      var check = PilotCheck(
        .spillover, p <= PanelAssessment.level ? .doubtful : .passed, number: step)
      check.pValue = p
      return check
    } catch {
      return refused(.spillover, error)
    }
  }
}
