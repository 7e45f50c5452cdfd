/// One sheet of a workbook: a table with a heading, and how it is to be looked at.
struct SheetTable {
  /// The name on the tab, at most 31 characters.
  let name: String
  /// The name of the range of the whole table, header included.
  let rangeName: String
  let title: String
  /// What to know when reading it; one line each.
  let notes: [String]
  let header: [String]
  let rows: [[SheetCell]]
  private let widths: [Double]
  /// How many columns stay when the rest is scrolled.
  var frozenColumns = 1
  /// Columns of shares that are shaded from low to high.
  var shadedColumns: Range<Int>?
  /// The column of verdicts, whose words are coloured.
  var verdictColumn: Int?
  var chart: SheetChart?
  /// The written table that its numbers are from; nil for words alone.
  var source: WrittenResults.Table?

  /// The line of the header, counted from 0.
  var headerLine: Int { notes.count + 3 }

  /// The height of a line in points; nil for a line that needs no more than one row of letters.
  ///
  /// Programs that open the file do not all fit the heights of wrapped texts.
  func height(of cells: [SheetCell]) -> Double? {
    let lines =
      cells.enumerated().map { column, cell -> Int in
        guard case .text(let text, let style) = cell, style == .wrapped || style == .header else {
          return 1
        }
        return Self.lines(text, width: width(column))
      }.max() ?? 1
    return Self.height(lines: lines)
  }

  /// How many lines a text takes in a column so many characters wide.
  static func lines(_ text: String, width: Double) -> Int {
    let letters = max(Int(width) - 2, 6)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, ($1.count + letters - 1) / letters)
    }
  }

  /// The height in points of a row with so many lines; nil for a single one.
  static func height(lines: Int) -> Double? {
    // 409 points is the most that a row can have.
    lines > 1 ? min(Double(lines) * 15, 409) : nil
  }

  /// The width of a column in characters.
  func width(_ column: Int) -> Double { column < widths.count ? widths[column] : 8 }

  /// A table with its heading; columns get what their fields need, up to the widest.
  init(
    name: String, rangeName: String, title: String, notes: [String], header: [String],
    rows: [[SheetCell]], widest: Int = 42
  ) {
    self.name = name
    self.rangeName = rangeName
    self.title = title
    self.notes = notes
    self.header = header
    self.rows = rows
    widths = header.enumerated().map { column, name in
      let fields = rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
      // A header may take two or three lines, a word none.
      let words = name.split(separator: " ").map(\.count).max() ?? 0
      return Double(min(max(fields + 2, words + 3, 11), widest))
    }
  }
}

extension SheetTable {
  /// The table with some columns that stay when the rest is scrolled.
  func frozen(_ columns: Int) -> SheetTable {
    var table = self
    table.frozenColumns = columns
    return table
  }

  /// The table with the written table that its numbers are from.
  func from(_ source: WrittenResults.Table) -> SheetTable {
    var table = self
    table.source = source
    return table
  }

  /// The table with shares shaded from low to high.
  func shaded(_ columns: Range<Int>) -> SheetTable {
    var table = self
    table.shadedColumns = columns
    return table
  }
}

/// A native chart of a table on a sheet of its own: points with the lines of their ranges.
struct SheetChart {
  /// The name on the tab.
  let sheetName: String
  let title: String
  /// Columns of names, of the low end, the mean and the high end.
  let names: Int
  let low: Int
  let mean: Int
  let high: Int
  /// Rows of the table left out at its top, such as the baseline's.
  let skipped: Int
  let labels: (low: String, mean: String, high: String)
  let style: SheetStyle
}
