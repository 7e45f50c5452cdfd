/// What an export of performance tells: numbers by unit and month.
package struct PerformanceExport: Sendable {
  /// One unit in one month.
  package struct UnitMonth: Sendable {
    package let unit: String
    /// Months since January of year 0.
    package let month: Int
    /// One number for each measure.
    package let values: [Double]
    /// Rows behind them, people where the export has a row a person.
    package let rows: Int
  }

  /// The measures by name.
  package let measures: [String]
  /// Sorted by unit and month.
  package let months: [UnitMonth]

  /// Reads an export; nil if the file or any of its rows can't be used, which is reported.
  package static func load(
    path: String, mapping: ExportMapping, log: DiagnosticLog
  ) -> PerformanceExport? {
    let own = DiagnosticLog()
    defer { for diagnostic in own.diagnostics { log.add(diagnostic) } }
    guard let month = mapping.headers["month"],
      let rows = ExportRows(
        path: path, mapping: mapping,
        headers: [mapping.place, month] + mapping.measures.map(\.header), log: own)
    else { return nil }
    let columns = mapping.measures.map { rows.column($0.header) }
    struct Key: Hashable {
      let unit: String
      let month: Int
    }
    var sums: [Key: (values: [Double], rows: Int)] = [:]
    for row in 0..<rows.table.rowCount {
      let unit = rows.name(row, rows.column(mapping.place))
      let month = rows.month(row, rows.column(month))
      let values = columns.map { rows.number(row, $0, in: -1e12...1e12) }
      guard let unit, let month, !values.contains(nil) else { continue }
      var sum =
        sums[Key(unit: unit, month: month)]
        ?? (Array(repeating: 0, count: values.count), 0)
      for place in values.indices { sum.values[place] += values[place] ?? 0 }
      sum.rows += 1
      sums[Key(unit: unit, month: month)] = sum
    }
    guard rows.finish() else { return nil }
    let months = sums.map { key, sum in
      UnitMonth(
        unit: key.unit, month: key.month,
        values: mapping.measures.indices.map { place in
          mapping.measures[place].statistic == .mean
            ? sum.values[place] / Double(sum.rows) : sum.values[place]
        }, rows: sum.rows)
    }
    return PerformanceExport(
      measures: mapping.measures.map(\.name),
      months: months.sorted { ($0.unit, $0.month) < ($1.unit, $1.month) })
  }
}

extension ExportRows {
  /// A month; nil if there is none, which is reported.
  fileprivate func month(_ row: Int, _ column: Int) -> Int? {
    let text = table.text(row: row, column: column)
    if let month = try? ExportDate.month(text, order: mapping.order) { return month }
    complain(text.isEmpty ? .table(.blank) : .export(.notAMonth), row, column)
    return nil
  }
}
