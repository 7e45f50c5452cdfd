import CNumberText
import Foundation

/// Rows as RFC 4180 text, safe to open in a spreadsheet.
struct CSVText {
  private(set) var text = ""

  init(header: [String]) { add(header) }

  /// Adds one row of texts and numbers already written out.
  mutating func add(_ fields: [String]) {
    for (place, field) in fields.enumerated() {
      if place > 0 { text += "," }
      text += Self.isPlain(field) ? field : Self.quoted(field)
    }
    text += "\r\n"
  }

  /// A number with ten significant digits, empty where it is not defined.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    if value == 0 { return "0" }
    if value == value.rounded() && abs(value) < 1e10 { return String(Int64(value)) }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { digits in
      guard let first = digits.baseAddress else { return "" }
      _ = luwes_print_general(first, digits.count, 10, value)
      return String(cString: first)
    }
  }

  /// Whether a field can be written as it is: neither a formula nor in need of quotes.
  ///
  /// Files have hundreds of thousands of fields, nearly all of them plain.
  private static func isPlain(_ field: String) -> Bool {
    var isFirst = true
    for byte in field.utf8 {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13: return false
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9:
        if isFirst { return false }
      default: break
      }
      isFirst = false
    }
    return true
  }

  /// Quotes a field where needed; a text that a spreadsheet would run as a formula gets an
  /// apostrophe in front.
  private static func quoted(_ field: String) -> String {
    var safe = field
    if let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(field) == nil
    {
      safe = "'" + field
    }
    guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
