import Queueing

extension CounterService {
  /// Counters that other agencies staff, which are always staffed.
  public var otherStaffedCounters: Int { terms.otherStaffedCounters }
  /// Times at which demand is higher or lower than usual.
  public var peaks: [DemandPeak] { terms.peaks }
  /// The start of each half hour in which someone serves.
  public var halfHours: [TimeOfDay] { openSlots.map { slots[$0].start } }
  /// Share of the day's arrivals in each of ``halfHours``; sums to 1 if none comes in a break.
  public var halfHourShares: [Double] { openSlots.map { slots[$0].share } }

  /// Times the usual demand on a date: the product of the peaks that hold.
  public func demandFactor(on date: WorkDate) -> Double { peaks.factor(on: date) }

  /// Citizens who come to the counter on a weekday, those at the door at opening included.
  public func visitors(on weekday: Weekday) -> Double {
    visitorsPerDay * weekdayFactors[weekday.rawValue] * (1 - terms.onlineShare)
  }

  /// Citizens served online on a weekday, from anywhere.
  public func onlineCitizens(on weekday: Weekday) -> Double {
    visitorsPerDay * weekdayFactors[weekday.rawValue] * terms.onlineShare
  }

  /// Whether some citizens are served online, from anywhere.
  public var isServedOnline: Bool { terms.onlineShare > 0 }

  /// Citizens expected to ask online on a date, peaks included.
  public func expectedOnline(on date: WorkDate) -> Double {
    onlineCitizens(on: date.weekday) * demandFactor(on: date)
  }

  /// Citizens who stand at the door when it opens on a weekday.
  public func waitingAtDoor(on weekday: Weekday) -> Double {
    visitors(on: weekday) * terms.waitingAtOpening
  }

  /// Planned arrivals per hour in one of ``slots``, those at the door before opening apart.
  public func arrivalsPerHour(on weekday: Weekday, slot: Int) -> Double {
    visitors(on: weekday) * (1 - terms.waitingAtOpening) * slots[slot].share
      * (60 / Double(DaySlot.minutes))
  }

  /// Planned arrivals per hour in one of ``halfHours``.
  public func arrivalsPerHour(on weekday: Weekday, halfHour: Int) -> Double {
    arrivalsPerHour(on: weekday, slot: openSlots[halfHour])
  }

  /// Servers that meet the standard at planned demand and central handling time, all agencies'.
  ///
  /// Sized by Erlang C (no one gives up), one half hour by itself; never the day's luck. Those at
  /// the door are to be served within the standard's minutes after opening, at least a half hour,
  /// and count as arriving evenly over that. May exceed the counters there are; 0 in a closed
  /// break. `load` is times the planned demand, as on the day of a peak.
  public func need(on weekday: Weekday, slot: Int, load: Double = 1) -> Int {
    guard slots[slot].isOpen else { return 0 }
    let afterOpening = openSlots.prefix(doorSlots)
    let atDoor =
      afterOpening.contains(slot)
      ? waitingAtDoor(on: weekday) * 60 / Double(afterOpening.count * DaySlot.minutes) : 0
    return serversRequired(
      arrivalsPerHour: (arrivalsPerHour(on: weekday, slot: slot) + atDoor) * load,
      serviceMinutes: handlingMinutes, targetMinutes: standard.withinMinutes,
      serviceLevel: standard.share)
  }

  /// Servers of any agency needed in one of ``halfHours``.
  public func need(on weekday: Weekday, halfHour: Int) -> Int {
    need(on: weekday, slot: openSlots[halfHour])
  }

  /// Servers of its own needed in one of ``slots``: what the other agencies' counters leave.
  public func ownNeed(on weekday: Weekday, slot: Int, load: Double = 1) -> Int {
    max(0, need(on: weekday, slot: slot, load: load) - otherStaffedCounters)
  }

  /// Counters staffed in a slot when some of its own staff are on site.
  ///
  /// No more than there are; in a break half of the own ones, rounded up, or none at all. Those of
  /// other agencies follow the same break rule.
  public func serving(_ onSite: Int, slot: Int) -> Int {
    guard slots[slot].isOpen else { return 0 }
    let own = min(onSite, counters)
    guard slots[slot].isBreak else { return own + otherStaffedCounters }
    return (own + 1) / 2 + (otherStaffedCounters + 1) / 2
  }

  /// How many half hours after opening those at the door are to be served in.
  private var doorSlots: Int {
    max(1, Int((standard.withinMinutes / Double(DaySlot.minutes)).rounded(.up)))
  }
}
