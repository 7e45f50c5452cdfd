public import HybridWork

/// A sheet of a workbook to fill in: title, named columns with notes, and rows that are there already.
public struct TemplateSheet: Sendable {
  /// What a cell holds.
  public enum Cell: Sendable {
    case blank
    case text(String)
    case number(Double)
    /// A day.
    case date(WorkDate)
  }

  /// A column.
  public struct Column: Sendable {
    let key: String
    let label: String
    let hint: String
    let choices: [String]?
    let range: ClosedRange<Double>?
    let isText: Bool
    let width: Int

    /// A column whose cells take one of the choices or a number of the range, where there are any.
    public init(
      key: String, label: String, hint: String, choices: [String]?, range: ClosedRange<Double>?,
      isText: Bool, width: Int
    ) {
      self.key = key
      self.label = label
      self.hint = hint
      self.choices = choices
      self.range = range
      self.isText = isText
      self.width = width
    }
  }

  let name: String
  let title: String
  let file: String?
  let columns: [Column]
  let rows: [[Cell]]

  /// A sheet.
  ///
  /// - Parameters:
  ///   - name: Its name, at most 31 characters.
  ///   - title: What stands in its first cell.
  ///   - file: What stands beside the title, for sheets that become a file of that name.
  ///   - columns: Its columns.
  ///   - rows: The rows, each with a cell for every column.
  public init(
    name: String, title: String, file: String?, columns: [Column], rows: [[Cell]]
  ) {
    self.name = name
    self.title = title
    self.file = file
    self.columns = columns
    self.rows = rows
  }
}
