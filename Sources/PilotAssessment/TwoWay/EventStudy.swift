import Statistics

/// Two-way effects by time since treatment began, against the last period before it.
public struct EventStudy: Sendable {
  /// The effect at one time since the start; before it, negative.
  public struct Effect: Equatable, Sendable {
    /// The time since the start.
    public let eventTime: Int
    /// The effect, in the outcome's unit.
    public let estimate: Double
    /// Its CR1 standard error.
    public let standardError: Double
  }

  /// The joint test that effects before the start are all 0.
  public struct PreTrendTest: Equatable, Sendable {
    /// Wald's F: the mean square of the early effects in units of their covariance.
    public let statistic: Double
    /// How many early effects.
    public let numeratorDegrees: Int
    /// Clusters less one.
    public let denominatorDegrees: Int
    /// The probability of a larger F if all early effects are 0.
    public let pValue: Double
  }

  /// Ascending by time since the start; the reference time and those not identified are left out.
  public let effects: [Effect]
  /// Nil when there is no earlier time, or when there are no more treated
  /// clusters than such times.
  public let preTrend: PreTrendTest?
  /// Times since the start whose effects can't be told apart from the others.
  public let unidentified: [Int]

  /// The CR1 covariance of ``effects``, in their order.
  let covariance: Matrix

  /// The most multiplications for products of all pairs of dummies.
  private static let limit = 1e10

  /// Fits one dummy for each time since the start but the last before it.
  ///
  /// With no unit that stays untreated the earliest time can't be told apart either and is left out.
  init(_ panel: Panel) throws(AssessmentRefusal) {
    let events = (0..<panel.rowCount).map { row in
      panel.firstTreated[panel.unit[row]].map { panel.time(ofRow: row) - $0 }
    }
    let times = Set(events.compactMap(\.self)).sorted()
    guard let reference = times.last(where: { $0 < 0 }) else { throw .notIdentified }
    guard Double(times.count * times.count) * Double(panel.rowCount) <= Self.limit else {
      throw .tooLarge
    }
    // The earliest comes last, so that it is the one to go when two must be left out.
    let others = times.filter { $0 != reference }
    let ordered = Array(others.dropFirst()) + others.prefix(1)
    let dummies = ordered.map { time in events.map { $0 == time ? 1.0 : 0 } }
    let fit = try TwoWayFit(
      TwoWayProjection(panel), outcome: panel.outcome,
      columns: dummies + panel.covariates.map(\.values))
    let identified = fit.kept.indices.filter { fit.kept[$0] < ordered.count }
      .sorted { ordered[fit.kept[$0]] < ordered[fit.kept[$1]] }
    let all = Self.covariance(fit, panel)
    effects = identified.map { place in
      Effect(
        eventTime: ordered[fit.kept[place]], estimate: fit.coefficients[place],
        standardError: all[place, place].squareRoot())
    }
    covariance = Self.part(all, identified)
    unidentified = ordered.indices.filter { !fit.kept.contains($0) }.map { ordered[$0] }
    let early = identified.filter { ordered[fit.kept[$0]] < 0 }
    preTrend = Self.preTrend(early, fit.coefficients, all, panel)
  }

  /// Some rows of a covariance and the same columns.
  private static func part(_ covariance: Matrix, _ places: [Int]) -> Matrix {
    var part = Matrix(rows: places.count, columns: places.count, repeating: 0)
    for (row, left) in places.enumerated() {
      for (column, right) in places.enumerated() { part[row, column] = covariance[left, right] }
    }
    return part
  }

  /// The CR1 covariance of all coefficients.
  private static func covariance(_ fit: TwoWayFit, _ panel: Panel) -> Matrix {
    let count = fit.columns.count
    var scores = Matrix(rows: panel.clusterCount, columns: count, repeating: 0)
    for (place, column) in fit.columns.enumerated() {
      for row in column.indices {
        scores[panel.cluster[panel.unit[row]], place] +=
          column[row] * fit.residuals[row] * (panel.weights.map { $0[row] } ?? 1)
      }
    }
    let half = scores.multiplied(by: fit.bread)
    var covariance = half.transposed.multiplied(by: half)
    let (rows, clusters) = (Double(panel.rowCount), Double(panel.clusterCount))
    let factor =
      (rows - 1) / (rows - Double(count + panel.times.count)) * clusters / (clusters - 1)
    for row in 0..<count {
      for column in 0..<count { covariance[row, column] *= factor }
    }
    return covariance
  }

  private static func preTrend(
    _ places: [Int], _ coefficients: [Double], _ covariance: Matrix, _ panel: Panel
  ) -> PreTrendTest? {
    // Early effects are those of treated clusters; as many of them as clusters make any F large.
    guard !places.isEmpty, places.count < panel.treatedClusterCount else { return nil }
    guard let system = try? CholeskySystem(part(covariance, places)) else { return nil }
    let early = places.map { coefficients[$0] }
    let statistic =
      zip(early, system.solution(early)).reduce(0) { $0 + $1.0 * $1.1 } / Double(places.count)
    return PreTrendTest(
      statistic: statistic, numeratorDegrees: places.count,
      denominatorDegrees: panel.clusterCount - 1,
      pValue: fisherFExceeded(
        statistic, numeratorDegrees: Double(places.count),
        denominatorDegrees: Double(panel.clusterCount - 1)))
  }
}

/// Which treated cells the two-way effect counts backwards (de Chaisemartin & D'Haultfœuille 2020).
public struct NegativeWeights: Equatable, Sendable {
  /// Treated rows.
  public let cells: Int
  /// Treated rows with a weight below 0.
  public let negativeCells: Int
  /// The sum of the negative weights; all weights sum to 1.
  public let negativeSum: Double

  /// The two-way effect is the sum of treated cells' effects, each times its share of `own`.
  init(_ contrast: TreatmentContrast, _ panel: Panel) {
    let rows = (0..<panel.rowCount).filter { panel.isTreated(row: $0) }
    let weights = rows.map { row in
      contrast.own[row] * (panel.weights.map { $0[row] } ?? 1) / contrast.scale
    }
    // A weight that differs from 0 by rounding alone is 0.
    let negative = weights.filter { $0 < -1e-12 }
    cells = rows.count
    negativeCells = negative.count
    negativeSum = negative.reduce(0, +)
  }
}
