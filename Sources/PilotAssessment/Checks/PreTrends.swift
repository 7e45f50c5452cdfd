extension PilotCheck {
  /// The breakdown value of the effect under relative magnitudes, from confidence sets.
  ///
  /// Between two times after the start trends part by at most M̄ times the most they parted between
  /// two neighbouring times before it (Rambachan & Roth 2023). The number is the smallest M̄ whose 95%
  /// set of mean effects after the start holds 0; the interval is the set at M̄ = 1. A value below 1
  /// gives doubt. Refused when there are no more clusters than event times, or no more treated ones
  /// than early times, since their covariance can't be told then.
  static func preTrends(_ panel: Panel) -> PilotCheck {
    do throws(AssessmentRefusal) {
      let study = try EventStudy(panel)
      guard study.preTrend != nil, study.effects.count < panel.clusterCount else {
        throw .tooFewClusters
      }
      let effects = study.effects.map { (time: $0.eventTime, effect: $0.estimate) }
      guard let sensitivity = TrendSensitivity(effects, covariance: study.covariance) else {
        throw .tooFewPeriodsBefore
      }
      let breakdown = sensitivity.breakdown
      var check = PilotCheck(.preTrends, breakdown >= 1 ? .passed : .doubtful, number: breakdown)
      check.interval = sensitivity.interval(multiple: 1)
      return check
    } catch {
      return refused(.preTrends, error)
    }
  }
}
