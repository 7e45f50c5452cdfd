import RealModule
public import Statistics

/// Synthetic control: each treated unit beside the mix of controls that matched it before.
///
/// Weights minimise the squared distance of all outcomes before treatment (Abadie, Diamond and
/// Hainmueller, 2010, with every earlier outcome as predictor and equal importance). The effect is
/// the mean gap over all treated cells. Doubt comes from placebos: each control is given a synthetic
/// control of the others; the root mean square gap after treatment ÷ that before is ranked among
/// those of means over as many controls (Cavallo and others, 2013).
public struct SyntheticControl: Sendable {
  /// The treated units in the order of their cohorts, as places in the panel's unit names.
  public let treatedUnits: [Int]
  /// The controls, as places in the panel's unit names.
  public let controlUnits: [Int]
  /// By treated unit: the weights of the controls.
  public let weights: [[Double]]
  /// By treated unit: the root mean square gap before treatment.
  public let fitBefore: [Double]
  /// By treated unit: outcome less synthetic control at every time.
  public let gaps: [[Double]]
  /// The mean gap over all treated cells.
  public let effect: Double
  /// RMSPE after ÷ before of the mean gap, by which it is ranked.
  public let ratio: Double
  /// The share of placebos, this one included, whose ratio is as large.
  public let pValue: Double
  /// The smallest p-value possible with so many controls.
  public let minimumAttainableP: Double

  /// The most sets of placebo units that are looked at.
  static let mostSets = 9999

  /// Builds the synthetic controls of a panel.
  ///
  /// - Throws: Why the panel can't support them.
  public init(_ panel: Panel, key: RandomKey) throws(AssessmentRefusal) {
    let grid = try PanelGrid(panel)
    guard grid.controls.count > grid.treatedCount, grid.controls.count >= 3 else {
      throw .tooFewControls
    }
    controlUnits = grid.controls
    var treated: [Int] = []
    var weights: [[Double]] = []
    var gaps: [[Double]] = []
    var befores: [Int] = []
    for cohort in grid.cohorts {
      for unit in cohort.units {
        let fit = Self.fit(unit, donors: grid.controls, before: cohort.before, grid)
        treated.append(unit)
        weights.append(fit.weights)
        gaps.append(fit.gaps)
        befores.append(cohort.before)
      }
    }
    treatedUnits = treated
    self.weights = weights
    self.gaps = gaps
    fitBefore = zip(gaps, befores).map { Self.rootMeanSquare($0[..<$1]) }
    var sum = 0.0
    var cells = 0
    for (gap, before) in zip(gaps, befores) {
      sum += gap[before...].reduce(0, +)
      cells += gap.count - before
    }
    effect = sum / Double(cells)
    ratio = Self.ratio(gaps, befores)
    (pValue, minimumAttainableP) = Self.rank(ratio, befores, grid, key)
  }

  /// A unit's weights over donors, and its gaps.
  private static func fit(
    _ unit: Int, donors: [Int], before: Int, _ grid: PanelGrid
  ) -> (weights: [Double], gaps: [Double]) {
    var columns = Matrix(rows: before, columns: donors.count, repeating: 0)
    for (column, donor) in donors.enumerated() {
      for time in 0..<before { columns[time, column] = grid.outcome[donor, time] }
    }
    let weights = SimplexLeastSquares(
      columns, target: (0..<before).map { grid.outcome[unit, $0] }, ridge: 0, isCentred: false
    ).weights
    let gaps = (0..<grid.outcome.columns).map { time in
      zip(donors, weights).reduce(grid.outcome[unit, time]) { $0 - $1.1 * grid.outcome[$1.0, time] }
    }
    return (weights, gaps)
  }

  /// The rank of a ratio among those of sets of controls in the place of the treated units.
  private static func rank(
    _ ratio: Double, _ befores: [Int], _ grid: PanelGrid, _ key: RandomKey
  ) -> (p: Double, minimum: Double) {
    let distinct = Set(befores).sorted()
    // By number of times before and by control: its gaps from the other controls.
    let placebos = distinct.map { before in
      grid.controls.map { unit in
        fit(unit, donors: grid.controls.filter { $0 != unit }, before: before, grid).gaps
      }
    }
    let places = befores.map { distinct.firstIndex(of: $0) ?? 0 }
    let sets = UnitSets(
      of: befores.count, from: grid.controls.count, limit: mostSets, key: key.child("placebos"))
    let count = sets.sets.count { set in
      Self.ratio(zip(places, set).map { placebos[$0][$1] }, befores) >= ratio * (1 - 1e-10)
    }
    let total = Double(sets.sets.count + 1)
    return (Double(count + 1) / total, 1 / total)
  }

  /// RMSPE after ÷ before of the gaps averaged over units; infinite where they fit exactly before.
  private static func ratio(_ gaps: [[Double]], _ befores: [Int]) -> Double {
    let least = befores.min() ?? 0
    // Units whose treatment starts later are lined up at their own start.
    let before = (1...max(1, least)).map { lag in
      mean(zip(gaps, befores).map { $0[$1 - lag] })
    }
    let length = zip(gaps, befores).map { $0.count - $1 }.min() ?? 0
    let after = (0..<length).map { lag in mean(zip(gaps, befores).map { $0[$1 + lag] }) }
    return rootMeanSquare(after[...]) / rootMeanSquare(before[...])
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private static func rootMeanSquare(_ values: ArraySlice<Double>) -> Double {
    Double.sqrt(values.reduce(0) { $0 + $1 * $1 } / Double(values.count))
  }

  /// The effect as a row of the assessment; there is no standard error.
  public func estimate(_ panel: Panel) -> PilotEstimate {
    var estimate = PilotEstimate(
      .syntheticControl, .placebo, .overall, counts: PilotEstimate.Counts(panel))
    estimate.estimate = effect
    estimate.pValue = pValue
    estimate.minimumAttainableP = minimumAttainableP
    return estimate
  }
}
