import HybridWork

/// The working week by law and the fasting months.
struct HoursFile {
  /// The regimes of working hours that could be read.
  let regimes: [WorkingHours]
  /// The fasting months that could be read.
  let fastingMonths: [ClosedRange<WorkDate>]

  /// Reads the hours; nil if the file cannot be opened or is not well-formed.
  static func load(_ input: InputFile, log: DiagnosticLog) -> HoursFile? {
    YAMLFile.read(path: input.path, name: input.name, log: log) { keys in
      let regimes = keys.required("working_hours")?.list() ?? []
      let months = keys.required("fasting_months")?.list(mayBeEmpty: true) ?? []
      var seen = SeenNames(.references)
      return HoursFile(
        regimes: regimes.compactMap { $0.mapping { regime($0, seen: &seen) } },
        fastingMonths: months.compactMap { $0.mapping(month) })
    }
  }

  private static func regime(_ keys: YAMLMapping, seen: inout SeenNames) -> WorkingHours? {
    let place = keys.required("from")
    let from = place?.date()
    let weekly = keys.required("weekly_hours")?.number(in: 1...60)
    let fasting = keys.required("fasting_weekly_hours")?.number(in: 1...60)
    let provenance = keys.provenance()
    guard let from, let place, seen.isNew(from.iso, at: place), let weekly, let fasting,
      provenance != nil
    else { return nil }
    return WorkingHours(from: from, weeklyHours: weekly, fastingWeeklyHours: fasting)
  }

  private static func month(_ keys: YAMLMapping) -> ClosedRange<WorkDate>? {
    _ = keys.required("to")
    let period = keys.period(from: "from", through: "to")
    let provenance = keys.provenance(datedElse: period?.from ?? WorkDate(dayNumber: 0))
    guard let period, let through = period.through, provenance != nil else { return nil }
    return period.from...through
  }
}
