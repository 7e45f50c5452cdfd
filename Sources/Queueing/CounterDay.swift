/// One day at a counter whose arrivals and staff change with the hour, solved in time.
///
/// The queue is M(t)/M/s(t)+M: Poisson arrivals at a constant rate within each slot, exponential
/// service times and patience, first come first served. A server who leaves at the end of a slot
/// first finishes the citizen in front of her, and idle servers leave first; a server who comes is
/// free at once. People who arrive while nobody serves wait for as long as their patience lasts.
///
/// The number of people inside is a Markov chain, solved by uniformisation (Jensen 1953; Grassmann,
/// "Transient solutions in Markovian queueing systems", Computers & Operations Research 4, 1977).
/// Waits follow a tagged arrival: only those ahead of it, the staff and its own patience matter.
public struct CounterDay: Sendable {
  /// A stretch of the day with constant staff and a constant rate of arrivals.
  public struct Slot: Hashable, Sendable {
    /// How long the slot lasts, above 0.
    public var minutes: Double
    /// How many people are expected to arrive during the slot.
    public var arrivals: Double
    /// How many serve; 0 for a break or before opening.
    public var servers: Int

    /// A slot; ``CounterDay/init(slots:serviceMinutes:patienceMinutes:closing:)`` checks it.
    public init(minutes: Double, arrivals: Double, servers: Int) {
      self.minutes = minutes
      self.arrivals = arrivals
      self.servers = servers
    }
  }

  /// What happens after the last slot with those who still wait; services begun are finished.
  public enum Closing: Hashable, Sendable {
    /// The servers of the last slot stay until nobody is left; without any it is ``sendAway``.
    case serveOut
    /// Those who wait are sent away.
    case sendAway
  }

  /// The stretches of the day in their order.
  public let slots: [Slot]
  /// The mean service time, above 0.
  public let serviceMinutes: Double
  /// The mean patience, above 0; infinite if nobody leaves.
  public let patienceMinutes: Double
  /// What happens with the queue after the last slot.
  public let closing: Closing

  /// Describes a day that starts with nobody inside.
  ///
  /// - Throws: ``QueueingError`` if a number is impossible.
  public init(
    slots: [Slot], serviceMinutes: Double, patienceMinutes: Double, closing: Closing
  ) throws(QueueingError) {
    try QueueingError.checkPositive(serviceMinutes, .serviceMinutes)
    if patienceMinutes != .infinity {
      try QueueingError.checkPositive(patienceMinutes, .patienceMinutes)
    }
    for slot in slots {
      try QueueingError.checkPositive(slot.minutes, .slotMinutes)
      try QueueingError.checkNotNegative(slot.arrivals, .arrivals)
      guard slot.servers >= 0 else { throw .negativeServers(slot.servers) }
    }
    self.slots = slots
    self.serviceMinutes = serviceMinutes
    self.patienceMinutes = patienceMinutes
    self.closing = closing
  }

  /// What citizens meet on this day, in expectation.
  ///
  /// Counts are those of the chain to about 10⁻¹⁰. ``CounterDayOutcome/servedInTime`` and
  /// ``CounterDayOutcome/waitingBeyond`` are as good where the staff stays the same for as long as
  /// the longest edge; where it changes, arrivals of a few minutes share one clock time.
  ///
  /// - Parameters:
  ///   - target: the wait within which service should start, in minutes; at least 0.
  ///   - edges: waits in minutes, at least 0 and ascending.
  /// - Returns: expected numbers of citizens and minutes.
  public func outcome(withinMinutes target: Double, edges: [Double]) -> CounterDayOutcome {
    precondition(target >= 0 && target.isFinite, "a target of \(target) min")
    precondition(edges.allSatisfy { $0 >= 0 && $0.isFinite }, "edges \(edges)")
    precondition(zip(edges, edges.dropFirst()).allSatisfy { $0 <= $1 }, "edges \(edges)")
    var solution = CounterDaySolution(self, target: target, edges: edges)
    return solution.outcome()
  }
}
