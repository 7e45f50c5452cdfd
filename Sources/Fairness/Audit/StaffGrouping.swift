public import HybridWork

/// One register column, or two crossed, by which staff are told apart in an audit.
public struct StaffGrouping: Hashable, Sendable {
  /// One column or two.
  public let columns: [RegisterColumn]

  /// Groups by one column; nil for columns whose values form no groups.
  public init?(_ column: RegisterColumn) {
    guard Self.isSuitable(column) else { return nil }
    columns = [column]
  }

  private init(_ first: RegisterColumn, _ second: RegisterColumn) { columns = [first, second] }

  /// The grouping's name in files, such as `sex` or `sex+generation`.
  public var name: String { columns.map(\.rawValue).joined(separator: "+") }

  /// Whether the values of a column form groups: categories, flags and units do.
  public static func isSuitable(_ column: RegisterColumn) -> Bool {
    column == .unit || column.formsGroups
  }

  /// The names of the groups that a column can form of these staff, without that of unknown value.
  public static func groups(by column: RegisterColumn, in population: Population) -> [String] {
    isSuitable(column) ? GroupCodes(column, population).labels.compactMap(\.self) : []
  }

  /// Every pair of these columns, in their order.
  public static func pairs(of columns: [RegisterColumn]) -> [StaffGrouping] {
    columns.indices.flatMap { first in
      columns[(first + 1)...].map { StaffGrouping(columns[first], $0) }
    }
  }
}

/// For each person the group in one column; people whose value is not known are a group of their own.
struct GroupCodes: Sendable {
  /// The groups; the last is nil: not known.
  let labels: [String?]
  /// For each person an index into `labels`.
  let codes: [UInt32]

  init(_ column: RegisterColumn, _ population: Population) {
    if column == .unit {
      labels = population.units.map { $0.name } + [nil]
      codes = population.units.enumerated().flatMap { place, unit in
        Array(repeating: UInt32(place), count: unit.people.count)
      }
      return
    }
    let categories = population.groups(by: column)
    let unknown = UInt32(categories.levels.count)
    labels = categories.levels.map { $0 } + [nil]
    codes = categories.codes.map { $0 == CategoryColumn.unknown ? unknown : UInt32($0) }
  }
}
