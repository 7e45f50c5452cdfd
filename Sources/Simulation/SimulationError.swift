public import HybridWork

/// What makes a study impossible to run.
public enum SimulationError: Error, Equatable {
  case missingAssumption(AssumptionID)
  case impossibleCorrelations([AssumptionID])
  case noValueBefore(AssumptionID, WorkDate)
  case policyChangesNothing(String)
  case emptyRun
  /// A number of worlds that a way of sampling can't lay out.
  case unevenWorlds(WorldSampling, worlds: Int)
  case rules(HybridWorkError)
}
