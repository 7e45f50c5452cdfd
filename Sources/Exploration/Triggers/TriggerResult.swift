public import HybridWork
public import Simulation

/// How often guardrails give a false alarm, and how often they miss what they are for.
public struct TriggerResult: Sendable {
  /// The policy guarded.
  public let policy: Policy
  /// The guardrails.
  public let triggers: [Trigger]
  /// The weeks simulated.
  public let weeks: Int
  /// The policy as assumed, then what makes it worse.
  public let states: [State]

  /// The policy as assumed or under something worse.
  public struct State: Sendable {
    /// What makes it worse; nil for the policy as assumed.
    public let worse: Worsening?
    /// For each trigger and calendar the week of the alarm, nil without one; last the first of any.
    public let alarms: [[Int?]]

    /// The share of calendars in which a trigger has given its alarm within so many weeks.
    public func share(trigger: Int, within weeks: Int) -> Double {
      let own = alarms[trigger]
      return Double(own.count { $0.map { $0 <= weeks } ?? false }) / Double(own.count)
    }

    /// The week by which half of the calendars have had the alarm; nil when fewer have it at all.
    public func medianWeek(trigger: Int) -> Int? {
      let own = alarms[trigger]
      let sorted = own.compactMap { $0 }.sorted()
      let place = (own.count + 1) / 2 - 1
      return place < sorted.count ? sorted[place] : nil
    }
  }

  /// The numbers of weeks that are told, those beyond the calendar left out, the whole calendar last.
  public var horizons: [Int] { [4, 8, 13, 26].filter { $0 < weeks } + [weeks] }
}

/// Something worse than assumed, all the time.
public enum Worsening: Hashable, Sendable {
  /// A hard time.
  case test(StressTest)
  /// An assumption at a value in every world.
  case assumption(AssumptionID, Double)
}
