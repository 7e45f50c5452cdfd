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

  /// Other days for some units.
  public struct UnitDays: Hashable, Sendable {
    /// The units' names.
    public let units: [String]
    /// The days of their people.
    public let days: OwnDays
    /// The largest share of the unit away on one day in place of the policy's cap, 0…1; nil to keep
    /// that.
    public let shareOfUnitAway: Double?

    /// Days of some units, with a cap of their own or nil.
    public init(units: [String], days: OwnDays, shareOfUnitAway: Double? = nil) {
      self.units = units
      self.days = days
      self.shareOfUnitAway = shareOfUnitAway
    }
  }

  /// Other days for people whose record meets a condition, such as holding one of some positions.
  public struct RecordDays: Hashable, Sendable {
    /// What the register must say of a person.
    public let condition: Condition
    /// The days of those who meet it.
    public let days: OwnDays
    /// The largest share of these people of a unit away on one day, 0…1; nil for the unit's or the
    /// policy's.
    public let shareAway: Double?

    /// Days of those who meet a condition, with a cap of their own or nil.
    public init(_ days: OwnDays, where condition: Condition, shareAway: Double? = nil) {
      self.condition = condition
      self.days = days
      self.shareAway = shareAway
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
  /// Days of some units in place of those of ``Pattern/fixed(_:)``.
  public var daysByUnit: [UnitDays] = []
  /// Days by record in place of those of the unit and of ``Pattern/fixed(_:)``: the first whose
  /// condition a person passes count; whoever passes none, or cannot be assessed, keeps the unit's.
  public var daysByRecord: [RecordDays] = []
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

  /// The days of a unit's people under ``Pattern/fixed(_:)``, but for those with days by record;
  /// under other patterns no weekdays.
  public func days(ofUnit name: String) -> OwnDays {
    guard case .fixed(let common) = pattern else { return .fixed([]) }
    return open(own(ofUnit: name)?.days ?? .fixed(common))
  }

  /// Days as far as anchor days leave them.
  public func open(_ days: OwnDays) -> OwnDays {
    guard case .fixed(let weekdays) = days else { return days }
    return .fixed(weekdays.subtracting(anchorDays))
  }

  /// For each person of a population the place among ``daysByRecord`` of the days that count, nil for
  /// the unit's own.
  public func recordPlaces(_ population: Population, on day: WorkDate?) -> [Int?] {
    var places: [Int?] = Array(repeating: nil, count: population.count)
    for (place, record) in daysByRecord.enumerated().reversed() {
      for (person, answer) in record.condition.assess(population, on: day).enumerated()
      where answer == .passes {
        places[person] = place
      }
    }
    return places
  }

  /// Whether anyone chooses weekdays.
  public var asksPreference: Bool {
    if case .chosen = pattern { return true }
    return (daysByUnit.map(\.days) + daysByRecord.map(\.days)).contains { days in
      if case .chosen = days { true } else { false }
    }
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
