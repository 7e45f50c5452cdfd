public import HybridWork
import Simulation

/// The units and services that the model can't repeat by a shadow test, as runs are told of them.
public struct ShadowMarks: Sendable {
  /// One group, by its label, with the quantities that are off.
  public typealias Entry = (group: String, quantities: [ShadowQuantity])

  /// The study's identifier.
  public let study: String
  /// The days of the logs.
  public let period: ClosedRange<WorkDate>
  /// The groups.
  public let groups: [Entry]

  /// Marks of a study.
  public init(study: String, period: ClosedRange<WorkDate>, groups: [Entry]) {
    self.study = study
    self.period = period
    self.groups = groups
  }

  /// The marks of a result.
  public init(_ result: ShadowResult) {
    self.init(
      study: result.study.header.id,
      period: result.study.calendar.from...result.study.calendar.through,
      groups: result.marked.map { ($0.group.label, $0.quantities) })
  }
}
