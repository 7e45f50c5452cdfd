import HybridWork
import TestSupport

/// A register of one person of whom only some columns are known.
struct OnePerson {
  var unit = "Bagian A"
  var status = EmploymentStatus.pns
  var values: [RegisterColumn: ColumnValues] = [:]

  /// A person of whom one number is known, or not if it is NaN.
  static func with(_ column: RegisterColumn, _ number: Double) -> OnePerson {
    OnePerson(values: [column: .number([number])])
  }

  /// A person of whom one date is known, or not.
  static func with(_ column: RegisterColumn, _ date: String?) -> OnePerson {
    OnePerson(
      values: [column: .date([date.map { Int32(day($0).dayNumber) } ?? Int32.min])])
  }

  /// A person of whom one category is known, or not.
  static func with(_ column: RegisterColumn, category: String?) -> OnePerson {
    OnePerson(values: [column: Self.category(column, category)])
  }

  private static func category(_ column: RegisterColumn, _ value: String?) -> ColumnValues {
    var levels: [String] = []
    if case .category(let known) = column.kind { levels = known }
    if levels.isEmpty { levels = [value].compactMap { $0 } }
    let code = value.flatMap { levels.firstIndex(of: $0) }.map(UInt16.init)
    return .category(CategoryColumn(levels: levels, codes: [code ?? CategoryColumn.unknown]))
  }

  var population: Population {
    get throws {
      var columns: [RegisterColumn: ColumnValues] = [
        .sex: Self.category(.sex, "P"),
        .employmentStatus: Self.category(.employmentStatus, status.rawValue),
        .positionKind: Self.category(.positionKind, "pelaksana"),
        .taskClass: Self.category(.taskClass, "routine"),
        .directServiceShare: .number([0]), .commuteKilometres: .number([5]),
        .commuteMode: Self.category(.commuteMode, "car"),
      ]
      for (column, given) in values { columns[column] = given }
      return try Population(identifiers: ["p"], unitNames: [unit], columns: columns)
    }
  }

  /// The answer of a condition on a day.
  func answer(_ condition: Condition, on date: String? = nil) throws -> Assessment {
    try condition.assess(population, on: date.map { day($0) })[0]
  }
}
