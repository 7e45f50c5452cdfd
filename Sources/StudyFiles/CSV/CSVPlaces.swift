/// Finds the place of a field by reading its row again; used only for complaints.
struct CSVPlaces {
  let source: SourceFile
  let separator: CSVSeparator

  /// The place where a field of a row begins, counted from 0.
  func position(ofField field: Int, rowStart: Int, rowLine: Int) -> TextPosition {
    guard !source.isSheet else { return TextPosition(row: rowLine, sheetColumn: field + 1) }
    let bytes = source.bytes
    let terminator = source.lineTerminator
    var (index, line, lineStart) = (rowStart, rowLine, rowStart)
    var remaining = field
    var isQuoted = false
    while index < bytes.count, remaining > 0 {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == separator.byte, !isQuoted { remaining -= 1 }
      if byte == terminator { (line, lineStart) = (line + 1, index + 1) }
      index += 1
    }
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == 0x09 {
      index += 1
    }
    return TextPosition(line: line, column: source.column(ofByte: index, lineStart: lineStart))
  }

  /// The place of a byte in a line.
  func position(ofByte offset: Int, line: Int) -> TextPosition {
    let terminator = source.lineTerminator
    let lineStart = source.bytes[..<offset].lastIndex(of: terminator).map { $0 + 1 } ?? 0
    return TextPosition(line: line, column: source.column(ofByte: offset, lineStart: lineStart))
  }
}
