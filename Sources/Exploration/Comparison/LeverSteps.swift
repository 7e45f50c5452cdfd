public import HybridWork
public import Simulation
public import Statistics

/// What each lever has to do with the difference between two policies.
public struct LeverSteps: Sendable {
  /// How the difference is divided.
  public enum Division: Sendable, Equatable {
    /// By Shapley's value: the mean over all orders in which levers can be exchanged.
    case shapley
    /// In the order in which they are exchanged; each step starts where the last has ended.
    case order([Lever])
  }

  /// One outcome's difference, divided.
  public struct Row: Sendable {
    /// The measure.
    public let outcome: Outcome
    /// The mean of the policy that is explained less that of the other.
    public let difference: Double
    /// One summary over worlds for each lever; the means sum to ``difference``.
    public let steps: [SampleSummary]
  }

  /// The two policies.
  public let policy: Policy, other: Policy
  /// How the difference was divided.
  public let division: Division
  /// The levers in which they differ, in catalogue order or in the order declared.
  public let levers: [Lever]
  /// One row an outcome.
  public let rows: [Row]
}

/// Finds what each lever has to do with the difference between two policies.
public struct LeverStepsRun: Sendable {
  /// More levers than this differ in no pair that can be divided exactly.
  public static let mostLevers = 7
  /// The levers in which the policies differ, in catalogue order.
  public let levers: [Lever]

  private let study: Study
  private let policy: Policy
  private let other: Policy
  private let outcomes: [Outcome]
  private static let policiesARun = 16

  /// A study's policy, explained against another by outcomes that the study reports.
  public init(_ study: Study, policy: Policy, against other: Policy, outcomes: [Outcome]) {
    let needsServices =
      outcomes.contains(where: \.isOfServices)
      || [policy, other, study.baseline].contains { !$0.levers.safeguards.isEmpty }
    self.study = needsServices ? study : study.withoutServices
    self.policy = policy
    self.other = other
    self.outcomes = outcomes
    levers = Lever.allCases.filter { $0.differs(policy.levers, other.levers) }
  }

  /// Runs the policies in between and divides.
  ///
  /// - Parameters:
  ///   - division: An order must name each of ``levers`` once.
  ///   - threads: At least 1.
  ///   - grid: Solved days at counters.
  ///   - progress: Called now and then with the share done.
  /// - Returns: The difference, divided.
  /// - Throws: ``SimulationError`` as a run of the study would.
  public func run(
    _ division: LeverSteps.Division, threads: Int, grid: WaitingGrid = WaitingGrid(),
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws(SimulationError) -> LeverSteps {
    var players = levers
    var coalitions = Array(UInt64(0)..<(1 << UInt64(levers.count)))
    if case .order(let order) = division {
      players = order
      coalitions = ShapleyValue.coalitions(along: Array(order.indices))
    }
    let worths = try worths(coalitions, of: players, threads: threads, grid, progress)
    let shares: [[Double]]
    switch division {
    case .shapley: shares = ShapleyValue.exact(players: players.count) { worths[$0] ?? [] }
    case .order:
      shares = ShapleyValue.contributions(along: Array(players.indices)) { worths[$0] ?? [] }
    }
    let worlds = study.run.worlds
    let (none, all) = (worths[0] ?? [], worths[coalitions[coalitions.count - 1]] ?? [])
    let rows = outcomes.enumerated().map { place, outcome in
      let part = (place * worlds)..<((place + 1) * worlds)
      return LeverSteps.Row(
        outcome: outcome,
        difference: SampleSummary(zip(all[part], none[part]).map { $0 - $1 }).mean,
        steps: shares.map { SampleSummary(Array($0[part])) })
    }
    return LeverSteps(
      policy: policy, other: other, division: division, levers: players, rows: rows)
  }

  /// The world means of every outcome, one after another, for each set of levers exchanged.
  private func worths(
    _ coalitions: [UInt64], of players: [Lever], threads: Int, _ grid: WaitingGrid,
    _ progress: @Sendable (Double) -> Void
  ) throws(SimulationError) -> [UInt64: [Double]] {
    var worths: [UInt64: [Double]] = [:]
    for first in stride(from: 0, to: coalitions.count, by: Self.policiesARun) {
      let part = coalitions[first..<min(first + Self.policiesARun, coalitions.count)]
      let result = try StudyRun(study.comparing(part.map { mixed($0, players) }))
        .run(threads: threads, grid: grid)
      for (place, coalition) in part.enumerated() {
        worths[coalition] = outcomes.flatMap { result.worldMeans($0, scenario: place + 1) }
      }
      progress(Double(first + part.count) / Double(coalitions.count))
    }
    return worths
  }

  /// The other policy with some levers taken from the policy that is explained.
  private func mixed(_ coalition: UInt64, _ players: [Lever]) -> Policy {
    var levers = other.levers
    for (place, lever) in players.enumerated() where coalition >> UInt64(place) & 1 == 1 {
      levers = lever.with(levers, from: policy.levers)
    }
    return Policy(
      header: PolicyHeader(
        id: policy.id, title: policy.title, institution: policy.institution,
        reference: policy.reference, inForce: policy.inForce, until: policy.until,
        specialCircumstances: policy.specialCircumstances), levers: levers)
  }
}

extension Outcome {
  /// Whether the outcome is about services, so that it needs them to be simulated.
  var isOfServices: Bool {
    switch self {
    case .coverage, .fullyCoveredDays, .coverageCitizens, .turnaroundWithinStandard,
      .turnaroundDays, .openCases, .meanWaitMinutes, .p90WaitMinutes, .servedWithinStandard,
      .lostCitizens, .citizenTimeRupiah:
      true
    default: false
    }
  }
}
