public import Statistics

/// What a plan of a pilot can show, from many pilots made up on it.
public struct PilotPower: Sendable {
  /// What one test can show.
  public struct Test: Equatable, Sendable {
    /// The share of trials in which the test rejects no effect at 5%.
    public let power: Double
    /// The smallest constant effect, above 0 and in the outcome's unit, that the test finds in 80%
    /// of trials; nil where no effect is large enough.
    public let minimumDetectableEffect: Double?
    /// Among trials that reject: the mean size of the estimate over the mean size of the truth
    /// (type M; Gelman & Carlin 2014); nil without such trials or without a true effect.
    public let exaggeration: Double?
    /// Among trials that reject: the share whose estimate has the wrong sign (type S); nil likewise.
    public let signError: Double?
  }

  /// The plan.
  public let plan: PilotPlan
  /// How many pilots were made up.
  public let trials: Int
  /// The mean over trials of the true effect on treated cells.
  public let trueEffect: Double
  /// The standard deviation over trials of the estimate when nothing has an effect.
  public let spread: Double
  /// The test by exchanging treatment as the lot could have fallen.
  public let byLot: Test
  /// The t test with CR2 errors.
  public let byFormula: Test

  /// The power at which an effect counts as detectable.
  public static let wantedPower = 0.8

  /// Makes up and analyses pilots.
  ///
  /// In every trial a fresh lot decides which units are treated. The power is that for the trial's
  /// own effects; the minimum detectable effect comes from the same trials without any effect, since
  /// adding an effect δ to every treated cell moves each test as testing -δ does.
  ///
  /// - Parameters:
  ///   - plan: How the pilots are laid out.
  ///   - trials: How many; at least 1.
  ///   - draws: The most exchanges of treatment in each.
  ///   - key: The stream of lots and exchanges.
  ///   - make: The trial of a number, 0 and on.
  /// - Throws: ``AssessmentRefusal`` if effects can't be told under this plan.
  public init(
    _ plan: PilotPlan, trials: Int, draws: Int, key: RandomKey, make: (Int) -> PilotTrial
  ) throws(AssessmentRefusal) {
    let analysis = try PlanAnalysis(plan, draws: draws, key: key.child("exchanges"))
    let runs = (0..<trials).map { number in
      AnalysedTrial(analysis, make(number), number: number, key: key)
    }
    self.plan = plan
    self.trials = trials
    trueEffect = runs.reduce(0) { $0 + $1.truth } / Double(max(trials, 1))
    spread = SampleSummary(runs.map(\.without.effect)).standardDeviation
    let reach = runs.reduce(0) { max($0, abs($1.without.effect)) }
    byLot = Self.test(runs, reach: reach) { analysis.pByLot($0, of: $1) }
    byFormula = Self.test(runs, reach: reach) { analysis.pByFormula($0, of: $1) }
  }

  private static func test(
    _ runs: [AnalysedTrial], reach: Double, p: (PlanAnalysis.Finding, Double) -> Double
  ) -> Test {
    let level = PanelAssessment.level
    let found = runs.filter { p($0.with, 0) <= level }
    let size = found.reduce(0) { $0 + abs($1.with.effect) }
    let truth = found.reduce(0) { $0 + abs($1.truth) }
    let wrong = found.count { $0.with.effect * $0.truth < 0 }
    func power(_ effect: Double) -> Double {
      Double(runs.count { p($0.without, -effect) <= level }) / Double(runs.count)
    }
    return Test(
      power: Double(found.count) / Double(runs.count),
      minimumDetectableEffect: detectable(from: reach, power: power),
      exaggeration: truth > 0 ? size / truth : nil,
      signError: truth > 0 ? Double(wrong) / Double(found.count) : nil)
  }

  /// The smallest effect found with the wanted power, by doubling and bisection.
  private static func detectable(from start: Double, power: (Double) -> Double) -> Double? {
    guard start > 0 else { return nil }
    var high = start
    var doublings = 0
    while power(high) < wantedPower {
      high *= 2
      doublings += 1
      // An effect a thousand times the largest error is found by any test that finds one at all.
      if doublings > 10 { return nil }
    }
    var low = 0.0
    while high - low > 1e-3 * high {
      let middle = (low + high) / 2
      if power(middle) < wantedPower { low = middle } else { high = middle }
    }
    return high
  }
}
