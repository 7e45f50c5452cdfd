/// On which days people who work away may do so, and what bounds those days.
///
/// A schedule is a pattern of the week and limits on it. The limits of a schedule without any leave
/// the pattern as it is.
public struct Schedule: Hashable, Sendable {
  /// How flexible days fall in a week.
  public enum Pattern: Hashable, Sendable {
    /// Each employee chooses the weekdays, as many as the split has flexible days.
    case chosen(DaySplit)
    /// Everyone is away on the same weekdays.
    case fixed(Set<Weekday>)
    /// Teams take turns: one team at a time is in the office for a day or a week.
    case rotation(teams: Int, turn: Turn)
  }

  /// How long a team's turn lasts.
  public enum Turn: String, CaseIterable, Sendable {
    case day, week
  }

  /// Another split for people whose record meets a condition.
  public struct RecordSplit: Hashable, Sendable {
    /// What the register must say of a person.
    public let condition: Condition
    /// The split of those who meet it.
    public let split: DaySplit

    /// A split for those who meet a condition.
    public init(_ split: DaySplit, where condition: Condition) {
      self.condition = condition
      self.split = split
    }
  }

  /// Other weekdays for some units.
  public struct UnitDays: Hashable, Sendable {
    /// The units' names.
    public let units: [String]
    /// The weekdays on which their people are away.
    public let weekdays: Set<Weekday>
    /// The largest share of the unit away on one day in place of the policy's cap, 0…1; nil to keep
    /// that.
    public let shareOfUnitAway: Double?

    /// Weekdays of some units, with a cap of their own or nil.
    public init(units: [String], weekdays: Set<Weekday>, shareOfUnitAway: Double? = nil) {
      self.units = units
      self.weekdays = weekdays
      self.shareOfUnitAway = shareOfUnitAway
    }
  }

  /// How flexible days fall in a week.
  public var pattern: Pattern
  /// Weekdays on which nobody may be away.
  public var anchorDays: Set<Weekday> = []
  /// The periods in which there are flexible days at all; none means always.
  public var windows: [ClosedRange<WorkDate>] = []
  /// The most flexible days a person may work in one calendar month, or nil without a limit.
  public var mostDaysPerMonth: Int?
  /// Splits by record in place of the split of ``Pattern/chosen(_:)``: the first whose condition a
  /// person passes counts; whoever passes none, or cannot be assessed, keeps the common split.
  public var splitsByRecord: [RecordSplit] = []
  /// Weekdays of some units in place of those of ``Pattern/fixed(_:)``.
  public var daysByUnit: [UnitDays] = []
  /// The hours of office and flexible days, or nil for whole days in the office's usual hours.
  public var hours: DayHours?
  /// Where people work on flexible days.
  public var place = FlexiblePlace.home

  /// A schedule without limits.
  public init(_ pattern: Pattern) { self.pattern = pattern }

  /// A schedule in which each employee chooses the weekdays.
  public static func chosen(_ split: DaySplit) -> Schedule { Schedule(.chosen(split)) }

  /// A schedule in which everyone is away on the same weekdays.
  public static func fixed(_ weekdays: Set<Weekday>) -> Schedule { Schedule(.fixed(weekdays)) }

  /// A schedule in which teams take turns in the office.
  public static func rotation(teams: Int, turn: Turn) -> Schedule {
    Schedule(.rotation(teams: teams, turn: turn))
  }

  /// Whether anyone may be away on a date, by anchor days and windows.
  public func isOpen(_ date: WorkDate) -> Bool {
    !anchorDays.contains(date.weekday)
      && (windows.isEmpty || windows.contains { $0.contains(date) })
  }

  /// The weekdays on which a unit's people are away under ``Pattern/fixed(_:)``; else none.
  public func weekdays(ofUnit name: String) -> Set<Weekday> {
    guard case .fixed(let common) = pattern else { return [] }
    return (own(ofUnit: name)?.weekdays ?? common).subtracting(anchorDays)
  }

  /// The cap that a unit has of its own, as a share of its staff; nil when it has none.
  public func shareOfUnitAway(ofUnit name: String) -> Double? {
    own(ofUnit: name)?.shareOfUnitAway
  }

  private func own(ofUnit name: String) -> UnitDays? {
    daysByUnit.first { $0.units.contains(name) }
  }

  /// The flexible days a week that each person of a population may choose under
  /// ``Pattern/chosen(_:)``, in population order; empty under other patterns.
  public func chosenDays(_ population: Population, on day: WorkDate?) -> [Int] {
    guard case .chosen(let common) = pattern else { return [] }
    var days = Array(repeating: min(common.flexibleDays, openWeekdays), count: population.count)
    for record in splitsByRecord.reversed() {
      for (person, answer) in record.condition.assess(population, on: day).enumerated()
      where answer == .passes {
        days[person] = min(record.split.flexibleDays, openWeekdays)
      }
    }
    return days
  }

  /// How many of a service's staff are there in each half hour.
  public var presence: PresencePattern { PresencePattern(hours) }

  /// Weekdays of the working week that are no anchor days.
  var openWeekdays: Int { Weekday.workingWeek.count { !anchorDays.contains($0) } }
}
