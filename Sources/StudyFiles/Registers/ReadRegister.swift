import HybridWork

/// A register as it was read, without the bytes of its file.
///
/// Of a register of millions these take as much memory as what was read of it, so that they are given up
/// before people are made.
struct ReadRegister {
  /// The rows that make up the population.
  let rows: [Int]
  let identifiers: RegisterIdentifiers
  let columns: [(column: RegisterColumn, values: ReadColumn)]
  /// Where commute distances come from that the register lacks.
  let distances: DrawnDistances?
  /// How many threads make people of them; nothing depends on it.
  let threads: Int

  /// The people of the rows that could be read.
  ///
  /// - Returns: nil if a column has too many different values, or nobody is left.
  func population() -> Population? {
    guard !rows.isEmpty else { return nil }
    var given: [RegisterColumn: ColumnValues] = [:]
    var units: (names: [String], ofPerson: [Int]) = ([], [])
    let found = SharedWork.map(count: columns.count, threads: threads) { values(of: columns[$0]) }
    for ((column, read), values) in zip(columns, found) {
      if column == .unit {
        if case .category(let numbers, let meanings) = read {
          units = (meanings.map { $0 ?? "" }, rows.map { Int(numbers[$0]) })
        }
        continue
      }
      guard let values else { return nil }
      given[column] = values
    }
    let names = identifiers.texts(ofRows: rows, threads: threads)
    if let distances, given[.commuteKilometres] == nil {
      given[.commuteKilometres] = .number(
        zip(units.ofPerson, names).map {
          distances.kilometres(unit: units.names[$0], identifier: $1)
        })
    }
    do {
      return try Population(
        identifiers: names, unitNames: units.names, unitOfPerson: units.ofPerson, columns: given)
    } catch {
      preconditionFailure("a register's columns are checked before they are joined: \(error)")
    }
  }

  /// The values of a column in the rows; nil for the units, or if there are too many different values.
  private func values(of read: (column: RegisterColumn, values: ReadColumn)) -> ColumnValues? {
    guard read.column != .unit else { return nil }
    var levels: [String] = []
    if case .category(let allowed) = read.column.kind { levels = allowed }
    return read.values.values(ofRows: rows, levels: levels)
  }
}
