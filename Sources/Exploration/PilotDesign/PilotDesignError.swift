public import HybridWork
public import PilotAssessment
public import Simulation

/// Why no pilot can be designed on a study.
public enum PilotDesignError: Error, Sendable {
  /// The study itself can't be run.
  case simulation(SimulationError)
  /// The calendar has fewer whole months than the three that a design needs.
  case tooFewMonths(count: Int)
  /// Fewer services report the outcome in every month than the smallest pilot has units.
  case tooFewUnits(Outcome, found: Int, wanted: Int)
  /// Effects can't be told under a plan.
  case refused(AssessmentRefusal)
}
