import HybridWork

/// One row of a table of positions, read cell by cell; what can't be read is reported.
struct PositionRow {
  let table: CSVTable
  let row: Int
  let places: [PositionColumn: Int]
  let decimals: DecimalGrammar
  let log: DiagnosticLog

  /// The line in which the row begins.
  var line: Int { table.line(ofRow: row) }

  func complain(_ problem: Problem, of column: PositionColumn) {
    log.add(table.diagnostic(problem, row: row, column: places[column] ?? 0))
  }

  /// The text of a cell, blank where the table has no such column.
  private func cell(_ column: PositionColumn) -> String {
    places[column].map { table.text(row: row, column: $0) } ?? ""
  }

  /// A text that must be there.
  func text(_ column: PositionColumn) -> String? {
    let text = cell(column)
    if text.isEmpty { complain(.table(.blank), of: column) }
    return text.isEmpty ? nil : text
  }

  /// A share of time, 0…1.
  func share(_ column: PositionColumn) -> Double? {
    guard let text = text(column) else { return nil }
    do throws(NumberFault) {
      let value = try decimals.number(text)
      guard (0...1).contains(value) else { throw .outOfRange(text: text, range: 0...1) }
      return value
    } catch {
      complain(.number(error), of: column)
      return nil
    }
  }

  /// A share of time, `.some(nil)` where blank; nil if it can't be read.
  func optionalShare(_ column: PositionColumn) -> Double?? {
    cell(column).isEmpty ? .some(nil) : share(column).map(Optional.some)
  }

  /// The answer to a criterion, unknown where blank; nil if it can't be read.
  func answer(_ criterion: PositionCriterion) -> ColumnValues.Flag? {
    let column = PositionColumn(criterion)
    let text = cell(column)
    guard !text.isEmpty else { return .unknown }
    do throws(Problem) {
      return try RegisterGrammar.flag(text) ? .yes : .no
    } catch {
      complain(error, of: column)
      return nil
    }
  }

  /// The answers to all criteria; nil if one of them can't be read.
  func answers() -> [ColumnValues.Flag]? {
    let answers = PositionCriterion.allCases.map(answer)
    let read = answers.compactMap { $0 }
    return read.count == answers.count ? read : nil
  }

  /// One of the values of a closed list; nil if it can't be read.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ column: PositionColumn, _ type: Choice.Type
  ) -> Choice? {
    guard let text = text(column) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    let nearest = NearestName.find(text, in: allowed)
    complain(.name(.unknown(found: text, nearest: nearest, allowed: allowed)), of: column)
    return nil
  }

  /// One of the values of a closed list, `absent` where blank; nil if it can't be read.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ column: PositionColumn, absent: Choice?
  ) -> Choice?? {
    if cell(column).isEmpty { return .some(absent) }
    return choice(column, Choice.self).map(Optional.some)
  }
}
