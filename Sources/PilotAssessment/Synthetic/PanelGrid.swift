import Statistics

/// The outcomes of a balanced panel as a table, and who is treated when.
struct PanelGrid {
  /// Units that become treated at the same time.
  struct Cohort: Equatable {
    /// The units, as rows of the table.
    var units: [Int]
    /// The number of times before treatment.
    let before: Int
  }

  /// One row a unit, one column a time.
  let outcome: Matrix
  /// The units that are never treated.
  let controls: [Int]
  /// The cohorts, the earliest first.
  let cohorts: [Cohort]

  /// Above so many multiplications for sums of products, weights would take minutes.
  private static let limit = 2e10

  /// Lays out a panel.
  ///
  /// - Throws: Why synthetic controls can't be built from it.
  init(_ panel: Panel) throws(AssessmentRefusal) {
    guard panel.weights == nil else { throw .weighted }
    guard panel.isBalanced else { throw .unbalanced }
    outcome = Matrix(
      rows: panel.unitCount, columns: panel.times.count, elements: panel.outcome)
    controls = (0..<panel.unitCount).filter { panel.firstTreated[$0] == nil }
    guard !controls.isEmpty else { throw .noNeverTreated }
    cohorts = panel.cohortTimes.map { time in
      Cohort(
        units: (0..<panel.unitCount).filter { panel.firstTreated[$0] == time },
        before: panel.times.count { $0 < time })
    }
    guard cohorts.allSatisfy({ $0.before >= 2 }) else { throw .tooFewPeriodsBefore }
    // Every unit and every placebo is set beside all controls over all times.
    let donors = Double(controls.count * controls.count)
    guard donors * Double(panel.rowCount) <= Self.limit else { throw .tooLarge }
  }

  /// The number of treated units.
  var treatedCount: Int { cohorts.reduce(0) { $0 + $1.units.count } }

  /// The cohorts with other units in the place of theirs, in order.
  func cohorts(filledWith units: [Int]) -> [Cohort] {
    var start = 0
    return cohorts.map { cohort in
      defer { start += cohort.units.count }
      return Cohort(
        units: Array(units[start..<(start + cohort.units.count)]), before: cohort.before)
    }
  }

  /// The mean of a unit's outcomes over some times.
  func mean(_ unit: Int, _ times: Range<Int>) -> Double {
    var sum = 0.0
    for time in times { sum += outcome[unit, time] }
    return sum / Double(times.count)
  }
}
