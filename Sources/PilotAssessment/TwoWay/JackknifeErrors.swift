/// CR3: how much the effect moves when each cluster in turn is left out.
struct JackknifeErrors {
  /// Above so many multiplications the factors of all systems would take minutes.
  private static let limit = 3e10

  /// √((G - 1) ÷ G · Σ(effect without g - effect)²).
  ///
  /// - Throws: ``AssessmentRefusal/notIdentifiedWithoutACluster`` when an effect can't be estimated
  ///   without one of the clusters, ``AssessmentRefusal/tooLarge``.
  static func standardError(_ panel: Panel, effect: Double) throws(AssessmentRefusal) -> Double {
    let periods = Double(panel.times.count)
    let work = Double(panel.clusterCount) * Double(panel.unitCount) * periods * periods
    guard work <= limit else { throw .tooLarge }
    var sum = 0.0
    for cluster in 0..<panel.clusterCount {
      let change = try effectWithout(cluster, panel) - effect
      sum += change * change
    }
    let clusters = Double(panel.clusterCount)
    return ((clusters - 1) / clusters * sum).squareRoot()
  }

  private static func effectWithout(
    _ cluster: Int, _ panel: Panel
  ) throws(AssessmentRefusal)
    -> Double
  {
    let units = (0..<panel.unitCount).filter { panel.cluster[$0] != cluster }
    let rows = units.flatMap { panel.rows(ofUnit: $0) }
    var starts = [0]
    for unit in units { starts.append(starts[starts.count - 1] + panel.rows(ofUnit: unit).count) }
    let treatment = panel.treatment
    do throws(AssessmentRefusal) {
      let projection = try TwoWayProjection(
        unitStarts: starts, period: rows.map { panel.period[$0] }, periodCount: panel.times.count,
        weights: panel.weights.map { weights in rows.map { weights[$0] } })
      let columns =
        [rows.map { treatment[$0] }]
        + panel.covariates.map { covariate in rows.map { covariate.values[$0] } }
      return try TwoWayFit(projection, outcome: rows.map { panel.outcome[$0] }, columns: columns)
        .coefficients[0]
    } catch {
      throw .notIdentifiedWithoutACluster
    }
  }
}
