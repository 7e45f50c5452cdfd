import CXLSXWriter
import Foundation
public import HybridWork

/// `isian.xlsx`: a whole study as a workbook, with drop-downs, ranges and notes.
public struct StudyTemplate: Sendable {
  /// The rows of a sheet that have drop-downs, at least.
  private static let freeRows = 500
  /// Characters side by side that can still be read on a page.
  private static let widestPage = 180
  private static let keyRow: UInt32 = 2
  private static let labelRow: UInt32 = 3

  private let sheets: [TemplateSheet]
  private let language: Language

  /// A workbook of some sheets.
  public init(_ sheets: [TemplateSheet], language: Language) {
    self.sheets = sheets
    self.language = language
  }

  /// Writes the workbook; the same sheets give the same bytes.
  ///
  /// - Parameter path: Where to; a file there is replaced.
  /// - Throws: ``RegisterTemplate/Failure/refused(_:)``.
  public func write(to path: String) throws(RegisterTemplate.Failure) {
    guard let workbook = workbook_new(path) else { throw .refused("workbook_new") }
    var properties = lxw_doc_properties()
    // 1 January 2000: the hour of writing would change the bytes.
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
    let formats = Formats(workbook)
    for sheet in sheets {
      guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
        throw .refused("workbook_add_worksheet")
      }
      fill(worksheet, sheet, formats)
    }
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw .refused(String(cString: lxw_strerror(code))) }
  }

  private struct Formats {
    let title, note, key, label, text, date: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      title = workbook_add_format(workbook)
      format_set_bold(title)
      format_set_font_size(title, 14)
      // Not that of the column, which wraps.
      note = workbook_add_format(workbook)
      format_set_font_color(note, 0x5A6B7B)
      key = workbook_add_format(workbook)
      format_set_font_color(key, 0x8A96A3)
      format_set_font_size(key, 8)
      label = workbook_add_format(workbook)
      format_set_bold(label)
      format_set_font_color(label, 0xFFFFFF)
      format_set_bg_color(label, 0x0B4F6C)
      format_set_text_wrap(label)
      text = workbook_add_format(workbook)
      // A text, so that a time or an identifier stays as typed.
      format_set_num_format(text, "@")
      format_set_text_wrap(text)
      format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      date = workbook_add_format(workbook)
      format_set_num_format(date, "yyyy-mm-dd")
      format_set_align(date, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }

  private func fill(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: TemplateSheet, _ formats: Formats
  ) {
    worksheet_write_string(worksheet, 0, 0, sheet.title, formats.title)
    if let file = sheet.file { worksheet_write_string(worksheet, 0, 1, file, formats.note) }
    worksheet_write_string(
      worksheet, 1, 0,
      language == .indonesian
        ? "Isi di bawah baris biru. Jangan ubah baris 3."
        : "Fill in below the blue row. Leave row 3 as it is.", formats.note)
    for (place, column) in sheet.columns.enumerated() {
      let place = UInt16(place)
      worksheet_set_column(
        worksheet, place, place, Double(column.width), column.isText ? formats.text : nil)
      worksheet_write_string(worksheet, Self.keyRow, place, column.key, formats.key)
      worksheet_write_string(worksheet, Self.labelRow, place, column.label, formats.label)
      if !column.hint.isEmpty {
        worksheet_write_comment(worksheet, Self.labelRow, place, column.hint)
      }
      restrict(worksheet, place, column, rows: sheet.rows.count + Self.freeRows)
    }
    fit(worksheet, Self.labelRow, sheet.columns.map { .text($0.label) }, sheet)
    for (number, row) in sheet.rows.enumerated() {
      let line = Self.labelRow + 1 + UInt32(number)
      fit(worksheet, line, row, sheet)
      for (place, cell) in row.enumerated() {
        write(cell, worksheet, line, UInt16(place), formats)
      }
    }
    worksheet_freeze_panes(worksheet, Self.labelRow + 1, 1)
    let width = sheet.columns.reduce(0) { $0 + $1.width }
    worksheet.setUpPrint(
      head: Self.keyRow...Self.labelRow,
      pagesAcross: max(1, (width + Self.widestPage - 1) / Self.widestPage))
    worksheet_repeat_columns(worksheet, 0, 0)
  }

  /// Makes a row as high as its wrapped texts: programs do not all do it when they open the file.
  private func fit(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ line: UInt32, _ row: [TemplateSheet.Cell],
    _ sheet: TemplateSheet
  ) {
    let lines = zip(row, sheet.columns).map { cell, column in
      guard case .text(let text) = cell else { return 1 }
      return SheetTable.lines(text, width: Double(column.width))
    }
    guard let height = SheetTable.height(lines: lines.max() ?? 1) else { return }
    worksheet_set_row(worksheet, line, height, nil)
  }

  private func write(
    _ cell: TemplateSheet.Cell, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
    _ column: UInt16, _ formats: Formats
  ) {
    switch cell {
    case .blank: break
    case .text(let text): worksheet_write_string(worksheet, row, column, text, formats.text)
    case .number(let number): worksheet_write_number(worksheet, row, column, number, nil)
    case .date(let date):
      // Excel counts days from 30 December 1899, for all dates after February 1900.
      let serial = Double(date.dayNumber + 25_569)
      worksheet_write_number(worksheet, row, column, serial, formats.date)
    }
  }

  /// Lets cells take only what Luwes reads, and says so when one is chosen.
  private func restrict(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ place: UInt16,
    _ column: TemplateSheet.Column, rows: Int
  ) {
    // A list has 255 characters at most in Excel.
    let choices = column.choices.flatMap { $0.joined(separator: ",").count <= 255 ? $0 : nil }
    guard choices != nil || column.range != nil else { return }
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    var list: [UnsafeMutablePointer<CChar>?] = []
    if let choices {
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
      list = choices.map { strdup($0) } + [nil]
    } else if let range = column.range {
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = range.lowerBound
      validation.maximum_number = range.upperBound
    }
    let texts: [UnsafeMutablePointer<CChar>?] = [
      strdup(String(column.label.prefix(32))), strdup(String(column.hint.prefix(255))),
    ]
    defer { for text in texts + list { free(text) } }
    validation.error_title = texts[0]
    validation.error_message = texts[1]
    list.withUnsafeMutableBufferPointer { choices in
      if !choices.isEmpty { validation.value_list = choices.baseAddress }
      worksheet_data_validation_range(
        worksheet, Self.labelRow + 1, place, Self.labelRow + UInt32(rows), place, &validation)
    }
  }
}
