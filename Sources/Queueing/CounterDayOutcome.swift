/// What citizens meet on one day at a counter: expected numbers, or those of one simulated day.
///
/// `arrivals = served + abandoned + sentAway`, since whoever is inside at closing is served, leaves
/// or is sent away afterwards. The wait is min(virtual wait, patience), cut off by being sent away.
public struct CounterDayOutcome: Hashable, Sendable {
  /// How many arrive.
  public var arrivals = 0.0
  /// How many are served.
  public var served = 0.0
  /// How many leave because their patience ends.
  public var abandoned = 0.0
  /// How many still wait at closing and are sent away, or were refused a ticket.
  public var sentAway = 0.0
  /// The waits of all arrivals together, in minutes.
  public var waitMinutes = 0.0
  /// How many arrivals have their service start within the target.
  public var servedInTime = 0.0
  /// The time that servers spend serving, overtime included, in minutes.
  public var busyMinutes = 0.0
  /// The time that servers spend serving after the last slot, in minutes.
  public var overtimeMinutes = 0.0
  /// How many arrivals wait longer than each edge.
  public var waitingBeyond: [Double] = []
  /// The mean number of people waiting during each slot.
  public var meanQueueBySlot: [Double] = []
  /// How many are inside when the last slot ends.
  public var inSystemAtEnd = 0.0
  /// How many arrivals the solution lost because it ends at some number inside; 0 in simulation.
  public var lostToTruncation = 0.0

  package init() {}
}
