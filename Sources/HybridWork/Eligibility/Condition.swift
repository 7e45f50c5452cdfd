/// What a rule asks of a person's row in the register.
public indirect enum Condition: Hashable, Sendable {
  /// All of the conditions hold.
  case all([Condition])
  /// At least one of the conditions holds.
  case any([Condition])
  /// The condition does not hold.
  case not(Condition)
  /// A number lies in a range.
  case number(RegisterColumn, NumberRange)
  /// A category is one of the listed.
  case category(RegisterColumn, Set<String>)
  /// A flag has a value.
  case flag(RegisterColumn, Bool)
  /// The talent cell is one of the listed.
  case talentBox(Set<TalentCell>)

  /// The register columns the condition reads, in the order of ``RegisterColumn``.
  public var columns: [RegisterColumn] {
    let read = Set(readColumns)
    return RegisterColumn.allCases.filter(read.contains)
  }

  private var readColumns: [RegisterColumn] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.readColumns)
    case .not(let part): part.readColumns
    case .number(let column, _), .category(let column, _), .flag(let column, _): [column]
    case .talentBox: [.talentBox]
    }
  }

  /// The answer for every person, in population order.
  public func assess(_ population: Population) -> [Assessment] {
    switch self {
    case .all(let parts):
      return Self.combine(parts, population, neutral: .passes) { $0.and($1) }
    case .any(let parts):
      return Self.combine(parts, population, neutral: .fails) { $0.or($1) }
    case .not(let part):
      return part.assess(population).map(\.negated)
    case .number(let column, let range):
      return population.numbers(column).map { number in
        number.isNaN ? .unassessed : (range.contains(number) ? .passes : .fails)
      }
    case .flag(let column, let wanted):
      return population.flags(column).map { flag in
        flag == .unknown ? .unassessed : ((flag == .yes) == wanted ? .passes : .fails)
      }
    case .category(let column, let accepted):
      return Self.assess(population.categories(column), isAccepted: accepted.contains)
    case .talentBox(let cells):
      let names = Set(cells.map(\.name))
      return Self.assess(population.categories(.talentBox), isAccepted: names.contains)
    }
  }

  private static func assess(
    _ column: CategoryColumn, isAccepted: (String) -> Bool
  ) -> [Assessment] {
    let answers = column.levels.map { isAccepted($0) ? Assessment.passes : .fails }
    return column.codes.map { $0 == CategoryColumn.unknown ? .unassessed : answers[Int($0)] }
  }

  private static func combine(
    _ parts: [Condition], _ population: Population, neutral: Assessment,
    _ join: (Assessment, Assessment) -> Assessment
  ) -> [Assessment] {
    var answers = Array(repeating: neutral, count: population.count)
    for part in parts {
      let partAnswers = part.assess(population)
      for person in answers.indices {
        answers[person] = join(answers[person], partAnswers[person])
      }
    }
    return answers
  }
}
