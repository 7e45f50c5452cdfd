import HybridWork
import Populations

/// The counts of a margin in a CSV file; columns it does not need are ignored.
struct MarginTable {
  private let table: CSVTable
  private let columns: [(column: RegisterColumn, place: Int)]
  private let count: Int
  private let log: DiagnosticLog

  /// Finds the columns; nil if one is missing, which is reported.
  init?(_ table: CSVTable, _ columns: [RegisterColumn], log: DiagnosticLog) {
    let places = (columns.map(\.rawValue) + ["count"]).compactMap { name -> Int? in
      if let place = table.column(named: name) { return place }
      let nearest = NearestName.find(name, in: table.header)
      log.add(
        Diagnostic(
          .table(.missingColumn(name: name, nearest: nearest, allowed: table.header)),
          file: table.file, at: TextPosition(line: 1)))
      return nil
    }
    guard places.count == columns.count + 1, let count = places.last else { return nil }
    self.table = table
    self.columns = Array(zip(columns, places))
    self.count = count
    self.log = log
  }

  /// One cell a row; nil if a row cannot be used, which is reported.
  func cells() -> [Margin.Cell]? {
    var lines: [[String]: Int] = [:]
    let cells = (0..<table.rowCount).compactMap { row -> Margin.Cell? in
      let values = columns.compactMap { value(row, $0, at: $1) }
      guard let people = people(row), values.count == columns.count else { return nil }
      if let line = lines[values] {
        complain(.margins(.cellTwice(values: values, firstLine: line)), row, columns[0].place)
        return nil
      }
      lines[values] = table.line(ofRow: row)
      return Margin.Cell(values: values, count: people)
    }
    return cells.count == table.rowCount ? cells : nil
  }

  private func value(_ row: Int, _ column: RegisterColumn, at place: Int) -> String? {
    let text = table.text(row: row, column: place)
    let value = text.isEmpty ? SyntheticRegister.unknown : text
    guard let fault = MarginsReader.fault(of: value, in: column) else { return value }
    complain(text.isEmpty ? .table(.blank) : fault, row, place)
    return nil
  }

  private func people(_ row: Int) -> Double? {
    let text = table.text(row: row, column: count)
    do throws(NumberFault) {
      let number = try DecimalGrammar().integer(text)
      guard number >= 0 else { throw .outOfRange(text: text, range: 0...10_000_000) }
      return Double(number)
    } catch {
      complain(text.isEmpty ? .table(.blank) : .number(error), row, count)
      return nil
    }
  }

  private func complain(_ problem: Problem, _ row: Int, _ column: Int) {
    log.add(table.diagnostic(problem, row: row, column: column))
  }
}
