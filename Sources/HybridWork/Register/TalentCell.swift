/// A cell of the nine-box talent map: performance by potential.
///
/// The cell is the fact; the box number is a label of a ``TalentNumbering``.
public struct TalentCell: Hashable, Sendable, CaseIterable {
  /// Below, meets or above expectation; low, middle or high potential.
  public enum Level: Int, CaseIterable, Sendable {
    case low, middle, high
  }

  /// Performance against expectation.
  public let performance: Level
  /// Potential.
  public let potential: Level

  /// The cell of a performance and a potential.
  public init(performance: Level, potential: Level) {
    self.performance = performance
    self.potential = potential
  }

  /// The nine cells, by performance, then potential.
  public static let allCases: [TalentCell] = Level.allCases.flatMap { performance in
    Level.allCases.map { TalentCell(performance: performance, potential: $0) }
  }

  /// The place among ``allCases``.
  public var index: Int { performance.rawValue * 3 + potential.rawValue }

  /// A name that no numbering can change, such as `meets-high`.
  public var name: String {
    let performanceName = ["below", "meets", "above"][performance.rawValue]
    let potentialName = ["low", "middle", "high"][potential.rawValue]
    return "\(performanceName)-\(potentialName)"
  }
}

/// How an agency numbers the cells of the nine-box map.
public enum TalentNumbering: String, CaseIterable, Sendable {
  /// PermenPANRB 3/2020, as transcribed in public code (regulation text not read).
  case permenPANRB = "permenpanrb-3-2020"
  /// The Ministry of Finance's numbering, as transcribed in public code.
  case ministryOfFinance = "ministry-of-finance"
  /// PermenPANRB 3/2020's numbers on a map drawn with its axes exchanged.
  case swappedAxes = "swapped-axes"

  /// Box numbers in the order of ``TalentCell/allCases``.
  private var numbers: [Int] {
    switch self {
    case .permenPANRB: [1, 3, 6, 2, 5, 8, 4, 7, 9]
    case .ministryOfFinance: [1, 2, 3, 4, 6, 7, 5, 8, 9]
    case .swappedAxes: [1, 2, 4, 3, 5, 7, 6, 8, 9]
    }
  }

  /// The number this scheme gives to a cell, 1…9.
  public func number(of cell: TalentCell) -> Int { numbers[cell.index] }

  /// The cell this scheme calls `number`, or nil outside 1…9.
  public func cell(numbered number: Int) -> TalentCell? {
    numbers.firstIndex(of: number).map { TalentCell.allCases[$0] }
  }
}
