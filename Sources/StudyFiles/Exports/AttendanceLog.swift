package import HybridWork

/// What an attendance log tells: people by whereabouts, unit by unit and day by day.
///
/// Who they were is not kept.
package struct AttendanceLog: Sendable {
  /// One unit on one day.
  package struct UnitDay: Sendable {
    /// A place in ``AttendanceLog/units``.
    package let unit: Int
    package let date: WorkDate
    /// In the order of `Whereabouts.allCases`.
    package var people: [Double]
  }

  /// The units by the study's names, in the log's order, each with the line it first stands in.
  package let units: [(name: String, line: Int)]
  /// Sorted by unit and date.
  package let days: [UnitDay]
  /// The file as the user named it.
  package let file: String

  /// Reads a log; nil if the file or any of its rows can't be used, which is reported.
  package static func load(
    path: String, mapping: ExportMapping, log: DiagnosticLog
  ) -> AttendanceLog? {
    let own = DiagnosticLog()
    defer { for diagnostic in own.diagnostics { log.add(diagnostic) } }
    var reader = Reader(path: path, mapping: mapping, log: own)
    return reader?.read()
  }

  private struct Key: Hashable {
    let unit: Int
    let date: WorkDate
  }

  private struct Person: Hashable {
    let text: String
    let date: WorkDate
  }

  private struct Reader {
    private let rows: ExportRows
    private let mapping: ExportMapping
    private var names: [String: Int] = [:]
    private var units: [(name: String, line: Int)] = []
    private var places: [Key: Int] = [:]
    private var days: [UnitDay] = []
    private var lineOfPerson: [Person: Int] = [:]

    init?(path: String, mapping: ExportMapping, log: DiagnosticLog) {
      var headers =
        [mapping.place] + ["date", "people", "person"].compactMap { mapping.headers[$0] }
      switch mapping.presence {
      case .coded(let header, _): headers.append(header)
      case .counted(let counts): headers += Whereabouts.allCases.compactMap { counts[$0] }
      case nil: return nil
      }
      guard let rows = ExportRows(path: path, mapping: mapping, headers: headers, log: log) else {
        return nil
      }
      self.rows = rows
      self.mapping = mapping
    }

    mutating func read() -> AttendanceLog? {
      for row in 0..<rows.table.rowCount { add(row) }
      guard rows.finish() else { return nil }
      return AttendanceLog(
        units: units, days: days.sorted { ($0.unit, $0.date) < ($1.unit, $1.date) },
        file: rows.table.file)
    }

    private mutating func add(_ row: Int) {
      let unit = rows.name(row, rows.column(mapping.place))
      let date = mapping.headers["date"].flatMap { rows.date(row, rows.column($0)) }
      guard let people = people(row), let unit, let date, isNew(row, date) else { return }
      guard people.contains(where: { $0 > 0 }) else { return }
      if names[unit] == nil {
        names[unit] = units.count
        units.append((unit, rows.table.line(ofRow: row)))
      }
      let key = Key(unit: names[unit] ?? 0, date: date)
      let place = places[key] ?? days.count
      if place == days.count {
        places[key] = place
        days.append(UnitDay(unit: key.unit, date: date, people: people))
      } else {
        for kind in people.indices { days[place].people[kind] += people[kind] }
      }
    }

    /// The people of a row by whereabouts, none on a day off; nil if a cell is wrong.
    private func people(_ row: Int) -> [Double]? {
      var people = Array(repeating: 0.0, count: Whereabouts.allCases.count)
      switch mapping.presence {
      case .coded(let header, let codes):
        let column = rows.column(header)
        let text = rows.table.text(row: row, column: column).lowercased()
        guard let kind = codes[text] else {
          rows.complain(
            text.isEmpty ? .table(.blank) : .export(.unknownCode(allowed: codes.keys.sorted())),
            row, column)
          return nil
        }
        let count = mapping.headers["people"].map {
          rows.number(row, rows.column($0), in: 0...1e6)
        }
        guard let count = count ?? 1 else { return nil }
        if let kind { people[kind.ordinal] = count }
      case .counted(let headers):
        for kind in Whereabouts.allCases {
          guard let header = headers[kind] else { continue }
          guard let count = rows.number(row, rows.column(header), in: 0...1e6) else { return nil }
          people[kind.ordinal] = count
        }
      case nil: return nil
      }
      return people
    }

    /// Whether a person has no other row on the date; a second one is reported.
    private mutating func isNew(_ row: Int, _ date: WorkDate) -> Bool {
      guard let header = mapping.headers["person"] else { return true }
      let column = rows.column(header)
      let text = rows.table.text(row: row, column: column)
      guard !text.isEmpty else {
        rows.complain(.table(.blank), row, column)
        return false
      }
      let person = Person(text: text, date: date)
      if let line = lineOfPerson[person] {
        rows.complain(.export(.samePersonTwice(firstLine: line)), row, column)
        return false
      }
      lineOfPerson[person] = rows.table.line(ofRow: row)
      return true
    }
  }
}
