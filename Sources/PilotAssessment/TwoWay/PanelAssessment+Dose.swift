import Statistics

/// What the offer did to the dose, beside an effect per unit of it.
public struct DoseStage: Equatable, Sendable {
  /// The dose's column.
  public let column: String
  /// The two-way effect of the offer on the dose, in the dose's unit.
  public let effect: Double
  /// Its CR2 standard error; nil where errors by cluster are no evidence.
  public let standardError: Double?
  /// The two-sided p-value of no effect on the dose, by CR2; nil likewise.
  public let pValue: Double?
}

extension PanelAssessment {
  /// The effect per unit of dose: CR2 with Fieller's set, and exchanges of treatment.
  mutating func assessDose(_ name: String) {
    let panel = panel
    guard let dose = panel.others.first(where: { $0.name == name }) else { return }
    do throws(AssessmentRefusal) {
      let effect = try DoseEffect(panel, dose: dose.values)
      addDoseFormula(effect, name)
      addDoseExchanges(effect)
    } catch {
      warnings.append(.estimatorRefused(.twfe, error))
    }
  }

  private func perDose(_ inference: PilotEstimate.Inference, _ effect: DoseEffect) -> PilotEstimate
  {
    var estimate = PilotEstimate(
      .twfe, inference, .overall, counts: PilotEstimate.Counts(panel))
    estimate.estimate = effect.ratio
    return estimate
  }

  private mutating func addDoseFormula(_ effect: DoseEffect, _ name: String) {
    var estimate = perDose(.cr2, effect)
    var stage = (error: Double?.none, p: Double?.none)
    defer {
      warn(
        .doseStage(
          DoseStage(
            column: name, effect: effect.dose.effect, standardError: stage.error, pValue: stage.p)))
    }
    guard panel.treatedClusterCount > 1 else {
      return refuse(estimate, because: .oneTreatedCluster)
    }
    do throws(AssessmentRefusal) {
      let formula = try effect.formula(panel, level: Self.level)
      stage.error = formula.doseError
      stage.p = StudentT(degreesOfFreedom: formula.degreesOfFreedom)
        .twoSidedP(effect.dose.effect / formula.doseError)
      estimate.standardError = formula.standardError
      estimate.degreesOfFreedom = formula.degreesOfFreedom
      estimate.pValue = formula.pValue
      setPieces(&estimate, formula.pieces)
      add(estimate)
    } catch {
      refuse(estimate, because: error)
    }
  }

  private mutating func addDoseExchanges(_ effect: DoseEffect) {
    var estimate = perDose(.randomization, effect)
    let assignments = Reassignments(
      panel, draws: options.draws, key: RandomKey(seed: options.seed).child("randomization"))
    do throws(AssessmentRefusal) {
      let test = try TwoWayRandomization.test(panel, effect.outcome, assignments)
      let p = try effect.exchanges(panel, assignments)
      estimate.pValue = p(0)
      estimate.minimumAttainableP = test.minimumAttainableP
      let spread = test.effects.map { abs($0.outcome) }.filter(\.isFinite).max() ?? 0
      if spread > 0 {
        let inversion = TestInversion(
          around: effect.ratio, spread: spread / abs(effect.dose.effect), level: Self.level,
          pValue: p)
        setPieces(&estimate, inversion.pieces)
      }
      add(estimate)
    } catch {
      refuse(estimate, because: error)
    }
  }

  private mutating func setPieces(_ estimate: inout PilotEstimate, _ pieces: [AssessmentPiece]) {
    estimate.low = pieces.first?.low
    estimate.high = pieces.last?.high
    let isUnbounded = pieces.first?.low == nil || pieces.last?.high == nil
    estimate.isUnbounded = isUnbounded
    if isUnbounded { warn(.intervalUnbounded(estimate.estimator, estimate.inference)) }
    if pieces.count > 1 {
      warn(.intervalDisjoint(estimate.estimator, estimate.inference, pieces: pieces))
    }
  }
}
