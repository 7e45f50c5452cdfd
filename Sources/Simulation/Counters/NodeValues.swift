import Queueing

/// The numbers kept of one solved day, all for each arrival of the day.
enum NodeValues {
  /// Mean wait over mean patience.
  static let wait = 0
  /// Share whose service starts within the standard's time.
  static let servedInTime = 1
  /// Share that leaves, is sent away at closing, or finds no ticket.
  static let lost = 2
  /// Shares that wait longer than each edge of ``WaitHistogram``.
  static let firstEdge = 3
  /// Mean number waiting in each slot over arrivals × patience.
  static let firstQueue = 3 + WaitHistogram.edges.count

  static func stride(_ shape: CounterShape) -> Int { firstQueue + shape.slots.count }

  /// Solves one day.
  ///
  /// - Parameters:
  ///   - shape: The day.
  ///   - servers: Servers of each slot.
  ///   - arrivals: Citizens who come that day.
  ///   - handlingMinutes: Mean time of one service.
  ///   - patienceMinutes: Mean patience.
  /// - Returns: ``stride(_:)`` numbers, NaN when the queue cannot be solved.
  static func solve(
    _ shape: CounterShape, servers: [UInt16], arrivals: Double, handlingMinutes: Double,
    patienceMinutes: Double
  ) -> [Double] {
    let coming = shape.slots.map { arrivals * $0.share }
    let taken = TicketQuota.accepted(coming, tickets: shape.tickets)
    let slots = shape.slots.indices.map {
      CounterDay.Slot(
        minutes: shape.slots[$0].minutes, arrivals: taken[$0], servers: Int(servers[$0]))
    }
    guard
      let day = try? CounterDay(
        slots: slots, serviceMinutes: handlingMinutes, patienceMinutes: patienceMinutes,
        closing: shape.servesOut ? .serveOut : .sendAway)
    else { return Array(repeating: .nan, count: stride(shape)) }
    let outcome = day.outcome(withinMinutes: shape.withinMinutes, edges: WaitHistogram.edges)
    let refused = max(arrivals - taken.reduce(0, +), 0)
    var values = Array(repeating: 0.0, count: stride(shape))
    values[wait] = outcome.waitMinutes / arrivals / patienceMinutes
    values[servedInTime] = outcome.servedInTime / arrivals
    values[lost] = (outcome.abandoned + outcome.sentAway + refused) / arrivals
    for (index, beyond) in outcome.waitingBeyond.enumerated() {
      values[firstEdge + index] = beyond / arrivals
    }
    for (index, queue) in outcome.meanQueueBySlot.enumerated() {
      values[firstQueue + index] = queue / arrivals / patienceMinutes
    }
    return values
  }
}
