import Statistics

/// The effect per unit of dose used: the offer's effect on the outcome over its effect on the dose.
///
/// Wald's ratio, with the offer as instrument: it is the effect of a day used among those whom the
/// offer made use it, if the offer changes the outcome through the dose alone. Tests are of
/// outcome - b·dose, whose two-way effect is 0 if b is the ratio; the effects b that are not rejected
/// are Fieller's set, which may be unbounded when the offer hardly changed the dose.
struct DoseEffect: Sendable {
  let outcome: TreatmentContrast
  let dose: TreatmentContrast

  var ratio: Double { outcome.effect / dose.effect }

  /// The effects of the offer on the panel's outcome and on a dose by row.
  init(_ panel: Panel, dose: [Double]) throws(AssessmentRefusal) {
    outcome = try TreatmentContrast(panel)
    self.dose = try TreatmentContrast(panel.reassigned(panel.firstTreated, outcome: dose))
    // A dose that the offer leaves where it was up to rounding has no ratio.
    let size = dose.reduce(0) { max($0, abs($1)) }
    guard abs(self.dose.effect) > 1e-12 * size else { throw .doseUnchanged }
  }

  /// Fieller's set from errors by cluster, the delta method's error of the ratio, and the dose's own.
  struct Formula {
    let standardError: Double
    let degreesOfFreedom: Double
    let pieces: [AssessmentPiece]
    let pValue: Double
    let doseError: Double
  }

  /// CR2: loadings and degrees of freedom depend on the design alone and serve outcome and dose.
  func formula(_ panel: Panel, level: Double) throws(AssessmentRefusal) -> Formula {
    let errors = try BiasReducedErrors(outcome, panel)
    let ofOutcome = errors.scores(outcome.fit.residuals, outcome)
    let ofDose = errors.scores(dose.fit.residuals, outcome)
    func product(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let spread = (
      product(ofOutcome, ofOutcome), product(ofOutcome, ofDose), product(ofDose, ofDose)
    )
    let reference = StudentT(degreesOfFreedom: errors.degreesOfFreedom)
    let variance = spread.0 - ratio * (2 * spread.1 - ratio * spread.2)
    guard variance > 0, spread.0 > 0 else { throw .noVariation }
    let reach = reference.quantile(1 - level / 2)
    return Formula(
      standardError: variance.squareRoot() / abs(dose.effect),
      degreesOfFreedom: errors.degreesOfFreedom,
      pieces: Self.fieller(
        (outcome.effect, dose.effect), spread, squaredReach: reach * reach),
      pValue: reference.twoSidedP(outcome.effect / spread.0.squareRoot()),
      doseError: spread.2.squareRoot())
  }

  /// The ratios b with (a - b·d)² ≤ t²·(V₀ - 2b·V₁ + b²·V₂), ascending.
  ///
  /// The ratio itself is always among them. With a dose effect that is not significant the set is
  /// everything, or everything but a stretch.
  static func fieller(
    _ effects: (Double, Double), _ spread: (Double, Double, Double), squaredReach: Double
  ) -> [AssessmentPiece] {
    let square = effects.1 * effects.1 - squaredReach * spread.2
    let middle = effects.0 * effects.1 - squaredReach * spread.1
    let constant = effects.0 * effects.0 - squaredReach * spread.0
    let discriminant = middle * middle - square * constant
    guard discriminant > 0, square != 0 else { return [AssessmentPiece(low: nil, high: nil)] }
    let root = discriminant.squareRoot()
    let ends = [(middle - root) / square, (middle + root) / square].sorted()
    return square > 0
      ? [AssessmentPiece(low: ends[0], high: ends[1])]
      : [AssessmentPiece(low: nil, high: ends[0]), AssessmentPiece(low: ends[1], high: nil)]
  }

  /// Exchanges of treatment, for outcome and dose alike.
  func exchanges(
    _ panel: Panel, _ assignments: Reassignments
  ) throws(AssessmentRefusal) -> (Double) -> Double {
    let ofOutcome = try TwoWayRandomization.test(panel, outcome, assignments)
    let ofDose = try TwoWayRandomization.test(panel, dose, assignments)
    let (effect, doseEffect) = (outcome.effect, dose.effect)
    let pairs = zip(ofOutcome.effects, ofDose.effects).map { ($0.outcome, $1.outcome) }
    return { ratio in
      let distance = abs(effect - ratio * doseEffect) * (1 - 1e-10)
      let extreme = pairs.count { !(abs($0.0 - ratio * $0.1) < distance) }
      return ofOutcome.isEnumerated
        ? Double(extreme) / Double(pairs.count)
        : Double(1 + extreme) / Double(pairs.count + 1)
    }
  }
}
