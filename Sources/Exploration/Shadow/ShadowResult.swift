public import HybridWork
public import Simulation

/// How well a study repeats the days that logs tell of.
public struct ShadowResult: Sendable {
  /// The study, over the months of the logs.
  public let study: Study
  /// The policy that was in force.
  public let policy: Policy
  /// Everyone first, then units in the study's order, then services; each with its quantities.
  public let findings: [ShadowFinding]
  /// Units with observations that are too small to be told of; they count in everyone's figures.
  public let suppressedUnits: Int
  /// Rows of the logs on days on which nobody works by the study's calendar.
  public let ignoredDays: Int

  /// The groups that the model can't repeat, each with the quantities, in the findings' order.
  public var marked: [(group: OutcomeGroup, quantities: [ShadowQuantity])] {
    var marked: [(group: OutcomeGroup, quantities: [ShadowQuantity])] = []
    for finding in findings where finding.verdict == .notReproduced {
      if marked.last?.group == finding.group {
        marked[marked.count - 1].quantities.append(finding.quantity)
      } else {
        marked.append((finding.group, [finding.quantity]))
      }
    }
    return marked
  }

  /// Units whose log has far more or fewer people than the register.
  public var incomplete: [OutcomeGroup] {
    findings.filter { $0.quantity == .officeShare && $0.verdict == .logIncomplete }.map(\.group)
  }
}

/// Why a study can't be held against logs.
public enum ShadowError: Error, Sendable {
  /// The study itself can't be run.
  case simulation(SimulationError)
  /// No observation lies in a whole month of the study's calendar.
  case nothingObserved
}
