import HybridWork
import Simulation

/// Which policies pass all that the study, the law and the evidence ask, and which of them leads.
///
/// A stated rule and no decision: a policy passes when its verdict is *safe*, it keeps to the law at
/// its date, and no week of it is beyond the two flexible days that evidence reaches. Of those that
/// pass, the one with the largest mean cashable saving leads. Policies without flexible days, such as
/// meetings online, are told apart.
struct Shortlist {
  /// Why a policy does not pass.
  enum Obstacle: Equatable {
    case watched, refused, beyondLaw, extrapolated
  }

  /// Policies with flexible days.
  let flexible: [Int]
  /// Those of them that pass.
  let passing: [Int]
  /// The one that leads: of those that pass, or else of those that are only watched.
  let leader: Int?
  /// Whether any policy has a verdict, which needs thresholds.
  let isJudged: Bool
  private let obstaclesByScenario: [Int: [Obstacle]]
  private let savings: [Int: Double]

  init(_ results: WrittenStudy) {
    let all = Array(results.policies)
    flexible = all.filter { results.policy($0).levers.schedule.offersFlexibleDays }
    isJudged = all.contains { results.verdict($0) != nil }
    var obstacles: [Int: [Obstacle]] = [:]
    var savings: [Int: Double] = [:]
    for scenario in all {
      savings[scenario] =
        results.figure(scenario, "cashable_saving_rupiah_mean")?.value ?? -.infinity
      var found: [Obstacle] = []
      switch results.verdict(scenario) {
      case .watch?: found.append(.watched)
      case .refuse?: found.append(.refused)
      case .safe?, nil: break
      }
      if !results.conforms(scenario) { found.append(.beyondLaw) }
      let beyond = results.figure(scenario, "output_extrapolated_share")?.value ?? 0
      if beyond > 0 { found.append(.extrapolated) }
      obstacles[scenario] = found
    }
    let isJudged = isJudged
    passing = flexible.filter { isJudged && obstacles[$0] == [] }
    let candidates =
      passing.isEmpty ? flexible.filter { isJudged && obstacles[$0] == [.watched] } : passing
    // The first of those that save most, so that a tie goes by the planner's order.
    leader = candidates.reduce(nil) { best, scenario in
      guard let best else { return scenario }
      return (savings[scenario] ?? 0) > (savings[best] ?? 0) ? scenario : best
    }
    obstaclesByScenario = obstacles
    self.savings = savings
  }

  /// What keeps a policy from passing; nothing if it passes.
  func obstacles(_ scenario: Int) -> [Obstacle] { obstaclesByScenario[scenario] ?? [] }

  /// The policy with flexible days that saves most and more than the leader, if it is another.
  var largerSaving: Int? {
    guard let leader else { return nil }
    let most = flexible.max { (savings[$0] ?? 0) < (savings[$1] ?? 0) }
    return most.flatMap { (savings[$0] ?? 0) > (savings[leader] ?? 0) ? $0 : nil }
  }

  /// The policy without flexible days that saves most, if it saves anything.
  var savingWithoutFlexibleDays: Int? {
    let others = savings.keys.filter { !flexible.contains($0) && (savings[$0] ?? 0) > 0 }.sorted()
    return others.max { (savings[$0] ?? 0) < (savings[$1] ?? 0) }
  }
}
