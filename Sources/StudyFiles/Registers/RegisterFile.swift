import HybridWork

/// Reads the staff register an agency exports.
///
/// No complaint shows an identifier. Columns of the file that Luwes does not know are ignored, and
/// so are rows in which every cell is blank.
public struct RegisterFile {
  /// Reads the register at `path`, called `name` in complaints.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: What complaints call it.
  ///   - mapping: How the file's headers and values map to Luwes' columns.
  ///   - threads: How many threads read; nothing depends on it.
  ///   - log: Hears everything that is wrong with the file.
  /// - Returns: The people, or nil if the log has an error about the file.
  public static func load(
    path: String, name: String, mapping: RegisterMapping, threads: Int = 1, log: DiagnosticLog
  ) -> RegisterContents? {
    do throws(FileFault) {
      let source = try SourceFile.table(
        path: path, name: name, decimalComma: mapping.decimalComma)
      return read(source, mapping: mapping, threads: TableThreads(threads), log: log)
    } catch {
      log.add(Diagnostic(.file(error), file: name))
      return nil
    }
  }

  /// Reads a register that is already in memory.
  package static func read(
    _ source: consuming SourceFile, mapping: RegisterMapping,
    threads: TableThreads = TableThreads(1), log: DiagnosticLog
  ) -> RegisterContents? {
    var file = RegisterFile(name: source.name, mapping: mapping, log: log)
    file.threads = threads
    guard let found = file.rows(of: consume source), let people = found.register.population()
    else { return nil }
    return RegisterContents(population: people, skipped: found.skipped, records: found.records)
  }

  /// What was read of the rows, which lives on without the file's bytes.
  private struct Rows {
    let register: ReadRegister
    let skipped: SkippedRows
    let records: SkippedRecords?
  }

  private mutating func rows(of source: consuming SourceFile) -> Rows? {
    let formLog = DiagnosticLog(limitPerFile: 1000)
    let table = CSVTable(copy source, threads: threads, log: formLog)
    if let table, reportsNoHeader(table) { return nil }
    reportForm(formLog.diagnostics)
    return table.flatMap { rows(of: $0, in: source) }
  }

  let name: String
  let mapping: RegisterMapping
  let log: DiagnosticLog
  private var threads = TableThreads(1)
  private var complaints: RowComplaints
  /// The rows that are not in the table, and the lines of those that are known.
  private var formFaults = (rows: 0, lines: [ClosedRange<Int>]())
  private var hasErrors = false

  private init(name: String, mapping: RegisterMapping, log: DiagnosticLog) {
    self.name = name
    self.mapping = mapping
    self.log = log
    complaints = RowComplaints(
      treatment: mapping.onBadRow, log: log, keepsRows: mapping.keepsSkippedRows)
  }

  /// Passes on complaints about the form of the table, as far as they matter for a register.
  private mutating func reportForm(_ diagnostics: [Diagnostic]) {
    let columns = RegisterColumn.allCases.filter { !$0.isDerived }
    let headers = columns.map(mapping.header)
    for diagnostic in diagnostics {
      switch diagnostic.problem {
      case .table(.emptyHeader): continue
      case .table(.duplicateHeader(let name, _)) where !headers.contains(name): continue
      case .table(.raggedRow), .table(.strayQuote), .table(.unclosedQuote):
        formFaults.rows += 1
        if let line = diagnostic.line { formFaults.lines.append(line...diagnostic.lastLine(line)) }
        let severity = complaints.severity
        complaints.add(.form, column: nil) {
          let position = diagnostic.line.map { TextPosition(line: $0, column: diagnostic.column) }
          return Diagnostic(diagnostic.problem, severity: severity, file: name, at: position)
        }
      case .file(.furtherFaults(let count)):
        formFaults.rows += count
        complaints.addUnseen(count, kind: .form)
      default:
        hasErrors = true
        log.add(diagnostic)
      }
    }
  }

