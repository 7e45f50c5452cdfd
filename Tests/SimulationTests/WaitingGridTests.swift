import HybridWork
import Queueing
import RealModule
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("waits from a grid that all worlds share")
struct WaitingGridTests {
  @Test("agrees with every day solved by itself", arguments: [12.0, 25, 40, 70])
  func againstDays(visitors: Double) throws {
    var counter = CounterStudy(visitors: visitors)
    counter.handlingMinutes = 5.3
    var small = counter.small
    small.values[.arrivalFactor] = 1.13
    small.values[.handlingTimeFactor] = 0.91
    small.values[.counterPatienceMinutes] = 37
    let result = try small.result()
    for (scenario, thursday) in [(0, 2), (1, 1)] {
      let exact = try counter.oracle(
        thursday: thursday, arrivalFactor: 1.13, handlingFactor: 0.91, patience: 37)
      let wait = result.value(.meanWaitMinutes, scenario: scenario)
      #expect(abs(wait - exact.meanWaitMinutes) < 0.03 + 0.01 * exact.meanWaitMinutes)
      let inTime = result.value(.servedWithinStandard, scenario: scenario)
      #expect(abs(inTime - exact.servedInTime / exact.arrivals) < 0.005)
      let lost = result.value(.lostCitizens, scenario: scenario) / exact.arrivals
      #expect(abs(lost - exact.lost / exact.arrivals) < 0.003)
    }
  }

  @Test("is exact at its nodes")
  func atNodes() throws {
    let steps = GridSteps.standard
    // One weekday only, since weekdays of other loads lie between nodes.
    let handling = Double.exp(6 * steps.handling)
    let patience = Double.exp(8 * steps.patience)
    let visitors = Double.exp(-9 * steps.load) * 120 / handling
    var counter = CounterStudy(visitors: visitors)
    counter.handlingMinutes = handling
    var small = counter.small
    small.from = day("2024-01-11")
    small.through = day("2024-01-11")
    small.values[.counterPatienceMinutes] = patience
    let result = try small.result()
    for (scenario, servers) in [(0, 2), (1, 1)] {
      var exact = CounterDayOracle()
      try exact.add(
        counter.weights.map { visitors * $0 / 7 }, servers: servers, handlingMinutes: handling,
        patienceMinutes: patience, withinMinutes: 10)
      let found = result.value(.meanWaitMinutes, scenario: scenario)
      #expect(abs(found - exact.meanWaitMinutes) < 1e-9 * exact.meanWaitMinutes)
      #expect(abs(result.value(.lostCitizens, scenario: scenario) - exact.lost) < 1e-9)
      let p90 = WaitHistogram.quantile(0.9, beyond: exact.beyond, arrivals: exact.arrivals)
      #expect(abs(result.value(.p90WaitMinutes, scenario: scenario) - p90) < 1e-9 * max(p90, 1))
    }
  }

  @Test("any number of threads and any nodes solved before give equal bytes")
  func equalBytes() throws {
    var small = RandomStudies(seed: 3).study()
    small.through = day("2024-01-12")
    small.run = RunSettings(worlds: 70, replications: 1, seed: 8)
    let run = try StudyRun(small.study())
    let grid = WaitingGrid()
    let cold = run.run(threads: 1, grid: grid)
    #expect(grid.solvedCount > 0)
    for threads in [2, 5] {
      #expect(run.run(threads: threads).bits(scenario: 1) == cold.bits(scenario: 1))
    }
    let solved = grid.solvedCount
    let warm = run.run(threads: 2, grid: grid)
    #expect(grid.solvedCount == solved)
    #expect(warm.bits(scenario: 1) == cold.bits(scenario: 1))
    let handed = WaitingGrid()
    for (identity, nodes) in grid.contents { handed.insert(nodes, identity: identity) }
    let again = run.run(threads: 1, grid: handed)
    #expect(handed.solvedCount == 0)
    #expect(again.bits(scenario: 1) == cold.bits(scenario: 1))
    for place in cold.queues.cells.indices {
      let (one, other) = (
        cold.queues.place(place, scenario: 1), again.queues.place(place, scenario: 1)
      )
      #expect(one.queue.bitPattern == other.queue.bitPattern)
    }
  }

  @Test("more staff never lengthens a queue, loses a citizen or serves fewer in time")
  func monotone() throws {
    var waits: [Double] = []
    var lost: [Double] = []
    var inTime: [Double] = []
    for clerks in 1...5 {
      let result = try CounterStudy(visitors: 55, clerks: clerks, away: 0).small.result()
      waits.append(result.value(.meanWaitMinutes, scenario: 0))
      lost.append(result.value(.lostCitizens, scenario: 0))
      inTime.append(result.value(.servedWithinStandard, scenario: 0))
    }
    #expect(waits == waits.sorted(by: >))
    #expect(lost == lost.sorted(by: >))
    #expect(inTime == inTime.sorted())
  }

  @Test("without staff nobody is served, and everyone comes back as often as stated")
  func nobody() throws {
    var counter = CounterStudy(visitors: 40, clerks: 0)
    let result = try counter.small.result()
    // Two weeks of 40 + 40·(1.5 + 1 + 1 + 1 + 0.5 over 5) = 200 a week.
    #expect(abs(result.value(.lostCitizens, scenario: 0) - 400) < 1e-6)
    #expect(result.value(.servedWithinStandard, scenario: 0) < 1e-12)
    // Who may come back is still never served: in the end all are lost, after 1 ÷ (1 − 0.6) visits.
    counter.terms.returnShare = 0.6
    let returning = try counter.small.result()
    #expect(abs(returning.value(.lostCitizens, scenario: 0) - 400) < 1e-3)
    let once = result.value(.citizenTimeRupiah, scenario: 0)
    let often = returning.value(.citizenTimeRupiah, scenario: 0)
    #expect(abs(often / once - 2.5) < 1e-4)
  }

  @Test("citizens who return raise the load until served and lost add up to those planned")
  func returning() throws {
    var counter = CounterStudy(visitors: 45, clerks: 1, away: 0)
    counter.terms.returnShare = 0.5
    let result = try counter.small.result()
    // By bisection on exact days: visits = planned + half of those not served.
    var (low, high) = (1.0, 2.0)
    for _ in 0..<20 {
      let middle = (low + high) / 2
      let lost = try counter.oracle(thursday: 1, arrivalFactor: middle).lost
      if 1 + 0.5 * lost / 450 > middle { low = middle } else { high = middle }
    }
    let exact = try counter.oracle(thursday: 1, arrivalFactor: low)
    #expect(low > 1.05)
    let wait = result.value(.meanWaitMinutes, scenario: 0)
    #expect(abs(wait / exact.meanWaitMinutes - 1) < 0.02)
    let lost = result.value(.lostCitizens, scenario: 0)
    #expect(abs(lost / (exact.lost * 0.5) - 1) < 0.02)
    // Served and never coming back are those planned.
    #expect(abs((exact.arrivals - exact.lost) + exact.lost * 0.5 - 450) < 0.01)
  }
}
