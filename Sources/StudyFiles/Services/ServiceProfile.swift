import HybridWork

/// What the counters of one kind have in common: opening hours, shape of the demand, standard.
struct ServiceProfile {
  let openOn: Set<Weekday>
  /// The start of each open half hour.
  let halfHours: [TimeOfDay]
  let halfHourWeights: [Double]
  /// In the order of `Weekday.allCases`; 0 where closed.
  let weekdayWeights: [Double]
  let handlingMinutes: Double
  let standard: CounterService.Standard

  /// Reads a profile; nil if something in it is wrong.
  init?(_ keys: YAMLMapping) {
    let opening = keys.required("open")?.mapping(Opening.init)
    let halfHourWeights = keys.required("half_hours")?
      .halfHourWeights(expected: opening?.halfHours.count)
    let weekdayWeights = keys.required("weekdays")?.weekdayWeights(openOn: opening?.days)
    let handlingMinutes = keys.required("handling_minutes")?.number(in: 0.1...480)
    let standard = keys.required("standard")?.mapping(Self.standard)
    let provenance = keys.provenance()
    guard let opening, let halfHourWeights, let weekdayWeights, let handlingMinutes,
      let standard, provenance != nil
    else { return nil }
    self.openOn = opening.days
    self.halfHours = opening.halfHours
    self.halfHourWeights = halfHourWeights
    self.weekdayWeights = weekdayWeights
    self.handlingMinutes = handlingMinutes
    self.standard = standard
  }

  private static func standard(_ keys: YAMLMapping) -> CounterService.Standard? {
    // A standard of all visitors can't be met by any number of counters.
    let share = keys.required("share")?.number(in: 0.01...0.99)
    let minutes = keys.required("within_minutes")?.number(in: 0...480)
    guard let share, let minutes else { return nil }
    return CounterService.Standard(share: share, withinMinutes: minutes)
  }
}

/// The days and half hours on which a counter is open.
private struct Opening {
  let days: Set<Weekday>
  let halfHours: [TimeOfDay]

  init?(_ keys: YAMLMapping) {
    let days = keys.required("days")?.weekdays()
    let open = Self.times(keys)
    let closedValue = keys.optional("closed")
    let closed = closedValue?.mapping(Self.times)
    guard let days, let open, (closedValue == nil) == (closed == nil) else { return nil }
    if let closed,
      closed.lowerBound < open.lowerBound || closed.upperBound > open.upperBound
        || closed == open
    {
      closedValue?.complain(.study(.breakOutsideOpening))
      return nil
    }
    self.days = days
    halfHours = stride(from: open.lowerBound, to: open.upperBound, by: 30)
      .filter { !(closed?.contains($0) ?? false) }.compactMap(TimeOfDay.init(minutes:))
  }

  /// The keys `from` and `to` in minutes after midnight, each at the start of a half hour.
  private static func times(_ keys: YAMLMapping) -> Range<Int>? {
    let from = keys.required("from")?.halfHour()
    let end = keys.required("to")
    let to = end?.halfHour()
    guard let from, let to else { return nil }
    guard from < to else {
      end?.complain(.study(.closesBeforeOpening))
      return nil
    }
    return from..<to
  }
}

extension YAMLValue {
  fileprivate func halfHour() -> Int? {
    guard let time = time() else { return nil }
    guard time.minutes.isMultiple(of: 30) else {
      complain(.study(.notAHalfHour(time.text(separator: ":"))))
      return nil
    }
    return time.minutes
  }

  fileprivate func halfHourWeights(expected: Int?) -> [Double]? {
    guard let weights = each({ $0.number(in: 0...1000) }), let expected else { return nil }
    guard weights.count == expected else {
      complain(.study(.halfHourCount(found: weights.count, expected: expected)))
      return nil
    }
    guard weights.contains(where: { $0 > 0 }) else {
      complain(.study(.noWeight))
      return nil
    }
    return weights
  }

  fileprivate func weekdayWeights(openOn days: Set<Weekday>?) -> [Double]? {
    mapping { keys in
      let weights = Weekday.allCases.map { day -> Double? in
        guard let days, !days.contains(day) else {
          // Days that are not known to be closed must be read, else their keys count as unknown.
          let value = days == nil ? keys.optional(day.name) : keys.required(day.name)
          return value?.number(in: 0.01...1000)
        }
        guard let closed = keys.optional(day.name) else { return 0 }
        closed.complain(.study(.closedWeekday(day.name)))
        return nil
      }
      let known = weights.compactMap { $0 }
      return known.count == weights.count ? known : nil
    }
  }
}
