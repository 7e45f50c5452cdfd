import Statistics

/// Effects by first treated time and calendar time (Callaway & Sant'Anna 2021), with influences.
///
/// The change since a base period of the units first treated at one time is compared with that of
/// untreated units. From the first treated time on the base is the last period before it; earlier
/// cells compare neighbouring periods and should show nothing.
public struct GroupTimeEffects: Sendable {
  /// Whose changes stand for what would have happened; raw values are words of the command line.
  public enum Controls: String, CaseIterable, Sendable {
    /// Units never treated within the panel.
    case never = "never-treated"
    /// Units not treated yet in either period of a comparison.
    case notYet = "not-yet-treated"
  }

  /// The effect on one cohort in one period.
  public struct Cell: Sendable {
    /// The first treated time.
    public let cohort: Int
    /// The time of the effect.
    public let time: Int
    /// The effect, in the outcome's unit.
    public let effect: Double
    /// By unit of the panel.
    public let influence: [Double]

    var isTreated: Bool { time >= cohort }
  }

  /// Units with a row for every time.
  let panel: Panel
  /// By cohort, then time.
  let cells: [Cell]

  /// Estimates all cells for which both groups have units.
  ///
  /// - Throws: ``AssessmentRefusal``, also when a comparison is impossible for want of covariates'
  ///   overlap.
  init(_ panel: Panel, controls: Controls) throws(AssessmentRefusal) {
    guard panel.weights == nil else { throw .weighted }
    let units = (0..<panel.unitCount).filter {
      panel.rows(ofUnit: $0).count == panel.times.count
    }
    let whole = panel.keeping(units: units)
    var cells: [Cell] = []
    for cohort in whole.cohortTimes {
      guard let start = whole.times.firstIndex(where: { $0 >= cohort }), start > 0 else { continue }
      var ofCohort: [Cell] = []
      for place in 1..<whole.times.count {
        let base = place >= start ? start - 1 : place - 1
        if let cell = try Self.cell(whole, cohort, place, base: base, controls) {
          ofCohort.append(cell)
        }
      }
      // A cohort that is only ever a control has no effect to be foreshadowed.
      if ofCohort.contains(where: \.isTreated) { cells += ofCohort }
    }
    guard cells.contains(where: \.isTreated) else { throw .notIdentified }
    self.panel = whole
    self.cells = cells
  }

  private static func cell(
    _ panel: Panel, _ cohort: Int, _ place: Int, base: Int, _ controls: Controls
  ) throws(AssessmentRefusal) -> Cell? {
    let last = panel.times[max(place, base)]
    let compared = (0..<panel.unitCount).filter { unit in
      guard let first = panel.firstTreated[unit] else { return true }
      return first == cohort || (controls == .notYet && first > last)
    }
    let isTreated = compared.map { panel.firstTreated[$0] == cohort }
    guard isTreated.contains(false) else { return nil }
    let starts = compared.map { panel.unitStarts[$0] }
    let difference = try DoublyRobustDifference(
      changes: starts.map { panel.outcome[$0 + place] - panel.outcome[$0 + base] },
      isTreated: isTreated,
      covariates: panel.covariates.map { covariate in
        starts.map { covariate.values[$0 + base] }
      })
    var influence = Array(repeating: 0.0, count: panel.unitCount)
    let scale = Double(panel.unitCount) / Double(compared.count)
    for (unit, value) in zip(compared, difference.influence) { influence[unit] = scale * value }
    return Cell(
      cohort: cohort, time: panel.times[place], effect: difference.effect, influence: influence)
  }

  /// √Σψ² ÷ n; influences of units of one cluster are added before they are squared.
  func standardError(_ influence: [Double]) -> Double {
    var sums = Array(repeating: 0.0, count: panel.clusterCount)
    for (unit, value) in influence.enumerated() { sums[panel.cluster[unit]] += value }
    return sums.reduce(0) { $0 + $1 * $1 }.squareRoot() / Double(panel.unitCount)
  }
}
