public import HybridWork

/// What one unit may do in a week: on which days, who of it, and how many at once.
public struct DayOption: Hashable, Sendable {
  /// The weekdays on which people of the unit are away; none for everyone in the office.
  public let weekdays: Set<Weekday>
  /// Whether those who serve at a counter or a post come every day all the same.
  public let keepsServersIn: Bool
  /// The largest share of the unit away on one day, 0…1, or nil without a cap.
  public let shareOfUnitAway: Double?

  /// Days of a unit; without any the rest is of no account.
  public init(weekdays: Set<Weekday>, keepsServersIn: Bool, shareOfUnitAway: Double?) {
    self.weekdays = weekdays
    self.keepsServersIn = keepsServersIn && !weekdays.isEmpty
    self.shareOfUnitAway = weekdays.isEmpty ? nil : shareOfUnitAway
  }

  /// Everyone in the office.
  public static let none = DayOption(weekdays: [], keepsServersIn: false, shareOfUnitAway: nil)

  /// Whether everybody who is away under another option is away under this one too.
  func contains(_ other: DayOption) -> Bool {
    other.weekdays.isEmpty
      || weekdays.isSuperset(of: other.weekdays) && (!keepsServersIn || other.keepsServersIn)
        && (shareOfUnitAway ?? 1) >= (other.shareOfUnitAway ?? 1)
  }
}

extension DayOption {
  /// Every option under some settings: first the fewest days, then by weekday, then servers in,
  /// then by cap.
  static func all(
    _ settings: OptimizationSettings, closed: Set<Weekday>, hasServers: Bool
  ) -> [DayOption] {
    let open = Weekday.workingWeek.filter { !closed.contains($0) }
    var sets: [[Weekday]] = [[]]
    for weekday in open { sets += sets.map { $0 + [weekday] } }
    let ordered =
      sets.filter { (settings.leastDays...settings.mostDays).contains($0.count) }
      .sorted { left, right in
        left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
      }
    let caps = settings.caps.sorted().map { $0 < 1 ? $0 : nil }
    return ordered.flatMap { days -> [DayOption] in
      guard !days.isEmpty else { return [.none] }
      return (hasServers ? [true, false] : [false]).flatMap { keepsServersIn in
        caps.map {
          DayOption(weekdays: Set(days), keepsServersIn: keepsServersIn, shareOfUnitAway: $0)
        }
      }
    }
  }
}
