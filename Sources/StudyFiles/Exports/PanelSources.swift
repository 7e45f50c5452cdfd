/// A panel of units by months made of logs and exports that are read by mappings.
public struct PanelSources: Sendable {
  private let panel: MonthlyPanel

  /// Reads the sources that are given; nil if one can't be used, which is reported.
  ///
  /// - Parameters:
  ///   - attendance: The attendance log with its mapping.
  ///   - performance: The export of performance with its mapping.
  ///   - smallestUnit: Units with fewer people are left out.
  ///   - log: Hears every complaint.
  public init?(
    attendance: (file: String, mapping: String)?, performance: (file: String, mapping: String)?,
    smallestUnit: Int, log: DiagnosticLog
  ) {
    let days = attendance.flatMap { files in
      ExportMappingFile.load(path: files.mapping, as: .attendance, log: log)
        .flatMap { AttendanceLog.load(path: files.file, mapping: $0, log: log) }
    }
    let months = performance.flatMap { files in
      ExportMappingFile.load(path: files.mapping, as: .performance, log: log)
        .flatMap { PerformanceExport.load(path: files.file, mapping: $0, log: log) }
    }
    guard (attendance == nil) == (days == nil), (performance == nil) == (months == nil) else {
      return nil
    }
    panel = MonthlyPanel(attendance: days, performance: months, smallestUnit: smallestUnit)
  }

  /// The units, in order.
  public var units: [String] {
    var units: [String] = []
    for row in panel.rows where units.last != row.unit { units.append(row.unit) }
    return units
  }

  /// The rows.
  public var rowCount: Int { panel.rows.count }
  /// Unit-months that only one of two sources has, which are left out.
  public var incomplete: Int { panel.incomplete }
  /// Units that are left out since they are too small.
  public var smallUnits: Int { panel.smallUnits }

  /// The panel as CSV; `treatment` has the month by unit, counted from January of year 0.
  public func text(treatment: [String: Int]) -> String { panel.text(treatment: treatment) }
}
