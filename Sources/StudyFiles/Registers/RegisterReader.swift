import HybridWork

/// Reads a register, and complains of what can't be read, column by column.
struct RegisterReader<Source: RegisterSource> {
  private let cells: CellReader<Source>
  private(set) var complaints: RowComplaints
  /// Where commute distances come from that the source lacks.
  var distances: DrawnDistances?
  /// How many threads read columns; nothing depends on it.
  var threads = 1

  /// Rows that hold something, and can be read as far as is known.
  private var isGood: [Bool]
  private var identifiers = RegisterIdentifiers(rows: 0)
  private var columns: [(column: RegisterColumn, values: ReadColumn)] = []

  init(
    _ source: Source, decimals: DecimalGrammar, numbering: TalentNumbering,
    complaints: RowComplaints
  ) {
    cells = CellReader(source, decimals: decimals, numbering: numbering)
    isGood = cells.isEmpty.map { !$0 }
    self.complaints = complaints
  }

  private var source: Source { cells.source }

  /// The rows that make up the population.
  var keptRows: [Int] { isGood.indices.filter { isGood[$0] } }
  /// The rows that are not empty and cannot be read.
  var badRows: [Int] { isGood.indices.filter { !isGood[$0] && !cells.isEmpty[$0] } }

  /// Reads every column the source has, and complains of what cannot be read.
  mutating func read() {
    let wanted = RegisterColumn.allCases.compactMap { column in
      source.place(of: column).map { (column: column, place: $0) }
    }
    let cells = cells
    let readings = SharedWork.map(count: wanted.count, threads: threads) {
      cells.read(wanted[$0].column, at: wanted[$0].place)
    }
    for ((column, place), (reading, faults)) in zip(wanted, readings) {
      switch reading {
      case .identifiers(let read): identifiers = read
      case .column(let values): columns.append((column, values))
      }
      complain(of: faults, in: column, at: place)
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
      rows: kept, identifiers: identifiers, columns: columns, distances: distances,
      threads: threads)
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
  private mutating func complain(
    of faults: CellReader<Source>.Faults, in column: RegisterColumn, at place: Int
  ) {
    switch faults {
    case .identifiers(let faults):
      for (row, fault) in faults {
        switch fault {
        case .blank: complain(.table(.blank), row: row, column: column)
        case .spoilt: complain(.register(.spoiltNIP), row: row, column: column)
        case .repeated(let first): complainOfRepetition(row, of: first)
        }
      }
    case .numbers(let rows):
      for row in rows {
        guard let fault = cells.numberFault(row, column, at: place) else { continue }
        complain(fault, row: row, column: column)
      }
    case .texts(let faults):
      guard !faults.isEmpty, let texts = columns.last?.values.texts else { return }
      let isForeign = faults.count > PrivateText.foreignValues
      for row in texts.indices where !cells.isEmpty[row] {
        guard let fault = faults[Int(texts[row])] else { continue }
        complain(fault, row: row, column: column, isHidden: isForeign && fault != .table(.blank))
      }
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
}
