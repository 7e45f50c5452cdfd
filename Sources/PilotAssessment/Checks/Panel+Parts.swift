extension Panel {
  /// Some rows of the panel, with other first treated times if they are given, by unit.
  ///
  /// - Throws: ``AssessmentRefusal/notIdentified`` when no effect can be estimated from them.
  func part(
    firstTreated: [Int?]? = nil, outcome: [Double]? = nil, where isKept: (Int) -> Bool
  ) throws(AssessmentRefusal) -> Panel {
    let rows = (0..<rowCount).filter(isKept)
    let first = firstTreated ?? self.firstTreated
    let values = outcome ?? self.outcome
    var columns = PanelColumns(
      clock: clock, unit: PanelLabels(names: unitNames, codes: rows.map { unit[$0] }),
      time: rows.map { time(ofRow: $0) }, outcome: rows.map { values[$0] },
      treatment: .firstTreated(rows.map { first[unit[$0]] }))
    columns.cluster = PanelLabels(
      names: clusterNames, codes: rows.map { cluster[unit[$0]] })
    columns.covariates = covariates.map { covariate in
      PanelColumns.Covariate(name: covariate.name, values: rows.map { covariate.values[$0] })
    }
    columns.weights = weights.map { weights in rows.map { weights[$0] } }
    do {
      return try Panel(columns)
    } catch {
      throw .notIdentified
    }
  }

  /// The rows before anyone is treated, with a made-up start for the units that become treated.
  ///
  /// - Throws: ``AssessmentRefusal/tooFewPeriodsBefore`` when none is left before or after it.
  func beforeTreatment(
    startingAt start: (_ earlier: [Int]) -> Int?
  ) throws(AssessmentRefusal) -> Panel {
    guard let first = cohortTimes.first else { throw .notIdentified }
    let earlier = times.filter { $0 < first }
    guard let start = start(earlier) else { throw .tooFewPeriodsBefore }
    return try part(firstTreated: firstTreated.map { $0 == nil ? nil : start }) {
      time(ofRow: $0) < first
    }
  }
}
