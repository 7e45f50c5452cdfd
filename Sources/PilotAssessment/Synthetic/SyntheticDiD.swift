import RealModule
public import Statistics

/// Synthetic difference-in-differences (Arkhangelsky and others, 2021).
///
/// Controls get weights ω that run parallel to the treated mean before treatment, times before get
/// weights λ that are level with the controls' mean after it; both sum to 1, none negative, with a
/// free constant. With σ the standard deviation of the controls' first differences before treatment,
/// ζ_ω = (N₁T₁)^¼ σ and ζ_λ = 10⁻⁶ σ. Cohorts that start at different times are estimated each
/// against the never treated and averaged by their treated cells.
public struct SyntheticDiD: Sendable {
  /// The weights of one cohort.
  public struct Weights: Equatable, Sendable {
    /// Of the controls.
    public var units: [Double]
    /// Of the times before treatment.
    public var times: [Double]
    /// What the two sets of weights minimise, at the weights.
    public var unitObjective = Double.nan, timeObjective = Double.nan
  }

  /// How the error of the effect was found.
  public struct Doubt: Equatable, Sendable {
    /// Placebo or jackknife.
    public let inference: PilotEstimate.Inference
    /// The standard error; the interval is normal.
    public let standardError: Double
  }

  /// By cohort, the earliest first.
  public let weights: [Weights]
  /// The mean effect over all treated cells.
  public let effect: Double
  /// The controls, as places in the panel's unit names.
  public let controlUnits: [Int]
  private let grid: PanelGrid

  /// The most sets of placebo units that are estimated.
  static let mostSets = 200

  /// Estimates the effect from a panel.
  ///
  /// - Throws: Why the panel can't support it.
  public init(_ panel: Panel) throws(AssessmentRefusal) {
    grid = try PanelGrid(panel)
    guard grid.controls.count >= 2 else { throw .tooFewControls }
    controlUnits = grid.controls
    let found = Self.estimate(grid.outcome, controls: grid.controls, cohorts: grid.cohorts)
    weights = found.weights
    effect = found.effect
  }

  /// The effect, with weights found for these units or given.
  private static func estimate(
    _ outcome: Matrix, controls: [Int], cohorts: [PanelGrid.Cohort], given: [Weights]? = nil
  ) -> (effect: Double, weights: [Weights]) {
    var weights: [Weights] = []
    var sum = 0.0
    var cells = 0.0
    for (index, cohort) in cohorts.enumerated() where !cohort.units.isEmpty {
      let found = given?[index] ?? Self.weights(outcome, controls: controls, cohort: cohort)
      weights.append(found)
      let after = cohort.before..<outcome.columns
      func change(_ unit: Int) -> Double {
        var change = 0.0
        for time in after { change += outcome[unit, time] / Double(after.count) }
        for (time, weight) in found.times.enumerated() { change -= weight * outcome[unit, time] }
        return change
      }
      var effect = cohort.units.reduce(0) { $0 + change($1) } / Double(cohort.units.count)
      for (control, weight) in zip(controls, found.units) where weight != 0 {
        effect -= weight * change(control)
      }
      let size = Double(cohort.units.count * after.count)
      sum += effect * size
      cells += size
    }
    return (sum / cells, weights)
  }

  private static func weights(
    _ outcome: Matrix, controls: [Int], cohort: PanelGrid.Cohort
  ) -> Weights {
    let before = cohort.before
    let after = before..<outcome.columns
    var controlsBefore = Matrix(rows: controls.count, columns: before, repeating: 0)
    for (row, unit) in controls.enumerated() {
      for time in 0..<before { controlsBefore[row, time] = outcome[unit, time] }
    }
    let deviation = Self.differenceDeviation(controlsBefore)
    let controlsAfter = controls.map { unit in
      after.reduce(0) { $0 + outcome[unit, $1] } / Double(after.count)
    }
    let treatedBefore = (0..<before).map { time in
      cohort.units.reduce(0) { $0 + outcome[$1, time] } / Double(cohort.units.count)
    }
    let cells = Double(cohort.units.count * after.count)
    let unitPenalty = Double.pow(cells, 0.25) * deviation
    let timePenalty = 1e-6 * deviation
    let units = SimplexLeastSquares(
      controlsBefore.transposed, target: treatedBefore, ridge: unitPenalty * unitPenalty,
      isCentred: true)
    let times = SimplexLeastSquares(
      controlsBefore, target: controlsAfter, ridge: timePenalty * timePenalty, isCentred: true)
    return Weights(
      units: units.weights, times: times.weights, unitObjective: units.objective,
      timeObjective: times.objective)
  }

