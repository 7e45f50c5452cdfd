import HybridWork

/// A written table as readers see it in workbook and page: name, notes, columns, and why it may be absent.
struct TableLayout {
  let table: WrittenResults.Table
  /// What it is called, short enough for a tab of a workbook.
  let name: Bilingual
  let title: Bilingual
  let notes: [Bilingual]
  /// Why a run has no such table.
  let absence: Bilingual
  let columns: [Column]

  /// A column of the table and how its fields are read.
  struct Column {
    /// The column's name in the file.
    let name: String
    let heading: Bilingual
    let content: Content

    init(_ name: String, _ indonesian: String, _ english: String, _ content: Content) {
      self.name = name
      heading = Bilingual(id: indonesian, en: english)
      self.content = content
    }
  }

  /// What the fields of a column hold.
  enum Content {
    /// The identifier of a policy or of the baseline.
    case scenario
    case service
    case outcome
    /// Identifiers of assumptions parted by plus signs.
    case assumptions
    case item
    case payer
    case unit
    /// What groups are told apart by.
    case grouping
    /// A group of the grouping beside it.
    case group
    case weekdays
    /// A half hour by the clock.
    case time
    /// One of some words.
    case words([String: Bilingual])
    /// A text of the study's files, as it stands.
    case text
    case number(FigureFormat)
    /// A number of the unit, and the outcome if there is one, that the line names.
    case measured(Kind)
  }

  /// Whether a measured number is a level or a change of it.
  enum Kind { case level, difference }

  /// The line's fields, each with its column.
  func fields(_ row: WrittenResults.Row) -> [Field] {
    columns.map { Field(column: $0, row: row) }
  }
}

extension TableLayout {
  /// One field of a written table.
  struct Field {
    let column: Column
    let row: WrittenResults.Row

    /// The field as it stands in the file; nil where it is empty.
    var text: String? { row.text(column.name) }

    /// The number with its place; nil for words and where the field is empty.
    var figure: Figure? { row.figure(column.name) }

    /// How the number is shown; nil for words.
    var format: FigureFormat? {
      switch column.content {
      case .number(let format): return format
      case .measured(let kind):
        let measure = other("measure") ?? ""
        let isEffect = measure.hasPrefix(TableLayout.effect)
        let name = isEffect ? String(measure.dropFirst(TableLayout.effect.count)) : measure
        let outcome = Outcome(rawValue: other("outcome") ?? name)
        switch isEffect ? .difference : kind {
        case .level: return outcome?.levelFormat ?? FigureFormat(levelsOf: other("unit") ?? "")
        case .difference:
          return outcome?.differenceFormat ?? FigureFormat(differencesOf: other("unit") ?? "")
        }
      default: return nil
      }
    }

    /// Another field of the line.
    func other(_ column: String) -> String? { row.text(column) }
  }

  /// What measures begin with that are the effect of something on an outcome.
  static let effect = "effect_on_"
}
