/// Which counts of the groups, and of the pairs of groups, may be shown.
struct ShownCells: Sendable {
  /// Whether the number of people, and the number of eligible people, may be shown.
  var people: [Bool], eligible: [Bool]

  /// Protects the groups of one grouping, whose totals are known unless they are small themselves.
  ///
  /// Which numbers of people are hidden depends on no policy, so that two policies' tables can't be
  /// set against each other.
  init(people: [Int], eligible: [Int], smallest: Int) {
    let blocked = zip(people, eligible).map(-)
    let totals = (people.reduce(0, +), eligible.reduce(0, +), blocked.reduce(0, +))
    let hiddenPeople = Self.protect(
      people.map { [$0] }, from: Array(repeating: false, count: people.count),
      isTotalSmall: CellProtection.isSmall([totals.0], smallest), smallest)
    let hiddenEligible = Self.protect(
      people.indices.map { [people[$0], eligible[$0], blocked[$0]] }, from: hiddenPeople,
      isTotalSmall: CellProtection.isSmall([totals.1, totals.2], smallest), smallest)
    self.people = hiddenPeople.map { !$0 }
    self.eligible = hiddenEligible.map { !$0 }
  }

  private static func protect(
    _ measures: [[Int]], from hidden: [Bool], isTotalSmall: Bool, _ smallest: Int
  ) -> [Bool] {
    guard !isTotalSmall else { return hidden.map { _ in true } }
    // Groups nobody belongs to are not listed: they can't stand in for others.
    let filled = measures.indices.filter { measures[$0][0] > 0 }
    var result = hidden
    let protection = CellProtection(
      rows: 1, columns: filled.count, measures: filled.map { measures[$0] },
      hidden: filled.map { hidden[$0] }, smallest: smallest)
    for (place, group) in filled.enumerated() { result[group] = protection.hidden[place] }
    return result
  }

  /// Protects the pairs of groups of two groupings.
  ///
  /// Groups hidden in their own grouping have no cells; together they form one row or column that
  /// is never printed but could be worked out, so it is protected like the others.
  init(_ table: PairTable, rows: ShownCells, columns: ShownCells, smallest: Int) {
    let blocked = zip(table.people, table.eligible).map(-)
    let none = Array(repeating: false, count: table.people.count)
    let hiddenPeople = Self.protect(
      table, rows: rows.people, columns: columns.people, hidden: none, smallest
    ) { [table.people[$0]] }
    let hiddenEligible = Self.protect(
      table, rows: rows.eligible, columns: columns.eligible, hidden: hiddenPeople, smallest
    ) { [table.people[$0], table.eligible[$0], blocked[$0]] }
    people = hiddenPeople.map { !$0 }
    eligible = hiddenEligible.map { !$0 }
  }

  private static func protect(
    _ table: PairTable, rows: [Bool], columns: [Bool], hidden: [Bool], _ smallest: Int,
    measures: (Int) -> [Int]
  ) -> [Bool] {
    let width = table.columns.count
    let rowPlaces = places(
      rows,
      isFilled: { row in
        (0..<width).contains { table.people[row * width + $0] > 0 }
      })
    let columnPlaces = places(
      columns,
      isFilled: { column in
        rows.indices.contains { table.people[$0 * width + column] > 0 }
      })
    let size = (rowPlaces.count, columnPlaces.count)
    var sums = Array(repeating: [0, 0, 0], count: size.0 * size.1)
    var isHidden = Array(repeating: false, count: size.0 * size.1)
    var parts = 1
    for cell in table.people.indices {
      guard let row = rowPlaces.place[cell / width], let column = columnPlaces.place[cell % width]
      else { continue }
      let values = measures(cell)
      parts = values.count
      for (part, value) in values.enumerated() { sums[row * size.1 + column][part] += value }
      if hidden[cell] && rows[cell / width] && columns[cell % width] {
        isHidden[row * size.1 + column] = true
      }
    }
    let protection = CellProtection(
      rows: size.0, columns: size.1, measures: sums.map { Array($0.prefix(parts)) },
      hidden: isHidden, smallest: smallest)
    return table.people.indices.map { cell in
      guard rows[cell / width], columns[cell % width],
        let row = rowPlaces.place[cell / width], let column = columnPlaces.place[cell % width]
      else { return true }
      return protection.hidden[row * size.1 + column]
    }
  }

  /// Places of the shown groups in order, then one for all hidden groups; none for empty groups.
  private static func places(
    _ shown: [Bool], isFilled: (Int) -> Bool
  ) -> (place: [Int?], count: Int) {
    var place: [Int?] = Array(repeating: nil, count: shown.count)
    var count = 0
    for group in shown.indices where shown[group] && isFilled(group) {
      place[group] = count
      count += 1
    }
    let rest = shown.indices.filter { !shown[$0] && isFilled($0) }
    for group in rest { place[group] = count }
    return (place, count + (rest.isEmpty ? 0 : 1))
  }
}
