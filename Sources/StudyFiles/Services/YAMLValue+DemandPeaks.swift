import HybridWork

extension YAMLValue {
  /// A list of times at which demand is higher or lower; an empty list takes away a profile's.
  func demandPeaks() -> [DemandPeak]? {
    each(mayBeEmpty: true) { $0.mapping(Self.peak) }
  }

  private static func peak(_ keys: YAMLMapping) -> DemandPeak? {
    let title = keys.required("title")?.bilingual()
    let period: DemandPeak.Period?
    switch keys.alternative([["dates"], ["days_of_month"]]) {
    case 0: period = keys.optional("dates")?.each { $0.mapping(dates) }.map { .dates($0) }
    case 1: period = keys.optional("days_of_month")?.mapping(daysOfMonth)
    default: period = nil
    }
    let factor = keys.required("factor")?.number(in: 0.01...100)
    let provenance = keys.provenance()
    guard let title, let period, let factor, let provenance else { return nil }
    return DemandPeak(title: title, period: period, factor: factor, provenance: provenance)
  }

  private static func dates(_ keys: YAMLMapping) -> ClosedRange<WorkDate>? {
    _ = keys.required("to")
    guard let period = keys.period(from: "from", through: "to"), let last = period.through else {
      return nil
    }
    return period.from...last
  }

  /// Days such as 25 to 28; from 28 to 3 runs over the end of the month.
  private static func daysOfMonth(_ keys: YAMLMapping) -> DemandPeak.Period? {
    let first = keys.required("from")?.integer(in: 1...31)
    let last = keys.required("to")?.integer(in: 1...31)
    guard let first, let last else { return nil }
    return .daysOfMonth(first <= last ? [first...last] : [1...last, first...31])
  }
}
