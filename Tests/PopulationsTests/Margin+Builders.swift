import Populations

extension Provenance {
  static let test = Provenance(
    basis: .assumed, source: "a test", date: "2026-11-22", confidence: "J")
}

extension Margin {
  /// A margin of one column.
  static func of(_ column: String, _ counts: KeyValuePairs<String, Double>) -> Margin {
    Margin(
      columns: [column], cells: counts.map { Cell(values: [$0], count: $1) }, provenance: .test)
  }

  /// A margin of two columns from a table with one row a value of the first.
  static func of(
    _ rows: String, _ columns: String, _ table: [[Double]], basis: Provenance = .test
  ) -> Margin {
    let cells = table.enumerated().flatMap { row, counts in
      counts.enumerated().map { column, count in
        Cell(values: ["\(rows)\(row)", "\(columns)\(column)"], count: count)
      }
    }
    return Margin(columns: [rows, columns], cells: cells, provenance: basis)
  }

  /// Counts some columns of people whose values are the columns' names and a number.
  static func counting(_ columns: [String], of people: [[String: Int]]) -> Margin {
    let keys = people.map { person in columns.map { "\($0)\(person[$0] ?? 0)" } }
    let cells = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      Cell(values: key, count: Double(keys.count { $0 == key }))
    }
    return Margin(columns: columns, cells: cells, provenance: .test)
  }
}

extension SyntheticRegister {
  /// The values of a column; empty if there is none.
  subscript(_ column: String) -> [String] {
    columns.first { $0.name == column }?.values ?? []
  }

  /// How many people have these values in these columns.
  func count(_ columns: [String], _ values: [String]) -> Int {
    let data = columns.map { self[$0] }
    return (data.first ?? []).indices.count { person in
      zip(data, values).allSatisfy { $0[person] == $1 }
    }
  }

  /// How far a margin is off where it is furthest off, counted anew.
  func misfit(of margin: Margin) -> Double {
    margin.cells.reduce(0) {
      max($0, abs(Double(count(margin.columns, $1.values)) - $1.count))
    }
  }
}
