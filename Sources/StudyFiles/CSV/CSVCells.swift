/// What was found in a table: the cells of all rows, the header first, and the faults.
///
/// Rows stand in pieces, as parsers read them.
final class CSVCells {
  /// The number of fields of the header; 0 if there is no usable header.
  let columnCount: Int
  /// The number of rows, the header among them.
  let rowCount: Int
  /// The first faults; a wrong file has one in every line.
  let faults: [CSVPiece.Fault]
  /// The number of faults beyond ``faults``.
  let furtherFaults: Int
  /// The rows that were left out because of their number of fields.
  let raggedCount: Int

  private let pieces: [CSVPiece]
  /// The first row of each piece and the lines before it.
  private let places: [(row: Int, linesBefore: Int)]

  /// The cells of pieces in the order of the file, each with the lines before it.
  init(_ parts: [(piece: CSVPiece, linesBefore: Int)]) {
    pieces = parts.map(\.piece)
    var places: [(row: Int, linesBefore: Int)] = []
    var rows = 0
    for (piece, lines) in parts {
      places.append((rows, lines))
      rows += piece.rowCount
    }
    self.places = places
    rowCount = rows
    columnCount = pieces.first?.columnCount ?? 0
    raggedCount = pieces.reduce(0) { $0 + $1.raggedCount }
    let faults = parts.flatMap { part in
      part.piece.faults.map { $0.behind(lines: part.linesBefore) }
    }
    let unkept = pieces.reduce(0) { $0 + $1.furtherFaults }
    self.faults = Array(faults.prefix(CSVPiece.faultLimit))
    furtherFaults = unkept + max(0, faults.count - CSVPiece.faultLimit)
  }

  /// The physical line in which a row begins, counted from 1.
  func line(ofRow row: Int) -> Int {
    let place = place(ofRow: row)
    return places[place].linesBefore + Int(pieces[place].rowLines[row - places[place].row])
  }

  /// The byte at which a row's line begins.
  func start(ofRow row: Int) -> Int {
    let place = place(ofRow: row)
    return Int(pieces[place].rowStarts[row - places[place].row])
  }

  /// Lends the bytes of a cell.
  func withField<Value>(
    row: Int, column: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let place = place(ofRow: row)
    let index = (row - places[place].row) * columnCount + column
    return try pieces[place].withField(index, body)
  }

  /// Lends the bytes of a column's cell in each row below the header.
  func forEachField(
    column: Int, _ body: (_ row: Int, UnsafeRawBufferPointer) -> Void
  ) {
    for (piece, place) in zip(pieces, places) {
      piece.forEachField(column: column, from: place.row == 0 ? 1 : 0) { row, bytes in
        body(place.row + row - 1, bytes)
      }
    }
  }

  /// The text of a cell.
  func text(row: Int, column: Int) -> String {
    withField(row: row, column: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The place of the piece that holds a row: the last one that begins no later.
  private func place(ofRow row: Int) -> Int {
    var (low, high) = (0, pieces.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if places[middle].row <= row { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
