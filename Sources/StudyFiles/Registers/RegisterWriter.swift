public import Populations

/// Writes made-up registers as files that Luwes can read, and what they rest on as text.
public enum RegisterWriter {
  /// A register as CSV (RFC 4180, lines end with CR LF), with the columns' own names as header.
  public static func csv(_ register: SyntheticRegister) -> String { csv(register.columns) }

  /// Columns of equal length as CSV, with their names as header.
  public static func csv(_ columns: [SyntheticRegister.Column]) -> String {
    var text = columns.map { field($0.name) }.joined(separator: ",") + "\r\n"
    for person in 0..<(columns.first?.values.count ?? 0) {
      for (index, column) in columns.enumerated() {
        if index > 0 { text += "," }
        text += field(column.values[person])
      }
      text += "\r\n"
    }
    return text
  }

  /// Rows of texts as CSV, the header among them; `mark` parts fields.
  static func csv(_ rows: [[String]], mark: String = ",") -> String {
    rows.map { $0.map(field).joined(separator: mark) + "\r\n" }.joined()
  }

  static func field(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\"")
        && byte >= UInt8(ascii: " ")
    }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
