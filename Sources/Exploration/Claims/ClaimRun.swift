import HybridWork
public import Simulation
import Statistics

/// Holds claims against a study: its own policies, and a grid of policies that go further.
public struct ClaimRun: Sendable {
  /// The study.
  public let study: Study
  /// The claims, in order.
  public let claims: [Claim]
  private let grid: [LeverGrid.Step]

  /// Prepares claims on a study.
  public init(_ study: Study, claims: [Claim]) {
    self.study = study
    self.claims = claims
    grid = LeverGrid.steps(from: study.baseline)
  }

  /// Runs the study with the grid and assesses every claim.
  ///
  /// - Parameters:
  ///   - threads: At least 1; the result is the same for any number.
  ///   - solved: Solved days at counters, perhaps of earlier runs.
  ///   - progress: Called now and then with the share done, 0…1.
  /// - Returns: One assessment a claim, in order.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    threads: Int, grid solved: WaitingGrid = WaitingGrid(),
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> [ClaimAssessment] {
    let worlds = try study.drawnWorlds()
    func measured(_ study: Study) throws(SimulationError) -> ClaimMeasure {
      let result = try StudyRun(study).run(threads: threads, grid: solved, progress: progress)
      return ClaimMeasure(result, worlds: worlds)
    }
    // No claim is about a counter, and waits take most of a run; only safeguards look at services.
    let all = study.comparing(study.policies + grid.map(\.policy)).withoutServices
    let plain = try measured(all)
    let isGuarded = study.scenarios.contains { !$0.levers.safeguards.isEmpty }
    let guarded = isGuarded ? try measured(study) : nil
    return claims.map { assess($0, plain, guarded) }
  }

  private func assess(
    _ claim: Claim, _ plain: ClaimMeasure, _ guarded: ClaimMeasure?
  ) -> ClaimAssessment {
    guard claim.subject.isModelled else { return bare(claim, .untestable) }
    let own = study.policies.indices.map { reach(claim, guarded ?? plain, scenario: $0 + 1) }
    guard own.contains(where: { $0.reach.change.count > 0 }) else { return bare(claim, .noBase) }
    // Who is on the staff is no policy's doing.
    let steps = claim.subject == .generationZ ? [] : gridReaches(claim, plain)
    let direction = claim.change < 0 ? 1.0 : -1.0
    let nearest = own.min { $0.reach.change.mean * direction < $1.reach.change.mean * direction }
    let farthest = steps.min { end($0.reach, claim) * direction < end($1.reach, claim) * direction }
    let smallest = steps.first { $0.reach.probability >= 0.5 }
    return ClaimAssessment(
      claim: claim, verdict: verdict(claim, own.map(\.reach), smallest: smallest?.reach),
      policies: own.map(\.reach), farthest: farthest?.reach, smallestStep: smallest?.reach,
      drivers: nearest.map { drivers(claim, plain, $0.changes) } ?? [])
  }

  private func bare(_ claim: Claim, _ verdict: ClaimVerdict) -> ClaimAssessment {
    ClaimAssessment(
      claim: claim, verdict: verdict, policies: [], farthest: nil, smallestStep: nil, drivers: [])
  }

  private func gridReaches(
    _ claim: Claim, _ measure: ClaimMeasure
  ) -> [(reach: ClaimAssessment.Reach, changes: [Double])] {
    grid.indices.filter { grid[$0].isOfMeetings == (claim.subject == .travel) }.map {
      reach(claim, measure, scenario: study.policies.count + 1 + $0)
    }
  }

  private func reach(
    _ claim: Claim, _ measure: ClaimMeasure, scenario: Int
  ) -> (reach: ClaimAssessment.Reach, changes: [Double]) {
    let changes = measure.changes(claim.subject, scenario: scenario)
    let known = changes.filter { !$0.isNaN }
    let met = known.count(where: claim.isMet)
    let policy = measure.result.study.scenarios[scenario]
    let reach = ClaimAssessment.Reach(
      policy: policy, change: SampleSummary(changes),
      probability: known.isEmpty ? .nan : Double(met) / Double(known.count),
      bound: bound(claim.subject, policy, measure))
    return (reach, changes)
  }

