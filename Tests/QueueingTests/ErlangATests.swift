import Queueing
import RealModule
import Testing

@Suite("Erlang A: customers whose patience ends")
struct ErlangATests {
  static func queue(
    load: Double, servers: Int, patience: Double, service: Double = 10
  ) throws -> ErlangA {
    try ErlangA(
      arrivalsPerHour: load * 60 / service, serviceMinutes: service, servers: servers,
      patienceMinutes: patience)
  }

  @Test(
    "figures agree with the balance equations", arguments: [1, 2, 3, 7, 20, 75, 200],
    [0.01, 0.3, 0.8, 0.97, 1.0, 1.05, 1.5, 4, 20])
  func agreesWithBalanceEquations(servers: Int, perServer: Double) throws {
    let load = perServer * Double(servers)
    for patience in [1.0, 10, 60, 600] {
      let found = try Self.queue(load: load, servers: servers, patience: patience)
      let exact = BirthDeath(load: load, servers: servers, patienceInServices: patience / 10)
      #expect(abs(found.probabilityOfWaiting - exact.waiting) < 1e-9)
      #expect(
        found.meanQueueLength.isApproximatelyEqual(
          to: exact.queue, absoluteTolerance: 1e-12, relativeTolerance: 1e-9))
      #expect(abs(found.occupancy - exact.busy / Double(servers)) < 1e-9)
      #expect(abs(found.abandonment - (1 - exact.busy / load)) < 1e-9)
      #expect(
        found.meanWaitMinutes.isApproximatelyEqual(
          to: exact.queue / load * 10, absoluteTolerance: 1e-12, relativeTolerance: 1e-9))
    }
  }

  @Test("waits and service levels agree with SciPy's integrals of the density of the wait")
  func agreesWithSciPy() throws {
    let rows = try Reference.rows("erlang_a.csv")
    #expect(rows.count == 180)
    for row in rows {
      let queue = try ErlangA(
        arrivalsPerHour: row[0], serviceMinutes: row[1], servers: Int(row[2]),
        patienceMinutes: row[3])
      let found = [
        queue.probabilityOfWaiting, queue.meanWaitMinutes, queue.abandonment, queue.occupancy,
        queue.meanQueueLength, queue.waitTail(row[4]), queue.serviceLevel(withinMinutes: row[4]),
      ]
      for (value, expected) in zip(found, row.dropFirst(5)) {
        #expect(
          value.isApproximatelyEqual(
            to: expected, absoluteTolerance: 1e-10, relativeTolerance: 1e-9), "\(row)")
      }
    }
  }

  @Test("the mean wait is the area under the tail of waits")
  func tailIntegratesToMean() throws {
    for (load, servers, patience) in [(2.5, 3, 20.0), (0.4, 1, 5), (40, 30, 15), (900, 20, 60)] {
      let queue = try Self.queue(load: load, servers: servers, patience: patience)
      let step = patience / 400
      var area = 0.0
      for index in 0..<20_000 / 2 {
        let start = Double(index) * 2 * step
        let middle = queue.waitTail(start + step)
        area += step / 3 * (queue.waitTail(start) + 4 * middle + queue.waitTail(start + 2 * step))
        if middle < 1e-13 { break }
      }
      #expect(area.isApproximatelyEqual(to: queue.meanWaitMinutes, relativeTolerance: 1e-7))
    }
  }

  @Test("several tails at once are the single tails")
  func tailsAreSingleTails() throws {
    let queue = try Self.queue(load: 12, servers: 10, patience: 30)
    let edges = (0..<24).map { Double($0 * $0) / 4 }
    var tails = [Double](repeating: -1, count: 25)
    queue.waitTails(edges, into: &tails)
    #expect(tails == edges.map(queue.waitTail) + [-1])
    #expect(tails[0] == queue.probabilityOfWaiting)
    #expect(zip(tails, tails[1..<24]).allSatisfy { $0 > $1 })
  }

  @Test("ends of time: nobody waits less than no time, nobody for ever")
  func endsOfTime() throws {
    let queue = try Self.queue(load: 12, servers: 10, patience: 30)
    #expect(queue.waitTail(-1) == 1)
    #expect(queue.waitTail(.infinity) == 0)
    #expect(queue.serviceLevel(withinMinutes: -1) == 0)
    #expect(abs(queue.serviceLevel(withinMinutes: 0) - (1 - queue.probabilityOfWaiting)) < 1e-14)
    #expect(abs(queue.serviceLevel(withinMinutes: .infinity) - (1 - queue.abandonment)) < 1e-14)
  }

  @Test("with equal service and patience rates the states are Poisson")
  func poissonStates() throws {
    // M/M/n+M with θ = μ has the states of M/M/∞: P(N < 2) = 3 e^-2 at load 2.
    let queue = try Self.queue(load: 2, servers: 2, patience: 10)
    #expect(abs(queue.probabilityOfWaiting - (1 - 3 * Double.exp(-2))) < 1e-15)
    // E max(N - 2, 0) = E N - 2 + 2 P(0) + P(1).
    #expect(abs(queue.meanQueueLength - 4 * .exp(-2)) < 1e-14)
  }

  @Test("more servers never make anything worse")
  func monotoneInServers() throws {
    for load in [0.5, 5, 60, 400] {
      for patience in [2.0, 45] {
        let queues = try (0...120).map {
          try Self.queue(load: load, servers: $0, patience: patience)
        }
        for (fewer, more) in zip(queues, queues.dropFirst()) {
          // Far above capacity, logarithms of some 10⁴ leave an error of 10⁻¹².
          let rounding = 1e-11
          #expect(more.probabilityOfWaiting <= fewer.probabilityOfWaiting + rounding)
          #expect(more.meanWaitMinutes <= fewer.meanWaitMinutes + rounding * patience)
          #expect(more.abandonment <= fewer.abandonment + rounding)
          #expect(more.waitTail(5) <= fewer.waitTail(5) + rounding)
          let level = fewer.serviceLevel(withinMinutes: 5) - rounding
          #expect(more.serviceLevel(withinMinutes: 5) >= level)
        }
      }
    }
  }

  @Test("2,000 servers and loads far from capacity neither overflow nor lose the balance")
  func largeSystems() throws {
    for load in [1.0, 1500, 1990, 2000, 2100, 40_000] {
      let queue = try Self.queue(load: load, servers: 2000, patience: 30)
      let exact = BirthDeath(load: load, servers: 2000, patienceInServices: 3)
      #expect(abs(queue.probabilityOfWaiting - exact.waiting) < 1e-9)
      #expect(abs(queue.meanQueueLength - exact.queue) <= 1e-9 * (1 + exact.queue))
      let tail = queue.waitTail(10)
      #expect((0...1).contains(tail))
      #expect((0...1).contains(queue.serviceLevel(withinMinutes: 10)))
    }
    // Far above capacity everybody leaves or is served at the fluid limit: wait T ln(load ÷ n).
    let flooded = try Self.queue(load: 40_000, servers: 2000, patience: 30)
    let fluid = 30 * Double.log(20)
    #expect(abs(flooded.waitTail(fluid * 0.9) - .exp(-fluid * 0.9 / 30)) < 1e-9)
    #expect(flooded.waitTail(fluid * 1.1) < 1e-9)
  }

  @Test("without servers everybody waits out their patience and leaves")
  func noServers() throws {
    let queue = try Self.queue(load: 2, servers: 0, patience: 20)
    #expect(queue.probabilityOfWaiting == 1 && queue.abandonment == 1)
    #expect(queue.meanWaitMinutes == 20 && queue.occupancy == 0)
    #expect(queue.meanQueueLength == 4)
    #expect(queue.serviceLevel(withinMinutes: 1000) == 0)
    #expect(abs(queue.waitTail(20) - .exp(-1)) < 1e-15)
  }

  @Test("without arrivals nothing happens", arguments: [0, 3])
  func noArrivals(servers: Int) throws {
    let queue = try Self.queue(load: 0, servers: servers, patience: 20)
    #expect(queue.probabilityOfWaiting == 0 && queue.meanWaitMinutes == 0)
    #expect(queue.abandonment == 0 && queue.occupancy == 0 && queue.meanQueueLength == 0)
    #expect(queue.serviceLevel(withinMinutes: 0) == 1)
    #expect(queue.waitTail(0) == 0)
  }

  @Test("impossible numbers are refused by name")
  func refusals() {
    let cases: [((Double, Double, Int, Double), QueueingError)] = [
      ((-1, 10, 1, 5), .negative(.arrivalsPerHour, -1)),
      ((.infinity, 10, 1, 5), .notFinite(.arrivalsPerHour, .infinity)),
      ((1, 0, 1, 5), .notPositive(.serviceMinutes, 0)),
      ((1, 10, -1, 5), .negativeServers(-1)),
      ((1, 10, 1, 0), .notPositive(.patienceMinutes, 0)),
      ((1, 10, 1, .infinity), .notFinite(.patienceMinutes, .infinity)),
      ((6e12, 10, 1, 60), .tooManyArrivals(perPatience: 6e12)),
    ]
    for ((arrivals, service, servers, patience), error) in cases {
      #expect(throws: error) {
        try ErlangA(
          arrivalsPerHour: arrivals, serviceMinutes: service, servers: servers,
          patienceMinutes: patience)
      }
    }
    #expect(throws: QueueingError.self) {
      try ErlangA(arrivalsPerHour: .nan, serviceMinutes: 1, servers: 1, patienceMinutes: 1)
    }
  }

  @Test("the servers required with patience are the fewest that meet the level")
  func serversRequired() throws {
    for (rate, patience, level) in [(200.0, 5.0, 0.8), (12, 30, 0.95), (6000, 2, 0.99)] {
      func share(_ servers: Int) throws -> Double {
        try ErlangA(
          arrivalsPerHour: rate, serviceMinutes: 3, servers: servers, patienceMinutes: patience
        ).serviceLevel(withinMinutes: 0.5)
      }
      let needed = try ErlangA.serversRequired(
        arrivalsPerHour: rate, serviceMinutes: 3, patienceMinutes: patience, targetMinutes: 0.5,
        serviceLevel: level)
      let (enough, short) = (try share(needed), try share(needed - 1))
      #expect(enough >= level && short < level)
    }
  }
}
