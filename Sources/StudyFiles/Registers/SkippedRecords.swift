public import HybridWork

/// The rows of a register that were left out, with their cells; personal data.
///
/// They are kept only when a planner asks for them, to correct the rows at the source.
public struct SkippedRecords: Equatable, Sendable {
  /// What is wrong with a row in one of its columns, or in its form.
  public struct Fault: Equatable, Sendable {
    /// What is wrong.
    public let kind: SkippedRows.Kind
    /// The column it is wrong in; nil for the form of the row.
    public let column: RegisterColumn?

    /// States a fault of a row.
    public init(kind: SkippedRows.Kind, column: RegisterColumn?) {
      self.kind = kind
      self.column = column
    }
  }

  /// A row that was left out.
  public struct Row: Equatable, Sendable {
    /// The line in which the row begins, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let faults: [Fault]
    /// Its cells by column of the file; empty where the row has another form.
    public let cells: [String]
    /// The row as it stands in the file where its cells cannot be told apart, else empty.
    public let text: String
  }

  /// The names of the file's columns.
  public let header: [String]
  /// The rows in order of line.
  ///
  /// Of rows faulty in form, those beyond the first thousand are not among them.
  public let rows: [Row]
  private let separator: CSVSeparator

  init(
    table: CSVTable, rows: [(row: Int, faults: [Fault])], brokenLines: [ClosedRange<Int>],
    source: SourceFile
  ) {
    header = table.header
    separator = table.separator
    let read = rows.map { row, faults in
      Row(
        line: table.line(ofRow: row), faults: faults,
        cells: table.header.indices.map { table.text(row: row, column: $0) }, text: "")
    }
    let texts = source.texts(ofLines: brokenLines)
    let broken = zip(brokenLines, texts).map { lines, text in
      Row(
        line: lines.lowerBound, faults: [Fault(kind: .form, column: nil)], cells: [], text: text)
    }
    self.rows = (read + broken).sorted { $0.line < $1.line }
  }

  /// The rows as CSV: line and reason, the file's own columns, and the text of broken rows.
  ///
  /// It has a byte-order mark and the register's separator, so that spreadsheets open it as they
  /// opened the register.
  public func csv(in language: Language) -> String {
    let ends =
      language == .indonesian
      ? (line: "baris", reason: "alasan", text: "isi baris")
      : (line: "line", reason: "reason", text: "row as it stands")
    var lines = [[ends.line, ends.reason] + header + [ends.text]]
    for row in rows {
      let reasons = row.faults.map { $0.text(in: language) }.joined(separator: " | ")
      let cells = row.cells.isEmpty ? header.map { _ in "" } : row.cells
      lines.append(["\(row.line)", reasons] + cells + [row.text])
    }
    let mark = separator == .semicolon ? ";" : ","
    return "\u{FEFF}" + RegisterWriter.csv(lines, mark: mark)
  }
}
