import Queueing

/// A counter: planned arrivals by weekday and half hour, handling time, and a standard.
public struct CounterService: Hashable, Sendable {
  /// The standard a counter is held to.
  public struct Standard: Hashable, Sendable {
    /// Share of arrivals to be served in time, 0…1.
    public let share: Double
    /// Longest wait before service starts, in minutes.
    public let withinMinutes: Double

    /// A standard such as "80% within 15 minutes".
    public init(share: Double, withinMinutes: Double) {
      self.share = share
      self.withinMinutes = withinMinutes
    }
  }

  /// Counters that can be staffed at once.
  public let counters: Int
  /// Mean citizens a day over the open weekdays.
  public let visitorsPerDay: Double
  /// Load of each weekday relative to the mean day, in the order of `Weekday.allCases`; 0 if closed.
  public let weekdayFactors: [Double]
  /// The start of each open half hour.
  public let halfHours: [TimeOfDay]
  /// Share of the day's arrivals in each open half hour; sums to 1.
  public let halfHourShares: [Double]
  /// Central time to serve one citizen, in minutes.
  public let handlingMinutes: Double
  /// The standard.
  public let standard: Standard

  /// A counter whose weekday factors and half-hour weights are given relatively.
  ///
  /// Weekday weights are scaled to mean 1 over open days, half-hour weights, one for each of
  /// `halfHours`, to sum 1.
  public init(
    counters: Int, demand: Demand, halfHours: [TimeOfDay], handlingMinutes: Double,
    standard: Standard
  ) {
    self.counters = counters
    self.visitorsPerDay = demand.visitorsPerDay
    let openDays = demand.weekdayWeights.count { $0 > 0 }
    let meanWeight = demand.weekdayWeights.reduce(0, +) / Double(max(openDays, 1))
    self.weekdayFactors = demand.weekdayWeights.map { meanWeight > 0 ? $0 / meanWeight : 0 }
    let sum = demand.halfHourWeights.reduce(0, +)
    self.halfHourShares = demand.halfHourWeights.map { sum > 0 ? $0 / sum : 0 }
    self.halfHours = halfHours
    self.handlingMinutes = handlingMinutes
    self.standard = standard
  }

  /// Planned demand of a counter.
  public struct Demand: Hashable, Sendable {
    let visitorsPerDay: Double
    let weekdayWeights: [Double]
    let halfHourWeights: [Double]

    /// Mean visitors a day with the shape of the week and of the day as relative weights.
    public init(visitorsPerDay: Double, weekdayWeights: [Double], halfHourWeights: [Double]) {
      self.visitorsPerDay = visitorsPerDay
      self.weekdayWeights = weekdayWeights
      self.halfHourWeights = halfHourWeights
    }
  }

  /// Planned arrivals per hour in a half hour.
  public func arrivalsPerHour(on weekday: Weekday, halfHour: Int) -> Double {
    visitorsPerDay * weekdayFactors[weekday.rawValue] * halfHourShares[halfHour] * 2
  }

  /// Servers that meet the standard at planned demand and central handling time.
  ///
  /// Sized by Erlang C (no one gives up), one half hour by itself; never the day's luck. May exceed
  /// the counters there are.
  public func need(on weekday: Weekday, halfHour: Int) -> Int {
    serversRequired(
      arrivalsPerHour: arrivalsPerHour(on: weekday, halfHour: halfHour),
      serviceMinutes: handlingMinutes, targetMinutes: standard.withinMinutes,
      serviceLevel: standard.share)
  }
}