  private mutating func rows(of table: CSVTable, in source: SourceFile) -> Rows? {
    guard let places = places(in: table) else { return nil }
    var reader = RegisterReader(
      TableSource(table: table, places: places),
      decimals: DecimalGrammar(mark: mapping.decimalComma ? .comma : .point),
      numbering: mapping.talentNumbering, complaints: complaints)
    reader.distances = mapping.distances
    reader.threads = threads.count
    reader.read()
    reader.complaints.reportFurtherRows()
    if mapping.onBadRow == .fail && !reader.complaints.isEmpty { return nil }
    let bad = reader.badRows
    let skipped = SkippedRows(
      count: bad.count + formFaults.rows, reasons: reader.complaints.reasons,
      lines: (bad.map { table.line(ofRow: $0) } + formFaults.lines.map(\.lowerBound)).sorted())
    report(skipped, kept: reader.keptRows.count)
    guard !hasErrors else { return nil }
    let records = reader.complaints.faultsByRow.map { faults in
      SkippedRecords(
        table: table, rows: bad.map { ($0, faults[$0] ?? []) }, brokenLines: formFaults.lines,
        source: source)
    }
    return Rows(register: reader.register(), skipped: skipped, records: records)
  }

  private mutating func report(_ skipped: SkippedRows, kept: Int) {
    if skipped.count > 0 {
      let fault = RegisterFault.skippedRows(
        count: skipped.count, of: skipped.count + kept, reasons: skipped.reasons)
      log.add(Diagnostic(.register(fault), severity: .warning, file: name))
    }
    if kept == 0, !hasErrors {
      log.add(Diagnostic(skipped.count > 0 ? .register(.noRowLeft) : .table(.noRows), file: name))
    }
  }
}

extension RegisterFile {
  /// Reports a table whose first line names no column that is looked for; its cells are not shown.
  private func reportsNoHeader(_ table: CSVTable) -> Bool {
    let headers = RegisterColumn.allCases.filter {
      $0.isRequired || mapping.columns[$0] != nil
    }.map(mapping.header)
    guard !headers.contains(where: { table.column(named: $0) != nil }) else { return false }
    log.add(
      Diagnostic(
        .register(.noHeader(expected: headers)), file: name,
        at: TextPosition(line: table.headerLine)))
    return true
  }

  /// Where each column stands; nil if one that is needed does not, which is reported.
  private func places(in table: CSVTable) -> [RegisterColumn: Int]? {
    let claims = claims
    var isComplete = true
    var places: [RegisterColumn: Int] = [:]
    for column in RegisterColumn.allCases where !column.isDerived {
      let header = mapping.header(of: column)
      if let other = claims[header], other != column {
        guard mapping.columns[column] != nil || column.isRequired else { continue }
        isComplete = false
        complain(
          .register(.headerMappedTwice(header: header, columns: [other, column])), column, in: table
        )
      } else if let place = table.column(named: header) {
        places[column] = place
      } else if column == .commuteKilometres, mapping.distances != nil,
        mapping.columns[column] == nil
      {
        continue
      } else if mapping.columns[column] != nil || column.isRequired {
        isComplete = false
        let nearest = NearestName.find(header, in: table.header)
        let named = table.header.filter { !$0.isEmpty }
        complain(
          .table(.missingColumn(name: header, nearest: nearest, allowed: named)), column,
          in: table)
      }
    }
    if mapping.distances != nil, places[.commuteKilometres] != nil {
      isComplete = false
      complain(.register(.distancesTwice), .commuteKilometres, in: table)
    }
    return isComplete ? places : nil
  }

  /// The column that reads each header the mapping names: the first of them.
  private var claims: [String: RegisterColumn] {
    var claims: [String: RegisterColumn] = [:]
    for column in RegisterColumn.allCases {
      if let header = mapping.columns[column], claims[header] == nil { claims[header] = column }
    }
    return claims
  }

  private func complain(_ problem: Problem, _ column: RegisterColumn, in table: CSVTable) {
    log.add(
      Diagnostic(
        problem, file: name, at: TextPosition(line: table.headerLine), keyPath: column.rawValue))
  }
}

extension Diagnostic {
  /// The last line of the row this is about, which begins in `first`.
  fileprivate func lastLine(_ first: Int) -> Int {
    if case .table(.raggedRow(_, _, let last?)) = problem { max(first, last) } else { first }
  }
}
