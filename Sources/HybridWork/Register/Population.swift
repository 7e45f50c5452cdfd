/// The staff of a study, stored by column and sorted by unit, then identifier.
///
/// The order of rows in the register changes nothing: people are sorted here, so that every later
/// step, random draws included, depends on identity and not on a place in a file.
public struct Population: Sendable {
  /// The units in order of their names (by Unicode scalars).
  public private(set) var units: [WorkUnit]
  /// The identifiers in population order.
  ///
  /// Personal data: never part of an output unless asked for.
  public private(set) var identifiers: [String]
  /// Columns in the order of ``RegisterColumn``; nil where the register has none.
  private var columns: [ColumnValues?]

  /// The number of people.
  public var count: Int { identifiers.count }

  /// Sorts people and derives generation and grade band.
  ///
  /// - Parameters:
  ///   - identifiers: One for each person, distinct within a unit.
  ///   - unitNames: The unit of each person.
  ///   - given: The other columns read; each with one value for each person.
  /// - Throws: ``HybridWorkError`` for no people, unequal lengths, a column of the wrong kind or
  ///   missing though required, and identifiers that occur twice.
  public init(
    identifiers: [String], unitNames: [String], columns given: [RegisterColumn: ColumnValues]
  ) throws(HybridWorkError) {
    try self.init(
      identifiers: identifiers, unitNames: unitNames, unitOfPerson: Array(unitNames.indices),
      columns: given)
  }

  /// Sorts people whose units are given as places among names, which may repeat.
  ///
  /// - Parameters:
  ///   - identifiers: One for each person, distinct within a unit.
  ///   - unitNames: Names of units.
  ///   - unitOfPerson: For each person the place of the unit's name.
  ///   - given: The other columns read; each with one value for each person.
  /// - Throws: As ``init(identifiers:unitNames:columns:)``.
  package init(
    identifiers: [String], unitNames: [String], unitOfPerson: [Int],
    columns given: [RegisterColumn: ColumnValues]
  ) throws(HybridWorkError) {
    let count = identifiers.count
    guard count > 0 else { throw .noStaff }
    guard unitOfPerson.count == count else {
      throw .unequalColumns(.unit, rows: unitOfPerson.count, expected: count)
    }
    for column in RegisterColumn.allCases {
      guard let values = given[column] else {
        if column.isRequired && column != .identifier && column != .unit {
          throw .missingColumn(column)
        }
        continue
      }
      guard values.count == count else {
        throw .unequalColumns(column, rows: values.count, expected: count)
      }
      guard values.fits(column.kind) else { throw .wrongColumnKind(column) }
    }

    // Small integers instead of texts keep a million rows within a second.
    let names = Self.distinct(unitNames)
    let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let rankOfName = unitNames.map { ranks[$0] ?? 0 }
    let rankOfPerson = unitOfPerson.map { rankOfName[$0] }
    let order = Self.canonicalOrder(identifiers, rankOfPerson, ranks: names.count)
    for (left, right) in zip(order, order.dropFirst())
    where rankOfPerson[left] == rankOfPerson[right]
      && Self.areSame(identifiers[left], identifiers[right])
    {
      throw .duplicateIdentifier(row: right)
    }
    // Large registers mostly come in order; their columns are then taken as they are.
    let isInOrder = order.indices.allSatisfy { order[$0] == $0 }
    self.identifiers = isInOrder ? identifiers : order.map { identifiers[$0] }
    self.units = Self.unitRanges(order.map { rankOfPerson[$0] }, names: names)
    var columns = RegisterColumn.allCases.map {
      isInOrder ? given[$0] : given[$0]?.reordered(order)
    }
    for derived in RegisterColumn.allCases where derived.isDerived && !derived.isOfPosition {
      columns[derived.ordinal] = Self.derive(derived, from: columns)
    }
    self.columns = columns
  }

  /// The values of a column in population order, or nil when the register has none.
  public func values(_ column: RegisterColumn) -> ColumnValues? { columns[column.ordinal] }

