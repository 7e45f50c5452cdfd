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
  /// The answers, in the order of ``PositionCriterion``.
  public let answers: [ColumnValues.Flag]
  /// Who says so.
  public let basis: Basis

  /// A position described as a whole.
  public init(
    position: String, kind: PositionKind? = nil, shares: TaskShares, basis: Basis = .declared,
    answer: (PositionCriterion) -> ColumnValues.Flag
  ) {
    self.position = position
    self.kind = kind
    self.shares = shares
    self.basis = basis
    answers = PositionCriterion.allCases.map(answer)
  }

  /// A position described by its tasks.
  ///
  /// A criterion is answered as its tasks are for more than half of the position's time; unknown
  /// when neither yes nor no is.
  public init(position: String, kind: PositionKind? = nil, tasks: [PositionTask]) {
    let shares = TaskShares { place in
      Self.rounded(tasks.lazy.filter { $0.place == place }.map(\.shareOfTime).reduce(0, +))
    }
    self.init(position: position, kind: kind, shares: shares) { criterion in
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

  /// Sums of shares such as 0.1 + 0.2, without the noise behind the ninth decimal.
  private static func rounded(_ share: Double) -> Double { (share * 1e9).rounded() / 1e9 }
}
