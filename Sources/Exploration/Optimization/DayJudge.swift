import HybridWork
import RealModule
import Simulation
import Statistics

/// Judges proposals by a simulation of the whole study on draws of its own.
struct DayJudge {
  private let search: DaySearch
  private let result: StudyResult
  private let staffing: StaffingTable
  private let services: StaffedServices
  private let needed: Int
  private let error: Double

  /// Simulates the policies of a round.
  init(
    _ search: DaySearch, policies: [Policy], round: Int, threads: Int
  ) throws(SimulationError) {
    self.search = search
    let settings = search.settings
    let study = search.study.comparing(policies).running(
      RunSettings(
        worlds: settings.judgeWorlds, replications: settings.replications,
        seed: search.seed(of: "judge", round: round)))
    (result, staffing) = try StudyRun(study).staffed(threads: threads, grid: nil)
    services = try StaffedServices(study.comparing([policies[0]]))
    error = OptimizationRun.firstError * .exp2(Double(1 - round))
    needed =
      settings.promise.worldsNeeded(of: settings.judgeWorlds, error: error)
      ?? settings.judgeWorlds + 1
  }

  /// Judges the policy of a quest, which is a scenario of the round.
  func judge(_ quest: inout DaySearch.Quest, scenario: Int) {
    quest.rounds += 1
    quest.readings = readings(shareOfDays: quest.shareOfDays, scenario: scenario)
    quest.isAccepted =
      quest.readings.allSatisfy { $0.worldsKept >= $0.worldsNeeded } && isFair(scenario)
    quest.isOpen = !quest.isAccepted
  }

  private func readings(shareOfDays: Double, scenario: Int) -> [ServiceReading] {
    let settings = search.settings
    let (worlds, replications) = (settings.judgeWorlds, settings.replications)
    let openDays = services.openDays
    var kept = Array(repeating: 0, count: openDays.count * worlds)
    let places = staffing.pools.indices.map(Optional.some)
    services.eachDay(
      samples: 0..<(worlds * replications),
      promise: DayPromise(
        least: settings.promise.least, isOfBaseline: settings.promise.isOfBaseline),
      fill: { sample, counts, baseline in
        staffing.add(scenario: scenario, sample: sample, to: places, of: &counts)
        staffing.add(scenario: 0, sample: sample, to: places, of: &baseline)
      },
      body: { sample, service, _, isKept in
        if isKept { kept[service * worlds + sample / replications] += 1 }
      })
    return openDays.indices.compactMap { service in
      guard openDays[service] > 0 else { return nil }
      let days = Double(openDays[service] * replications)
      let own = kept[(service * worlds)..<((service + 1) * worlds)]
      return ServiceReading(
        service: service, worldsKept: own.count { Double($0) >= shareOfDays * days - 1e-9 },
        worlds: worlds, worldsNeeded: shareOfDays > 0 ? needed : 0,
        shareOfDays: own.reduce(0) { $0 + Double($1) } / (days * Double(worlds)))
    }
  }

  /// Whether the days of groups keep to the bound in expectation, as far as the round can tell.
  private func isFair(_ scenario: Int) -> Bool {
    guard search.settings.fairness > 0 else { return true }
    let replications = search.settings.replications
    return search.compared.contrasts(
      result, scenario: scenario, bound: search.settings.fairness
    ).allSatisfy { samples in
      guard !samples.isEmpty, !samples.contains(where: \.isNaN) else { return true }
      // Calendars of one world share its assumptions: worlds are what is independent.
      let worlds = stride(from: 0, to: samples.count, by: replications).map { first in
        samples[first..<(first + replications)].reduce(0, +) / Double(replications)
      }
      let summary = SampleSummary(worlds)
      let error =
        worlds.count < 2 ? 0 : summary.standardDeviation / Double(worlds.count).squareRoot()
      return summary.mean - standardNormalQuantile(1 - self.error) * error >= -1e-9
    }
  }
}
