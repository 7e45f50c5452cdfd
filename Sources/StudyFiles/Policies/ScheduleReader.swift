import HybridWork

/// Reads the schedule of one policy, and keeps the places of what only a study can check.
struct ScheduleReader {
  /// A window and its place in the file.
  struct PlacedWindow {
    let dates: ClosedRange<WorkDate>
    let place: YAMLValue
  }

  /// The windows that could be read.
  private(set) var windows: [PlacedWindow] = []
  /// The conditions of splits and days by record that could be read.
  private(set) var conditions: [(condition: Condition, place: YAMLValue)] = []
  /// The names of units with weekdays of their own.
  private(set) var units: [(name: String, place: YAMLValue)] = []

  /// The value of the key `schedule`; nil if something in it is wrong.
  mutating func read(_ value: YAMLValue) -> Schedule? {
    var reader = self
    let schedule = value.mapping { reader.schedule($0) }
    self = reader
    return schedule
  }

  private mutating func schedule(_ keys: YAMLMapping) -> Schedule? {
    let pattern = pattern(keys)
    let limits = limits(keys)
    let splits = splits(keys, pattern)
    let byUnit = daysByUnit(keys, pattern)
    let byRecord = daysByRecord(keys, pattern)
    let hours = keys.optional("hours").map { Self.hours($0) }
    let place = keys.optional("place").map { Self.place($0) } ?? .home
    guard let pattern, let limits, let splits, let byUnit, let byRecord, let place,
      hours.map({ $0 != nil }) ?? true
    else { return nil }
    var schedule = Schedule(pattern)
    schedule.anchorDays = limits.anchors
    schedule.windows = windows.map(\.dates)
    schedule.mostDaysPerMonth = limits.month
    schedule.splitsByRecord = splits
    schedule.daysByUnit = byUnit
    schedule.daysByRecord = byRecord
    schedule.hours = hours ?? nil
    schedule.place = place
    return isPossible(schedule, keys) ? schedule : nil
  }

  private func pattern(_ keys: YAMLMapping) -> Schedule.Pattern? {
    let forms = [["office_days", "flexible_days"], ["flexible_on"], ["teams", "alternate"]]
    switch keys.alternative(forms) {
    case 0: return Self.daySplit(keys).map(Schedule.Pattern.chosen)
    case 1:
      // Units that are not named may have no days at all.
      guard let days = keys.required("flexible_on") else { return nil }
      return days.isNone ? .fixed([]) : days.weekdays().map(Schedule.Pattern.fixed)
    case 2:
      let teams = keys.required("teams")?.integer(in: 2...10)
      let turn = keys.required("alternate")?.choice(Schedule.Turn.self)
      guard let teams, let turn else { return nil }
      return .rotation(teams: teams, turn: turn)
    default: return nil
    }
  }

  private static func daySplit(_ keys: YAMLMapping) -> DaySplit? {
    let week = 0...DaySplit.workingDays
    let office = keys.required("office_days")?.integer(in: week)
    let flexible = keys.required("flexible_days")?.integer(in: week)
    guard let office, let flexible else { return nil }
    guard let split = try? DaySplit(flexibleDays: flexible), split.officeDays == office else {
      keys.value.complain(.policy(.daysDoNotSum(office: office, flexible: flexible)))
      return nil
    }
    return split
  }

  /// Anchor days, windows and the limit of a month.
  private mutating func limits(_ keys: YAMLMapping) -> (anchors: Set<Weekday>, month: Int?)? {
    let anchors = keys.optional("anchor_days").map { $0.weekdays() } ?? []
    let month = keys.optional("most_days_a_month").map { $0.integer(in: 1...23) }
    var found: [PlacedWindow] = []
    let read = keys.optional("windows").map { list in
      list.each { entry -> Bool? in
        entry.mapping { dates -> Bool? in
          _ = dates.required("to")
          guard let period = dates.period(from: "from", through: "to"),
            let through = period.through
          else { return nil }
          found.append(PlacedWindow(dates: period.from...through, place: entry))
          return true
        }
      }
    }
    windows = found
    guard let anchors, month.map({ $0 != nil }) ?? true, read.map({ $0 != nil }) ?? true else {
      return nil
    }
    return (anchors, month ?? nil)
  }

