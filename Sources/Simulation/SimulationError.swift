public import HybridWork

/// What makes a study impossible to run.
public enum SimulationError: Error, Equatable {
  case missingAssumption(AssumptionID)
  case impossibleCorrelations([AssumptionID])
  case noValueBefore(AssumptionID, WorkDate)
  case policyChangesNothing(String)
  case emptyRun
  case rules(HybridWorkError)
}
