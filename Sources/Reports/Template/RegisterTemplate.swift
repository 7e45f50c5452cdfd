import CXLSXWriter
import Foundation
public import HybridWork

/// `isian-pegawai.xlsx`: an empty register as a workbook, with drop-downs, ranges and notes, which
/// `register:` of a study reads as it is once people are filled in.
public struct RegisterTemplate: Sendable {
  /// What keeps the workbook from being written.
  public enum Failure: Error, Equatable {
    /// The library refused, in its own words.
    case refused(String)
  }

  /// The rows below the head that have drop-downs.
  public static let rowCount = 20_000
  /// The head's row, counted from 0: a title and a note stand above it.
  private static let headRow: UInt32 = 3
  private static let columns = RegisterColumn.allCases.filter { !$0.isDerived }

  private let language: Language

  /// The template in a language; its headers are Luwes' own in both.
  public init(language: Language) { self.language = language }

  /// Writes the workbook; the same language gives the same bytes.
  ///
  /// - Parameter path: Where to; a file there is replaced.
  /// - Throws: ``Failure/refused(_:)``.
  public func write(to path: String) throws(Failure) {
    guard let workbook = workbook_new(path) else { throw .refused("workbook_new") }
    var properties = lxw_doc_properties()
    // 1 January 2000: the hour of writing would change the bytes.
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
    guard let people = workbook_add_worksheet(workbook, choose("Pegawai", "Staff")),
      let guide = workbook_add_worksheet(workbook, choose("Petunjuk", "Guide"))
    else { throw .refused("workbook_add_worksheet") }
    let formats = Formats(workbook)
    fill(people, formats)
    explain(guide, formats)
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw .refused(String(cString: lxw_strerror(code))) }
  }

  private func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  private struct Formats {
    let title, needed, other, text, date, wrapped: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      func header(_ ground: lxw_color_t) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(workbook)
        format_set_bold(format)
        format_set_font_color(format, 0xFFFFFF)
        format_set_bg_color(format, ground)
        return format
      }
      title = workbook_add_format(workbook)
      format_set_bold(title)
      format_set_font_size(title, 14)
      needed = header(0x0B4F6C)
      other = header(0x5A6B7B)
      text = workbook_add_format(workbook)
      // A text, so that no digit of an identifier is lost.
      format_set_num_format(text, "@")
      date = workbook_add_format(workbook)
      format_set_num_format(date, "yyyy-mm-dd")
      wrapped = workbook_add_format(workbook)
      format_set_text_wrap(wrapped)
    }
  }

  private func fill(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
    worksheet_write_string(
      sheet, 0, 0, choose("Isian daftar pegawai", "Staff register to fill in"), formats.title)
    worksheet_write_string(
      sheet, 1, 0,
      choose(
        "Satu baris satu orang. Kolom biru tua wajib diisi. Jangan ubah baris judul kolom. Data pribadi: "
          + "simpan di luar kendali versi.",
        "One row a person. Dark blue columns must be filled. Leave the row of headers as it is. Personal "
          + "data: keep it out of version control."), nil)
    for (place, column) in Self.columns.enumerated() {
      let place = UInt16(place)
      let format: UnsafeMutablePointer<lxw_format>? =
        switch column.kind {
        case .number: nil
        case .date: formats.date
        case .text, .category, .flag: formats.text
        }
      worksheet_set_column(sheet, place, place, 18, format)
      worksheet_write_string(
        sheet, Self.headRow, place, column.rawValue,
        column.isRequired ? formats.needed : formats.other)
      worksheet_write_comment(sheet, Self.headRow, place, column.hint[language])
      restrict(sheet, place, column)
    }
    worksheet_freeze_panes(sheet, Self.headRow + 1, 2)
    sheet.setUpPrint(head: Self.headRow...Self.headRow)
  }

  /// Lets the cells of a column take only what Luwes reads, and says so when one is chosen.
  private func restrict(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ place: UInt16, _ column: RegisterColumn
  ) {
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    var list: [UnsafeMutablePointer<CChar>?] = []
    if let choices = column.choices(in: language) {
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
      list = choices.map { strdup($0) } + [nil]
    } else if case .number(let range) = column.kind {
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = range.lowerBound
      validation.maximum_number = range.upperBound
    } else {
      validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
    // A title has 32 characters at most, a message 255.
    let texts: [UnsafeMutablePointer<CChar>?] = [
      strdup(String(column.rawValue.prefix(32))), strdup(String(column.hint[language].prefix(255))),
    ]
    defer { for text in texts + list { free(text) } }
    validation.input_title = texts[0]
    validation.input_message = texts[1]
    validation.error_title = texts[0]
    validation.error_message = texts[1]
    list.withUnsafeMutableBufferPointer { choices in
      if !choices.isEmpty { validation.value_list = choices.baseAddress }
      worksheet_data_validation_range(
        sheet, Self.headRow + 1, place, Self.headRow + UInt32(Self.rowCount), place, &validation)
    }
  }

  private func explain(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
    worksheet_set_column(sheet, 0, 0, 22, nil)
    worksheet_set_column(sheet, 1, 1, 70, formats.wrapped)
    worksheet_set_column(sheet, 2, 2, 60, formats.wrapped)
    worksheet_set_column(sheet, 3, 3, 12, nil)
    let head = [
      choose("Kolom", "Column"), choose("Isi", "What it is"), choose("Pilihan", "Choices"),
      choose("Wajib", "Needed"),
    ]
    for (place, name) in head.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(place), name, formats.needed)
    }
    for (line, column) in Self.columns.enumerated() {
      let row = UInt32(line + 1)
      worksheet_write_string(sheet, row, 0, column.rawValue, nil)
      worksheet_write_string(sheet, row, 1, column.hint[language], nil)
      worksheet_write_string(
        sheet, row, 2, column.choices(in: language)?.joined(separator: ", ") ?? "", nil)
      worksheet_write_string(
        sheet, row, 3, column.isRequired ? choose("ya", "yes") : choose("tidak", "no"), nil)
    }
  }
}