  private mutating func splits(
    _ keys: YAMLMapping, _ pattern: Schedule.Pattern?
  ) -> [Schedule.RecordSplit]? {
    guard let list = keys.optional("splits") else { return [] }
    var found: [(Condition, YAMLValue)] = []
    let splits = list.each { entry in
      entry.mapping { keys -> Schedule.RecordSplit? in
        let place = keys.required("where")
        let condition = place?.condition()
        let split = Self.daySplit(keys)
        guard let place, let condition, let split else { return nil }
        guard split.flexibleDays > 0 else {
          entry.complain(.schedule(.splitWithoutFlexibleDays))
          return nil
        }
        found.append((condition, place))
        return Schedule.RecordSplit(split, where: condition)
      }
    }
    conditions = found
    guard let pattern else { return nil }
    guard case .chosen(let common) = pattern else {
      list.complain(.schedule(.splitsWithoutSplit))
      return nil
    }
    guard common.flexibleDays > 0 else {
      list.complain(.schedule(.splitWithoutFlexibleDays))
      return nil
    }
    return splits
  }

  private mutating func daysByUnit(
    _ keys: YAMLMapping, _ pattern: Schedule.Pattern?
  ) -> [Schedule.UnitDays]? {
    guard let list = keys.optional("by_unit") else { return [] }
    var seen = SeenNames(.references)
    var found: [(String, YAMLValue)] = []
    let days = list.each { entry in
      entry.mapping { keys -> Schedule.UnitDays? in
        let units = keys.required("units")?.each { place in
          place.text().flatMap { name -> String? in
            guard seen.isNew(name, at: place) else { return nil }
            found.append((name, place))
            return name
          }
        }
        let days = Self.ownDays(keys)
        let cap = keys.optional("share_of_unit_away").map { $0.share() }
        guard let units, let days, cap.map({ $0 != nil }) ?? true else { return nil }
        return Schedule.UnitDays(units: units, days: days, shareOfUnitAway: cap ?? nil)
      }
    }
    units = found
    return isFixed(pattern, list, .unitsWithoutWeekdays) ? days : nil
  }

  private mutating func daysByRecord(
    _ keys: YAMLMapping, _ pattern: Schedule.Pattern?
  ) -> [Schedule.RecordDays]? {
    guard let list = keys.optional("by_record") else { return [] }
    var seen: [Condition] = []
    var found: [(Condition, YAMLValue)] = []
    let days = list.each { entry in
      entry.mapping { keys -> Schedule.RecordDays? in
        let place = keys.required("where")
        let condition = place?.condition()
        let days = Self.ownDays(keys)
        let cap = keys.optional("share_away").map { $0.share() }
        guard let place, let condition else { return nil }
        guard !seen.contains(condition) else {
          place.complain(.schedule(.recordTwice))
          return nil
        }
        seen.append(condition)
        found.append((condition, place))
        guard let days, cap.map({ $0 != nil }) ?? true else { return nil }
        return Schedule.RecordDays(days, where: condition, shareAway: cap ?? nil)
      }
    }
    conditions += found
    return isFixed(pattern, list, .recordDaysWithoutWeekdays) ? days : nil
  }

  /// Weekdays, none, or a split whose days the employee chooses.
  private static func ownDays(_ keys: YAMLMapping) -> Schedule.OwnDays? {
    switch keys.alternative([["flexible_on"], ["office_days", "flexible_days"]]) {
    case 0:
      guard let days = keys.required("flexible_on") else { return nil }
      return days.isNone ? .fixed([]) : days.weekdays().map(Schedule.OwnDays.fixed)
    case 1:
      guard let split = daySplit(keys) else { return nil }
      guard split.flexibleDays > 0 else {
        keys.value.complain(.schedule(.ownSplitWithoutFlexibleDays))
        return nil
      }
      return .chosen(split)
    default: return nil
    }
  }

  /// Complains unless a schedule has common weekdays, which days of some people take the place of.
  private func isFixed(
    _ pattern: Schedule.Pattern?, _ list: YAMLValue, _ fault: ScheduleFault
  ) -> Bool {
    guard let pattern else { return false }
    if case .fixed = pattern { return true }
    list.complain(.schedule(fault))
    return false
  }
}
