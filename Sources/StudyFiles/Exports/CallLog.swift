package import HybridWork

/// What a log of queue tickets tells: service, day and wait of every ticket.
package struct CallLog: Sendable {
  /// One ticket.
  package struct Ticket: Sendable {
    /// A place in ``CallLog/services``.
    package let service: Int
    package let date: WorkDate
    /// Minutes from taking the ticket to the call; nil for those who were never called.
    package let waitMinutes: Double?
  }

  /// The services by the study's identifiers, each with the line it first stands in.
  package let services: [(name: String, line: Int)]
  package let tickets: [Ticket]
  /// The file as the user named it.
  package let file: String

  /// Reads a log; nil if the file or any of its rows can't be used, which is reported.
  package static func load(path: String, mapping: ExportMapping, log: DiagnosticLog) -> CallLog? {
    let own = DiagnosticLog()
    defer { for diagnostic in own.diagnostics { log.add(diagnostic) } }
    guard let taken = mapping.headers["taken"], let called = mapping.headers["called"],
      let rows = ExportRows(
        path: path, mapping: mapping, headers: [mapping.place, taken, called], log: own)
    else { return nil }
    let columns = (
      place: rows.column(mapping.place), taken: rows.column(taken), called: rows.column(called)
    )
    var names: [String: Int] = [:]
    var services: [(name: String, line: Int)] = []
    var tickets: [Ticket] = []
    for row in 0..<rows.table.rowCount {
      let name = rows.name(row, columns.place)
      let taken = rows.moment(row, columns.taken, mayBeBlank: false)
      let called = rows.moment(row, columns.called, mayBeBlank: true)
      guard let name, case .some(let start?) = taken, case .some(let call) = called else {
        continue
      }
      if let call, call < start {
        rows.complain(
          .service(.ticketOutOfOrder(.called, before: .taken)), row, columns.called)
        continue
      }
      if names[name] == nil {
        names[name] = services.count
        services.append((name, rows.table.line(ofRow: row)))
      }
      tickets.append(
        Ticket(
          service: names[name] ?? 0, date: start.date,
          waitMinutes: call.map { $0.minutes(since: start) }))
    }
    guard rows.finish() else { return nil }
    return CallLog(services: services, tickets: tickets, file: rows.table.file)
  }
}
