import Queueing

/// The day of a counter apart from how much arrives and how long it takes: what waits are solved for.
///
/// Services with the same opening hours, shape of the day, standard and closing rule share one shape,
/// and with it everything that was solved for it.
public struct CounterShape: Hashable, Sendable {
  /// A stretch of the day.
  struct Slot: Hashable, Sendable {
    let minutes: Double
    /// Share of the day's arrivals; the shares of a day sum to 1.
    let share: Double
  }

  let slots: [Slot]
  /// Longest wait, in minutes, that counts as served within standard.
  let withinMinutes: Double
  let servesOut: Bool
  /// Tickets given out a day; nil without a quota.
  let tickets: Int?

  /// Length of the day in minutes.
  var minutes: Double { slots.reduce(0) { $0 + $1.minutes } }

  /// A text that two shapes share only if they are equal; the same on every machine.
  public var identity: String {
    let slots = slots.map { "\($0.minutes):\($0.share.bitPattern)" }.joined(separator: ",")
    let tickets = tickets.map { "\($0)" } ?? "-"
    return "slots=\(slots) within=\(withinMinutes) "
      + "closing=\(servesOut ? "serve-out" : "send-away") tickets=\(tickets)"
  }
}