  /// The same people with other columns, whose values are in population order.
  func replacing(_ given: [RegisterColumn: ColumnValues]) -> Population {
    var copy = self
    for (column, values) in given {
      precondition(
        values.count == count && values.fits(column.kind), "a column made for other people")
      copy.columns[column.ordinal] = values
    }
    return copy
  }

  /// The people of some units alone, with all they are: identifiers, columns and levels.
  ///
  /// - Parameter places: Places among ``units``, in ascending order, at least one.
  /// - Returns: The people of these units.
  package func only(units places: [Int]) -> Population {
    var copy = self
    let order = places.flatMap { Array(units[$0].people) }
    precondition(!order.isEmpty, "no unit to keep")
    copy.identifiers = order.map { identifiers[$0] }
    copy.units = Self.unitRanges(
      places.flatMap { Array(repeating: $0, count: units[$0].people.count) },
      names: units.map(\.name))
    copy.columns = columns.map { $0?.reordered(order) }
    return copy
  }

  /// Numbers of a column; NaN where unknown, everywhere when the register has no such column.
  public func numbers(_ column: RegisterColumn) -> [Double] {
    guard case .number(let values)? = values(column) else {
      return Array(repeating: .nan, count: count)
    }
    return values
  }

  /// Categories of a column; unknown everywhere when the register has no such column.
  public func categories(_ column: RegisterColumn) -> CategoryColumn {
    guard case .category(let values)? = values(column) else {
      return CategoryColumn(
        levels: [], codes: Array(repeating: CategoryColumn.unknown, count: count))
    }
    return values
  }

  /// Flags of a column; unknown everywhere when the register has no such column.
  public func flags(_ column: RegisterColumn) -> [ColumnValues.Flag] {
    guard case .flag(let values)? = values(column) else {
      return Array(repeating: .unknown, count: count)
    }
    return values
  }

  /// The groups that a column's values form: the levels of categories, and `true` and `false` of flags.
  ///
  /// Who has no known value is in no group; nor is anyone for a column of another kind, or one that
  /// the register lacks.
  public func groups(by column: RegisterColumn) -> CategoryColumn {
    guard case .flag = column.kind else { return categories(column) }
    return CategoryColumn(
      levels: ColumnValues.Flag.words,
      codes: flags(column).map { $0 == .unknown ? CategoryColumn.unknown : $0 == .yes ? 0 : 1 })
  }

  /// Days since 1970-01-01; `Int32.min` where unknown, everywhere when there is no such column.
  public func dates(_ column: RegisterColumn) -> [Int32] {
    guard case .date(let values)? = values(column) else {
      return Array(repeating: Int32.min, count: count)
    }
    return values
  }

  /// The same people, with the tenure of those of whom only the first day in post is known.
  ///
  /// Tenure is the whole months from `in_post_since` to `day`, at most 600; 0 for a later first day.
  public func withTenure(on day: WorkDate) -> Population {
    guard case .date(let starts)? = values(.inPostSince) else { return self }
    var copy = self
    let months = zip(numbers(.tenureMonths), starts).map { given, start in
      guard given.isNaN, start != Int32.min else { return given }
      return Double(min(WorkDate(dayNumber: Int(start)).wholeMonths(until: day), 600))
    }
    copy.columns[RegisterColumn.tenureMonths.ordinal] = .number(months)
    return copy
  }

