/// The records of a table of results, as Luwes writes it.
///
/// Texts come back as they stand in the file, so one that a spreadsheet would run as a formula keeps
/// the apostrophe in front.
public struct CSVRecords: Sendable {
  /// The names of the columns.
  public let header: [String]
  /// The other lines; each has as many fields as the header.
  public let rows: [[String]]

  /// Reads fields parted by commas, quoted where needed, and lines parted by CRLF or LF.
  public init(_ text: String) {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var mayClose = false
    func end() {
      record.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      if isQuoted, !mayClose {
        if byte == UInt8(ascii: "\"") { mayClose = true } else { field.append(byte) }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        // A quotation mark after one that seemed to close is a doubled one.
        if mayClose { field.append(byte) }
        isQuoted = true
        mayClose = false
      case UInt8(ascii: ","):
        end()
        (isQuoted, mayClose) = (false, false)
      case UInt8(ascii: "\r"): continue
      case UInt8(ascii: "\n"):
        end()
        records.append(record)
        record.removeAll(keepingCapacity: true)
        (isQuoted, mayClose) = (false, false)
      default: field.append(byte)
      }
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }
}
