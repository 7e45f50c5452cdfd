public import HybridWork

extension AssumptionSet {
  /// The set with a named alternative in the place of what is assumed of one number.
  ///
  /// Correlations with the number no longer apply unless the alternative has a range. What was
  /// assumed before is not kept among the alternatives; it stands in its file.
  ///
  /// - Parameters:
  ///   - name: One of the assumption's alternatives.
  ///   - id: The assumption.
  /// - Returns: The set; nil if the assumption has no such alternative.
  public func taking(_ name: String, of id: AssumptionID) -> AssumptionSet? {
    guard let chosen = self[id].alternatives.first(where: { $0.name == name }) else { return nil }
    var taken = StudyAssumption(id: id, value: chosen.value, provenance: chosen.provenance)
    taken.alternatives = self[id].alternatives
    taken.scope = self[id].scope
    let hasRange = if case .distributed = chosen.value { true } else { false }
    return AssumptionSet(
      ordered: assumptions.map { $0.id == id ? taken : $0 },
      correlations: correlations.filter { hasRange || ($0.first != id && $0.second != id) })
  }
}
