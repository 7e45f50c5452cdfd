extension PilotCheck {
  /// The breakdown value of the effect under relative magnitudes.
  ///
  /// Rambachan and Roth (2023): between two times after the start, trends part by at most M̄ times
  /// the most they parted between two neighbouring times before it. By point estimates the mean
  /// effect after the start is then known to within M̄ · Δ · (mean of 1…k); the number is the M̄ at
  /// which this reaches 0. Sampling error of Δ is not in it, so it is a value, no interval. A value
  /// below 1 gives doubt. Refused when there are no more clusters than event times, since their
  /// covariance can't be told then.
  static func preTrends(_ panel: Panel) -> PilotCheck {
    do throws(AssessmentRefusal) {
      let study = try EventStudy(panel)
      guard study.preTrend != nil else { throw .tooFewClusters }
      guard study.effects.count < panel.clusterCount else { throw .tooFewClusters }
      guard let breakdown = breakdown(study) else { throw .tooFewPeriodsBefore }
      return PilotCheck(.preTrends, breakdown >= 1 ? .passed : .doubtful, number: breakdown)
    } catch {
      return refused(.preTrends, error)
    }
  }

  /// The M̄ at which the mean effect after the start could be 0; infinite if trends never parted.
  static func breakdown(_ study: EventStudy) -> Double? {
    breakdown(study.effects.map { ($0.eventTime, $0.estimate) })
  }

  /// The breakdown value of effects by time since the start, the reference −1 being 0.
  static func breakdown(_ effects: [(time: Int, effect: Double)]) -> Double? {
    let early = effects.filter { $0.time < -1 }.sorted { $0.time < $1.time } + [(-1, 0.0)]
    let late = effects.filter { $0.time >= 0 }.map(\.effect)
    guard early.count > 1, !late.isEmpty else { return nil }
    let steps = zip(early, early.dropFirst()).map { abs($1.1 - $0.1) }
    let mean = late.reduce(0, +) / Double(late.count)
    let reach = (steps.max() ?? 0) * Double(late.count + 1) / 2
    return reach > 0 ? abs(mean) / reach : .infinity
  }
}
