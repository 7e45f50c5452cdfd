/// One task of a position, as a workload table (Anjab/ABK) lists it.
public struct PositionTask: Hashable, Sendable {
  /// The share of the position's working time, 0…1.
  public let shareOfTime: Double
  /// Where it is done.
  public let place: TaskPlace
  /// The answers, in the order of ``PositionCriterion``.
  public let answers: [ColumnValues.Flag]

  /// A task with its share of time and an answer to each criterion.
  public init(
    shareOfTime: Double, place: TaskPlace, answer: (PositionCriterion) -> ColumnValues.Flag
  ) {
    self.shareOfTime = shareOfTime
    self.place = place
    answers = PositionCriterion.allCases.map(answer)
  }
}
