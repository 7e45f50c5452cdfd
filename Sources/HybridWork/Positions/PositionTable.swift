/// The positions of an agency with what their work is made of.
public struct PositionTable: Sendable, Equatable {
  /// The positions in order of their names (by UTF-8 bytes), each once.
  public let profiles: [PositionProfile]
  /// The criteria that the table asks at all; the others are not considered.
  public let asked: [PositionCriterion]

  /// Puts positions in order; of two with the same name the first is kept.
  public init(_ profiles: [PositionProfile], asked: [PositionCriterion]) {
    var seen: Set<String> = []
    self.profiles = profiles.filter { seen.insert($0.position).inserted }
      .sorted { $0.position.utf8.lexicographicallyPrecedes($1.position.utf8) }
    self.asked = PositionCriterion.allCases.filter(asked.contains)
  }

  /// The description of a position; nil if the table lacks it.
  public subscript(position: String) -> PositionProfile? {
    var (low, high) = (0, profiles.count)
    while low < high {
      let middle = (low + high) / 2
      if profiles[middle].position.utf8.lexicographicallyPrecedes(position.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < profiles.count && profiles[low].position == position ? profiles[low] : nil
  }
}

extension Population {
  /// The same people with the columns of their positions, unknown where the table lacks a position.
  ///
  /// A criterion that the table doesn't ask gives no column.
  public func joined(with table: PositionTable) -> Population {
    let positions = categories(.position)
    let profiles = positions.levels.map { table[$0] }
    func values<Value>(_ unknown: Value, _ value: (PositionProfile) -> Value) -> [Value] {
      let ofLevel = profiles.map { $0.map(value) ?? unknown }
      return positions.codes.map { $0 == CategoryColumn.unknown ? unknown : ofLevel[Int($0)] }
    }
    var columns: [RegisterColumn: ColumnValues] = [:]
    for place in TaskPlace.allCases {
      columns[place.column] = .number(values(.nan) { $0.shares[place] })
    }
    columns[.movableShare] = .number(values(.nan) { $0.movableShare })
    for criterion in table.asked {
      columns[criterion.column] = .flag(values(.unknown) { $0.answer(criterion) })
    }
    return replacing(columns)
  }
}
