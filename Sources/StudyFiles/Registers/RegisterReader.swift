import HybridWork

/// Reads the cells of a register by column.
struct RegisterReader<Source: RegisterSource> {
  let source: Source
  let decimals: DecimalGrammar
  let numbering: TalentNumbering
  private(set) var complaints: RowComplaints
  /// Where commute distances come from that the source lacks.
  var distances: DrawnDistances?

  /// Rows that hold something, and can be read as far as is known.
  private(set) var isGood: [Bool] = []
  /// Rows of which every cell is blank; they are no people.
  private(set) var isEmpty: [Bool] = []
  private var identifiers = ByteTable()
  private var identifierRows: [UInt32] = []
  private var columns: [(column: RegisterColumn, values: ReadColumn)] = []

  init(
    _ source: Source, decimals: DecimalGrammar, numbering: TalentNumbering,
    complaints: RowComplaints
  ) {
    self.source = source
    self.decimals = decimals
    self.numbering = numbering
    self.complaints = complaints
  }

  /// The rows that make up the population.
  var keptRows: [Int] { isGood.indices.filter { isGood[$0] } }
  /// The rows that are not empty and cannot be read.
  var badRows: [Int] { isGood.indices.filter { !isGood[$0] && !isEmpty[$0] } }

  /// Reads every column the source has, and complains of what cannot be read.
  mutating func read() {
    isEmpty = emptyRows()
    isGood = isEmpty.map { !$0 }
    readIdentifiers()
    for column in RegisterColumn.allCases where column != .identifier {
      guard let place = source.place(of: column) else { continue }
      columns.append((column, values(of: column, at: place)))
    }
  }

  /// What was read, which no longer needs the source; columns with too many different values are
  /// reported.
  func register() -> ReadRegister {
    let kept = keptRows
    for (column, read) in columns
    where column != .unit && read.levelCount(ofRows: kept) > ReadColumn.valueLimit {
      let fault = RegisterFault.tooManyValues(limit: ReadColumn.valueLimit)
      complaints.log.add(
        source.diagnostic(.register(fault), row: 0, column: column, severity: .error))
    }
    return ReadRegister(
      rows: kept, identifiers: identifiers, identifierRows: identifierRows, columns: columns,
      distances: distances)
  }

  private func emptyRows() -> [Bool] {
    let places = RegisterColumn.allCases.compactMap { source.place(of: $0) }
    return (0..<source.rowCount).map { row in
      places.allSatisfy { place in
        source.withCell(row, at: place) { CellText.trimmed($0).isEmpty }
      }
    }
  }

  private mutating func complain(
    _ problem: Problem, row: Int, column: RegisterColumn, isHidden: Bool = false
  ) {
    isGood[row] = false
    let (source, severity) = (source, complaints.severity)
    let kind = SkippedRows.Kind(problem)
    complaints.remember(kind, column: column, row: row)
    complaints.add(kind, column: column) {
      source.diagnostic(
        isHidden
          ? .register(.valueNotShown(column))
          : Self.shown(problem, row: row, column: column, of: source),
        row: row, column: column, severity: severity)
    }
  }

  /// What may be said of a cell: not its value, where that may tell who somebody is.
  private static func shown(
    _ problem: Problem, row: Int, column: RegisterColumn, of source: Source
  ) -> Problem {
    guard let place = source.place(of: column) else { return problem }
    let text = source.withCell(row, at: place) { String(decoding: $0, as: UTF8.self) }
    return PrivateText.isLikely(text, in: problem) ? .register(.valueNotShown(column)) : problem
  }
}

extension RegisterReader {
  private mutating func readIdentifiers() {
    identifierRows = Array(repeating: 0, count: source.rowCount)
    identifiers = ByteTable(expected: source.rowCount)
    guard let place = source.place(of: .identifier) else { return }
    var firstRows: [Int] = []
    for row in 0..<source.rowCount where !isEmpty[row] {
      switch identifier(row, at: place) {
      case .blank: complain(.table(.blank), row: row, column: .identifier)
      // What the grammar refuses may still show who it is, so that its fault is not passed on.
      case .spoilt: complain(.register(.spoiltNIP), row: row, column: .identifier)
      case .text(let index):
        identifierRows[row] = UInt32(index)
        if index == firstRows.count {
          firstRows.append(row)
        } else {
          complainOfRepetition(row, of: firstRows[index])
        }
      }
    }
  }

