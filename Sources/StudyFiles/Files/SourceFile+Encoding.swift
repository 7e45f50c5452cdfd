extension SourceFile {
  /// A fault of the bytes and where it first occurs.
  struct EncodingFault: Equatable {
    let fault: FileFault
    let position: TextPosition?
  }

  /// What forbids reading the bytes as UTF-8 text; empty for good text.
  ///
  /// Bytes of another kind of file give one fault. Invalid bytes and control characters give one
  /// fault each, placed at the first, with the number of lines that have any.
  func encodingFaults(threads: Int = 1) -> [EncodingFault] {
    if bytes.isEmpty { return [EncodingFault(fault: .empty, position: nil)] }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return [EncodingFault(fault: .isUTF16, position: nil)]
    }
    // Old workbooks (.xls) are OLE files, new ones are ZIP archives.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    {
      return [EncodingFault(fault: .isWorkbook, position: nil)]
    }
    return SharedWork.map(count: 2, threads: threads) { number in
      number == 0 ? invalidBytes() : controlCharacters()
    }.compactMap(\.self)
  }

  private func invalidBytes() -> EncodingFault? {
    guard let first = UTF8Scan.firstInvalid(bytes, from: 0) else { return nil }
    var lines = 0
    var next: Int? = first
    while let offset = next {
      lines += 1
      guard let lineEnd = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      next = UTF8Scan.firstInvalid(bytes, from: lineEnd)
    }
    return EncodingFault(
      fault: .notUTF8(byte: bytes[first], lines: lines), position: position(ofByte: first))
  }

  private func controlCharacters() -> EncodingFault? {
    guard let first = UTF8Scan.firstControl(bytes, from: 0) else { return nil }
    var lines = 0
    var next: Int? = first
    while let offset = next {
      lines += 1
      guard let lineEnd = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      next = UTF8Scan.firstControl(bytes, from: lineEnd)
    }
    return EncodingFault(
      fault: .controlCharacter(code: UInt32(bytes[first]), lines: lines),
      position: position(ofByte: first))
  }

  /// The line and column of a byte; lines end with LF, CR LF or, where there is no LF at all, CR.
  func position(ofByte offset: Int) -> TextPosition {
    let terminator = lineTerminator
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == terminator {
      line += 1
      lineStart = index + 1
    }
    return TextPosition(line: line, column: column(ofByte: offset, lineStart: lineStart))
  }

  /// The column of a byte in the line that begins at `lineStart`, in characters from 1.
  func column(ofByte offset: Int, lineStart: Int) -> Int {
    // Every byte but the second and later ones of a character begins one.
    1 + bytes[lineStart..<max(lineStart, offset)].count { $0 & 0xC0 != 0x80 }
  }
}
