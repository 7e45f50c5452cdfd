/// The change of the agency's output that flexible days bring.
public struct OutputChange: Equatable, Sendable {
  /// Output gained in person-days of a person in the office; negative when lost.
  public let personDays: Double
  /// The same relative to all person-days present.
  public let share: Double
  /// The same as full-time equivalents.
  public let fullTimeEquivalents: Double
  /// The part of flexible days in weeks with more of them than evidence reaches; 0…1.
  public let extrapolatedShare: Double

  /// Flexible days a week beyond which no study gives a causal effect.
  public static let daysWithEvidence = 2

  /// Adds the dose curve of each task class, the penalties of novices, poor equipment, urgent work
  /// of teams apart and colleagues who are missed on site, and the agency's own effect, which is one
  /// draw a world and proportional to dose; and days of work that floods, outages and work while ill
  /// add or take.
  public init(_ quantities: Quantities, _ assumptions: Assumptions) {
    let curve = DoseResponse(assumptions)
    var gained = 0.0
    var movableDays = 0.0
    for task in TaskClass.allCases {
      for days in 1...DaySplit.workingDays {
        let weeks = quantities.personWeeks(task, flexibleDays: days)
        gained += weeks * curve.change(task, days: days) * Double(DaySplit.workingDays)
        if task != .placeBound { movableDays += weeks * Double(days) }
      }
    }
    gained += movableDays * assumptions[.agencyEffect]
    gained += quantities.noviceFlexibleDays * assumptions[.noviceEffect]
    gained += quantities.poorlyEquippedFlexibleDays * assumptions[.equipmentEffect]
    gained -=
      quantities.flexibleDays(.collaborative) * assumptions[.urgentTeamShare]
      * assumptions[.urgentApartLoss]
    gained -= quantities.matesAwayDays * assumptions[.coPresenceLoss]
    gained += quantities.workGainedOtherwise
    personDays = gained
    share = quantities.presentDays > 0 ? gained / quantities.presentDays : 0
    fullTimeEquivalents = share * quantities.staff
    extrapolatedShare = quantities.shareOfDays(beyond: Self.daysWithEvidence)
  }
}
