import Statistics

extension PanelAssessment {
  /// The effects by cohort and time and their means, with errors from influences and exchanges.
  mutating func assessGroupTime() {
    let hasNever = panel.firstTreated.contains(nil)
    let controls = options.controls ?? (hasNever ? .never : .notYet)
    if !hasNever { warn(.noNeverTreated) }
    let effects: GroupTimeEffects
    do throws(AssessmentRefusal) {
      effects = try GroupTimeEffects(panel, controls: controls)
    } catch {
      warnings.append(.estimatorRefused(.callawaySantanna, error))
      return
    }
    groupTimeCells = effects.cells
    let kept = Set(effects.panel.unitNames)
    let dropped = panel.unitNames.filter { !kept.contains($0) }
    if !dropped.isEmpty { warn(.incompleteUnitsDropped(units: dropped)) }
    let means =
      [effects.simple()] + effects.byCohort() + effects.byCalendarTime() + effects.byEventTime()
    if options.choice.includes(.callawaySantanna, .influenceFunction) {
      for mean in means { addMean(mean, effects) }
    }
    guard options.choice.includes(.callawaySantanna, .randomization) else { return }
    let assignments = Reassignments(
      effects.panel, draws: effects.panel.covariates.isEmpty ? options.draws : options.draws / 10,
      key: RandomKey(seed: options.seed).child("group-time randomization"))
    let estimate = groupTime(effects.simple(), .randomization, effects)
    do throws(AssessmentRefusal) {
      addRandomization(
        estimate,
        try GroupTimeRandomization.test(effects, controls: controls, assignments))
    } catch {
      refuse(estimate, because: error)
    }
  }

  private func groupTime(
    _ mean: GroupTimeMean, _ inference: PilotEstimate.Inference, _ effects: GroupTimeEffects
  ) -> PilotEstimate {
    var estimate = PilotEstimate(
      .callawaySantanna, inference, mean.aggregation, counts: PilotEstimate.Counts(effects.panel))
    estimate.estimate = mean.effect
    switch mean.aggregation {
    case .group: estimate.group = mean.key
    case .calendar: estimate.calendarTime = mean.key
    case .event: estimate.eventTime = mean.key
    case .overall, .simple: break
    }
    return estimate
  }

  private mutating func addMean(_ mean: GroupTimeMean, _ effects: GroupTimeEffects) {
    var estimate = groupTime(mean, .influenceFunction, effects)
    guard effects.panel.treatedClusterCount > 1 else {
      return refuse(estimate, because: .oneTreatedCluster)
    }
    estimate.setDoubt(
      standardError: effects.standardError(mean.influence), degreesOfFreedom: nil)
    if estimate.pValue == nil { return refuse(estimate, because: .noVariation) }
    add(estimate)
  }
}
