extension Condition {
  /// The numbers that the condition compares with, by column, in the order in which they are named.
  public var bounds: [(column: RegisterColumn, number: Double)] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.bounds)
    case .not(let part): part.bounds
    case .number(let column, let range):
      [range.lower, range.upper].compactMap { bound in
        switch bound {
        case .none: nil
        case .including(let number), .excluding(let number): (column, number)
        }
      }
    case .category, .flag, .talentBox, .date: []
    }
  }
}

extension PolicyLevers {
  /// Every condition on people's rows that these levers state.
  public var conditions: [Condition] {
    eligibility.map(\.condition) + exceptions.map(\.condition)
      + schedule.splitsByRecord.map(\.condition) + schedule.daysByRecord.map(\.condition)
  }
}
