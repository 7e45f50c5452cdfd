public import HybridWork

extension Study {
  /// The same study with one assumption at a value in every world; what correlates with others still
  /// does, but not with this one.
  public func fixing(_ id: AssumptionID, at value: Double) -> Study {
    var study = self
    study.assumptions = assumptions.holding([id: value], source: "Luwes")
    return study
  }
}