  /// The standard deviation of all changes from one time to the next.
  private static func differenceDeviation(_ before: Matrix) -> Double {
    var changes: [Double] = []
    for row in 0..<before.rows {
      for time in 1..<before.columns { changes.append(before[row, time] - before[row, time - 1]) }
    }
    guard changes.count > 1 else { return 0 }
    let mean = changes.reduce(0, +) / Double(changes.count)
    let squares = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Double.sqrt(squares / Double(changes.count - 1))
  }
}

extension SyntheticDiD {
  /// The error by placebo where controls outnumber the treated, else by the jackknife; or the one
  /// that is asked for.
  ///
  /// - Throws: ``AssessmentRefusal/oneTreatedUnit`` when neither is lawful, and
  ///   ``AssessmentRefusal/tooFewControls`` when placebo is asked for and is not.
  public func doubt(
    key: RandomKey, by inference: PilotEstimate.Inference? = nil
  ) throws(AssessmentRefusal) -> Doubt {
    let hasPlacebos = grid.controls.count > grid.treatedCount
    if inference == .placebo, !hasPlacebos { throw .tooFewControls }
    if hasPlacebos, inference != .jackknife {
      return Doubt(inference: .placebo, standardError: placeboError(key))
    }
    return Doubt(inference: .jackknife, standardError: try jackknifeError())
  }

  /// The spread of effects where sets of controls stand in for the treated units.
  ///
  /// All sets where they are at most 200, else 200 drawn; the divisor is their number.
  public func placeboError(_ key: RandomKey) -> Double {
    let sets = UnitSets(
      of: grid.treatedCount, from: grid.controls.count, limit: Self.mostSets,
      key: key.child("synthetic did"))
    let effects = sets.sets.map { set in
      let rest = grid.controls.indices.filter { !set.contains($0) }.map { grid.controls[$0] }
      return Self.estimate(
        grid.outcome, controls: rest,
        cohorts: grid.cohorts(filledWith: set.map { grid.controls[$0] })
      ).effect
    }
    let mean = effects.reduce(0, +) / Double(effects.count)
    let squares = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Double.sqrt(squares / Double(effects.count))
  }

  /// The jackknife over units, with weights held fixed and those of the controls scaled to sum to 1.
  ///
  /// - Throws: ``AssessmentRefusal/oneTreatedUnit`` when a cohort has one unit alone, and
  ///   ``AssessmentRefusal/tooFewControls`` when all weight is on one control.
  public func jackknifeError() throws(AssessmentRefusal) -> Double {
    guard grid.cohorts.allSatisfy({ $0.units.count > 1 }) else { throw .oneTreatedUnit }
    guard weights.allSatisfy({ $0.units.count { $0 != 0 } > 1 }) else { throw .tooFewControls }
    var effects: [Double] = []
    for place in grid.controls.indices {
      var controls = grid.controls
      controls.remove(at: place)
      let scaled = weights.map { weights in
        var units = weights.units
        units.remove(at: place)
        let sum = units.reduce(0, +)
        return Weights(units: units.map { $0 / sum }, times: weights.times)
      }
      effects.append(
        Self.estimate(grid.outcome, controls: controls, cohorts: grid.cohorts, given: scaled).effect
      )
    }
    for (index, cohort) in grid.cohorts.enumerated() {
      for unit in cohort.units {
        var cohorts = grid.cohorts
        cohorts[index].units.removeAll { $0 == unit }
        effects.append(
          Self.estimate(
            grid.outcome, controls: grid.controls, cohorts: cohorts, given: weights
          ).effect)
      }
    }
    let count = Double(effects.count)
    let mean = effects.reduce(0, +) / count
    return Double.sqrt(
      (count - 1) / count * effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
  }

  /// The effect with its doubt as a row of the assessment, with a normal interval of 95%.
  public func estimate(_ panel: Panel, _ doubt: Doubt) -> PilotEstimate {
    var estimate = PilotEstimate(
      .syntheticDiD, doubt.inference, .overall, counts: PilotEstimate.Counts(panel))
    estimate.estimate = effect
    estimate.standardError = doubt.standardError
    let reach = standardNormalQuantile(0.975) * doubt.standardError
    (estimate.low, estimate.high, estimate.isUnbounded) = (effect - reach, effect + reach, false)
    estimate.pValue =
      doubt.standardError > 0
      ? 2 * standardNormalCumulative(-abs(effect) / doubt.standardError) : nil
    return estimate
  }
}
