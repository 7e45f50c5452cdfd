public import HybridWork

/// Flexible days a week that one more eligible person would work, at central take-up.
///
/// For a voluntary policy: days allowed × share who apply × share approved × share of days used; for
/// an ordered one: days ordered × compliance. Each factor is the median of its assumption, or the
/// value that holds on the first day of the calendar. Absence and caps are left out, so that the
/// figure is the most that can be expected.
public struct CentralTakeUp: Sendable {
  /// Days a week the schedule gives a person on average over the calendar and all staff, 0…5.
  public let daysAllowed: Double
  /// The part of them that is worked away, 0…1.
  public let share: Double
  /// Expected flexible days a week for each person.
  public var daysPerWeek: Double { daysAllowed * share }

  /// The expectation for a policy of a study.
  public init(policy: Policy, in study: Study) {
    let schedule = policy.levers.schedule
    let days = schedule.meanFlexibleDays(
      study.population, on: policy.assessmentDay(calendarStart: study.calendar.from))
    // Equal days stay as they are: their mean would be rounded.
    let mean =
      Set(days).count == 1 ? days[0] : days.reduce(0, +) / Double(max(days.count, 1))
    daysAllowed = mean * schedule.shareInWindows(of: study.calendar)
    share =
      switch policy.levers.takeUp {
      case .voluntary:
        study.central(.optInVoluntary) * study.central(.approvalShare)
          * study.central(.daysUsedShare)
      case .ordered: study.central(.complianceOrdered)
      }
  }
}
