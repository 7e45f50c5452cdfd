/// Reports what is wrong with the form of a table.
struct CSVFaults {
  let source: SourceFile
  let separator: CSVSeparator
  let log: DiagnosticLog

  /// Reports the faults the parser met.
  func report(_ cells: CSVCells) {
    if cells.columnCount == 0, cells.faults.isEmpty { add(.file(.empty), nil) }
    if reportHeaderUnlikeRows(cells) { return }
    let places = CSVPlaces(source: source, separator: separator)
    for fault in cells.faults {
      guard let field = fault.field else {
        add(.table(fault.fault), places.position(ofByte: fault.offset, line: fault.line))
        continue
      }
      add(
        .table(fault.fault),
        places.position(ofField: field, rowStart: fault.offset, rowLine: fault.line))
    }
    log.addFurtherErrors(cells.furtherFaults, in: source.name)
  }

  /// Reports once, instead of for every row, that the first line is not the header of the rows.
  private func reportHeaderUnlikeRows(_ cells: CSVCells) -> Bool {
    guard cells.rowCount == 1, cells.raggedCount > 1 else { return false }
    var counts: Set<Int> = []
    for fault in cells.faults {
      guard case .raggedRow(let fields, _, _) = fault.fault else { return false }
      counts.insert(fields)
    }
    guard let fields = counts.first, counts.count == 1 else { return false }
    add(
      .table(.headerUnlikeRows(header: cells.columnCount, fields: fields)),
      TextPosition(line: cells.line(ofRow: 0), column: 1))
    return true
  }

  /// Reports columns without a name and names that occur twice.
  func reportHeader(_ header: [String], line: Int, start: Int) {
    let places = CSVPlaces(source: source, separator: separator)
    let position = { places.position(ofField: $0, rowStart: start, rowLine: line) }
    let empty = header.indices.filter { header[$0].isEmpty }
    if let first = empty.first {
      add(.table(.emptyHeader(firstColumn: first + 1, count: empty.count)), position(first))
    }
    var columns: [String: Int] = [:]
    for (column, name) in header.enumerated() where !name.isEmpty {
      if let first = columns[name] {
        add(.table(.duplicateHeader(name: name, firstColumn: first + 1)), position(column))
      } else {
        columns[name] = column
      }
    }
  }

  private func add(_ problem: Problem, _ position: TextPosition?) {
    log.add(Diagnostic(problem, file: source.name, at: position))
  }
}
