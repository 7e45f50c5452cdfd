import HybridWork
import Populations

extension MarginsReader {
  /// One entry of `margins`: columns counted together.
  mutating func margin(_ keys: YAMLMapping) -> Margin? {
    let place = keys.required("columns")
    var seen = SeenNames(.references)
    let columns = place?.each { entry -> RegisterColumn? in
      guard let column = Self.column(entry), seen.isNew(column.rawValue, at: entry) else {
        return nil
      }
      return column
    }
    let provenance = keys.marginProvenance()
    let form = keys.alternative([["counts"], ["shares"], ["table"]])
    guard let place, let columns, let form else { return nil }
    let cells = cells(keys, form: form, columns)
    for (index, column) in columns.enumerated() {
      let values = cells.map { cells in union([cells.map { $0.values[index] }]) }
      make(column, line: place.position.line, values: values)
    }
    guard let cells, let provenance else { return nil }
    return Margin(columns: columns.map(\.rawValue), cells: cells, provenance: provenance)
  }

  private mutating func cells(
    _ keys: YAMLMapping, form: Int, _ columns: [RegisterColumn]
  ) -> [Margin.Cell]? {
    guard let value = keys.optional(["counts", "shares", "table"][form]) else { return nil }
    if form == 2 { return value.text().flatMap { tableCells($0, at: value, columns) } }
    guard columns.count == 1 else {
      value.complain(.margins(.tableNeeded(columns: columns.map(\.rawValue))))
      return nil
    }
    if form == 0 { return counts(value, columns[0]) }
    let people = Double(population ?? 0)
    return Self.shares(value, columns[0]).map { shares in
      let sum = shares.reduce(0) { $0 + $1.share }
      return shares.map { Margin.Cell(values: [$0.value], count: people * ($0.share / sum)) }
    }
  }

  /// People by value, who must sum to the population.
  private func counts(_ value: YAMLValue, _ column: RegisterColumn) -> [Margin.Cell]? {
    value.mapping { keys in
      let entries = keys.all()
      let cells = entries.compactMap { entry -> Margin.Cell? in
        let text = entry.key.value(of: column)
        let count = entry.value.integer(in: 0...10_000_000)
        guard let text, let count else { return nil }
        return Margin.Cell(values: [text], count: Double(count))
      }
      guard cells.count == entries.count, sumsUp(cells, at: value) else { return nil }
      return cells
    }
  }

  private func sumsUp(_ cells: [Margin.Cell], at place: YAMLValue) -> Bool {
    let total = cells.reduce(0) { $0 + Int($1.count) }
    guard let population, total != population else { return true }
    place.complain(.margins(.countsDoNotSum(total: total, population: population)))
    return false
  }

  /// The rows of a table with some columns and `count`.
  private mutating func tableCells(
    _ name: String, at place: YAMLValue, _ columns: [RegisterColumn]
  ) -> [Margin.Cell]? {
    let input = table(named: name)
    let tableLog = DiagnosticLog()
    let table = CSVTable(path: input.path, name: input.name, log: tableLog)
    for diagnostic in tableLog.diagnostics { log.add(diagnostic) }
    guard let table, !tableLog.hasErrors else { return nil }
    guard let reader = MarginTable(table, columns, log: log), let cells = reader.cells() else {
      return nil
    }
    return sumsUp(cells, at: place) ? cells : nil
  }
}
