import HybridWork

/// Units by months with what logs and exports tell of them: a panel that pilots are judged on.
package struct MonthlyPanel: Sendable {
  /// One unit in one month.
  package struct Row: Sendable {
    package let unit: String
    /// Months since January of year 0.
    package let month: Int
    package let values: [Double]
  }

  /// The measures by name.
  package let columns: [String]
  /// Sorted by unit and month.
  package let rows: [Row]
  /// Unit-months that only one of the sources has, which are left out.
  package let incomplete: Int
  /// Units that are left out since they are too small.
  package let smallUnits: Int

  /// The columns that come of an attendance log.
  package static let attendanceColumns = [
    "people", "office_share", "flexible_days_per_week", "sick_share", "leave_share",
    "travel_share",
  ]

  /// Joins sources by unit and month; at least one is given.
  ///
  /// - Parameters:
  ///   - attendance: A log; shares are of its person-days, flexible days of a week of five days.
  ///   - performance: An export of performance.
  ///   - smallestUnit: Units with fewer people on a mean day of the log, or rows a month of the
  ///     export where there is no log, are left out.
  package init(
    attendance: AttendanceLog?, performance: PerformanceExport?, smallestUnit: Int
  ) {
    let log = attendance.map(Self.months)
    let outcomes = performance?.months.map {
      Source(unit: $0.unit, month: $0.month, values: $0.values, people: Double($0.rows))
    }
    let sources = [log, outcomes].compactMap(\.self)
    var found: [Key: [Source]] = [:]
    for source in sources {
      for entry in source {
        found[Key(unit: entry.unit, month: entry.month), default: []].append(entry)
      }
    }
    let whole = found.values.filter { $0.count == sources.count }
    incomplete = found.count - whole.count
    var sizes: [String: (sum: Double, months: Double)] = [:]
    for entries in whole {
      let size = sizes[entries[0].unit] ?? (0, 0)
      sizes[entries[0].unit] = (size.sum + entries[0].people, size.months + 1)
    }
    let small = Set(sizes.filter { $1.sum / $1.months < Double(smallestUnit) }.keys)
    smallUnits = small.count
    columns =
      (log == nil ? [] : Self.attendanceColumns) + (performance?.measures ?? [])
    rows =
      whole.filter { !small.contains($0[0].unit) }
      .map { entries in
        Row(
          unit: entries[0].unit, month: entries[0].month, values: entries.flatMap(\.values))
      }
      .sorted { ($0.unit, $0.month) < ($1.unit, $1.month) }
  }

  private struct Key: Hashable {
    let unit: String
    let month: Int
  }

  private struct Source {
    let unit: String
    let month: Int
    let values: [Double]
    let people: Double
  }

  private static func months(_ log: AttendanceLog) -> [Source] {
    var sums: [Key: (people: [Double], days: Int)] = [:]
    for day in log.days {
      let date = day.date.components
      let key = Key(unit: log.units[day.unit].name, month: date.year * 12 + date.month - 1)
      var sum = sums[key] ?? (Array(repeating: 0, count: day.people.count), 0)
      for kind in day.people.indices { sum.people[kind] += day.people[kind] }
      sum.days += 1
      sums[key] = sum
    }
    return sums.map { key, sum in
      let all = sum.people.reduce(0, +)
      let people = all / Double(sum.days)
      // In the order of `Whereabouts`: office, flexible, sick, leave, travel.
      let shares = sum.people.map { $0 / all }
      return Source(
        unit: key.unit, month: key.month,
        values: [people, shares[0], 5 * shares[1], shares[2], shares[3], shares[4]],
        people: people)
    }
  }

  /// The panel as CSV with a column of the month in which a unit's treatment begins, blank for never.
  ///
  /// - Parameter treatment: The month by unit, counted from January of year 0.
  /// - Returns: The text, lines ending with CR LF.
  package func text(treatment: [String: Int]) -> String {
    let header = ["unit", "month", "first_treated"] + columns
    let lines = rows.map { row in
      ([row.unit, Self.month(row.month), treatment[row.unit].map(Self.month) ?? ""]
        + row.values.map { "\($0)" })
        .map(Self.field).joined(separator: ",")
    }
    return ([header.joined(separator: ",")] + lines).map { $0 + "\r\n" }.joined()
  }

  /// A field, with an apostrophe before what a spreadsheet would run as a formula.
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@".contains($0) } ?? false
    return RegisterWriter.field(isFormula && Double(text) == nil ? "'" + text : text)
  }

  private static func month(_ number: Int) -> String {
    let month = number % 12 + 1
    return "\(number / 12)-\(month < 10 ? "0" : "")\(month)"
  }
}
