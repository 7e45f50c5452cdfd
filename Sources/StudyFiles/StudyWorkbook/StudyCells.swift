import Foundation

/// The cells of a study's workbook as they are read, with what is wrong with their form.
struct StudyCells {
  /// One sheet.
  struct Sheet {
    let name: String
    /// The cell of the title row that names a table's file.
    let file: String?
    let keys: [String]
    /// The rows below the labels that hold anything, with their numbers.
    let rows: [(number: Int, cells: [StudyCell])]

    /// The cell of a row in the column with a key; blank if there is none.
    func cell(_ key: String, _ row: [StudyCell]) -> StudyCell {
      keys.firstIndex(of: key).flatMap { row.indices.contains($0) ? row[$0] : nil } ?? .blank
    }

    /// The place of a row in the column with a key.
    func place(_ key: String, _ row: Int) -> WorkbookPlace {
      WorkbookPlace(sheet: name, row: row, column: (keys.firstIndex(of: key) ?? 0) + 1)
    }
  }

  let sheets: [Sheet]

  private struct Read: Decodable {
    let name: String
    let rows: [[[String]]]
    let merged: [[Int]]
  }

  /// Reads a workbook; formulas, errors, merged cells and cells outside the columns are told.
  static func load(
    _ path: String, complain: (WorkbookFault, WorkbookPlace) -> Void
  ) throws(FileFault) -> StudyCells {
    let outcome = try WorkbookSheet.run(StudyCellsScript.text, [path])
    guard outcome.code == 0, let read = try? JSONDecoder().decode([Read].self, from: outcome.output)
    else { throw .brokenWorkbook }
    return StudyCells(sheets: read.map { sheet($0, complain) })
  }

  /// Sheets that were filled and not written yet.
  init(_ sheets: [StudySheet]) {
    self.sheets = sheets.map { sheet in
      Sheet(
        name: sheet.name, file: sheet.file, keys: sheet.columns.map(\.key),
        rows: sheet.rows.enumerated().map { ($0 + StudySheet.labelRow + 1, $1) })
    }
  }

  private init(sheets: [Sheet]) { self.sheets = sheets }

  private static func sheet(
    _ read: Read, _ complain: (WorkbookFault, WorkbookPlace) -> Void
  ) -> Sheet {
    let keyRow = read.rows.count >= StudySheet.keyRow ? read.rows[StudySheet.keyRow - 1] : []
    let keys = keyRow.map { $0[1].trimmed }
    let first = read.rows.first ?? []
    let file = first.count > 1 && !first[1][1].isEmpty ? first[1][1].trimmed : nil
    var rows: [(number: Int, cells: [StudyCell])] = []
    // Sheets without the row of keys, such as notes of one's own, are not read.
    guard keys.contains(where: { !$0.isEmpty }) else {
      return Sheet(name: read.name, file: nil, keys: [], rows: [])
    }
    for merged in read.merged where merged[0] >= StudySheet.keyRow {
      complain(.merged, WorkbookPlace(sheet: read.name, row: merged[0], column: merged[1]))
    }
    for (index, row) in read.rows.enumerated() where index >= StudySheet.labelRow {
      let cells = row.enumerated().map { column, cell -> StudyCell in
        let place = WorkbookPlace(sheet: read.name, row: index + 1, column: column + 1)
        let isNamed = keys.indices.contains(column) && !keys[column].isEmpty
        if !cell[0].isEmpty, !isNamed { complain(.unknownColumn(""), place) }
        switch cell[0] {
        case "f": complain(.formula, place)
        case "e": complain(.errorValue(cell[1]), place)
        case "s": return .text(cell[1])
        case "n": return .number(cell[1])
        case "d": return .date(cell[1])
        default: break
        }
        return .blank
      }
      // A row whose cells were all emptied is passed over.
      if cells.contains(where: { !$0.shown.isEmpty }) { rows.append((index + 1, cells)) }
    }
    return Sheet(name: read.name, file: file, keys: keys, rows: rows)
  }
}
