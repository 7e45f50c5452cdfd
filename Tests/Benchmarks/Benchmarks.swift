import ArgumentParser
import Foundation
import HybridWork
import Queueing
import Simulation
import Statistics

/// Cases of `.ci/bench` that are timed inside the process, without its start; each prints JSON.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Times named parts of Luwes; run by .ci/bench/run.",
    subcommands: [
      Roster.self, Bare.self, Sizing.self, Rules.self, Events.self, Indices.self, Money.self,
      Counters.self,
    ])
}

/// Whole calendars of the office: every scenario, with counts, money and output.
struct Roster: ParsableCommand {
  @Option var office: String
  @Option var people: Int
  @Option var worlds = 4
  @Option var replications = 1
  @Option var policies: Int?
  @Option var services: Int?
  @Option var threads = 1
  @Option var rounds = 3
  @Option var seed: UInt64 = 1

  func run() throws {
    OpenBLAS.useOneThread()
    let clock = ContinuousClock()
    let begun = clock.now
    var office = try Office.read(office)
    if let policies { office = office.with(policies: policies) }
    if let services { office.services = services }
    let settings = RunSettings(worlds: worlds, replications: replications, seed: seed)
    let run = try StudyRun(office.study(people: people, run: settings))
    let setUp = begun.duration(to: clock.now) / .seconds(1)
    var meter = Meter()
    var last: StudyResult?
    for _ in 0..<rounds { last = meter.measure { run.run(threads: threads) } }
    guard let result = last else { return }
    let scenarios = result.study.scenarios.count
    let days = result.study.calendar.days.count
    var report = CaseReport(
      meter, work: Double(people) * Double(days * scenarios * worlds * replications))
    report.setUpSeconds = setUp
    for scenario in 0..<scenarios {
      let id = result.study.scenarios[scenario].id
      for outcome in Self.compared {
        report.results["\(outcome.rawValue)/\(id)"] = result.samples.samples(
          OutcomeKey(outcome), scenario: scenario)
      }
      report.results["extrapolated_share/\(id)"] = Array(
        result.ledger.extrapolatedShare(scenario: scenario))
      let tallies = result.safeguards.tallies(scenario: scenario)
      report.results["called/\(id)"] = tallies.map { Double($0.called) }
      report.results["came/\(id)"] = tallies.map { Double($0.came) }
    }
    try report.write()
  }

  /// Outcomes that between them depend on every part of the roster.
  private static let compared: [Outcome] = [
    .flexibleDaysPerWeek, .officeShareMean, .officeSharePeak, .deskNeed, .coverage, .burdenGini,
    .commuteHours, .officeEnergyRupiah,
  ]
}

/// The bare model: who is absent, who is away by twelve plans, how many are on site, looked up.
struct Bare: ParsableCommand {
  @Option var people: Int
  @Option var days: Int
  @Option var policies: Int
  @Option var unitSize: Int
  @Option var absence: Double
  @Option var rounds = 5
  @Option var seed: UInt64 = 1

  func run() throws {
    let kernel = BareKernel(
      people: people, days: days, policies: policies, unitSize: unitSize, absence: absence)
    var meter = Meter()
    var coverage: [[Double]] = []
    for round in 0..<rounds {
      coverage.append(meter.measure { kernel.coverage(RandomKey(seed: seed + UInt64(round))) })
    }
    var report = CaseReport(meter, work: Double(people * days * policies))
    for (round, values) in coverage.enumerated() { report.results["coverage/\(round)"] = values }
    try report.write()
  }
}

/// How many servers each of many counters needs.
struct Sizing: ParsableCommand {
  @Option(help: "Lines of arrivals an hour, minutes of service, target minutes, service level.")
  var cases: String
  @Option var rounds = 5

  func run() throws {
    let rows = try String(contentsOfFile: cases, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: " ").compactMap { Double($0) } }
    var meter = Meter()
    var servers: [Int] = []
    for _ in 0..<rounds {
      servers = meter.measure {
        rows.map {
          serversRequired(
            arrivalsPerHour: $0[0], serviceMinutes: $0[1], targetMinutes: $0[2],
            serviceLevel: $0[3])
        }
      }
    }
    var report = CaseReport(meter, work: Double(rows.count))
    report.results["servers"] = servers.map(Double.init)
    try report.write()
  }
}

/// Days at one counter, event by event.
struct Events: ParsableCommand {
  @Option var arrivalsPerHour: Double
  @Option var serviceMinutes: Double
  @Option var servers: Int
  @Option var minutes: Double
  @Option var days: Int
  @Option var rounds = 5

  func run() throws {
    let simulation = try EventSimulation(
      slots: [
        CounterDay.Slot(
          minutes: minutes, arrivals: arrivalsPerHour * minutes / 60, servers: servers)
      ], service: .exponential(mean: serviceMinutes), patience: .constant(.infinity),
      closing: .serveOut)
    var meter = Meter()
    var waits: [Double] = []
    for round in 0..<rounds {
      var uniforms = UniformStream(seed: UInt64(round + 1))
      let day = meter.measure {
        simulation.meanDay(of: days, &uniforms, withinMinutes: 1, edges: [0]).all
      }
      waits.append(day.waitMinutes / day.arrivals)
    }
    var report = CaseReport(meter, work: Double(days) * arrivalsPerHour * minutes / 60)
    report.results["mean_wait_minutes"] = waits
    try report.write()
  }
}
