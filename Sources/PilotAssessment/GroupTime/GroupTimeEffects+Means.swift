/// A mean of cells' effects and its influence.
struct GroupTimeMean {
  let aggregation: PilotEstimate.Aggregation
  /// The cohort, calendar time or event time; nil for the mean over all of them.
  let key: Int?
  let effect: Double
  let influence: [Double]
}

extension GroupTimeEffects {
  /// The mean over all treated cells, each weighted by its cohort's share of units.
  func simple() -> GroupTimeMean {
    mean(cells.filter(\.isTreated), .simple, nil)
  }

  /// By cohort the plain mean over its treated cells; at the end their mean by cohorts' shares.
  func byCohort() -> [GroupTimeMean] {
    let cohorts = Set(cells.filter(\.isTreated).map(\.cohort)).sorted()
    let means = cohorts.map { cohort in
      plainMean(cells.filter { $0.isTreated && $0.cohort == cohort }, .group, cohort)
    }
    let effects = zip(cohorts, means).map { cohort, mean in
      Cell(cohort: cohort, time: cohort, effect: mean.effect, influence: mean.influence)
    }
    return means + [mean(effects, .group, nil)]
  }

  /// By calendar time the mean over cohorts treated by then; at the end the plain mean of these.
  func byCalendarTime() -> [GroupTimeMean] {
    let treated = cells.filter(\.isTreated)
    return withPlainMean(
      Set(treated.map(\.time)).sorted().map { time in
        mean(treated.filter { $0.time == time }, .calendar, time)
      }, of: .calendar
    ) { _ in true }
  }

  /// By time since the start the mean over cohorts; at the end the plain mean from the start on.
  func byEventTime() -> [GroupTimeMean] {
    withPlainMean(
      Set(cells.map { $0.time - $0.cohort }).sorted().map { event in
        mean(cells.filter { $0.time - $0.cohort == event }, .event, event)
      }, of: .event
    ) { $0 >= 0 }
  }

  private func withPlainMean(
    _ means: [GroupTimeMean], of aggregation: PilotEstimate.Aggregation,
    where isMeant: (Int) -> Bool
  ) -> [GroupTimeMean] {
    let meant = means.filter { $0.key.map(isMeant) ?? false }.map {
      Cell(cohort: 0, time: 0, effect: $0.effect, influence: $0.influence)
    }
    return means + [plainMean(meant, aggregation, nil)]
  }

  private func plainMean(
    _ cells: [Cell], _ aggregation: PilotEstimate.Aggregation, _ key: Int?
  ) -> GroupTimeMean {
    let share = 1 / Double(cells.count)
    var influence = Array(repeating: 0.0, count: panel.unitCount)
    for cell in cells {
      for unit in influence.indices { influence[unit] += share * cell.influence[unit] }
    }
    return GroupTimeMean(
      aggregation: aggregation, key: key, effect: share * cells.reduce(0) { $0 + $1.effect },
      influence: influence)
  }

  /// The mean by cohorts' shares of units, whose own chance is part of the influence.
  private func mean(
    _ cells: [Cell], _ aggregation: PilotEstimate.Aggregation, _ key: Int?
  ) -> GroupTimeMean {
    let count = Double(panel.unitCount)
    let shares = cells.map { cell in
      Double(panel.firstTreated.count { $0 == cell.cohort }) / count
    }
    let total = shares.reduce(0, +)
    let effect = zip(cells, shares).reduce(0) { $0 + $1.0.effect * $1.1 } / total
    var influence = Array(repeating: 0.0, count: panel.unitCount)
    for (cell, share) in zip(cells, shares) {
      for unit in influence.indices {
        let isMember = panel.firstTreated[unit] == cell.cohort ? 1.0 : 0
        influence[unit] +=
          share / total * cell.influence[unit] + (isMember - share) / total * (cell.effect - effect)
      }
    }
    return GroupTimeMean(
      aggregation: aggregation, key: key, effect: effect, influence: influence)
  }
}
