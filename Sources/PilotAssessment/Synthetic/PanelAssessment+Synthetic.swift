import Statistics

extension PanelAssessment {
  /// The effects by synthetic control and synthetic difference-in-differences.
  mutating func assessSynthetic() {
    let key = RandomKey(seed: options.seed)
    if options.choice.includes(.syntheticControl) { assessSyntheticControl(key) }
    guard options.choice.includes(.syntheticDiD) else { return }
    do throws(AssessmentRefusal) {
      addSyntheticDiD(try SyntheticDiD(panel), key.child("synthetic did"))
      warnCovariates(.syntheticDiD)
    } catch {
      warnings.append(.estimatorRefused(.syntheticDiD, error))
    }
  }

  private mutating func assessSyntheticControl(_ key: RandomKey) {
    do throws(AssessmentRefusal) {
      add(try SyntheticControl(panel, key: key.child("synthetic control")).estimate(panel))
      warnCovariates(.syntheticControl)
    } catch {
      warnings.append(.estimatorRefused(.syntheticControl, error))
    }
  }

  /// The break in the mean series of the treated units, when nobody is left to compare with.
  mutating func assessSeries() {
    do throws(AssessmentRefusal) {
      for estimate in try InterruptedTimeSeries(panel).estimates(panel) { add(estimate) }
      warnCovariates(.interruptedTimeSeries)
    } catch {
      warnings.append(.estimatorRefused(.interruptedTimeSeries, error))
    }
  }

  private mutating func addSyntheticDiD(_ estimator: SyntheticDiD, _ key: RandomKey) {
    let chosen = options.choice.inference
    do throws(AssessmentRefusal) {
      add(estimator.estimate(panel, try estimator.doubt(key: key, by: chosen)))
    } catch {
      var estimate = PilotEstimate(
        .syntheticDiD, chosen ?? .jackknife, .overall, counts: PilotEstimate.Counts(panel))
      estimate.estimate = estimator.effect
      refuse(estimate, because: error)
    }
  }

  private mutating func warnCovariates(_ estimator: PilotEstimate.Estimator) {
    if !panel.covariates.isEmpty { warn(.covariatesNotUsed(estimator)) }
  }
}
