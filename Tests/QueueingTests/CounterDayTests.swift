import Queueing
import RealModule
import Testing

@Suite("A counter's day solved in time")
struct CounterDayTests {
  static let edges: [Double] = [0, 5, 15, 45]

  /// The days of `References/counter_day.py`.
  static func day(_ name: String) throws -> CounterDay {
    switch name {
    case "village":
      let arrivals: [Double] = [1, 4, 6, 5, 4, 3, 1, 1, 4, 5, 3, 2]
      let servers = [2, 3, 4, 4, 3, 2, 0, 0, 2, 4, 3, 1]
      return try CounterDay(
        zip(arrivals, servers).map { (30, $0, $1) }, service: 12, patience: 40, closing: .serveOut)
    case "constant":
      return try CounterDay(
        Array(repeating: (60, 14, 3), count: 4), service: 10, patience: 30, closing: .sendAway)
    case "overload":
      return try CounterDay(
        [(60, 40, 2), (30, 0, 2)], service: 6, patience: 25, closing: .sendAway)
    case "before opening":
      return try CounterDay(
        [(30, 8, 0), (60, 10, 3), (45, 4, 1)], service: 9, patience: 60, closing: .serveOut)
    case "nobody leaves":
      return try CounterDay(
        [(60, 20, 2), (60, 3, 3)], service: 8, patience: .infinity, closing: .serveOut)
    default:
      return try CounterDay(
        [(60, 9, 2), (20, 3, 0)], service: 8, patience: 50, closing: .serveOut)
    }
  }

  @Test(
    "figures agree with an integration of the forward equations by SciPy",
    arguments: [
      "village", "constant", "overload", "before opening", "nobody leaves",
      "no servers at the end",
    ])
  func forwardEquations(name: String) throws {
    let rows = try Reference.named("counter_day.csv").filter { $0.day == name }
    #expect(rows.count >= 14)
    let outcome = try Self.day(name).outcome(withinMinutes: 10, edges: Self.edges)
    #expect(outcome.lostToTruncation < 1e-10)
    for row in rows {
      let value = try #require(outcome.figure(row.figure, edges: Self.edges))
      // Waits share one clock time over some minutes where the staff changes.
      let isWait = row.figure.hasPrefix("beyond") || row.figure == "servedInTime"
      let tolerance = isWait ? 0.002 * outcome.arrivals : 1e-7
      #expect(
        abs(value - row.value) <= tolerance, "\(row.figure): \(value), not \(row.value)")
    }
  }

  @Test("nobody is lost: arrivals are served, leave or are sent away")
  func flow() throws {
    for name in ["village", "constant", "overload", "before opening", "nobody leaves", "end"] {
      let outcome = try Self.day(name).outcome(withinMinutes: 10, edges: [])
      let accounted = outcome.served + outcome.abandoned + outcome.sentAway
      #expect(abs(outcome.arrivals - accounted) < 1e-9)
    }
  }

  @Test("a long constant day comes to the steady state of Erlang A")
  func steadyState() throws {
    let edges: [Double] = [0, 1, 4, 12]
    let slots = Array(repeating: (minutes: 600.0, arrivals: 500.0, servers: 6), count: 12)
    let day = try CounterDay(slots, service: 7, patience: 20, closing: .sendAway)
    let short = try CounterDay(
      Array(slots.dropLast(10)), service: 7, patience: 20, closing: .sendAway)
    let steady = try ErlangA(
      arrivalsPerHour: 50, serviceMinutes: 7, servers: 6, patienceMinutes: 20)
    // The difference of two days that begin and end alike is ten slots of the steady state.
    let long = day.outcome(withinMinutes: 3, edges: edges)
    let brief = short.outcome(withinMinutes: 3, edges: edges)
    let arrivals = 5000.0
    func share(_ figure: (CounterDayOutcome) -> Double) -> Double {
      (figure(long) - figure(brief)) / arrivals
    }
    #expect(abs(share(\.abandoned) - steady.abandonment) < 1e-9)
    #expect(abs(share(\.waitMinutes) - steady.meanWaitMinutes) < 1e-8)
    #expect(abs(share(\.servedInTime) - steady.serviceLevel(withinMinutes: 3)) < 1e-9)
    for (place, edge) in edges.enumerated() {
      #expect(abs(share { $0.waitingBeyond[place] } - steady.waitTail(edge)) < 1e-9)
    }
    #expect(abs((long.meanQueueBySlot[5]) - steady.meanQueueLength) < 1e-9)
  }

  @Test("one server more in every slot never lengthens a queue or loses a citizen")
  func moreStaff() throws {
    for name in ["village", "constant", "overload", "before opening", "nobody leaves"] {
      let day = try Self.day(name)
      var before = day.outcome(withinMinutes: 10, edges: Self.edges)
      for added in 1...4 {
        let slots = day.slots.map { slot in
          CounterDay.Slot(
            minutes: slot.minutes, arrivals: slot.arrivals, servers: slot.servers + added)
        }
        let outcome = try CounterDay(
          slots: slots, serviceMinutes: day.serviceMinutes, patienceMinutes: day.patienceMinutes,
          closing: day.closing
        ).outcome(withinMinutes: 10, edges: Self.edges)
        #expect(outcome.waitMinutes <= before.waitMinutes + 1e-9)
        #expect(outcome.served >= before.served - 1e-9)
        #expect(outcome.servedInTime >= before.servedInTime - 1e-9)
        for (queue, longer) in zip(outcome.meanQueueBySlot, before.meanQueueBySlot) {
          #expect(queue <= longer + 1e-9)
        }
        for (wait, longer) in zip(outcome.waitingBeyond, before.waitingBeyond) {
          #expect(wait <= longer + 1e-9)
        }
        before = outcome
      }
    }
  }

  @Test("impossible days are refused")
  func refusals() {
    let slot = CounterDay.Slot(minutes: 30, arrivals: 4, servers: 1)
    func refusal(
      _ slot: CounterDay.Slot, service: Double = 5, patience: Double = 9
    )
      -> QueueingError?
    {
      do {
        _ = try CounterDay(
          slots: [slot], serviceMinutes: service, patienceMinutes: patience, closing: .serveOut)
        return nil
      } catch {
        return error
      }
    }
    var bad = slot
    bad.minutes = 0
    #expect(refusal(bad) == .notPositive(.slotMinutes, 0))
    bad = slot
    bad.arrivals = -1
    #expect(refusal(bad) == .negative(.arrivals, -1))
    bad = slot
    bad.servers = -2
    #expect(refusal(bad) == .negativeServers(-2))
    #expect(refusal(slot, service: -5) == .notPositive(.serviceMinutes, -5))
    #expect(refusal(slot, patience: 0) == .notPositive(.patienceMinutes, 0))
    #expect(refusal(slot, patience: .infinity) == nil)
  }
}
