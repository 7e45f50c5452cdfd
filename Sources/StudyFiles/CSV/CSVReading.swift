import Glibc

/// The reading of a table on several threads, to the very rows and faults of one parser.
///
/// Whether a line begins a row is known only when all before it is read, since it may stand within quotation
/// marks. So stretches of the file are read as if each began a row. A stretch counts if the reading of what
/// stands before ends where it begins; otherwise what was read of it is given up, and the file is read on
/// until a row ends at the beginning of another.
struct CSVReading {
  /// A byte of the file at which a row begins, and the lines before it.
  struct Place: Equatable {
    let byte: Int
    let linesBefore: Int
  }

  private let source: SourceFile
  private let separator: CSVSeparator
  private let threads: TableThreads
  private let memory: CSVMemory

  /// The reading of a file.
  init(_ source: SourceFile, separator: CSVSeparator, threads: TableThreads) {
    self.source = source
    self.separator = separator
    self.threads = threads
    memory = CSVMemory(byteCount: source.bytes.count)
  }

  /// Reads the whole file.
  func cells() -> CSVCells {
    let count = source.bytes.count
    let isShared = threads.count > 1 && count > threads.stretchBytes
    let head = parser(from: 0, upTo: isShared ? 0 : count, columnCount: 0)
    var place = head.read(upTo: count) { _ in isShared && head.piece.columnCount > 0 }
    var parts = [(piece: head.piece, linesBefore: 0)]
    let starts = starts(from: place.byte)
    let stretches = SharedWork.map(count: starts.count, threads: threads.count) { number in
      let end = number + 1 < starts.count ? starts[number + 1] : count
      let parser = parser(
        from: starts[number], upTo: end, columnCount: head.piece.columnCount)
      return (piece: parser.piece, end: parser.read(upTo: end))
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(starts, starts.indices))
    while place.byte < count {
      let read: (piece: CSVPiece, end: Place)
      if let number = numbers[place.byte], stretches[number].end.byte > place.byte {
        read = stretches[number]
      } else {
        let parser = parser(
          from: place.byte, upTo: min(place.byte + threads.stretchBytes, count),
          columnCount: head.piece.columnCount)
        read = (parser.piece, parser.read(upTo: count) { numbers[$0] != nil })
      }
      parts.append((read.piece, place.linesBefore))
      place = Place(
        byte: read.end.byte, linesBefore: place.linesBefore + read.end.linesBefore)
    }
    return CSVCells(parts)
  }

  private func parser(from start: Int, upTo end: Int, columnCount: Int) -> CSVParser {
    let piece = CSVPiece(
      memory, from: start, byteCount: end - start, columnCount: columnCount)
    return CSVParser(source, separator: separator, from: start, into: piece)
  }

  /// The first bytes of lines, a stretch apart, from one of them to the end of the file.
  private func starts(from first: Int) -> [Int] {
    let bytes = source.bytes
    var starts: [Int] = []
    var start = first
    while start < bytes.count {
      starts.append(start)
      let reach = start + threads.stretchBytes - 1
      guard reach < bytes.count, let base = bytes.baseAddress,
        let end = memchr(base + reach, Int32(source.lineTerminator), bytes.count - reach)
      else { break }
      start = UnsafeRawPointer(end) - base + 1
    }
    return starts
  }
}
