/// What would have to change in a person's row for a condition to hold, or to cease to hold.
public indirect enum RequiredChange: Hashable, Sendable {
  /// One column must get another value.
  case single(ColumnChange)
  /// All of the changes are needed.
  case all([RequiredChange])
  /// One of the changes is enough.
  case any([RequiredChange])

  /// The single changes, in the order of the condition.
  public var columnChanges: [ColumnChange] {
    switch self {
    case .single(let change): [change]
    case .all(let parts), .any(let parts): parts.flatMap(\.columnChanges)
    }
  }

  fileprivate static func joined(
    _ parts: [RequiredChange], _ join: ([RequiredChange]) -> RequiredChange
  ) -> RequiredChange? {
    parts.count > 1 ? join(parts) : parts.first
  }
}

/// What one column must come to say.
public enum ColumnChange: Hashable, Sendable {
  /// A number must come to lie in one of the ranges; `nearest` is the least change that does it.
  ///
  /// `nearest` is nil where the number is not known. An open end is itself not enough.
  case number(RegisterColumn, [NumberRange], nearest: NumberRange.Bound?)
  /// A category must be one of the listed, in order, or none of them.
  case category(RegisterColumn, [String], isAccepted: Bool)
  /// A flag must have the value.
  case flag(RegisterColumn, Bool)
  /// The talent cell must be one of the listed, in order.
  case talentBox([TalentCell])
  /// A date must pass the test, or fail it.
  case date(RegisterColumn, DateTest, passes: Bool)

  /// The column that must change.
  public var column: RegisterColumn {
    switch self {
    case .number(let column, _, _), .category(let column, _, _), .flag(let column, _),
      .date(let column, _, _):
      column
    case .talentBox: .talentBox
    }
  }
}

extension Condition {
  /// What would have to change for the condition to hold for a person, or nil if it does.
  ///
  /// Of several conditions that must all hold only those that do not are named; of several of which
  /// one must hold, each is a way. Values not known are changes too: they must become known.
  public func requiredChange(
    for person: Int, in population: Population, on day: WorkDate?
  ) -> RequiredChange? {
    change(to: .passes, PersonRow(population: population, person: person, day: day))
  }

  private func change(to wanted: Assessment, _ row: PersonRow) -> RequiredChange? {
    guard row.assess(self) != wanted else { return nil }
    let passes = wanted == .passes
    switch self {
    case .not(let part): return part.change(to: wanted.negated, row)
    case .all(let parts), .any(let parts):
      let changes = parts.compactMap { $0.change(to: wanted, row) }
      let isConjunction: Bool = if case .all = self { passes } else { !passes }
      return isConjunction
        ? .joined(changes, RequiredChange.all) : .joined(changes, RequiredChange.any)
    case .number(let column, let range):
      let ranges = passes ? [range] : range.complement
      let found = row.population.numbers(column)[row.person]
      return .single(
        .number(column, ranges, nearest: ranges.nearestBound(to: found)))
    case .category(let column, let values):
      return .single(.category(column, values.sorted(), isAccepted: passes))
    case .flag(let column, let value): return .single(.flag(column, value == passes))
    case .talentBox(let cells):
      let accepted = TalentCell.allCases.filter { cells.contains($0) == passes }
      return .single(.talentBox(accepted))
    case .date(let column, let test):
      return .single(.date(column, test, passes: passes))
    }
  }
}

/// One person's row, assessed without going through everybody's.
private struct PersonRow {
  let population: Population
  let person: Int
  let day: WorkDate?

  func assess(_ condition: Condition) -> Assessment {
    switch condition {
    case .all(let parts): parts.reduce(.passes) { $0.and(assess($1)) }
    case .any(let parts): parts.reduce(.fails) { $0.or(assess($1)) }
    case .not(let part): assess(part).negated
    default: condition.assessLeaf(population, person: person, on: day)
    }
  }
}

extension NumberRange {
  /// The numbers outside the range: none, one or two ranges.
  fileprivate var complement: [NumberRange] {
    let below: NumberRange? =
      switch lower {
      case .none: nil
      case .including(let bound): NumberRange(upper: .excluding(bound))
      case .excluding(let bound): NumberRange(upper: .including(bound))
      }
    let above: NumberRange? =
      switch upper {
      case .none: nil
      case .including(let bound): NumberRange(lower: .excluding(bound))
      case .excluding(let bound): NumberRange(lower: .including(bound))
      }
    return [below, above].compactMap { $0 }
  }
}

extension [NumberRange] {
  /// The end nearest to a number that lies in none of the ranges; nil for NaN.
  fileprivate func nearestBound(to number: Double) -> NumberRange.Bound? {
    guard !number.isNaN else { return nil }
    var best: (bound: NumberRange.Bound, distance: Double)?
    for bound in flatMap({ [$0.lower, $0.upper] }) {
      let distance: Double =
        switch bound {
        case .none: .infinity
        case .including(let end), .excluding(let end): abs(end - number)
        }
      if distance < best?.distance ?? .infinity { best = (bound, distance) }
    }
    return best?.bound
  }
}
