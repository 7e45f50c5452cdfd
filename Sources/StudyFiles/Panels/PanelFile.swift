package import PilotAssessment

/// Which columns of a table make the panel of a pilot.
package struct PanelHeaders: Equatable, Sendable {
  package var outcome: String
  package var unit: String
  package var time: String
  package var treated: String
  package var cluster: String?
  package var covariates: [String] = []
  package var weights: String?
  /// Columns that no estimate accounts for: a dose, outcomes that should not change.
  package var others: [String] = []

  /// The columns that every panel has.
  package init(outcome: String, unit: String, time: String, treated: String) {
    self.outcome = outcome
    self.unit = unit
    self.time = time
    self.treated = treated
  }

  var all: [String] {
    [outcome, unit, time, treated] + covariates + others + [cluster, weights].compactMap(\.self)
  }
}

/// Reads the panel of a pilot: one row a unit and time.
///
/// Every fault is told with its line before anything is estimated.
package struct PanelFile {
  private let table: CSVTable
  private let headers: PanelHeaders
  private let log: DiagnosticLog
  private let decimals: DecimalGrammar

  /// The panel; nil if the file can't be used, which is reported.
  package static func load(path: String, headers: PanelHeaders, log: DiagnosticLog) -> Panel? {
    guard let table = CSVTable(path: path, name: path, log: log), !log.hasErrors else { return nil }
    let file = PanelFile(
      table: table, headers: headers, log: log,
      decimals: DecimalGrammar(mark: table.separator == .semicolon ? .comma : .point))
    return file.panel()
  }

  private func panel() -> Panel? {
    guard let places = places() else { return nil }
    let unit = labels(places[headers.unit])
    let times = times(places[headers.time])
    let outcome = numbers(places[headers.outcome])
    guard let times else { return nil }
    let treatment = treatment(places[headers.treated], clock: times.clock)
    var columns = PanelColumns(
      clock: times.clock, unit: unit, time: times.values, outcome: outcome,
      treatment: treatment ?? .path([]))
    columns.cluster = headers.cluster.map { labels(places[$0]) }
    columns.covariates = headers.covariates.map {
      PanelColumns.Covariate(name: $0, values: numbers(places[$0]))
    }
    columns.others = headers.others.map {
      PanelColumns.Covariate(name: $0, values: numbers(places[$0]))
    }
    columns.weights = headers.weights.map { numbers(places[$0]) }
    guard treatment != nil, !log.hasErrors else { return nil }
    do throws(PanelDefects) {
      return try Panel(columns)
    } catch {
      for defect in error.defects { report(defect, places) }
      return nil
    }
  }

  /// Where each named column stands; nil if one is missing or named twice, which is reported.
  private func places() -> [String: Int]? {
    var places: [String: Int] = [:]
    var isComplete = true
    for header in headers.all {
      if places[header] != nil {
        isComplete = false
        log.add(Diagnostic(.panel(.columnTwice(name: header)), file: table.file))
      }
      places[header] = table.column(named: header)
      guard places[header] == nil else { continue }
      isComplete = false
      let named = table.header.filter { !$0.isEmpty }
      log.add(
        Diagnostic(
          .table(
            .missingColumn(
              name: header, nearest: NearestName.find(header, in: named), allowed: named)),
          file: table.file, at: TextPosition(line: 1)))
    }
    return isComplete ? places : nil
  }

  private func labels(_ column: Int?) -> PanelLabels {
    var places: [String: Int] = [:]
    var names: [String] = []
    var codes: [Int] = []
    codes.reserveCapacity(table.rowCount)
    guard let column else { return PanelLabels([]) }
    for row in 0..<table.rowCount {
      let text = table.text(row: row, column: column)
      if text.isEmpty { complain(.table(.blank), row, column) }
      // Rows of one unit mostly follow each other.
      if let last = codes.last, names[last] == text {
        codes.append(last)
      } else if let place = places[text] {
        codes.append(place)
      } else {
        places[text] = names.count
        codes.append(names.count)
        names.append(text)
      }
    }
    return PanelLabels(names: names, codes: codes)
  }

  private func numbers(_ column: Int?) -> [Double] {
    guard let column else { return [] }
    return (0..<table.rowCount).map { row in
      table.withField(row: row, column: column) { bytes in
        guard !bytes.isEmpty else {
          complain(.table(.blank), row, column)
          return 0
        }
        do throws(NumberFault) {
          return try decimals.number(bytes)
        } catch {
          return scientific(String(decoding: bytes, as: UTF8.self), error, row, column)
        }
      }
    }
  }

  /// Statistics programs write small numbers with an exponent, which other files may not have.
  private func scientific(
    _ text: String, _ fault: NumberFault, _ row: Int, _ column: Int
  )
    -> Double
  {
    switch fault {
    case .exponent, .tooLong:
      if let value = Double(text), value.isFinite { return value }
    default: break
    }
    complain(.number(fault), row, column)
    return 0
  }

  private func times(_ column: Int?) -> (clock: PanelClock, values: [Int])? {
    guard let column, table.rowCount > 0 else { return nil }
    guard let first = PanelTime(table.text(row: 0, column: column)) else {
      complain(.panel(.notATime(text: table.text(row: 0, column: column))), 0, column)
      return nil
    }
    // A panel has few times, each in many rows.
    var known: [String: Int] = [:]
    let values = (0..<table.rowCount).map { row in
      let text = table.text(row: row, column: column)
      if let value = known[text] { return value }
      if let time = PanelTime(text), time.clock == first.clock {
        known[text] = time.value
        return time.value
      }
      complain(text.isEmpty ? .table(.blank) : .panel(.notATime(text: text)), row, column)
      return 0
    }
    return (first.clock, values)
  }

  /// A path if every cell is 0 or 1, else first treated times.
  private func treatment(_ column: Int?, clock: PanelClock) -> PanelColumns.Treatment? {
    guard let column else { return nil }
    if let path = path(column) { return .path(path) }
    let texts = (0..<table.rowCount).map { table.text(row: $0, column: column) }
    var isSound = true
    let times = texts.enumerated().map { row, text -> Int? in
      if text.isEmpty || text == "0" { return nil }
      if let time = PanelTime(text), time.clock == clock { return time.value }
      isSound = false
      complain(.panel(.notATreatment(text: text)), row, column)
      return nil
    }
    return isSound ? .firstTreated(times) : nil
  }

  /// Whether each row is treated; nil if any cell is something else than 0 or 1.
  private func path(_ column: Int) -> [Bool]? {
    var path: [Bool] = []
    path.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let digit = table.withField(row: row, column: column) { $0.count == 1 ? $0[0] : 0 }
      guard digit == UInt8(ascii: "0") || digit == UInt8(ascii: "1") else { return nil }
      path.append(digit == UInt8(ascii: "1"))
    }
    return path
  }

  private func complain(_ problem: Problem, _ row: Int, _ column: Int) {
    log.add(table.diagnostic(problem, row: row, column: column))
  }

  private func report(_ defect: PanelDefect, _ places: [String: Int]) {
    let (header, other): (String, Int?) =
      switch defect {
      case .duplicate(_, let first): (headers.time, first)
      case .reversal(_, let treated): (headers.treated, treated)
      case .firstTreatedDiffers(_, let first): (headers.treated, first)
      case .clusterDiffers(_, let first): (headers.cluster ?? headers.unit, first)
      case .notFinite(.outcome, _): (headers.outcome, nil)
      case .notFinite(.covariate(let name), _): (name, nil)
      case .notFinite(.weight, _), .weightNotPositive: (headers.weights ?? headers.outcome, nil)
      default: (headers.treated, nil)
      }
    let problem = Problem.panel(.defect(defect, otherLine: other.map(table.line(ofRow:))))
    guard let row = defect.row, let column = places[header] else {
      log.add(Diagnostic(problem, file: table.file))
      return
    }
    complain(problem, row, column)
  }
}
