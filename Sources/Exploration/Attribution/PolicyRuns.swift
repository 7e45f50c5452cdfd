import HybridWork
import Simulation

/// Variants of one policy, run on a study's worlds and luck, and what each of them came to.
///
/// Every variant meets the same worlds and the same luck, in whichever run it takes part.
struct PolicyRuns {
  let study: Study
  let outcomes: [Outcome]
  let threads: Int
  /// Solved days at counters, shared by all runs.
  let grid: WaitingGrid
  /// The most variants times replications run at once, which bounds memory to about 50 MB.
  private static let batch = 64

  /// The worths of a variant: for each outcome, the mean over replications in each world.
  func worths(of policies: [Policy]) throws(SimulationError) -> [[Double]] {
    var worths: [[Double]] = []
    let size = max(1, Self.batch / study.run.replications)
    var start = 0
    while start < policies.count {
      let end = min(start + size, policies.count)
      worths += try run(Array(policies[start..<end]))
      start = end
    }
    return worths
  }

  private func run(_ policies: [Policy]) throws(SimulationError) -> [[Double]] {
    // The first variant takes the baseline's place: levels are asked for, not differences from it.
    let varied = try Study(
      header: study.header,
      setting: StudySetting(
        population: study.population, calendar: study.calendar, services: study.services,
        norms: study.norms),
      assumptions: study.assumptions, baseline: policies[0], policies: Array(policies.dropFirst()),
      reporting: Reporting(
        groups: [], accessGroups: study.reporting.accessGroups,
        smallestGroup: study.reporting.smallestGroup, thresholds: []),
      run: study.run)
    let result = try StudyRun(varied).run(threads: threads, grid: grid)
    return policies.indices.map { scenario in
      outcomes.flatMap { worldMeans(result.samples.samples(OutcomeKey($0), scenario: scenario)) }
    }
  }

  private func worldMeans(_ samples: [Double]) -> [Double] {
    let replications = study.run.replications
    return (0..<study.run.worlds).map { world in
      let own = samples[(world * replications)..<((world + 1) * replications)]
      return own.reduce(0, +) / Double(replications)
    }
  }
}
