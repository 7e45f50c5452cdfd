public import HybridWork

/// What one unit or position may do in a week: on which days, who of it, and how many at once.
public struct DayOption: Hashable, Sendable {
  /// The days: weekdays for all, or a split whose days each chooses; no weekdays for everyone in the
  /// office.
  public let days: Schedule.OwnDays
  /// Whether those who serve at a counter or a post come every day all the same.
  public let keepsServersIn: Bool
  /// The largest share of the unit, or of a position's people of a unit, away on one day, 0…1, or nil
  /// without a cap.
  public let shareAway: Double?

  /// Days of a unit or position; without any the rest is of no account.
  public init(days: Schedule.OwnDays, keepsServersIn: Bool, shareAway: Double?) {
    let hasDays = days.flexibleDays > 0
    self.days = hasDays ? days : .fixed([])
    self.keepsServersIn = keepsServersIn && hasDays
    self.shareAway = hasDays ? shareAway : nil
  }

  /// Everyone in the office.
  public static let none = DayOption(days: .fixed([]), keepsServersIn: false, shareAway: nil)

  /// Whether nobody is away.
  public var isNone: Bool { days.flexibleDays == 0 }

  /// Whether everybody who is away under another option is away under this one too.
  func contains(_ other: DayOption) -> Bool {
    guard !other.isNone else { return true }
    guard !keepsServersIn || other.keepsServersIn else { return false }
    switch (days, other.days) {
    case (.fixed(let own), .fixed(let others)):
      return own.isSuperset(of: others) && (shareAway ?? 1) >= (other.shareAway ?? 1)
    // Under a cap whoever finds a day full looks for another, so that more days do not contain fewer.
    case (.chosen(let own), .chosen(let others)):
      return self == other
        || own.flexibleDays >= others.flexibleDays && shareAway == nil && other.shareAway == nil
    default: return false
    }
  }
}

/// How the days of a split may fall in a week.
public enum DayKind: String, CaseIterable, Sendable {
  /// The same weekdays for all.
  case weekdays
  /// Each chooses the weekdays.
  case chosen
}

extension DayOption {
  /// Every option under some settings: first the fewest days, then by weekday and those that people
  /// choose last, then servers in, then by cap.
  static func all(
    _ settings: OptimizationSettings, closed: Set<Weekday>, hasServers: Bool
  ) -> [DayOption] {
    let open = Weekday.workingWeek.filter { !closed.contains($0) }
    var sets: [[Weekday]] = [[]]
    for weekday in open { sets += sets.map { $0 + [weekday] } }
    let caps = settings.caps.sorted().map { $0 < 1 ? $0 : nil }
    return (settings.leastDays...settings.mostDays).flatMap { count -> [DayOption] in
      guard count > 0 else { return [.none] }
      var days: [Schedule.OwnDays] = []
      if settings.dayKinds.contains(.weekdays) || count == open.count {
        days += sets.filter { $0.count == count }
          .sorted { $0.lexicographicallyPrecedes($1) }.map { .fixed(Set($0)) }
      }
      // Of all open days there is nothing to choose.
      if settings.dayKinds.contains(.chosen), count < open.count,
        let split = try? DaySplit(flexibleDays: count)
      {
        days.append(.chosen(split))
      }
      return days.flatMap { days in
        (hasServers ? [true, false] : [false]).flatMap { keepsServersIn in
          caps.map { DayOption(days: days, keepsServersIn: keepsServersIn, shareAway: $0) }
        }
      }
    }
  }
}
