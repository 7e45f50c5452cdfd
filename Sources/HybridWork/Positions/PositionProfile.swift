/// What a position's work is made of, as far as it decides whether it can be done away.
public struct PositionProfile: Hashable, Sendable {
  /// Who says what the work is made of.
  public enum Basis: String, CaseIterable, Sendable {
    /// Somebody who knows the position stated it.
    case declared
    /// Derived from the staff's task classes and shares of direct service, for want of a table.
    case derived
  }

  /// The position's name, as in register column `position`.
  public let position: String
  /// The kind of position, where it is stated.
  public let kind: PositionKind?
  /// How its time divides.
  public let shares: TaskShares
  /// The share of time that can be spent elsewhere, 0…1.
  public let movableShare: Double
  /// The answers, in the order of ``PositionCriterion``.
  public let answers: [ColumnValues.Flag]
  /// Who says so.
  public let basis: Basis

  /// A position described as a whole.
  ///
  /// Without a stated movable share, none of its time is movable if a criterion is answered against
  /// working away, else all that is neither at a counter nor in the field.
  public init(
    position: String, kind: PositionKind? = nil, time: PositionTime, basis: Basis = .declared,
    answer: (PositionCriterion) -> ColumnValues.Flag
  ) {
    let answers = PositionCriterion.allCases.map(answer)
    self.position = position
    self.kind = kind
    self.shares = time.shares
    self.basis = basis
    self.answers = answers
    movableShare =
      time.movable ?? (Self.areUnfavourable(answers) ? 0 : Self.rounded(time.shares.movable))
  }

  /// A position described by its tasks.
  ///
  /// A criterion is answered as its tasks are for more than half of the position's time; unknown
  /// when neither yes nor no is. Movable is the time of the tasks done together or alone of which no
  /// criterion is answered against working away.
  public init(position: String, kind: PositionKind? = nil, tasks: [PositionTask]) {
    let shares = TaskShares { place in
      Self.rounded(tasks.lazy.filter { $0.place == place }.map(\.shareOfTime).reduce(0, +))
    }
    let movable = tasks.filter { task in
      (task.place == .together || task.place == .alone) && !Self.areUnfavourable(task.answers)
    }
    let time = PositionTime(
      shares: shares, movable: Self.rounded(movable.map(\.shareOfTime).reduce(0, +)))
    self.init(position: position, kind: kind, time: time) { criterion in
      let index = PositionCriterion.allCases.firstIndex(of: criterion) ?? 0
      func time(_ answer: ColumnValues.Flag) -> Double {
        Self.rounded(
          tasks.lazy.filter { $0.answers[index] == answer }.map(\.shareOfTime).reduce(0, +))
      }
      return time(.yes) > 0.5 ? .yes : time(.no) > 0.5 ? .no : .unknown
    }
  }

  /// The answer to a criterion.
  public func answer(_ criterion: PositionCriterion) -> ColumnValues.Flag {
    answers[PositionCriterion.allCases.firstIndex(of: criterion) ?? 0]
  }

  /// Whether any criterion is answered against working away.
  private static func areUnfavourable(_ answers: [ColumnValues.Flag]) -> Bool {
    zip(PositionCriterion.allCases, answers).contains { criterion, answer in
      answer != .unknown && answer != criterion.favourableAnswer
    }
  }

  /// Sums of shares such as 0.1 + 0.2, without the noise behind the ninth decimal.
  private static func rounded(_ share: Double) -> Double { (share * 1e9).rounded() / 1e9 }
}
