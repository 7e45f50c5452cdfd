/// On which days people who work away may do so.
public enum Schedule: Hashable, Sendable {
  /// Each employee chooses the weekdays, as many as the split has flexible days.
  case chosen(DaySplit)
  /// Everyone is away on the same weekdays.
  case fixed(Set<Weekday>)
  /// Teams take turns: one team at a time is in the office for a day or a week.
  case rotation(teams: Int, turn: Turn)

  /// How long a team's turn lasts.
  public enum Turn: String, CaseIterable, Sendable {
    case day, week
  }

  /// The most days a week a person may be away, which is what the law limits.
  public var mostFlexibleDaysPerWeek: Int {
    switch self {
    case .chosen(let split): split.flexibleDays
    case .fixed(let weekdays): weekdays.count
    case .rotation(let teams, .week): teams > 1 ? DaySplit.workingDays : 0
    case .rotation(let teams, .day):
      // With t teams a day's turn comes back every t days; a week holds at least ⌊5/t⌋ of them.
      DaySplit.workingDays - DaySplit.workingDays / max(teams, 1)
    }
  }

  /// The days a week a person may be away, averaged over the turns of a rotation.
  public var meanFlexibleDaysPerWeek: Double {
    switch self {
    case .chosen(let split): Double(split.flexibleDays)
    case .fixed(let weekdays): Double(weekdays.count)
    case .rotation(let teams, _):
      Double(DaySplit.workingDays) * Double(max(teams, 1) - 1) / Double(max(teams, 1))
    }
  }

  /// Whether the schedule lets anyone be away at all.
  public var offersFlexibleDays: Bool { mostFlexibleDaysPerWeek > 0 }
}
