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
  /// A category, or the unit's name, is one of the listed.
  case category(RegisterColumn, Set<String>)
  /// A flag has a value.
  case flag(RegisterColumn, Bool)
  /// The talent cell is one of the listed.
  case talentBox(Set<TalentCell>)
  /// A date passes a test on the day of assessment.
  case date(RegisterColumn, DateTest)

  /// The register columns the condition reads, in the order of ``RegisterColumn``.
  public var columns: [RegisterColumn] {
    let read = Set(readColumns)
    return RegisterColumn.allCases.filter(read.contains)
  }

  /// The values the condition names of a column, in their order.
  public func values(namedOf column: RegisterColumn) -> [String] {
    Set(names(of: column)).sorted()
  }

  private func names(of column: RegisterColumn) -> [String] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap { $0.names(of: column) }
    case .not(let part): part.names(of: column)
    case .category(column, let names): Array(names)
    default: []
    }
  }

  private var readColumns: [RegisterColumn] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.readColumns)
    case .not(let part): part.readColumns
    case .number(let column, _), .category(let column, _), .flag(let column, _),
      .date(let column, _):
      [column]
    case .talentBox: [.talentBox]
    }
  }

  /// The answer for every person, in population order.
  ///
  /// - Parameters:
  ///   - population: The people.
  ///   - day: The day of assessment, from which look-backs count; without it they are unassessed.
  /// - Returns: One answer for each person.
  public func assess(_ population: Population, on day: WorkDate? = nil) -> [Assessment] {
    switch self {
    case .all(let parts):
      return Self.combine(parts, population, day, neutral: .passes) { $0.and($1) }
    case .any(let parts):
      return Self.combine(parts, population, day, neutral: .fails) { $0.or($1) }
    case .not(let part):
      return part.assess(population, on: day).map(\.negated)
    case .number(let column, let range):
      return population.numbers(column).map { Self.answer($0, range) }
    case .flag(let column, let wanted):
      return population.flags(column).map { Self.answer($0, wanted) }
    case .category(.unit, let accepted):
      return population.units.flatMap { unit in
        Array(repeating: Self.answer(unit, accepted), count: unit.people.count)
      }
    case .category(let column, let accepted):
      return Self.assess(population.categories(column), isAccepted: accepted.contains)
    case .talentBox(let cells):
      let names = Set(cells.map(\.name))
      return Self.assess(population.categories(.talentBox), isAccepted: names.contains)
    case .date(let column, let test):
      return population.dates(column).map { Self.answer($0, test, on: day) }
    }
  }

  /// The answer for one person to a condition that is not made of others.
  func assessLeaf(_ population: Population, person: Int, on day: WorkDate?) -> Assessment {
    switch self {
    case .all, .any, .not: return assess(population, on: day)[person]
    case .number(let column, let range):
      guard case .number(let values)? = population.values(column) else { return .unassessed }
      return Self.answer(values[person], range)
    case .flag(let column, let wanted):
      guard case .flag(let values)? = population.values(column) else { return .unassessed }
      return Self.answer(values[person], wanted)
    case .category(.unit, let accepted):
      return Self.answer(population.units[population.unitIndex(ofPerson: person)], accepted)
    case .category(let column, let accepted):
      return Self.answer(population.values(column), person, isAccepted: accepted.contains)
    case .talentBox(let cells):
      return Self.answer(population.values(.talentBox), person) { name in
        cells.contains { $0.name == name }
      }
    case .date(let column, let test):
      guard case .date(let values)? = population.values(column) else { return .unassessed }
      return Self.answer(values[person], test, on: day)
    }
  }

  private static func answer(_ number: Double, _ range: NumberRange) -> Assessment {
    number.isNaN ? .unassessed : (range.contains(number) ? .passes : .fails)
  }

  private static func answer(_ flag: ColumnValues.Flag, _ wanted: Bool) -> Assessment {
    flag == .unknown ? .unassessed : ((flag == .yes) == wanted ? .passes : .fails)
  }

  private static func answer(_ unit: WorkUnit, _ accepted: Set<String>) -> Assessment {
    // Only a person made up on the command line can be of no unit.
    unit.name.isEmpty ? .unassessed : (accepted.contains(unit.name) ? .passes : .fails)
  }

  private static func answer(
    _ dayNumber: Int32, _ test: DateTest, on day: WorkDate?
  ) -> Assessment {
    dayNumber == Int32.min
      ? .unassessed : test.assess(WorkDate(dayNumber: Int(dayNumber)), on: day)
  }

  private static func answer(
    _ values: ColumnValues?, _ person: Int, isAccepted: (String) -> Bool
  ) -> Assessment {
    guard case .category(let column)? = values, let value = column.value(person) else {
      return .unassessed
    }
    return isAccepted(value) ? .passes : .fails
  }

  private static func assess(
    _ column: CategoryColumn, isAccepted: (String) -> Bool
  ) -> [Assessment] {
    let answers = column.levels.map { isAccepted($0) ? Assessment.passes : .fails }
    return column.codes.map { $0 == CategoryColumn.unknown ? .unassessed : answers[Int($0)] }
  }

  private static func combine(
    _ parts: [Condition], _ population: Population, _ day: WorkDate?, neutral: Assessment,
    _ join: (Assessment, Assessment) -> Assessment
  ) -> [Assessment] {
    var answers = Array(repeating: neutral, count: population.count)
    for part in parts {
      let partAnswers = part.assess(population, on: day)
      for person in answers.indices {
        answers[person] = join(answers[person], partAnswers[person])
      }
    }
    return answers
  }
}
