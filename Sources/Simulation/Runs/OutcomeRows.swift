import HybridWork

/// Where each outcome of a study stands in its sample table.
struct OutcomeRows: Sendable {
  /// First every outcome for everyone, in the order of `Outcome.allCases`, then groups and services.
  let keys: [OutcomeKey]
  /// For each grouping and group the rows of eligible share and flexible days; nil if suppressed.
  let groups: [[(eligibleShare: Int, flexibleDays: Int)?]]
  /// For each service the row of its first outcome, in the order of ``serviceOutcomes``.
  let services: [Int]

  /// Outcomes reported for each service.
  static let serviceOutcomes: [Outcome] = [
    .coverage, .coverageCitizens, .turnaroundWithinStandard, .turnaroundDays, .openCases,
    .meanWaitMinutes, .p90WaitMinutes, .servedWithinStandard, .lostCitizens,
  ]
  private static let offsets = Dictionary(
    uniqueKeysWithValues: serviceOutcomes.enumerated().map { ($1, $0) })

  /// The row of one of ``serviceOutcomes`` for a service.
  func row(_ outcome: Outcome, service: Int) -> Int {
    services[service] + (Self.offsets[outcome] ?? 0)
  }

  init(_ model: StudyModel) {
    var keys = Outcome.allCases.map { OutcomeKey($0) }
    groups = model.groupings.map { grouping in
      grouping.groups.indices.map { group in
        keys.append(OutcomeKey(.eligibleShare, grouping.groups[group]))
        keys.append(OutcomeKey(.flexibleDaysPerWeek, grouping.groups[group]))
        // A suppressed group keeps its rows, empty, so that nobody takes it for forgotten.
        guard grouping.isShown[group] else { return nil }
        return (keys.count - 2, keys.count - 1)
      }
    }
    services = model.study.services.map { service in
      let first = keys.count
      keys += Self.serviceOutcomes.map { OutcomeKey($0, .service(service.id)) }
      return first
    }
    self.keys = keys
  }
}
