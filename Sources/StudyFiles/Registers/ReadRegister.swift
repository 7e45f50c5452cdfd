import HybridWork

/// A register as it was read, without the bytes of its file.
///
/// Of a register of millions these take as much memory as what was read of it, so that they are given up
/// before people are made.
struct ReadRegister {
  /// The rows that make up the population.
  let rows: [Int]
  let identifiers: ByteTable
  /// For each row the number of its identifier.
  let identifierRows: [UInt32]
  let columns: [(column: RegisterColumn, values: ReadColumn)]
  /// Where commute distances come from that the register lacks.
  let distances: DrawnDistances?

  /// The people of the rows that could be read.
  ///
  /// - Returns: nil if a column has too many different values, or nobody is left.
  func population() -> Population? {
    guard !rows.isEmpty else { return nil }
    var given: [RegisterColumn: ColumnValues] = [:]
    var units: (names: [String], ofPerson: [Int]) = ([], [])
    for (column, read) in columns {
      if column == .unit {
        if case .category(let numbers, let meanings) = read {
          units = (meanings.map { $0 ?? "" }, rows.map { Int(numbers[$0]) })
        }
        continue
      }
      var levels: [String] = []
      if case .category(let allowed) = column.kind { levels = allowed }
      guard let values = read.values(ofRows: rows, levels: levels) else { return nil }
      given[column] = values
    }
    let names = rows.map { identifiers.text(Int(identifierRows[$0])) }
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
}
