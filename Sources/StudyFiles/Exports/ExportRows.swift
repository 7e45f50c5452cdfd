import HybridWork

/// The rows of an export, read by its mapping.
///
/// Complaints name the line and column of the cell, never a content that may tell of somebody.
final class ExportRows {
  let table: CSVTable
  let mapping: ExportMapping
  private let log: DiagnosticLog
  private let decimals: DecimalGrammar
  private(set) var faults = 0
  /// How many faulty cells are shown.
  private static let shown = 20

  /// Opens an export; nil if it or one of its columns can't be used, which is reported.
  init?(path: String, mapping: ExportMapping, headers: [String], log: DiagnosticLog) {
    guard let table = CSVTable(path: path, name: path, log: log), !log.hasErrors else {
      return nil
    }
    self.table = table
    self.mapping = mapping
    self.log = log
    decimals = DecimalGrammar(mark: table.separator == .semicolon ? .comma : .point)
    let named = table.header.filter { !$0.isEmpty }
    var isComplete = true
    for header in headers where table.column(named: header) == nil {
      isComplete = false
      log.add(
        Diagnostic(
          .table(
            .missingColumn(
              name: header, nearest: NearestName.find(header, in: named), allowed: named)),
          file: table.file, at: TextPosition(line: table.headerLine)))
    }
    guard isComplete else { return nil }
  }

  /// The place of a column that ``init(path:mapping:headers:log:)`` was told of.
  func column(_ header: String) -> Int { table.column(named: header) ?? 0 }

  /// A name of a unit or service, by the mapping's names; nil if blank, which is reported.
  func name(_ row: Int, _ column: Int) -> String? {
    let text = table.text(row: row, column: column)
    guard !text.isEmpty else {
      complain(.table(.blank), row, column)
      return nil
    }
    return mapping.names[text] ?? text
  }

  /// A date, the time of day after it left out; nil if there is none, which is reported.
  func date(_ row: Int, _ column: Int) -> WorkDate? {
    let text = table.text(row: row, column: column)
    do throws(DateFault) {
      return try ExportDate.date(text, order: mapping.order)
    } catch {
      complain(text.isEmpty ? .table(.blank) : hidden(.date(error), text), row, column)
      return nil
    }
  }

  /// A moment; nil if there is none, which is reported unless the cell may be blank.
  func moment(_ row: Int, _ column: Int, mayBeBlank: Bool) -> TicketTime?? {
    let text = table.text(row: row, column: column)
    if text.isEmpty, mayBeBlank { return .some(nil) }
    if let time = TicketTime(text) { return .some(time) }
    complain(
      text.isEmpty ? .table(.blank) : .service(.notATicketTime(nil)), row, column)
    return nil
  }

  /// A number of at least 0; nil if there is none, which is reported.
  func number(_ row: Int, _ column: Int, in range: ClosedRange<Double>) -> Double? {
    let text = table.text(row: row, column: column)
    guard !text.isEmpty else {
      complain(.table(.blank), row, column)
      return nil
    }
    do throws(NumberFault) {
      let value = try decimals.number(text)
      guard range.contains(value) else { throw .outOfRange(text: text, range: range) }
      return value
    } catch {
      complain(hidden(.number(error), text), row, column)
      return nil
    }
  }

  /// A problem with a text, or if the text may tell of somebody, only what was to stand there.
  private func hidden(_ problem: Problem, _ text: String) -> Problem {
    PrivateText.isLikely(text, in: problem) ? .export(.notShown) : problem
  }

  func complain(_ problem: Problem, _ row: Int, _ column: Int) {
    faults += 1
    guard faults <= Self.shown else { return }
    log.add(table.diagnostic(problem, row: row, column: column))
  }

  /// Tells how many further cells are wrong; false if any is.
  func finish() -> Bool {
    if faults > Self.shown {
      log.add(
        Diagnostic(.export(.furtherCells(count: faults - Self.shown)), file: table.file))
    }
    return faults == 0 && !log.hasErrors
  }
}