  private enum Identifier {
    case blank, spoilt
    case text(Int)
  }

  private mutating func identifier(_ row: Int, at place: Int) -> Identifier {
    source.withCell(row, at: place) { cell in
      let bytes = CellText.trimmed(cell)
      if bytes.isEmpty { return .blank }
      if RegisterGrammar.isPlainIdentifier(bytes) {
        return .text(identifiers.index(of: bytes))
      }
      guard var text = try? RegisterGrammar.identifier(String(decoding: bytes, as: UTF8.self))
      else { return .spoilt }
      return text.withUTF8 { .text(identifiers.index(of: UnsafeRawBufferPointer($0))) }
    }
  }

  /// Complains of an identifier that occurs again; none of its rows can be trusted then.
  private mutating func complainOfRepetition(_ row: Int, of first: Int) {
    if isGood[first] {
      isGood[first] = false
      complaints.remember(.duplicateIdentifier, column: .identifier, row: first)
      if complaints.treatment == .skip {
        complaints.addUnseen(1, kind: .duplicateIdentifier, column: .identifier)
      }
    }
    isGood[row] = false
    complaints.remember(.duplicateIdentifier, column: .identifier, row: row)
    let (source, severity) = (source, complaints.severity)
    complaints.add(.duplicateIdentifier, column: .identifier) {
      source.diagnostic(
        .register(.identifierTwice(firstLine: source.line(ofRow: first))), row: row,
        column: .identifier, severity: severity)
    }
  }

  private mutating func values(of column: RegisterColumn, at place: Int) -> ReadColumn {
    let values = RegisterValues(column: column, decimals: decimals, numbering: numbering)
    switch column.kind {
    case .number: return .number(numbers(values, at: place))
    case .flag:
      let (rows, meanings) = meanings(column, at: place, blank: ColumnValues.Flag.unknown) {
        text throws(Problem) in try values.flag(text)
      }
      return .flag(rows: rows, meanings: meanings)
    case .date:
      let (rows, meanings) = meanings(column, at: place, blank: Int32.min) {
        text throws(Problem) in try values.date(text)
      }
      return .date(rows: rows, meanings: meanings)
    case .category, .text:
      let (rows, meanings) = meanings(column, at: place, blank: String?.none) {
        text throws(Problem) in try values.category(text)
      }
      return .category(rows: rows, meanings: meanings)
    }
  }

  private mutating func numbers(_ values: RegisterValues, at place: Int) -> [Double] {
    var numbers = [Double](repeating: .nan, count: source.rowCount)
    for row in numbers.indices where !isEmpty[row] {
      let fault: Problem? = source.withCell(row, at: place) { cell in
        let bytes = CellText.trimmed(cell)
        guard !bytes.isEmpty else { return values.column.isRequired ? .table(.blank) : nil }
        do throws(Problem) {
          numbers[row] = try values.number(bytes)
          return nil
        } catch {
          return error
        }
      }
      if let fault { complain(fault, row: row, column: values.column) }
    }
    return numbers
  }

  /// Reads each different text of a column once.
  private mutating func meanings<Meaning>(
    _ column: RegisterColumn, at place: Int, blank: Meaning,
    _ read: (String) throws(Problem) -> Meaning
  ) -> (rows: [UInt32], meanings: [Meaning]) {
    var texts = ByteTable()
    var rows = [UInt32](repeating: 0, count: source.rowCount)
    for row in rows.indices {
      source.withCell(row, at: place) {
        rows[row] = UInt32(texts.index(of: CellText.trimmed($0)))
      }
    }
    var faults: [Int: Problem] = [:]
    let meanings = (0..<texts.count).map { index in
      let text = texts.text(index)
      guard !text.isEmpty else {
        if column.isRequired { faults[index] = .table(.blank) }
        return blank
      }
      do throws(Problem) {
        return try read(text)
      } catch {
        faults[index] = error
        return blank
      }
    }
    guard !faults.isEmpty else { return (rows, meanings) }
    let isForeign = faults.count > PrivateText.foreignValues
    for row in rows.indices where !isEmpty[row] {
      guard let fault = faults[Int(rows[row])] else { continue }
      complain(fault, row: row, column: column, isHidden: isForeign && fault != .table(.blank))
    }
    return (rows, meanings)
  }
}
