import Foundation

/// Rows as RFC 4180 text, safe to open in a spreadsheet.
struct CSVText {
  private(set) var text = ""

  init(header: [String]) { add(header) }

  /// Adds one row of texts and numbers already written out.
  mutating func add(_ fields: [String]) {
    text += fields.map(Self.field).joined(separator: ",") + "\r\n"
  }

  /// A number with ten significant digits, empty where it is not defined.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    if value == 0 { return "0" }
    if value == value.rounded() && abs(value) < 1e10 { return String(Int64(value)) }
    return String(format: "%.10g", value)
  }

  /// Quotes a field where needed; a text that a spreadsheet would run as a formula gets an
  /// apostrophe in front.
  private static func field(_ field: String) -> String {
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
