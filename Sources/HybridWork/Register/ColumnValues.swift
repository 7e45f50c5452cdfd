/// The values of one register column, one for each person.
public enum ColumnValues: Sendable, Equatable {
  /// Numbers; NaN where unknown.
  case number([Double])
  /// Flags; nil where unknown is stored as ``Flag/unknown``.
  case flag([Flag])
  /// Days since 1970-01-01; `Int32.min` where unknown.
  case date([Int32])
  /// One of some levels.
  case category(CategoryColumn)

  /// True, false or not known.
  public enum Flag: UInt8, Sendable {
    case no, yes, unknown

    /// What files write for yes and for no, in this order.
    public static let words = ["true", "false"]
  }

  /// The number of people.
  public var count: Int {
    switch self {
    case .number(let values): values.count
    case .flag(let values): values.count
    case .date(let values): values.count
    case .category(let values): values.codes.count
    }
  }

  /// The same values in another order: the person at `order[i]` comes to place `i`.
  func reordered(_ order: [Int]) -> ColumnValues {
    switch self {
    case .number(let values): .number(order.map { values[$0] })
    case .flag(let values): .flag(order.map { values[$0] })
    case .date(let values): .date(order.map { values[$0] })
    case .category(let values):
      .category(CategoryColumn(levels: values.levels, codes: order.map { values.codes[$0] }))
    }
  }
}

/// A column of categories: a code for each person into a list of levels.
public struct CategoryColumn: Sendable, Equatable {
  /// The code of a value that is not known.
  public static let unknown = UInt16.max

  /// The distinct values, in canonical order.
  public let levels: [String]
  /// For each person the index of a level, or ``unknown``.
  public let codes: [UInt16]

  /// A column of `codes` into `levels`.
  public init(levels: [String], codes: [UInt16]) {
    self.levels = levels
    self.codes = codes
  }

  /// The value of one person, or nil where unknown.
  public func value(_ person: Int) -> String? {
    let code = codes[person]
    return code == Self.unknown ? nil : levels[Int(code)]
  }
}
