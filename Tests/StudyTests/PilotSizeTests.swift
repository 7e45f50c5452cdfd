import PilotAssessment
import Statistics
import Testing

/// How often tests at 5% reject with 6 clusters, 2 of them treated by lot, and no effect.
///
/// The recorded shares are those of docs/pilot-assessment.md.
@Suite struct PilotSizeTests {
  private static let panels = 2000
  private static let periods = 10

  private struct Rejections {
    var shares: [String: Double] = [:]

    /// Assesses panels whose noise for the treated is so many times that of the others.
    init(treatedNoiseRatio: Double) throws {
      var design = SyntheticPanel(
        cohorts: [.init(firstTreated: 6, units: 2), .init(firstTreated: nil, units: 4)],
        periods: PilotSizeTests.periods)
      design.treatedNoiseRatio = treatedNoiseRatio
      var counts: [String: Int] = [:]
      for index in 0..<PilotSizeTests.panels {
        let panel = try design.panel(RandomKey(seed: 20_230_619).child(UInt64(index)))
        for weights in WildBootstrap.Weights.allCases {
          var options = PanelAssessment.Options()
          options.draws = 199
          options.seed = UInt64(index)
          options.bootstrapWeights = weights
          for estimate in PanelAssessment(panel, options: options).estimates {
            guard let name = Self.name(estimate, weights), let p = estimate.pValue else { continue }
            counts[name, default: 0] += p <= 0.05 ? 1 : 0
          }
        }
      }
      shares = counts.mapValues { Double($0) / Double(PilotSizeTests.panels) }
    }

    private static func name(
      _ estimate: PilotEstimate, _ weights: WildBootstrap.Weights
    )
      -> String?
    {
      guard [.overall, .simple].contains(estimate.aggregation) else { return nil }
      if estimate.inference == .wildClusterBootstrap { return weights.rawValue }
      guard weights == .rademacher else { return nil }
      return "\(estimate.estimator.rawValue) \(estimate.inference.rawValue)"
    }
  }

  /// Four binomial standard errors of a share of 5%.
  private static let slack = 4 * (0.05 * 0.95 / Double(panels)).squareRoot()

  @Test("with equal noise, cr2, the enumerated bootstrap and exchanges reject no more than 5%")
  func equalNoise() throws {
    let shares = try Rejections(treatedNoiseRatio: 1).shares
    for name in ["twfe cr2", "rademacher", "twfe randomization", "callaway_santanna randomization"]
    {
      #expect((shares[name] ?? 1) <= 0.05 + Self.slack, "\(name)")
    }
    // The least p-value of 15 exchanges is 1 ÷ 15.
    #expect(shares["twfe randomization"] == 0)
    compare(shares, Self.equal)
  }

  @Test("with treated units three times as noisy, shares are those that are published")
  func unequalNoise() throws {
    compare(try Rejections(treatedNoiseRatio: 3).shares, Self.unequal)
  }

  @Test("under no effect the placebo rank rejects as often as it says, and the effect is unbiased")
  func placeboRank() throws {
    var rejected = 0
    var effects: [Double] = []
    let panels = 200
    for seed in 0..<panels {
      let key = RandomKey(seed: UInt64(seed))
      let panel = try SyntheticPanel(
        cohorts: [.init(firstTreated: 7, units: 1), .init(firstTreated: nil, units: 9)], periods: 9
      ).panel(key)
      if try SyntheticControl(panel, key: key).pValue <= 0.1 { rejected += 1 }
      effects.append(try SyntheticDiD(panel).effect)
    }
    // 10% of 200 is 20; the binomial is above 33 once in a thousand.
    #expect(rejected <= 33)
    let mean = effects.reduce(0, +) / Double(panels)
    let squares = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(panels - 1) / Double(panels)).squareRoot()
    #expect(abs(mean) < 4 * error)
  }

  private func compare(_ found: [String: Double], _ recorded: [String: Double]) {
    #expect(found.keys.sorted() == recorded.keys.sorted(), "\(found)")
    for (name, share) in recorded {
      #expect(abs((found[name] ?? 1) - share) <= 0.002, "\(name): \(found[name] ?? 1)")
    }
  }

  private static let equal = [
    "twfe cr1": 0.0925, "twfe cr2": 0.019, "twfe cr3": 0.0615, "rademacher": 0.031,
    "webb": 0.0535, "twfe randomization": 0, "callaway_santanna influence_function": 0.226,
    "callaway_santanna randomization": 0, "synthetic_control placebo": 0,
    "synthetic_did placebo": 0.0875,
  ]
  private static let unequal = [
    "twfe cr1": 0.2205, "twfe cr2": 0.0845, "twfe cr3": 0.1475, "rademacher": 0.1545,
    "webb": 0.2205, "twfe randomization": 0, "callaway_santanna influence_function": 0.351,
    "callaway_santanna randomization": 0, "synthetic_control placebo": 0,
    "synthetic_did placebo": 0.397,
  ]
}

/// Whether estimators find the effect that a panel was made with.
@Suite struct PilotBiasTests {
  @Test("group-time effects are within four Monte Carlo errors of a growing, staggered effect")
  func staggered() throws {
    var design = SyntheticPanel(
      cohorts: [
        .init(firstTreated: 3, units: 8, effect: 1, effectGrowth: 0.5),
        .init(firstTreated: 5, units: 8, effect: 2), .init(firstTreated: nil, units: 14),
      ], periods: 7)
    design.covariateTrend = 0.3
    let truth = try #require(design.trueEffect)
    try check(design, .callawaySantanna, .influenceFunction, .simple, truth: truth)
  }

  @Test("the two-way effect is within four Monte Carlo errors of a constant effect")
  func constant() throws {
    let design = SyntheticPanel(
      cohorts: [.init(firstTreated: 4, units: 5, effect: 1.5), .init(firstTreated: nil, units: 7)],
      periods: 8)
    try check(design, .twfe, .cr1, .overall, truth: 1.5)
  }

  private func check(
    _ design: SyntheticPanel, _ estimator: PilotEstimate.Estimator,
    _ inference: PilotEstimate.Inference, _ aggregation: PilotEstimate.Aggregation, truth: Double
  ) throws {
    var effects: [Double] = []
    for index in 0..<400 {
      let panel = try design.panel(RandomKey(seed: 7).child(UInt64(index)))
      var options = PanelAssessment.Options()
      options.draws = 10
      let estimate = PanelAssessment(panel, options: options).estimates.first {
        $0.estimator == estimator && $0.inference == inference && $0.aggregation == aggregation
      }
      effects.append(try #require(estimate?.estimate))
    }
    let count = Double(effects.count)
    let mean = effects.reduce(0, +) / count
    let variance = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    #expect(abs(mean - truth) <= 4 * (variance / count).squareRoot())
  }
}
