import HybridWork

/// The days and half hours on which a counter is open, its break included.
struct ServiceOpening {
  let days: Set<Weekday>
  /// The start of each half hour from opening to closing, and whether it lies in the break.
  let halfHours: [(start: TimeOfDay, isBreak: Bool)]

  init?(_ keys: YAMLMapping) {
    let days = keys.required("days")?.weekdays(of: Weekday.serviceWeek)
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
    halfHours = stride(from: open.lowerBound, to: open.upperBound, by: DaySlot.minutes)
      .compactMap(TimeOfDay.init(minutes:))
      .map { ($0, closed?.contains($0.minutes) ?? false) }
  }

  /// How many half hours are open, the break left out.
  var openCount: Int { halfHours.count { !$0.isBreak } }

  /// The half hours with a weight for each of them.
  func slots(_ weight: (TimeOfDay, Bool) -> Double) -> [DaySlot] {
    halfHours.map { start, isBreak in
      DaySlot(
        start: start, share: weight(start, isBreak), isOpen: !isBreak, isBreak: isBreak)
    }
  }

  /// The half hours with weights: one for each, or one for each outside the break.
  ///
  /// - Returns: nil if the number of weights fits neither, or all of them are zero.
  func slots(weights value: YAMLValue, breakRule: CounterTerms.BreakRule) -> [DaySlot]? {
    guard let weights = value.each({ $0.number(in: 0...1000) }) else { return nil }
    let isWhole = weights.count == halfHours.count
    guard isWhole || (weights.count == openCount && breakRule == .closed) else {
      let expected = breakRule == .closed ? openCount : halfHours.count
      value.complain(.study(.halfHourCount(found: weights.count, expected: expected)))
      return nil
    }
    guard weights.contains(where: { $0 > 0 }) else {
      value.complain(.study(.noWeight))
      return nil
    }
    var rest = weights[...]
    return slots { _, isBreak in isBreak && !isWhole ? 0 : rest.removeFirst() }
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
  /// A time at the start of a half hour, in minutes after midnight.
  fileprivate func halfHour() -> Int? {
    guard let time = time() else { return nil }
    guard time.minutes.isMultiple(of: DaySlot.minutes) else {
      complain(.study(.notAHalfHour(time.text(separator: ":"))))
      return nil
    }
    return time.minutes
  }

  /// One weight for each open weekday, in the order of `Weekday.allCases`; 0 where closed.
  func weekdayWeights(openOn days: Set<Weekday>?) -> [Double]? {
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
