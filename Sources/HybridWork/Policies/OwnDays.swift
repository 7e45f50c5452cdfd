extension Schedule {
  /// The days that some people have in place of the common ones.
  public enum OwnDays: Hashable, Sendable {
    /// All of them are away on the same weekdays.
    case fixed(Set<Weekday>)
    /// Each chooses the weekdays, as many as the split has flexible days.
    case chosen(DaySplit)

    /// Flexible days a week, 0…5.
    public var flexibleDays: Int {
      switch self {
      case .fixed(let weekdays): weekdays.count
      case .chosen(let split): split.flexibleDays
      }
    }

    /// The most flexible days in a week of which only some weekdays are open.
    func most(among open: Set<Weekday>) -> Int {
      switch self {
      case .fixed(let weekdays): weekdays.intersection(open).count
      case .chosen(let split): min(split.flexibleDays, open.count)
      }
    }
  }
}
