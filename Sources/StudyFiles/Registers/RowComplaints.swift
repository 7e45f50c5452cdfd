import HybridWork

/// Counts what is wrong with the rows of a register, and tells the log of the first of each kind.
struct RowComplaints {
  /// A kind of fault in a column; nil for the form of a row.
  private struct Key: Hashable {
    let kind: SkippedRows.Kind
    let column: RegisterColumn?
  }

  private struct Tally {
    var rows = 0
    var lastShown: Diagnostic?
  }

  let treatment: BadRowTreatment
  let log: DiagnosticLog
  /// What is wrong with each row, if that is to be kept.
  private(set) var faultsByRow: [Int: [SkippedRecords.Fault]]?
  private var tallies: [Key: Tally] = [:]

  /// How many rows are shown for each kind of fault in a column.
  private var shown: Int { treatment == .fail ? 40 : 3 }

  /// The severity of a complaint about a row.
  var severity: Diagnostic.Severity { treatment == .fail ? .error : .warning }

  /// Whether any row is faulty.
  var isEmpty: Bool { tallies.isEmpty }

  init(treatment: BadRowTreatment, log: DiagnosticLog, keepsRows: Bool = false) {
    self.treatment = treatment
    self.log = log
    faultsByRow = keepsRows ? [:] : nil
  }

  /// Remembers what is wrong with a row of the table, if that was asked for.
  mutating func remember(_ kind: SkippedRows.Kind, column: RegisterColumn, row: Int) {
    faultsByRow?[row, default: []].append(SkippedRecords.Fault(kind: kind, column: column))
  }

  /// Counts a faulty row; the diagnostic is asked for only if it is shown.
  mutating func add(
    _ kind: SkippedRows.Kind, column: RegisterColumn?, diagnostic: () -> Diagnostic
  ) {
    let key = Key(kind: kind, column: column)
    tallies[key, default: Tally()].rows += 1
    guard tallies[key, default: Tally()].rows <= shown else { return }
    let complaint = diagnostic()
    tallies[key, default: Tally()].lastShown = complaint
    log.add(complaint)
  }

  /// Counts rows of which nothing is known but that they are faulty.
  mutating func addUnseen(_ rows: Int, kind: SkippedRows.Kind, column: RegisterColumn? = nil) {
    tallies[Key(kind: kind, column: column), default: Tally()].rows += rows
  }

  /// The faults by column, those of form last.
  var reasons: [SkippedRows.Reason] {
    (RegisterColumn.allCases.map(Optional.some) + [nil]).flatMap { column in
      SkippedRows.Kind.allCases.compactMap { kind in
        tallies[Key(kind: kind, column: column)].map {
          SkippedRows.Reason(kind: kind, column: column, rows: $0.rows)
        }
      }
    }
  }

  /// Tells the log how many rows have each fault beyond those shown.
  func reportFurtherRows() {
    for reason in reasons where reason.rows > shown {
      guard let last = tallies[Key(kind: reason.kind, column: reason.column)]?.lastShown else {
        continue
      }
      let position = last.line.map { TextPosition(line: $0, column: last.column) }
      log.add(
        Diagnostic(
          .register(.furtherRows(count: reason.rows - shown)), severity: severity,
          file: last.file, at: position, keyPath: last.keyPath))
    }
  }
}
