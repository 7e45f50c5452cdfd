public import HybridWork

extension Study {
  /// The same study with one assumption at a value in every world; what correlates with others still
  /// does, but not with this one.
  public func fixing(_ id: AssumptionID, at value: Double) -> Study {
    var study = self
    let fixed = assumptions.assumptions.map { assumption in
      guard assumption.id == id else { return assumption }
      return StudyAssumption(
        id: id, value: .dated([(from: WorkDate(dayNumber: -719_162), value: value)]),
        provenance: assumption.provenance)
    }
    do {
      study.assumptions = try AssumptionSet(
        fixed, correlations: assumptions.correlations.filter { $0.first != id && $0.second != id })
    } catch {
      preconditionFailure("a complete set lost an assumption: \(error)")
    }
    return study
  }
}
