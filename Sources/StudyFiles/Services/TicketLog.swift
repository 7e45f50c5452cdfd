import HybridWork

/// Which log of tickets a service names, and under which headers its times stand.
struct TicketLogPlan {
  typealias Column = ServiceFault.Moment

  /// The name of the file, where complaints about it point at.
  let file: YAMLValue
  /// Headers that the study gives; the others are the columns' own names.
  let headers: [Column: String]

  /// Reads `{log: tickets.csv, columns: {taken: "Waktu Ambil"}}`.
  init?(_ keys: YAMLMapping) {
    let file = keys.required("log")
    let headers = keys.optional("columns").map { $0.mapping(Self.headers) } ?? [:]
    guard let file, let headers else { return nil }
    self.file = file
    self.headers = headers
  }

  private static func headers(_ keys: YAMLMapping) -> [Column: String]? {
    var headers: [Column: String] = [:]
    var isSound = true
    for column in Column.allCases {
      guard let value = keys.optional(column.rawValue) else { continue }
      headers[column] = value.text()
      if headers[column] == nil { isSound = false }
    }
    return isSound ? headers : nil
  }
}

/// Reads the times of a queue machine's tickets, one row a ticket; no other column is looked at.
struct TicketLog {
  /// One ticket: when it was taken, and how long its service took if that is known.
  struct Ticket: Equatable {
    let taken: TicketTime
    /// From the call to the end of service, in minutes.
    let handlingMinutes: Double?
  }

  /// Services longer than this are taken for slips of the machine, in minutes.
  static let longest = 480.0
  /// How many faulty rows are shown.
  private static let shown = 20

  private let table: CSVTable
  private let places: [TicketLogPlan.Column: Int]
  private let log: DiagnosticLog
  private var faults = 0

  /// The tickets; nil if the file or any of its rows can't be used, which is reported.
  static func load(_ input: InputFile, plan: TicketLogPlan, log: DiagnosticLog) -> [Ticket]? {
    let own = DiagnosticLog()
    defer { for diagnostic in own.diagnostics { log.add(diagnostic) } }
    guard let table = CSVTable(path: input.path, name: input.name, log: own),
      let places = places(in: table, plan: plan, log: own)
    else { return nil }
    var reader = TicketLog(table: table, places: places, log: own)
    let tickets = (0..<table.rowCount).compactMap { reader.ticket($0) }
    reader.reportFurtherRows()
    return own.hasErrors ? nil : tickets
  }

  private init(
    table: CSVTable, places: [TicketLogPlan.Column: Int], log: DiagnosticLog
  ) {
    self.table = table
    self.places = places
    self.log = log
  }

  /// Where each time stands; nil if one that is needed does not, which is reported.
  private static func places(
    in table: CSVTable, plan: TicketLogPlan, log: DiagnosticLog
  ) -> [TicketLogPlan.Column: Int]? {
    var places: [TicketLogPlan.Column: Int] = [:]
    var isComplete = true
    for column in TicketLogPlan.Column.allCases {
      let header = plan.headers[column] ?? column.rawValue
      places[column] = table.column(named: header)
      guard places[column] == nil, column == .taken || plan.headers[column] != nil else { continue }
      isComplete = false
      let named = table.header.filter { !$0.isEmpty }
      log.add(
        Diagnostic(
          .table(
            .missingColumn(
              name: header, nearest: NearestName.find(header, in: named), allowed: named)),
          file: table.file, at: TextPosition(line: 1), keyPath: column.rawValue))
    }
    return isComplete ? places : nil
  }

  private mutating func ticket(_ row: Int) -> Ticket? {
    guard let taken = time(row, .taken, isRequired: true),
      let called = time(row, .called), let finished = time(row, .finished), let start = taken
    else { return nil }
    if let called, called < start {
      return refuse(.service(.ticketOutOfOrder(.called, before: .taken)), row, .called)
    }
    guard let called, let finished else { return Ticket(taken: start, handlingMinutes: nil) }
    guard called <= finished else {
      return refuse(.service(.ticketOutOfOrder(.finished, before: .called)), row, .finished)
    }
    let minutes = finished.minutes(since: called)
    guard minutes <= Self.longest else {
      return refuse(.service(.ticketTooLong(minutes: minutes)), row, .finished)
    }
    return Ticket(taken: start, handlingMinutes: minutes)
  }

  /// A time, `.some(nil)` where there is none; nil if it can't be read, which is reported.
  private mutating func time(
    _ row: Int, _ column: TicketLogPlan.Column, isRequired: Bool = false
  ) -> TicketTime?? {
    guard let place = places[column] else { return .some(nil) }
    let text = table.text(row: row, column: place)
    guard !text.isEmpty else {
      guard isRequired else { return .some(nil) }
      complain(.table(.blank), row, column)
      return nil
    }
    if let time = TicketTime(text) { return .some(time) }
    complain(.service(.notATicketTime(Self.looksLikeTime(text) ? text : nil)), row, column)
    return nil
  }

  /// Whether a text is so much like a date with a time that it can't be somebody's name or number:
  /// digits and their marks alone, of which the first three groups are no longer than a date's.
  private static func looksLikeTime(_ text: String) -> Bool {
    let groups = text.split { !$0.isNumber }
    return text.allSatisfy { $0.isNumber || "-/:. T".contains($0) } && groups.count >= 3
      && groups.prefix(3).reduce(0) { $0 + $1.count } <= 8
  }

  private mutating func refuse(
    _ problem: Problem, _ row: Int, _ column: TicketLogPlan.Column
  ) -> Ticket? {
    complain(problem, row, column)
    return nil
  }

  private mutating func complain(_ problem: Problem, _ row: Int, _ column: TicketLogPlan.Column) {
    faults += 1
    guard faults <= Self.shown else { return }
    log.add(table.diagnostic(problem, row: row, column: places[column] ?? 0))
  }

  private func reportFurtherRows() {
    guard faults > Self.shown else { return }
    log.add(
      Diagnostic(.register(.furtherRows(count: faults - Self.shown)), file: table.file))
  }
}
