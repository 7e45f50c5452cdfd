public import HybridWork
public import Simulation
public import Statistics

/// What is wrong with an assumption, a distribution or a correlation.
public enum AssumptionFault: Equatable, Sendable {
  /// Assumptions of the catalogue that no file of the study states.
  case missing([AssumptionID])
  case impossibleDistribution(DistributionDefect)
  /// A distribution that reaches values the model cannot use: from `lowest` to `highest`.
  case reachesOutside(lowest: Double, highest: Double, range: ClosedRange<Double>)
  /// A dated value that begins after the first working day of the study.
  case noValueBefore(WorkDate, firstDay: WorkDate)
  case correlatedWithItself(AssumptionID)
  /// Another number of assumptions than the two a correlation joins.
  case notAPair(count: Int)
  case pairTwice(firstLine: Int)
  /// A correlation with a number that is fixed; `isOverridden` when a later file has fixed it.
  case notDistributed(AssumptionID, isOverridden: Bool)
  /// Correlations that no joint distribution has; the nearest are taken, and this pair moves most.
  case correlationsAdjusted(CorrelationMatrix.Change)
}
