import Statistics

/// The effect of treatment in a two-way fit, and all that inference on that one number needs.
///
/// `own` is what units, periods and covariates leave of treatment: the effect is the sum of
/// own × outcome ÷ sum of own², each row with its weight.
struct TreatmentContrast: Sendable {
  let fit: TwoWayFit
  /// By row: its cluster.
  let cluster: [Int]
  let clusterCount: Int
  let isClusterTreated: [Bool]
  let own: [Double]
  /// The weighted sum of own².
  let scale: Double
  /// Parameters counted by the small-sample factor: coefficients and periods, not units, which
  /// lie within clusters.
  let parameterCount: Int

  var projection: TwoWayProjection { fit.projection }
  var effect: Double { fit.coefficients[0] }
  var rowCount: Int { own.count }

  /// Fits treatment and the panel's covariates.
  init(_ panel: Panel) throws(AssessmentRefusal) {
    let fit = try TwoWayFit(
      TwoWayProjection(panel), outcome: panel.outcome,
      columns: [panel.treatment] + panel.covariates.map(\.values))
    self.fit = fit
    cluster = panel.unit.map { panel.cluster[$0] }
    clusterCount = panel.clusterCount
    isClusterTreated = panel.isClusterTreated
    var own = Array(repeating: 0.0, count: panel.rowCount)
    for (place, column) in fit.columns.enumerated() {
      let share = fit.bread[0, place] / fit.bread[0, 0]
      for row in own.indices { own[row] += share * column[row] }
    }
    self.own = own
    scale = fit.projection.product(own, own)
    parameterCount = fit.columns.count + panel.times.count
  }

  /// The weighted sum of own × another column over each cluster.
  func scores(_ column: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: clusterCount)
    if let weights = projection.weights {
      for row in own.indices { sums[cluster[row]] += weights[row] * own[row] * column[row] }
    } else {
      for row in own.indices { sums[cluster[row]] += own[row] * column[row] }
    }
    return sums
  }

  /// (N - 1) ÷ (N - k) · G ÷ (G - 1), the small-sample factor of CR1.
  var smallSampleFactor: Double {
    let (rows, clusters) = (Double(rowCount), Double(clusterCount))
    return (rows - 1) / (rows - Double(parameterCount)) * clusters / (clusters - 1)
  }

  /// The CR1 standard error; its t has one degree of freedom fewer than there are clusters.
  var cr1: Double {
    let squares = scores(fit.residuals).reduce(0) { $0 + $1 * $1 }
    return (smallSampleFactor * squares).squareRoot() / scale
  }

  /// The outcome with units, periods and covariates removed but not treatment.
  var outcomeWithoutControls: [Double] {
    zip(fit.residuals, own).map { $0 + effect * $1 }
  }
}