  /// The most that days away can save: their part of the working week, as if whatever is not used
  /// cost nothing and everyone were away.
  private func bound(
    _ subject: ClaimSubject, _ policy: Policy, _ measure: ClaimMeasure
  ) -> Double {
    let study = measure.result.study
    let days = CentralTakeUp(policy: policy, in: study).daysAllowed / Double(DaySplit.workingDays)
    switch subject {
    case .electricity, .officeRunning, .fuel, .lunch, .water: return -days
    case .mealAllowance: return policy.levers.allowances.meal == .notPaid ? -days : 0
    case .travel: return -policy.levers.meetingsOnlineShare
    case .runningCosts, .output, .generationZ, .stress, .satisfaction, .agility, .awards,
      .congestion, .nationalFuel:
      return .nan
    }
  }

  private func verdict(
    _ claim: Claim, _ own: [ClaimAssessment.Reach], smallest: ClaimAssessment.Reach?
  ) -> ClaimVerdict {
    let probability = own.map(\.probability).filter { !$0.isNaN }.max() ?? 0
    if probability >= 0.5 { return .likely }
    if probability > 0 { return .possible }
    if smallest != nil { return .otherPolicy }
    let bounds = own.map(\.bound).filter { !$0.isNaN }
    let isBeyond = !bounds.isEmpty && bounds.allSatisfy { claim.change < $0 }
    return isBeyond ? .impossible : .outOfReach
  }

  /// The change at the end of the worlds that favours the claim: the 95th percentile of savings.
  private func end(_ reach: ClaimAssessment.Reach, _ claim: Claim) -> Double {
    claim.change < 0 ? reach.change.p05 : reach.change.p95
  }

  /// The assumptions whose ranks go most with the change of the policy that comes nearest, each
  /// beyond what those before it tell already: assumptions that are drawn correlated with a driver
  /// and do nothing themselves are none.
  private func drivers(
    _ claim: Claim, _ measure: ClaimMeasure, _ changes: [Double]
  ) -> [ClaimAssessment.Driver] {
    let worlds = measure.worlds
    guard claim.subject != .generationZ, worlds.count >= 20, !changes.contains(where: \.isNaN)
    else { return [] }
    let direction = claim.change < 0 ? 1.0 : -1.0
    let distances = changes.map { $0 * direction }
    let order = changes.indices.sorted { left, right in
      distances[left] == distances[right] ? left < right : distances[left] < distances[right]
    }
    let met = order.filter { claim.isMet(by: changes[$0]) }
    let tenth = Array(order.prefix(max(worlds.count / 10, 1)))
    let needed = met.count >= tenth.count ? met : tenth
    let varied = AssumptionID.allCases.filter { id in
      worlds.contains { $0[id] != worlds[0][id] }
    }
    let least = Self.leastCorrelation(worlds: worlds.count, of: varied.count)
    let samples = varied.map { id in worlds.map { $0[id] } }
    return strongest(of: samples, for: changes, most: Self.mostDrivers, least: least).map { place in
      ClaimAssessment.Driver(
        id: varied[place], correlation: rankCorrelation(samples[place], changes),
        median: SampleSummary(samples[place]).p50,
        medianNeeded: SampleSummary(needed.map { samples[place][$0] }).p50)
    }
  }

  /// The rank correlation from which an assumption is called a driver: 0.3, or with few worlds what
  /// no irrelevant one of all that vary reaches by chance in 19 of 20 runs (Bonferroni; the standard
  /// deviation of Spearman's coefficient without dependence is 1 / √(worlds − 1)).
  package static func leastCorrelation(worlds: Int, of varied: Int) -> Double {
    let tail = 0.05 / (2 * Double(max(varied, 1)))
    return max(0.3, standardNormalQuantile(1 - tail) / Double(max(worlds - 1, 1)).squareRoot())
  }
  private static let mostDrivers = 4
}
