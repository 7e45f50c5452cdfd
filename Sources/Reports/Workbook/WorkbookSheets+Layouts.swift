import Exploration
import HybridWork
import Simulation

/// Sheets of tables that stand in the workbook as they were written, and the list of all sheets.
extension WorkbookSheets {
  /// The sheets of tables that were written, in the order given.
  func sheets(_ layouts: [TableLayout]) -> [SheetTable] {
    layouts.filter { context.written.has($0.table) }.map(sheet)
  }

  private func sheet(_ layout: TableLayout) -> SheetTable {
    var table = SheetTable(
      name: layout.name[language], rangeName: layout.rangeName, title: layout.title[language],
      notes: [stamp] + layout.notes.map { $0[language] },
      header: layout.columns.map { $0.heading[language] },
      rows: context.written.rows(layout.table).map { layout.fields($0).map(cell) }, widest: 64)
    table.source = layout.table
    return table.frozen(layout.table.keyColumns > 1 ? 2 : 1)
  }

  private func cell(_ field: TableLayout.Field) -> SheetCell {
    if let format = field.format { return SheetCell(field.figure, format.sheetStyle) }
    guard let words = FieldWords(field, context) else { return .empty }
    return .text(words.text[language] + (words.group.map(mark) ?? ""), .wrapped)
  }

  /// What stands after the name of a unit or service that the shadow test could not repeat.
  func mark(_ group: OutcomeGroup) -> String {
    context.isMarked(group) ? ReportContext.shadowMark[language] : ""
  }

  /// What a shadow test could not repeat; nil without a test.
  var shadow: SheetTable? {
    guard let marks = context.run.shadow else { return nil }
    let rows = marks.groups.map { entry -> [SheetCell] in
      let quantities = entry.quantities.map { $0.text[language] }.joined(separator: ", ")
      return [
        .text(ShadowNotice(marks, language: language).name(entry.group), .wrapped),
        .text(quantities, .wrapped),
      ]
    }
    return SheetTable(
      name: choose("Uji bayangan", "Shadow test"), rangeName: "luwes_shadow",
      title: choose(
        "Yang tidak terulang oleh model dalam uji bayangan",
        "What the model does not repeat in the shadow test"),
      notes: [stamp, ShadowNotice(marks, language: language).summary],
      header: [choose("Unit atau layanan", "Unit or service"), choose("Besaran", "Quantity")],
      rows: rows, widest: 80)
  }

  /// Every sheet with the file its numbers are from, and why what is not there is not.
  func contents(_ sheets: [SheetTable]) -> SheetTable {
    let present = sheets.map { sheet -> [SheetCell] in
      [
        .text(sheet.name), .text(sheet.title, .wrapped), .text(sheet.source?.rawValue ?? ""),
        .text(
          sheet.rows.isEmpty
            ? choose("kosong; lembarnya menyebut sebabnya", "empty; the sheet says why") : "",
          .wrapped),
      ]
    }
    let absent = Self.layouts.filter { !context.written.has($0.table) }.map {
      layout -> [SheetCell] in
      [
        .text("–"), .text(layout.title[language], .wrapped), .text(layout.table.rawValue),
        .text(layout.absence[language], .wrapped),
      ]
    }
    return SheetTable(
      name: choose("Daftar isi", "Contents"), rangeName: "luwes_contents",
      title: choose("Isi buku kerja ini", "What this workbook holds"),
      notes: [
        stamp,
        choose(
          "Tiap angka berasal dari berkas CSV di folder yang sama.",
          "Every number is from a CSV file in the same folder."),
      ],
      header: [
        choose("Lembar", "Sheet"), choose("Isi", "Content"), choose("Berkas", "File"),
        choose("Keterangan", "Remark"),
      ], rows: present + absent, widest: 70)
  }

  static let money: [TableLayout] = [.ledgerByGroup, .presentValue, .output, .outputByUnit]
  static let services: [TableLayout] = [
    .guarantee, .priorityWaits, .districts, .safeguards, .shocks,
  ]
  static let staff: [TableLayout] = [.positions, .evaluations]
  static let certainty: [TableLayout] = [
    .intervals, .rankings, .firstPlaces, .robustness, .failures, .screenings, .indices, .posterior,
  ]

  private static var layouts: [TableLayout] { money + services + staff + certainty }
}

extension TableLayout {
  /// The name of the range of the table in a workbook: that of its file.
  fileprivate var rangeName: String {
    "luwes_"
      + table.rawValue.replacing(".csv", with: "").replacing("-", with: "_")
  }
}
