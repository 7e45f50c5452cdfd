import RunArchive

/// The tables of a run as they were written, from which every number of a report is taken.
///
/// A report that reads what the files say can show nothing that they do not, and nothing that they
/// suppress.
struct WrittenResults {
  /// A table whose first columns identify a line.
  enum Table: String, CaseIterable {
    case scenarios = "scenario-table.csv"
    case outcomes = "outcomes.csv"
    case ledger = "ledger.csv"
    case parties = "ledger-parties.csv"
    case coverage = "coverage.csv"
    case eligibility = "eligibility-counts.csv"
    case takeUp = "take-up.csv"
    case assumptions = "assumptions.csv"
    case positions = "position-days.csv"
    case uncertainty = "uncertainty.csv"
    case rankings = "ranking.csv"
    case leads = "first-place.csv"
    case robustness = "robustness.csv"
    case failures = "failures.csv"
    case screenings = "pawn.csv"
    case indices = "sensitivity.csv"
    case posterior = "posterior.csv"
    case groupLedger = "ledger-by-group.csv"
    case presentValues = "present-value.csv"
    case output = "output.csv"
    case unitOutput = "output-by-unit.csv"
    case guarantees = "guarantee.csv"
    case priorityWaits = "priority-waits.csv"
    case districts = "waiting-by-district.csv"
    case safeguards = "safeguards.csv"
    case evaluations = "evaluation.csv"
    case shocks = "shocks.csv"

    /// How many columns, from the first on, identify a line.
    var keyColumns: Int {
      switch self {
      case .scenarios, .assumptions, .presentValues, .output: 1
      case .ledger, .parties, .eligibility, .robustness, .failures, .posterior, .unitOutput,
        .guarantees, .priorityWaits, .safeguards, .evaluations, .shocks:
        2
      case .outcomes, .takeUp, .positions, .rankings, .screenings, .districts: 3
      case .coverage, .uncertainty, .leads, .indices, .groupLedger: 4
      }
    }
  }

  private struct Indexed {
    let records: CSVRecords
    let columns: [String: Int]
    let lines: [[String]: Int]
  }

  private var tables: [Table: Indexed] = [:]

  /// Reads the tables among some files; others are passed over.
  init(_ files: [(name: String, text: String)]) {
    for file in files {
      guard let table = Table(rawValue: file.name) else { continue }
      let records = CSVRecords(file.text)
      let keys = records.rows.map { Array($0.prefix(table.keyColumns)) }
      tables[table] = Indexed(
        records: records,
        columns: Dictionary(
          records.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }),
        lines: Dictionary(
          keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Whether a table was written and has lines.
  func has(_ table: Table) -> Bool { !(tables[table]?.records.rows.isEmpty ?? true) }

  /// The number in a field, or nil where there is no such line or the field is empty.
  func figure(_ table: Table, _ line: [String], _ column: String) -> Figure? {
    guard let text = text(table, line, column), let value = Double(text) else { return nil }
    return Figure(table: table, line: line, column: column, text: text, value: value)
  }

  /// The text of a field, or nil where there is no such line or the field is empty.
  func text(_ table: Table, _ line: [String], _ column: String) -> String? {
    guard let indexed = tables[table], let row = indexed.lines[line],
      let place = indexed.columns[column]
    else { return nil }
    let text = indexed.records.rows[row][place]
    return text.isEmpty ? nil : text
  }

  /// The lines of a table, in its order.
  func rows(_ table: Table) -> [Row] {
    guard let indexed = tables[table] else { return [] }
    return indexed.records.rows.map { Row(table: table, fields: $0, columns: indexed.columns) }
  }

  /// What identifies the lines of a table whose first column has a value, in the table's order.
  func lines(_ table: Table, of first: String) -> [[String]] {
    (tables[table]?.records.rows ?? []).filter { $0.first == first }
      .map { Array($0.prefix(table.keyColumns)) }
  }

  /// Mean and 90% range under columns `…mean`, `…p05` and `…p95`; nil where there is none.
  func range(_ table: Table, _ line: [String], _ prefix: String = "") -> FigureRange? {
    guard let mean = figure(table, line, prefix + "mean"),
      let low = figure(table, line, prefix + "p05"), let high = figure(table, line, prefix + "p95")
    else { return nil }
    return FigureRange(mean: mean, low: low, high: high)
  }
}

extension WrittenResults {
  /// One line of a table.
  struct Row {
    let table: Table
    fileprivate let fields: [String]
    fileprivate let columns: [String: Int]

    /// The number in a field, or nil where the field is empty or holds words.
    func figure(_ column: String) -> Figure? {
      guard let text = text(column), let value = Double(text) else { return nil }
      return Figure(
        table: table, line: Array(fields.prefix(table.keyColumns)), column: column, text: text,
        value: value)
    }

    /// The text of a field, or nil where it is empty.
    func text(_ column: String) -> String? {
      guard let place = columns[column], !fields[place].isEmpty else { return nil }
      return fields[place]
    }
  }
}
