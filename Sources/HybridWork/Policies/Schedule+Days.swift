extension Schedule {
  /// The most days a week a person may be away, which is what the law limits.
  ///
  /// The most of any split and any unit, in the fullest week of the windows; holidays are not
  /// looked at. A limit of m days a month allows 2m in a week that two months share.
  public var mostFlexibleDaysPerWeek: Int {
    let days = windows.isEmpty ? mostInAnyWeek : min(mostInAnyWeek, mostInWindows)
    return min(days, mostDaysPerMonth.map { 2 * $0 } ?? days)
  }

  private var mostInAnyWeek: Int {
    switch pattern {
    case .chosen(let split):
      min(
        ([split] + splitsByRecord.map(\.split)).map(\.flexibleDays).max() ?? 0, openWeekdays)
    case .fixed: ownDays.map { $0.most(among: Set(Weekday.workingWeek)) }.max() ?? 0
    case .rotation(let teams, .week): teams > 1 ? openWeekdays : 0
    case .rotation(let teams, .day):
      // With t teams a day's turn comes back every t days; a week holds at least ⌊5/t⌋ of them.
      min(DaySplit.workingDays - DaySplit.workingDays / max(teams, 1), openWeekdays)
    }
  }

  /// The different days of a fixed schedule, as far as anchor days leave them.
  private var ownDays: [OwnDays] {
    guard case .fixed(let common) = pattern else { return [] }
    return ([.fixed(common)] + daysByUnit.map(\.days) + daysByRecord.map(\.days)).map(open)
  }

  /// The most days of one week that lie in windows and may be worked away.
  private var mostInWindows: Int {
    let all = ownDays.isEmpty ? [.fixed(Set(Weekday.workingWeek))] : ownDays
    var most = 0
    for window in windows {
      // Two weeks from the first day on, or to the last, hold every week a window can fill.
      let days = window.upperBound.dayNumber - window.lowerBound.dayNumber + 1
      guard days < 14 else { return DaySplit.workingDays }
      for start in window.lowerBound.dayNumber...window.upperBound.dayNumber {
        let date = WorkDate(dayNumber: start)
        let monday = date.advanced(by: -date.weekday.rawValue)
        let open = (0..<DaySplit.workingDays).map { monday.advanced(by: $0) }.filter(isOpen)
        let weekdays = Set(open.map(\.weekday))
        for own in all { most = max(most, own.most(among: weekdays)) }
      }
    }
    return most
  }

  /// The days a week a person may be away within the windows, averaged over the turns of a rotation
  /// and the working weeks of a month; by the common split and the common weekdays.
  public var meanFlexibleDaysPerWeek: Double {
    let days: Double =
      switch pattern {
      case .chosen(let split): Double(min(split.flexibleDays, openWeekdays))
      case .fixed(let weekdays): Double(weekdays.subtracting(anchorDays).count)
      case .rotation(let teams, _):
        Double(openWeekdays) * Double(max(teams, 1) - 1) / Double(max(teams, 1))
      }
    return limitedByMonth(days)
  }

  /// The days a week each person of a population may be away within the windows, in population
  /// order, as ``meanFlexibleDaysPerWeek`` averages them.
  public func meanFlexibleDays(_ population: Population, on day: WorkDate?) -> [Double] {
    if !splitsByRecord.isEmpty {
      return chosenDays(population, on: day).map { limitedByMonth(Double($0)) }
    }
    guard !daysByUnit.isEmpty || !daysByRecord.isEmpty else {
      return Array(repeating: meanFlexibleDaysPerWeek, count: population.count)
    }
    return daysOfPeople(population, on: day).map {
      limitedByMonth(Double(min($0.flexibleDays, openWeekdays)))
    }
  }

  /// The days of each person of a population under ``Pattern/fixed(_:)``, in population order.
  public func daysOfPeople(_ population: Population, on day: WorkDate?) -> [OwnDays] {
    let places = recordPlaces(population, on: day)
    return population.units.flatMap { unit in
      let common = days(ofUnit: unit.name)
      return unit.people.map { person in
        places[person].map { open(daysByRecord[$0].days) } ?? common
      }
    }
  }

  /// The share of a calendar's working days that lie in windows, 0…1.
  public func shareInWindows(of calendar: WorkCalendar) -> Double {
    guard !windows.isEmpty else { return 1 }
    let days = calendar.mondayToFriday.days
    let inside = days.count { day in windows.contains { $0.contains(day.date) } }
    return Double(inside) / Double(days.count)
  }

  /// Whether the schedule lets anyone be away at all.
  public var offersFlexibleDays: Bool { mostFlexibleDaysPerWeek > 0 }

  private func limitedByMonth(_ daysPerWeek: Double) -> Double {
    guard let mostDaysPerMonth else { return daysPerWeek }
    // Mean weeks of a month in the Gregorian calendar: 365.2425 / 12 / 7.
    return min(daysPerWeek, Double(mostDaysPerMonth) / 4.348125)
  }
}
