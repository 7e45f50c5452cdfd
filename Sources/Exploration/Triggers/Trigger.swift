public import HybridWork

/// A guardrail for a policy: an outcome beyond a limit in several weeks running stops it.
public struct Trigger: Hashable, Sendable {
  /// On which side of the limit the alarm lies.
  public enum Side: Hashable, Sendable {
    case above, below
  }

  /// The trigger's identifier.
  public let id: String
  /// Its name for planners.
  public let title: Bilingual
  /// What is measured week by week.
  public let outcome: Outcome
  /// The service it is measured at, by identifier; nil for all together.
  public let service: String?
  /// The side of the alarm.
  public let side: Side
  /// The limit, in the outcome's unit.
  public let limit: Double
  /// How many weeks running make an alarm, at least 1.
  public let weeks: Int

  /// A guardrail.
  ///
  /// - Parameters:
  ///   - name: Identifier and title.
  ///   - measure: Outcome and service, nil for all services together.
  ///   - side: On which side of the limit the alarm lies.
  ///   - limit: The limit, in the outcome's unit.
  ///   - weeks: Weeks running, at least 1.
  public init(
    name: (id: String, title: Bilingual), measure: (outcome: Outcome, service: String?),
    side: Side, limit: Double, weeks: Int
  ) {
    precondition(weeks > 0, "an alarm takes a week at least")
    id = name.id
    title = name.title
    outcome = measure.outcome
    service = measure.service
    self.side = side
    self.limit = limit
    self.weeks = weeks
  }

  /// What can be told of one week by itself: nothing that carries over from week to week.
  public static let possibleOutcomes: [Outcome] = [
    .coverage, .fullyCoveredDays, .coverageCitizens, .meanWaitMinutes, .p90WaitMinutes,
    .servedWithinStandard, .lostCitizens, .officeShareMean, .officeSharePeak,
    .flexibleDaysPerWeek,
  ]

  /// The week, counted from 1, in which the alarm is given; nil when it never is.
  ///
  /// A week without a value, as when everything is closed, neither breaks a run nor counts for it.
  public func alarm(_ values: some Sequence<Double>) -> Int? {
    var running = 0
    for (week, value) in values.enumerated() where !value.isNaN {
      let isBeyond = side == .above ? value > limit : value < limit
      running = isBeyond ? running + 1 : 0
      if running == weeks { return week + 1 }
    }
    return nil
  }
}
