import Statistics

/// The two-way effect under other assignments, from sums that are made once per unit and cohort.
struct TwoWayRandomization {
  private let panel: Panel
  private let contrast: TreatmentContrast
  private let assignments: Reassignments
  /// By cohort and unit: sums over the rows from the cohort's time on.
  private var outcome: [[Double]] = []
  private var treatment: [[Double]] = []
  private var controls: [[[Double]]] = []
  /// By cohort and unit: the weight of these rows less its square over the unit's weight.
  private var spread: [[Double]] = []
  /// The covariates' residuals and the inverse of their sums of products.
  private let covariates: [[Double]]
  private let covariateSystem: CholeskySystem?
  /// Whether the spread depends on nothing but the number of units in each cohort.
  private let isUniform: Bool

  /// The most multiplications over all assignments.
  private static let limit = 2e10

  /// Re-estimates the effect under each assignment.
  ///
  /// - Throws: ``AssessmentRefusal/tooLarge``.
  static func test(
    _ panel: Panel, _ contrast: TreatmentContrast, _ assignments: Reassignments
  ) throws(AssessmentRefusal) -> RandomizationTest {
    let randomization = TwoWayRandomization(panel, contrast, assignments)
    let periods = Double(panel.times.count)
    let perWay = randomization.isUniform ? 0 : periods * periods + Double(panel.rowCount)
    guard Double(assignments.count) * (Double(panel.unitCount) + perWay) <= limit else {
      throw .tooLarge
    }
    return RandomizationTest(
      isEnumerated: assignments.isEnumerated, effects: randomization.effects(),
      effect: contrast.effect)
  }

  private init(_ panel: Panel, _ contrast: TreatmentContrast, _ assignments: Reassignments) {
    self.panel = panel
    self.contrast = contrast
    self.assignments = assignments
    covariates = Array(contrast.fit.columns.dropFirst())
    covariateSystem = try? CholeskySystem(
      TwoWayFit.products(covariates, contrast.projection))
    isUniform = panel.isBalanced && panel.weights == nil && covariates.isEmpty
    let columns = [contrast.outcomeWithoutControls, contrast.own] + covariates
    for cohort in assignments.cohorts {
      let sums = columns.map { Self.sums(of: $0, from: cohort, panel) }
      outcome.append(sums[0])
      treatment.append(sums[1])
      controls.append(Array(sums.dropFirst(2)))
      let ones = Array(repeating: 1.0, count: panel.rowCount)
      let treated = Self.sums(of: ones, from: cohort, panel)
      let whole = Self.sums(of: ones, from: Int.min, panel)
      spread.append(zip(treated, whole).map { $0 - $0 * $0 / $1 })
    }
  }

  private static func sums(of column: [Double], from cohort: Int?, _ panel: Panel) -> [Double] {
    var sums = Array(repeating: 0.0, count: panel.unitCount)
    guard let cohort else { return sums }
    for row in 0..<panel.rowCount where panel.time(ofRow: row) >= cohort {
      sums[panel.unit[row]] += column[row] * (panel.weights.map { $0[row] } ?? 1)
    }
    return sums
  }

  private func effects() -> [(outcome: Double, treatment: Double)] {
    var effects: [(outcome: Double, treatment: Double)] = []
    effects.reserveCapacity(assignments.count)
    var known: (sizes: [Int], spread: Double)?
    assignments.visit { labels in
      let cohort = assignments.groupOfUnit.map { labels[$0] }
      var sizes = Array(repeating: 0, count: assignments.cohorts.count)
      var sums = (0.0, 0.0)
      for (unit, place) in cohort.enumerated() {
        sizes[place] += 1
        sums.0 += outcome[place][unit]
        sums.1 += treatment[place][unit]
      }
      let spread: Double
      if isUniform, let known, known.sizes == sizes {
        spread = known.spread
      } else {
        spread = ownSpread(cohort)
        known = (sizes, spread)
      }
      let isDefined = spread > 1e-9 * Double(panel.rowCount)
      effects.append(
        isDefined ? (sums.0 / spread, sums.1 / spread) : (Double.nan, Double.nan))
    }
    return effects
  }

  /// The sum of squares of a treatment that is its own: not of units, periods and covariates.
  private func ownSpread(_ cohort: [Int]) -> Double {
    var own = 0.0
    for (unit, place) in cohort.enumerated() { own += spread[place][unit] }
    var demeaned = Array(repeating: 0.0, count: panel.rowCount)
    for (unit, place) in cohort.enumerated() {
      guard let time = assignments.cohorts[place] else { continue }
      let rows = panel.rows(ofUnit: unit)
      var (treated, whole) = (0.0, 0.0)
      for row in rows {
        let weight = panel.weights.map { $0[row] } ?? 1
        whole += weight
        if panel.time(ofRow: row) >= time { treated += weight }
      }
      for row in rows {
        demeaned[row] = (panel.time(ofRow: row) >= time ? 1 : 0) - treated / whole
      }
    }
    let sums = contrast.projection.periodSums(of: demeaned)
    let effects = contrast.projection.periodEffects(
      ofSums: Matrix(rows: sums.count, columns: 1, elements: sums))
    own -= zip(sums, effects.elements).reduce(0) { $0 + $1.0 * $1.1 }
    guard let covariateSystem, !covariates.isEmpty else { return own }
    let shared = covariates.indices.map { covariate in
      cohort.enumerated().reduce(0) { $0 + controls[$1.element][covariate][$1.offset] }
    }
    return own - zip(shared, covariateSystem.solution(shared)).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
