import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("comparison with the baseline")
struct ComparisonTests {
  /// Ten people; a policy that helps fuel and hurts nothing else, with luck in take-up.
  private func result(_ thresholds: [Threshold] = []) throws -> StudyResult {
    var small = SmallStudy(people: (0..<10).map { TestPerson("p\($0)") })
    small.values[.optInVoluntary] = 0.5
    small.policies = [
      SmallStudy.policy("two", .chosen(DaySplit.of(flexible: 2))),
      SmallStudy.policy("also-two", .chosen(DaySplit.of(flexible: 2)), cap: 1),
    ]
    small.run = RunSettings(worlds: 40, replications: 1, seed: 3)
    let plain = try small.study()
    let study = try Study(
      header: plain.header,
      setting: StudySetting(
        population: plain.population, calendar: plain.calendar, services: [], norms: []),
      assumptions: plain.assumptions, baseline: plain.baseline, policies: plain.policies,
      reporting: Reporting(
        groups: [.sex], accessGroups: [.sex], smallestGroup: 1, thresholds: thresholds),
      run: plain.run)
    return try StudyRun(study).run(threads: 1)
  }

  @Test("differences are taken pair by pair")
  func pairs() throws {
    let result = try result()
    let comparison = try #require(result.comparison(OutcomeKey(.fuelLitres), scenario: 1))
    let own = result.samples.samples(OutcomeKey(.fuelLitres), scenario: 1)
    let base = result.samples.samples(OutcomeKey(.fuelLitres), scenario: 0)
    #expect(base.allSatisfy { $0 == 0 })
    #expect(comparison.difference.mean == comparison.level.mean)
    #expect(comparison.probabilityBetter == Double(own.count { $0 > 0 }) / 40)
    #expect(comparison.probabilityBetter + comparison.probabilityEqual == 1)
  }

  @Test("for a cost, less is better")
  func minimised() throws {
    let comparison = try #require(
      try result().comparison(OutcomeKey(.homeCostRupiah), scenario: 1))
    #expect(comparison.level.mean > 0)
    #expect(comparison.probabilityBetter == 0)
  }

  @Test("an outcome without a direction is never better")
  func undirected() throws {
    let comparison = try #require(
      try result().comparison(OutcomeKey(.officeShareMean), scenario: 1))
    #expect(comparison.probabilityBetter.isNaN)
    #expect(comparison.probabilityEqual.isNaN)
  }

  @Test("a policy compared with itself is equal in every pair")
  func equal() throws {
    let comparison = try #require(try result().comparison(OutcomeKey(.fuelLitres), scenario: 0))
    #expect(comparison.probabilityEqual == 1)
    #expect(comparison.difference.standardDeviation == 0)
  }

  @Test("policies that no calendar tells apart are named together")
  func twins() throws {
    #expect(try result().indistinguishable == [[1, 2]])
  }

  @Test(
    "the verdict: safe by the bad end of the range, refused by the mean",
    arguments: [(0.0, 0.0, Verdict.safe), (1e9, 0.0, .watch), (1e9, 1e9, .refuse)])
  func verdict(safe: Double, watch: Double, expected: Verdict) throws {
    let threshold = Threshold(
      outcome: .fuelLitres, comparison: .difference, safe: safe, watch: watch)
    #expect(try result([threshold]).verdict(scenario: 1) == expected)
    #expect(try result([threshold]).verdict(scenario: 0) == nil)
  }

  @Test("of several thresholds the worst reading counts")
  func worstVerdict() throws {
    let fine = Threshold(outcome: .fuelLitres, comparison: .difference, safe: 0, watch: 0)
    let broken = Threshold(
      outcome: .homeCostRupiah, comparison: .level, safe: -1, watch: -1)
    #expect(try result([fine, broken]).verdict(scenario: 1) == .refuse)
  }
}
