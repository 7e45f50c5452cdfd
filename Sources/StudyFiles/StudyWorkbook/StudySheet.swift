public import HybridWork

/// One sheet of a study's workbook: a title, columns, and rows that a planner fills in.
public struct StudySheet: Sendable {
  /// A column of the sheet.
  public struct Column: Sendable {
    /// The name the program knows it by; stands in the sheet's third row.
    public let key: String
    /// What the planner reads above it.
    public let label: Bilingual
    /// What to fill in.
    public let hint: Bilingual
    /// What may be chosen; nil for what is typed in.
    public let choices: [String]?
    /// The range of a number; nil for everything else.
    public let range: ClosedRange<Double>?
    /// Whether cells hold texts, so that a spreadsheet changes none of them.
    public let isText: Bool
    /// The width in characters.
    public let width: Int
  }

  /// The sheet's name.
  public let name: String
  /// What the sheet is for.
  public let title: String
  /// The file its table becomes; nil for sheets whose place is fixed.
  public let file: String?
  /// The columns.
  public let columns: [Column]
  /// The rows, each with a cell for every column.
  public let rows: [[StudyCell]]
  /// Whether it holds personal data once it is filled in.
  public let isPersonal: Bool

  /// The row of the program's names of the columns, counted from 1.
  public static let keyRow = 3
  /// The row of the labels, counted from 1; the planner's rows follow.
  public static let labelRow = 4
}
