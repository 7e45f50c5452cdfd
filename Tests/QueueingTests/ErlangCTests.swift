import Queueing
import RealModule
import Testing

@Suite("Erlang C: everybody waits until served")
struct ErlangCTests {
  @Test("the example of 720 calls an hour, 4 minutes, 55 agents (Mitan, now Westbay Engineers)")
  func publishedExample() throws {
    let queue = try ErlangC(arrivalsPerHour: 720, serviceMinutes: 4, servers: 55)
    #expect(abs(queue.probabilityOfWaiting - 0.239) < 0.0005)
    #expect(abs(queue.meanWaitMinutes * 60 - 8.2) < 0.05)
    #expect(abs(queue.serviceLevel(withinMinutes: 0.25) - 0.846) < 0.0005)
    #expect(abs(queue.occupancy - 0.873) < 0.0005)
  }

  @Test("the example of 200 calls an hour, 3 minutes, 14 agents (Call Centre Helper)")
  func secondPublishedExample() throws {
    let queue = try ErlangC(arrivalsPerHour: 200, serviceMinutes: 3, servers: 14)
    #expect(abs(queue.probabilityOfWaiting - 0.174) < 0.0005)
    #expect(abs(queue.meanWaitMinutes * 60 - 7.8) < 0.05)
    #expect(abs(queue.serviceLevel(withinMinutes: 20.0 / 60) - 0.888) < 0.0005)
    let required = serversRequired(
      arrivalsPerHour: 200, serviceMinutes: 3, targetMinutes: 20.0 / 60, serviceLevel: 0.8)
    #expect(required == 14)
  }

  @Test("one server by hand: the wait is ρ ÷ (1 - ρ) services, its tail ρ e^(-(1-ρ) t)")
  func oneServer() throws {
    let queue = try ErlangC(arrivalsPerHour: 3, serviceMinutes: 15, servers: 1)
    #expect(abs(queue.probabilityOfWaiting - 0.75) < 1e-15)
    #expect(abs(queue.meanWaitMinutes - 45) < 1e-12)
    #expect(abs(queue.serviceLevel(withinMinutes: 60) - (1 - 0.75 * .exp(-1))) < 1e-14)
    #expect(queue.serviceLevel(withinMinutes: -1) == 0)
  }

  @Test(
    "figures agree with the balance equations of endless patience", arguments: [1, 2, 9, 40, 200],
    [0.05, 0.5, 0.8, 0.95])
  func agreesWithBalanceEquations(servers: Int, occupancy: Double) throws {
    let load = occupancy * Double(servers)
    let queue = try ErlangC(arrivalsPerHour: load * 6, serviceMinutes: 10, servers: servers)
    let exact = BirthDeath(load: load, servers: servers, patienceInServices: .infinity)
    #expect(abs(queue.probabilityOfWaiting - exact.waiting) < 1e-9)
    #expect(abs(queue.meanWaitMinutes - exact.queue / load * 10) < 1e-9)
    #expect(abs(queue.occupancy - exact.busy / Double(servers)) < 1e-9)
  }

  @Test("very patient customers make Erlang A into Erlang C")
  func limitOfErlangA() throws {
    let patient = try ErlangA(
      arrivalsPerHour: 50, serviceMinutes: 10, servers: 10, patienceMinutes: 1e7)
    let endless = try ErlangC(arrivalsPerHour: 50, serviceMinutes: 10, servers: 10)
    #expect(abs(patient.probabilityOfWaiting - endless.probabilityOfWaiting) < 1e-5)
    #expect(abs(patient.meanWaitMinutes - endless.meanWaitMinutes) < 1e-4)
    for target in [0, 1, 15, 60] as [Double] {
      let difference =
        patient.serviceLevel(withinMinutes: target) - endless.serviceLevel(withinMinutes: target)
      #expect(abs(difference) < 1e-5)
    }
  }

  @Test("the servers required are the fewest that meet the level")
  func requiredServersAreTheFewest() throws {
    for arrivals in [0.1, 7, 60, 500] {
      for level in [0, 0.5, 0.8, 0.99] {
        let required = serversRequired(
          arrivalsPerHour: arrivals, serviceMinutes: 12, targetMinutes: 15, serviceLevel: level)
        let enough = try ErlangC(arrivalsPerHour: arrivals, serviceMinutes: 12, servers: required)
        #expect(enough.serviceLevel(withinMinutes: 15) >= level)
        let fewer = try? ErlangC(
          arrivalsPerHour: arrivals, serviceMinutes: 12, servers: required - 1)
        if let fewer { #expect(fewer.serviceLevel(withinMinutes: 15) < level) }
        #expect(fewer != nil || Double(required - 1) <= arrivals / 5)
      }
    }
  }

  @Test("more servers never raise the wait")
  func monotoneInServers() throws {
    let queues = try (31...80).map {
      try ErlangC(arrivalsPerHour: 180, serviceMinutes: 10, servers: $0)
    }
    for (fewer, more) in zip(queues, queues.dropFirst()) {
      #expect(more.probabilityOfWaiting < fewer.probabilityOfWaiting)
      #expect(more.meanWaitMinutes < fewer.meanWaitMinutes)
    }
  }

  @Test("without arrivals nobody is needed and nobody waits")
  func noArrivals() throws {
    let queue = try ErlangC(arrivalsPerHour: 0, serviceMinutes: 10, servers: 0)
    #expect(queue.probabilityOfWaiting == 0 && queue.meanWaitMinutes == 0)
    #expect(queue.occupancy == 0)
    #expect(queue.serviceLevel(withinMinutes: 0) == 1)
    let required = serversRequired(
      arrivalsPerHour: 0, serviceMinutes: 10, targetMinutes: 15, serviceLevel: 0.8)
    #expect(required == 0)
  }

  @Test("a load at or above the servers, and impossible numbers, are refused")
  func refusals() {
    #expect(throws: QueueingError.unstable(offeredLoad: 2, servers: 2)) {
      try ErlangC(arrivalsPerHour: 12, serviceMinutes: 10, servers: 2)
    }
    #expect(throws: QueueingError.unstable(offeredLoad: 2, servers: 0)) {
      try ErlangC(arrivalsPerHour: 12, serviceMinutes: 10, servers: 0)
    }
    #expect(throws: QueueingError.negative(.arrivalsPerHour, -2)) {
      try ErlangC(arrivalsPerHour: -2, serviceMinutes: 10, servers: 2)
    }
    #expect(throws: QueueingError.notPositive(.serviceMinutes, -1)) {
      try ErlangC(arrivalsPerHour: 2, serviceMinutes: -1, servers: 2)
    }
    #expect(throws: QueueingError.negativeServers(-4)) {
      try ErlangC(arrivalsPerHour: 2, serviceMinutes: 1, servers: -4)
    }
  }
}
