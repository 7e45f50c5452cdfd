/// What one field of a workbook holds.
enum SheetCell {
  case empty
  /// A text, which a spreadsheet never runs as a formula, whatever it begins with.
  case text(String, SheetStyle = .text)
  case number(Double, SheetStyle)

  /// A number, or an empty field where there is none.
  init(_ figure: Figure?, _ style: SheetStyle) {
    self = figure.map { .number($0.value, style) } ?? .empty
  }

  /// Characters that the field takes when it is shown, about.
  var width: Int {
    switch self {
    case .empty: return 0
    case .text(let text, _):
      guard text.utf8.contains(UInt8(ascii: "\n")) else { return text.count }
      return text.split(separator: "\n").map(\.count).max() ?? 0
    case .number(let value, let style):
      let digits = String(Int64(min(abs(value), 1e15))).count
      return digits + digits / 3 + style.extraWidth
    }
  }
}

/// How a field looks.
enum SheetStyle: Int, CaseIterable {
  case text, wrapped, title, note, header
  case whole, oneDecimal, twoDecimals, plain, percent, rupiah, shade

  /// The number format in Excel's own notation; signs of thousands and decimals are the reader's.
  var numberFormat: String? {
    switch self {
    case .text, .wrapped, .title, .note, .header: nil
    case .whole: "#,##0"
    case .oneDecimal: "#,##0.0"
    case .twoDecimals: "#,##0.00"
    case .plain: "#,##0.######"
    case .percent: "0.0%"
    // Rupiah in the Indonesian form: Rp 1.250.000.
    case .rupiah: "[$Rp-421] #,##0;-[$Rp-421] #,##0"
    case .shade: "0%"
    }
  }

  /// Characters beside the digits.
  var extraWidth: Int {
    switch self {
    case .rupiah: 5
    case .twoDecimals, .oneDecimal, .percent: 4
    case .plain: 7
    default: 1
    }
  }
}
