import HybridWork

/// Reads work on cases within a number of working days, done from anywhere.
enum BacklogReader {
  /// The backlog and the weekdays on which cases come in; nil if something is wrong.
  static func read(_ keys: YAMLMapping) -> (kind: Service.Kind, openOn: Set<Weekday>)? {
    let days = keys.required("days")?.weekdays()
    let standard = keys.required("standard")?.mapping(standard)
    let handling = keys.required("handling_minutes")?.number(in: 0.1...100_000)
    let hoursShare = keys.required("hours_share")?.number(in: 0.01...1)
    let demand = demand(keys, days: days)
    guard let days, let standard, let handling, let hoursShare, let demand else { return nil }
    let backlog = BacklogService(
      demand: demand, handlingMinutes: handling, standard: standard, hoursShare: hoursShare)
    return (.backlog(backlog), days)
  }

  private static func demand(
    _ keys: YAMLMapping, days: Set<Weekday>?
  ) -> BacklogService.Demand? {
    let cases = keys.required("cases_per_day")?.number(in: 0.1...1_000_000, isMoney: true)
    let even = Weekday.allCases.map { days?.contains($0) == true ? 1.0 : 0 }
    let weights = keys.optional("weekdays").map { $0.weekdayWeights(openOn: days) } ?? even
    let peaks = keys.optional("peaks").map { $0.demandPeaks() } ?? []
    let opening =
      keys.optional("opening_backlog").map { $0.number(in: 0...1e9, isMoney: true) } ?? 0
    guard let cases, let weights, let peaks, let opening else { return nil }
    return BacklogService.Demand(
      casesPerDay: cases, weekdayWeights: weights, peaks: peaks, openingBacklog: opening)
  }

  private static func standard(_ keys: YAMLMapping) -> BacklogService.Standard? {
    let share = keys.required("share")?.number(in: 0.01...1)
    let days = keys.required("within_days")?.integer(in: 0...365)
    guard let share, let days else { return nil }
    return BacklogService.Standard(share: share, withinDays: days)
  }
}
