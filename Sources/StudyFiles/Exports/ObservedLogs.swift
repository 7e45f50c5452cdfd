public import Exploration
public import HybridWork
public import Simulation

/// Logs of attendance and of tickets, read by mappings, to hold a study against.
public struct ObservedLogs: Sendable {
  private let attendance: AttendanceLog?
  private let tickets: CallLog?

  /// Reads the logs that are given; nil if one can't be used, which is reported.
  ///
  /// - Parameters:
  ///   - attendance: The attendance log with its mapping.
  ///   - tickets: The log of tickets with its mapping.
  ///   - log: Hears every complaint.
  public init?(
    attendance: (file: String, mapping: String)?, tickets: (file: String, mapping: String)?,
    log: DiagnosticLog
  ) {
    self.attendance = attendance.flatMap { files in
      ExportMappingFile.load(path: files.mapping, as: .attendance, log: log)
        .flatMap { AttendanceLog.load(path: files.file, mapping: $0, log: log) }
    }
    self.tickets = tickets.flatMap { files in
      ExportMappingFile.load(path: files.mapping, as: .tickets, log: log)
        .flatMap { CallLog.load(path: files.file, mapping: $0, log: log) }
    }
    guard (attendance == nil) == (self.attendance == nil),
      (tickets == nil) == (self.tickets == nil)
    else { return nil }
  }

  /// The months from the first day of the logs to the last, whole; nil if the logs are empty.
  public var period: ClosedRange<WorkDate>? {
    let dates =
      (attendance?.days.map(\.date) ?? []) + (tickets?.tickets.map(\.date) ?? [])
    guard let first = dates.min()?.components, let last = dates.max()?.components,
      let start = WorkDate(year: first.year, month: first.month, day: 1),
      let next = WorkDate(
        year: last.month == 12 ? last.year + 1 : last.year, month: last.month % 12 + 1, day: 1)
    else { return nil }
    return start...next.advanced(by: -1)
  }

  /// The logs by the study's units and services; those it has not are left out with a warning.
  ///
  /// - Returns: The observations; nil if nothing of a log is in the study, which is reported.
  public func observations(of study: Study, log: DiagnosticLog) -> ShadowObservations? {
    let units = attendance.map { found in
      Self.places(
        found.units, in: study.population.units.map(\.name), file: found.file, log: log)
    }
    let services = tickets.map { found in
      Self.places(found.services, in: study.services.map(\.id), file: found.file, log: log)
    }
    guard !log.hasErrors else { return nil }
    return ShadowObservations(
      attendance: (attendance?.days ?? []).compactMap { day in
        units?[day.unit].map {
          ShadowObservations.UnitDay(unit: $0, date: day.date, people: day.people)
        }
      },
      tickets: (tickets?.tickets ?? []).compactMap { ticket in
        services?[ticket.service].map {
          ShadowObservations.Ticket(
            service: $0, date: ticket.date, waitMinutes: ticket.waitMinutes)
        }
      })
  }

  private static func places(
    _ found: [(name: String, line: Int)], in known: [String], file: String, log: DiagnosticLog
  ) -> [Int?] {
    let places = Dictionary(
      known.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let matched = found.map { places[$0.name] }
    let isLost = matched.allSatisfy { $0 == nil }
    for (entry, place) in zip(found, matched) where place == nil {
      log.add(
        Diagnostic(
          .name(
            .unknown(
              found: entry.name, nearest: NearestName.find(entry.name, in: known),
              allowed: Array(known.prefix(12)))),
          severity: isLost ? .error : .warning, file: file,
          at: TextPosition(line: entry.line)))
    }
    return matched
  }
}
