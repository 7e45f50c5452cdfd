import Exploration
import HybridWork
import RealModule
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Worlds weighed anew by a pilot")
struct PosteriorTests {
  private static let provenance = Provenance(
    source: "a test", date: WorkDate(year: 2026, month: 11, day: 27) ?? WorkDate(dayNumber: 0),
    confidence: .judgement)

  /// Equally likely values of a normal with mean 0 and deviation 1.
  private let worlds = (0..<20_000).map { standardNormalQuantile((Double($0) + 0.5) / 20_000) }

  private func evidence(_ estimate: Double, _ error: Double) -> PilotEvidence {
    PilotEvidence(
      .outputChange, of: "p", in: [.unit("A"), .unit("B")], estimate: estimate,
      standardError: error,
      provenance: Self.provenance)
  }

  private func posterior(_ evidence: PilotEvidence) -> (PosteriorWeights, WeightedSummary) {
    let weights = PosteriorWeights(logLikelihoods: worlds.map(evidence.logLikelihood))
    return (weights, WeightedSummary(worlds, weights: weights.values))
  }

  @Test(
    "in the linear normal case it is conjugate updating: precisions add, means are weighed by them")
  func conjugate() {
    let (weights, summary) = posterior(evidence(1, 0.5))
    #expect(abs(summary.mean - 0.8) < 1e-3)
    #expect(abs(summary.standardDeviation - (1.0 / 5).squareRoot()) < 1e-3)
    #expect(abs(summary.p50 - 0.8) < 2e-3)
    #expect(abs(summary.p95 - (0.8 + 1.6448536269514722 * (0.2).squareRoot())) < 3e-3)
    // (E w)² ÷ E w² for weights exp(−(1 − θ)² ÷ (2 · ¼)), by Gaussian integrals.
    let first = (1.0 / 5).squareRoot() * Double.exp(-0.5 / 1.25)
    let second = (1.0 / 9).squareRoot() * Double.exp(-0.5 / 1.125)
    #expect(abs(weights.effectiveSampleSize / 20_000 - first * first / second) < 1e-3)
    #expect(abs(weights.values.reduce(0, +) - 1) < 1e-12)
  }

  @Test("evidence from elsewhere counts with its error and the transfer's together")
  func transfer() {
    var elsewhere = evidence(1, 0.3)
    elsewhere.place = .elsewhere(transferDeviation: 0.4)
    let (_, summary) = posterior(elsewhere)
    #expect(abs(summary.mean - 0.8) < 1e-3, "0.3² + 0.4² = 0.5²")
  }

  @Test("few degrees of freedom let an estimate far out count for less than the normal would")
  func student() {
    var heavy = evidence(2, 0.5)
    heavy.degreesOfFreedom = 3
    let (_, summary) = posterior(heavy)
    #expect(summary.mean < posterior(evidence(2, 0.5)).1.mean)
    // By plain summation over the density of t with 3 degrees of freedom.
    var (mass, moment) = (0.0, 0.0)
    for step in -60_000...60_000 {
      let theta = Double(step) / 10_000
      let z = (2 - theta) / 0.5
      let weight = Double.exp(-theta * theta / 2) * Double.pow(1 + z * z / 3, -2)
      mass += weight
      moment += weight * theta
    }
    #expect(abs(summary.mean - moment / mass) < 2e-3)
  }

  @Test("evidence of no information changes nothing")
  func flat() {
    let (weights, summary) = posterior(evidence(0, 1e9))
    #expect(abs(weights.effectiveSampleSize - 20_000) < 1e-3)
    #expect(abs(summary.mean) < 1e-9)
    #expect(abs(summary.standardDeviation - 1) < 1e-3)
  }

  /// A study of thirty people of one unit, six in ten of whom apply, with luck of its own a world.
  private func result(worlds: Int) throws -> StudyResult {
    var small = SmallStudy(people: (0..<30).map { TestPerson("p\($0)") })
    small.values[.optInVoluntary] = 0.6
    small.policies = [SmallStudy.policy("two", .chosen(DaySplit.of(flexible: 2)))]
    small.run = RunSettings(worlds: worlds, replications: 1, seed: 1)
    return try small.result()
  }

  @Test("what does not fit is refused by name, and too few worlds are")
  func refusals() throws {
    let result = try result(worlds: 8)
    let policy = try #require(result.study.policies.first?.id)
    let unit = try #require(result.study.population.units.first?.name)
    var fitting = PilotEvidence(
      .flexibleDaysPerWeek, of: policy, in: [.unit(unit)], estimate: 0, standardError: 1,
      provenance: Self.provenance)
    fitting.treatedUnits = 2
    func error(_ change: (inout PilotEvidence) -> Void) -> PosteriorError? {
      var entry = fitting
      change(&entry)
      do throws(PosteriorError) {
        _ = try Posterior(result, [entry])
        return nil
      } catch {
        return error
      }
    }
    #expect(error { $0.policy = "x" } == .unknownPolicy(entry: 1, "x"))
    #expect(
      error { $0.groups = [.unit("x")] }
        == .notReported(entry: 1, .flexibleDaysPerWeek, group: "unit:x"))
    #expect(
      error { $0.outcome = .outputChange }
        == .notReported(entry: 1, .outputChange, group: "unit:Bagian A"))
    #expect(error { $0.estimand = .flexibleDay } == .otherEstimand(entry: 1))
    #expect(error { $0.outcome = .fuelLitres } == .isTotal(entry: 1, .fuelLitres))
    #expect(
      error { $0.inference = .hac } == .invalidInference(entry: 1, .hac, fewest: nil))
    #expect(
      error { $0.inference = .influenceFunction }
        == .invalidInference(entry: 1, .influenceFunction, fewest: 6))
    #expect(error { $0.treatedUnits = 1 } == .invalidInference(entry: 1, .cr2, fewest: 2))
    guard case .tooFewWorlds(let effective, needed: 100)? = error({ _ in }) else {
      Issue.record("eight worlds were taken for enough")
      return
    }
    #expect(effective <= 8 + 1e-9)
  }

  @Test("with worlds enough, forecasts stand beside outcomes and every world counts alike")
  func scorecard() throws {
    let result = try result(worlds: 128)
    let policy = try #require(result.study.policies.first?.id)
    let unit = try #require(result.study.population.units.first?.name)
    var entry = PilotEvidence(
      .flexibleDaysPerWeek, of: policy, in: [.unit(unit)], estimate: 1.0, standardError: 0.5,
      provenance: Self.provenance)
    entry.treatedUnits = 2
    let posterior = try Posterior(result, [entry])
    let forecast = try #require(posterior.scorecard.first)
    let key = OutcomeKey(.flexibleDaysPerWeek, .unit(unit))
    let differences = zip(
      result.samples.samples(key, scenario: 1), result.samples.samples(key, scenario: 0)
    ).map { $0 - $1 }
    let mean = differences.reduce(0, +) / 128
    #expect(abs(forecast.predicted.mean - mean) < 1e-12)
    #expect(forecast.shareBelow == Double(differences.count { $0 < 1.0 }) / 128)
    let change = try #require(
      posterior.difference(OutcomeKey(.flexibleDaysPerWeek, .unit(unit)), scenario: 1))
    #expect(abs(change.before.mean - mean) < 1e-12)
    // Weights by hand: exp(−(1 − d)² ÷ (2 · 0.25)).
    let weights = differences.map { Double.exp(-(1 - $0) * (1 - $0) / 0.5) }
    let expected = zip(weights, differences).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    #expect(abs(change.after.mean - expected) < 1e-12)
  }
}
