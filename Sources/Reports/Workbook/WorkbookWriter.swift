import CXLSXWriter
import Foundation

/// Writes tables as the sheets of an Excel workbook, through libxlsxwriter.
///
/// Equal tables give equal bytes: the date of creation is fixed.
final class WorkbookWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [UnsafeMutablePointer<lxw_format>?] = []
  private var verdictFormats: [(word: String, format: UnsafeMutablePointer<lxw_format>?)] = []
  private let footer: String

  /// A workbook to be written at a path; nil when the library can't begin one.
  ///
  /// - Parameters:
  ///   - path: Where the file will be.
  ///   - title: The title in the document's properties.
  ///   - stamp: What each printed page says at its foot.
  init?(path: String, title: String, stamp: String) {
    guard let workbook = workbook_new(path) else { return nil }
    self.workbook = workbook
    // An ampersand would begin a code of the footer.
    footer = "&L&8\(stamp.replacing("&", with: "&&").prefix(200))&R&8&P/&N"
    var properties = lxw_doc_properties()
    // 1 January 2000: the hour of writing would change the bytes of each run.
    properties.created = 946_684_800
    title.withCString { title in
      properties.title = UnsafeMutablePointer(mutating: title)
      workbook_set_properties(workbook, &properties)
    }
    formats = SheetStyle.allCases.map { Self.format($0, workbook) }
  }

  private static func format(
    _ style: SheetStyle, _ workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(workbook)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if let notation = style.numberFormat { format_set_num_format(format, notation) }
    if ![.title, .note, .header, .shade].contains(style) {
      format_set_bottom(format, UInt8(LXW_BORDER_HAIR.rawValue))
      format_set_bottom_color(format, 0x8A97A6)
    }
    switch style {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
      format_set_font_color(format, 0x0B4F6C)
    case .note:
      format_set_font_color(format, 0x4D5A6A)
      format_set_font_size(format, 9)
    case .header:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, 0x0B4F6C)
      format_set_font_color(format, 0xFFFFFF)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xD5DBE3)
    case .wrapped:
      format_set_text_wrap(format)
      format_set_indent(format, 1)
    case .text: format_set_indent(format, 1)
    case .shade: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    default: break
    }
    return format
  }

  private func format(_ style: SheetStyle) -> UnsafeMutablePointer<lxw_format>? {
    formats[style.rawValue]
  }

  /// Colours the words of verdicts: good, doubtful, bad.
  func setVerdicts(safe: String, watch: String, refuse: String) {
    let colours: [(String, ink: lxw_color_t, ground: lxw_color_t)] = [
      (safe, 0x14693C, 0xE3F4EA), (watch, 0x7A4B00, 0xFDF0D5), (refuse, 0xA01C1C, 0xFBE6E4),
    ]
    verdictFormats = colours.map { word, ink, ground in
      let format = workbook_add_format(workbook)
      format_set_bold(format)
      format_set_font_color(format, ink)
      format_set_bg_color(format, ground)
      return (word, format)
    }
  }

  /// Adds a sheet.
  func add(_ table: SheetTable) {
    guard let sheet = workbook_add_worksheet(workbook, table.name) else { return }
    let last = table.headerLine + table.rows.count
    let lastColumn = UInt16(max(table.header.count, 1) - 1)
    write(.text(table.title, .title), sheet, 0, 0)
    for (line, note) in table.notes.enumerated() { write(.text(note, .note), sheet, line + 1, 0) }
    for (column, name) in table.header.enumerated() {
      write(.text(name, .header), sheet, table.headerLine, column)
      worksheet_set_column(
        sheet, UInt16(column), UInt16(column), table.width(column), nil)
    }
    let heading = table.header.map { SheetCell.text($0, .header) }
    if let height = table.height(of: heading) {
      worksheet_set_row(sheet, UInt32(table.headerLine), height, nil)
    }
    for (place, row) in table.rows.enumerated() {
      if let height = table.height(of: row) {
        worksheet_set_row(sheet, UInt32(table.headerLine + 1 + place), height, nil)
      }
      for (column, cell) in row.enumerated() {
        write(cell, sheet, table.headerLine + 1 + place, column)
      }
    }
    worksheet_freeze_panes(
      sheet, UInt32(table.headerLine + 1), UInt16(table.frozenColumns))
    if !table.rows.isEmpty {
      worksheet_autofilter(
        sheet, UInt32(table.headerLine), 0, UInt32(last), lastColumn)
    }
    setUpPrint(sheet, table, last: last, lastColumn: lastColumn)
    addConditions(sheet, table, last: last)
    if let chart = table.chart { add(chart, of: table, last: last) }
    let corner = Self.column(Int(lastColumn))
    workbook_define_name(
      workbook, table.rangeName,
      "='\(table.name)'!$A$\(table.headerLine + 1):$\(corner)$\(last + 1)")
  }

  /// Writes the file.
  ///
  /// - Returns: What went wrong, or nil.
  func close() -> String? {
    let failure = workbook_close(workbook)
    guard failure != LXW_NO_ERROR else { return nil }
    return lxw_strerror(failure).map { String(cString: $0) } ?? "libxlsxwriter \(failure.rawValue)"
  }

  private func write(
    _ cell: SheetCell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ line: Int, _ column: Int
  ) {
    switch cell {
    case .empty: return
    case .text(let text, let style):
      worksheet_write_string(
        sheet, UInt32(line), UInt16(column), Self.clean(text), format(style))
    case .number(let value, let style):
      guard value.isFinite else { return }
      worksheet_write_number(sheet, UInt32(line), UInt16(column), value, format(style))
    }
  }

  /// A text that Excel takes: no control characters, no more than a field holds.
  private static func clean(_ text: String) -> String {
    if text.utf8.count <= 16_000, text.utf8.allSatisfy({ $0 >= 0x20 }) { return text }
    let kept = text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
    // Excel counts UTF-16 units; 32,767 is the most.
    return String(String(String.UnicodeScalarView(kept)).prefix(16_000))
  }

  private func setUpPrint(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ table: SheetTable, last: Int,
    lastColumn: UInt16
  ) {
    let head = UInt32(table.headerLine)
    sheet.setUpPrint(head: head...head)
    worksheet_print_area(sheet, 0, 0, UInt32(last), lastColumn)
    worksheet_set_footer(sheet, footer)
  }

  private func addConditions(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ table: SheetTable, last: Int
  ) {
    guard !table.rows.isEmpty else { return }
    let first = UInt32(table.headerLine + 1)
    if let columns = table.shadedColumns, !columns.isEmpty {
      var scale = lxw_conditional_format()
      scale.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
      (scale.min_rule_type, scale.min_value) = (
        UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue), 0.5
      )
      (scale.mid_rule_type, scale.mid_value) = (
        UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue), 0.9
      )
      (scale.max_rule_type, scale.max_value) = (UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue), 1)
      (scale.min_color, scale.mid_color, scale.max_color) = (0xE2703A, 0xFBE3B5, 0xE6F0F6)
      worksheet_conditional_format_range(
        sheet, first, UInt16(columns.lowerBound), UInt32(last), UInt16(columns.upperBound - 1),
        &scale)
    }
    guard let column = table.verdictColumn else { return }
    for verdict in verdictFormats {
      verdict.word.withCString { word in
        var condition = lxw_conditional_format()
        condition.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
        condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH.rawValue)
        condition.value_string = UnsafeMutablePointer(mutating: word)
        condition.format = verdict.format
        worksheet_conditional_format_range(
          sheet, first, UInt16(column), UInt32(last), UInt16(column), &condition)
      }
    }
  }

  /// Adds a chart as a sheet of its own, which prints on one page.
  private func add(_ chart: SheetChart, of table: SheetTable, last: Int) {
    let first = table.headerLine + 1 + chart.skipped
    guard first <= last, let sheet = workbook_add_chartsheet(workbook, chart.sheetName),
      let drawing = workbook_add_chart(workbook, UInt8(LXW_CHART_LINE.rawValue))
    else { return }
    func range(_ column: Int) -> String {
      let letter = Self.column(column)
      return "='\(table.name)'!$\(letter)$\(first + 1):$\(letter)$\(last + 1)"
    }
    // No dashes: libxlsxwriter 1.1.4 writes them by names that the format does not have.
    let parts = [
      (chart.low, chart.labels.low, LXW_CHART_MARKER_CIRCLE, UInt8(4)),
      (chart.mean, chart.labels.mean, LXW_CHART_MARKER_DIAMOND, UInt8(9)),
      (chart.high, chart.labels.high, LXW_CHART_MARKER_CIRCLE, UInt8(4)),
    ]
    for (column, label, marker, size) in parts {
      let series = chart_add_series(drawing, range(chart.names), range(column))
      chart_series_set_name(series, label)
      var line = lxw_chart_line()
      line.none = 1
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(marker.rawValue))
      chart_series_set_marker_size(series, size)
      var fill = lxw_chart_fill()
      fill.color = 0x0B4F6C
      chart_series_set_marker_fill(series, &fill)
      var edge = lxw_chart_line()
      edge.color = 0x0B4F6C
      chart_series_set_marker_line(series, &edge)
    }
    chart_set_high_low_lines(drawing, nil)
    chart_title_set_name(drawing, chart.title)
    chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    if let notation = chart.style.numberFormat {
      chart_axis_set_num_format(drawing.pointee.y_axis, notation)
    }
    chartsheet_set_chart(sheet, drawing)
    chartsheet_set_landscape(sheet)
    chartsheet_set_paper(sheet, 9)
    chartsheet_set_footer(sheet, footer)
  }

  /// The letters of a column counted from 0.
  private static func column(_ place: Int) -> String {
    var (letters, rest) = ("", place + 1)
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(65 + digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
