import HybridWork

/// Where each outcome of a study stands in its sample table.
struct OutcomeRows: Sendable {
  /// First every outcome for everyone, in the order of `Outcome.allCases`, then groups and services.
  let keys: [OutcomeKey]
  /// For each grouping and group the rows of eligible share and flexible days; nil if suppressed.
  let groups: [[(eligibleShare: Int, flexibleDays: Int)?]]
  /// For each service the row of its first outcome, in the order of ``serviceOutcomes``.
  private let services: [Int]

  /// Outcomes reported for each service.
  static let serviceOutcomes: [Outcome] = [
    .coverage, .coverageCitizens, .turnaroundWithinStandard, .turnaroundDays, .openCases,
    .meanWaitMinutes, .p90WaitMinutes, .servedWithinStandard, .lostCitizens,
  ]

  /// Where each outcome stands among ``serviceOutcomes``; 0 for those that are not.
  private static func offset(_ outcome: Outcome) -> Int {
    serviceOutcomes.firstIndex(of: outcome) ?? 0
  }

  /// The rows of coverage, of everyone's services or of one.
  struct Coverage {
    let halfHours: Int
    let citizens: Int
  }

  /// The rows of work on cases.
  struct Cases {
    let withinStandard: Int
    let turnaroundDays: Int
    let openCases: Int
  }

  /// The rows of what citizens meet.
  struct Citizens {
    let meanWait: Int
    let p90Wait: Int
    let withinStandard: Int
    let lost: Int
  }

  // Looked up once: calendars ask for them for every service.
  let coverage = Coverage(row: \.ordinal)
  let cases = Cases(row: \.ordinal)
  let citizens = Citizens(row: \.ordinal)
  private let coverageOffsets = Coverage(row: offset)
  private let casesOffsets = Cases(row: offset)
  private let citizensOffsets = Citizens(row: offset)

  func coverage(ofService service: Int) -> Coverage { coverageOffsets.moved(services[service]) }
  func cases(ofService service: Int) -> Cases { casesOffsets.moved(services[service]) }
  func citizens(ofService service: Int) -> Citizens { citizensOffsets.moved(services[service]) }

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

extension OutcomeRows.Coverage {
  fileprivate init(row: (Outcome) -> Int) {
    self.init(halfHours: row(.coverage), citizens: row(.coverageCitizens))
  }

  fileprivate func moved(_ rows: Int) -> Self {
    Self(halfHours: halfHours + rows, citizens: citizens + rows)
  }
}

extension OutcomeRows.Cases {
  fileprivate init(row: (Outcome) -> Int) {
    self.init(
      withinStandard: row(.turnaroundWithinStandard), turnaroundDays: row(.turnaroundDays),
      openCases: row(.openCases))
  }

  fileprivate func moved(_ rows: Int) -> Self {
    Self(
      withinStandard: withinStandard + rows, turnaroundDays: turnaroundDays + rows,
      openCases: openCases + rows)
  }
}

extension OutcomeRows.Citizens {
  fileprivate init(row: (Outcome) -> Int) {
    self.init(
      meanWait: row(.meanWaitMinutes), p90Wait: row(.p90WaitMinutes),
      withinStandard: row(.servedWithinStandard), lost: row(.lostCitizens))
  }

  fileprivate func moved(_ rows: Int) -> Self {
    Self(
      meanWait: meanWait + rows, p90Wait: p90Wait + rows, withinStandard: withinStandard + rows,
      lost: lost + rows)
  }
}
