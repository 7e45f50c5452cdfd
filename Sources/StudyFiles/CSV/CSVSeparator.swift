/// The sign between the fields of a table.
package enum CSVSeparator: Equatable, Sendable {
  case comma
  case semicolon

  var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ";") }

  /// The sign that stands more often in a header line, outside quotation marks; a comma in doubt.
  static func detected(inHeader line: Slice<UnsafeRawBufferPointer>) -> Self {
    var isQuoted = false
    var balance = 0
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: ";") { balance += 1 }
      if byte == UInt8(ascii: ",") { balance -= 1 }
    }
    return balance > 0 ? .semicolon : .comma
  }
}