  /// The place of the unit that holds a person.
  public func unitIndex(ofPerson person: Int) -> Int {
    var low = 0
    var high = units.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if units[middle].people.lowerBound <= person { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The names in order; of those that differ only in how accents are encoded, the first.
  private static func distinct(_ names: [String]) -> [String] {
    var firsts: [String: String] = [:]
    for name in names {
      if let known = firsts[name], !unicodeOrder(name, known) { continue }
      firsts[name] = name
    }
    return firsts.values.sorted(by: unicodeOrder)
  }

  /// People by unit, then identifier; those of one unit and identifier stay as they were given.
  private static func canonicalOrder(
    _ identifiers: [String], _ rankOfPerson: [Int], ranks: Int
  ) -> [Int] {
    var next = Array(repeating: 0, count: ranks + 1)
    for rank in rankOfPerson { next[rank + 1] += 1 }
    for rank in 0..<ranks { next[rank + 1] += next[rank] }
    let starts = next
    var order = Array(repeating: 0, count: identifiers.count)
    for (person, rank) in rankOfPerson.enumerated() {
      order[next[rank]] = person
      next[rank] += 1
    }
    for rank in 0..<ranks {
      let people = starts[rank]..<starts[rank + 1]
      // Most registers list a unit's people in order.
      let isSorted = zip(order[people], order[people].dropFirst()).allSatisfy {
        !unicodeOrder(identifiers[$1], identifiers[$0])
      }
      if !isSorted {
        order[people].sort { unicodeOrder(identifiers[$0], identifiers[$1]) }
      }
    }
    return order
  }

  private static func unicodeOrder(_ left: String, _ right: String) -> Bool {
    // Plain memory is compared several times as fast as through the iterators of texts.
    let precedes = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        var place = 0
        let count = min(left.count, right.count)
        while place < count, left[place] == right[place] { place += 1 }
        return place < count ? left[place] < right[place] : left.count < right.count
      }
    }
    return (precedes ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Whether texts are the same byte for byte; `==` overlooks how accents are encoded.
  private static func areSame(_ left: String, _ right: String) -> Bool {
    left == right && left.utf8.elementsEqual(right.utf8)
  }

  /// The runs of people of the same unit, each a place among names.
  private static func unitRanges(_ unitOfPerson: [Int], names: [String]) -> [WorkUnit] {
    var units: [WorkUnit] = []
    var start = 0
    for place in unitOfPerson.indices
    where place + 1 == unitOfPerson.count || unitOfPerson[place + 1] != unitOfPerson[place] {
      units.append(WorkUnit(name: names[unitOfPerson[place]], people: start..<(place + 1)))
      start = place + 1
    }
    return units
  }

  private static func derive(
    _ column: RegisterColumn, from columns: [ColumnValues?]
  ) -> ColumnValues? {
    switch column {
    case .generation:
      guard case .date(let dates)? = columns[RegisterColumn.birthDate.ordinal] else { return nil }
      let codes = dates.map { day -> UInt16 in
        guard day != Int32.min else { return CategoryColumn.unknown }
        let year = WorkDate(dayNumber: Int(day)).components.year
        return UInt16(Generation.allCases.firstIndex(of: Generation(birthYear: year)) ?? 0)
      }
      return .category(
        CategoryColumn(levels: Generation.allCases.map(\.rawValue), codes: codes))
    case .gradeBand:
      guard case .category(let grades)? = columns[RegisterColumn.grade.ordinal],
        case .category(let statuses)? = columns[RegisterColumn.employmentStatus.ordinal]
      else { return nil }
      // Few grades are held by many people: each is read once.
      let bands = statuses.levels.map { status in
        grades.levels.map { grade in
          EmploymentStatus(rawValue: status)
            .flatMap { GradeBand(grade: grade, status: $0) }
            .flatMap { GradeBand.allCases.firstIndex(of: $0) }
            .map { UInt16($0) } ?? CategoryColumn.unknown
        }
      }
      let codes = zip(grades.codes, statuses.codes).map { grade, status in
        grade == CategoryColumn.unknown || status == CategoryColumn.unknown
          ? CategoryColumn.unknown : bands[Int(status)][Int(grade)]
      }
      return .category(CategoryColumn(levels: GradeBand.allCases.map(\.rawValue), codes: codes))
    default: return nil
    }
  }
}

extension RegisterColumn {
  /// The place among ``RegisterColumn/allCases``.
  var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ColumnValues {
  /// Whether these values are of the kind a column asks for.
  func fits(_ kind: RegisterColumn.Kind) -> Bool {
    switch (self, kind) {
    case (.number, .number), (.flag, .flag), (.date, .date): true
    case (.category(let values), .category(let levels)):
      levels.isEmpty || values.levels == levels
    default: false
    }
  }
}
