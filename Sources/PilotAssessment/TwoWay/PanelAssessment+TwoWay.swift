import Statistics

extension PanelAssessment {
  /// The two-way effect with every inference, by event time, and its diagnostics.
  mutating func assessTwoWay() {
    let contrast: TreatmentContrast
    do throws(AssessmentRefusal) {
      contrast = try TreatmentContrast(panel)
    } catch {
      warnings.append(.estimatorRefused(.twfe, error))
      return
    }
    for (place, covariate) in panel.covariates.enumerated()
    where !contrast.fit.kept.contains(place + 1) {
      warn(.covariateDropped(name: covariate.name))
    }
    addClusterErrors(contrast)
    if options.choice.includes(.twfe, .wildClusterBootstrap) { addWildBootstrap(contrast) }
    if options.choice.includes(.twfe, .randomization) { addTwoWayRandomization(contrast) }
    if options.choice.includes(.twfe, .cr1) { assessEvents() }
    if panel.cohortTimes.count > 1 { warn(.negativeWeights(NegativeWeights(contrast, panel))) }
  }

  private func twoWay(
    _ inference: PilotEstimate.Inference, _ contrast: TreatmentContrast
  ) -> PilotEstimate {
    var estimate = PilotEstimate(
      .twfe, inference, .overall, counts: PilotEstimate.Counts(panel))
    estimate.estimate = contrast.effect
    return estimate
  }

  private mutating func addClusterErrors(_ contrast: TreatmentContrast) {
    let clusters = Double(panel.clusterCount - 1)
    addClusterError(.cr1, contrast) { () throws(AssessmentRefusal) in (contrast.cr1, clusters) }
    let panel = panel
    addClusterError(.cr2, contrast) { () throws(AssessmentRefusal) in
      let errors = try BiasReducedErrors(contrast, panel)
      return (errors.standardError, errors.degreesOfFreedom)
    }
    addClusterError(.cr3, contrast) { () throws(AssessmentRefusal) in
      (try JackknifeErrors.standardError(panel, effect: contrast.effect), clusters)
    }
  }

  private mutating func addClusterError(
    _ inference: PilotEstimate.Inference, _ contrast: TreatmentContrast,
    _ error: () throws(AssessmentRefusal) -> (Double, Double)
  ) {
    guard options.choice.includes(.twfe, inference) else { return }
    var estimate = twoWay(inference, contrast)
    guard panel.treatedClusterCount > 1 else {
      return refuse(estimate, because: .oneTreatedCluster)
    }
    do throws(AssessmentRefusal) {
      let (standardError, degrees) = try error()
      estimate.setDoubt(standardError: standardError, degreesOfFreedom: degrees)
      if estimate.pValue == nil { return refuse(estimate, because: .noVariation) }
      add(estimate)
    } catch {
      refuse(estimate, because: error)
    }
  }

  private mutating func addWildBootstrap(_ contrast: TreatmentContrast) {
    var estimate = twoWay(.wildClusterBootstrap, contrast)
    guard panel.treatedClusterCount > 1 else {
      return refuse(estimate, because: .oneTreatedCluster)
    }
    guard contrast.cr1 > 0 else { return refuse(estimate, because: .noVariation) }
    let bootstrap = WildBootstrap(
      contrast, weights: options.bootstrapWeights, draws: options.draws,
      key: RandomKey(seed: options.seed).child("wild cluster bootstrap"))
    estimate.minimumAttainableP = bootstrap.minimumAttainableP
    estimate.pValue = bootstrap.pValue(of: 0)
    let inversion = TestInversion(
      around: contrast.effect, spread: contrast.cr1, level: Self.level,
      pValue: bootstrap.pValue(of:))
    setInterval(&estimate, inversion)
    add(estimate)
  }

  private mutating func addTwoWayRandomization(_ contrast: TreatmentContrast) {
    let assignments = Reassignments(
      panel, draws: options.draws,
      key: RandomKey(seed: options.seed).child("randomization"))
    let estimate = twoWay(.randomization, contrast)
    do throws(AssessmentRefusal) {
      addRandomization(
        estimate, try TwoWayRandomization.test(panel, contrast, assignments))
    } catch {
      refuse(estimate, because: error)
    }
  }

  /// Completes an estimate whose treatment was exchanged.
  mutating func addRandomization(_ estimate: PilotEstimate, _ test: RandomizationTest) {
    var estimate = estimate
    estimate.minimumAttainableP = test.minimumAttainableP
    estimate.pValue = test.pValue(of: 0)
    let spread = test.effects.map { abs($0.outcome) }.filter(\.isFinite).max() ?? 0
    if spread > 0 {
      let inversion = TestInversion(
        around: test.effect, spread: spread, level: Self.level, pValue: test.pValue(of:))
      setInterval(&estimate, inversion)
    }
    add(estimate)
  }

  private mutating func setInterval(_ estimate: inout PilotEstimate, _ inversion: TestInversion) {
    estimate.setInterval(inversion)
    if inversion.isUnbounded {
      warn(.intervalUnbounded(estimate.estimator, estimate.inference))
    }
    if inversion.pieces.count > 1 {
      warn(
        .intervalDisjoint(estimate.estimator, estimate.inference, pieces: inversion.pieces))
    }
  }

  private mutating func assessEvents() {
    let study: EventStudy
    do throws(AssessmentRefusal) {
      study = try EventStudy(panel)
    } catch {
      if error == .tooLarge { warn(.eventsRefused(error)) }
      return warn(.preTrendUntestable)
    }
    for effect in study.effects {
      var estimate = PilotEstimate(
        .twfe, .cr1, .event, counts: PilotEstimate.Counts(panel))
      estimate.eventTime = effect.eventTime
      estimate.estimate = effect.estimate
      if panel.treatedClusterCount > 1 {
        estimate.setDoubt(
          standardError: effect.standardError, degreesOfFreedom: Double(panel.clusterCount - 1))
        add(estimate)
      } else {
        refuse(estimate, because: .oneTreatedCluster)
      }
    }
    if let test = study.preTrend, panel.treatedClusterCount > 1 {
      warn(.preTrend(test))
    } else {
      warn(.preTrendUntestable)
    }
  }
}
