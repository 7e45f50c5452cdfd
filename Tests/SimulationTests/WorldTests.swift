import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("worlds and what is assumed")
struct WorldTests {
  /// A study in which some assumptions are distributed.
  private func sampler(
    _ distributed: [AssumptionID: BoundedDistribution],
    correlations: [(AssumptionID, AssumptionID, Double)] = [], seed: UInt64 = 1
  ) throws -> WorldSampler {
    let assumptions = try AssumptionSet(
      AssumptionID.allCases.map { id in
        let plain = SmallStudy.certain[id] ?? .nan
        return StudyAssumption(
          id: id,
          value: distributed[id].map { .distributed($0) } ?? .dated([(day("2000-01-01"), plain)]),
          provenance: SmallStudy.provenance)
      },
      correlations: correlations.map {
        AssumptionCorrelation(
          first: $0.0, second: $0.1, rho: $0.2, provenance: SmallStudy.provenance)
      })
    var small = SmallStudy(people: [TestPerson("a")])
    small.policies = [SmallStudy.policy("p", .fixed([.friday]))]
    small.run.seed = seed
    let plain = try small.study()
    let study = try Study(
      header: plain.header,
      setting: StudySetting(
        population: plain.population, calendar: plain.calendar, services: [], norms: []),
      assumptions: assumptions, baseline: plain.baseline, policies: plain.policies,
      reporting: plain.reporting, run: small.run)
    return try WorldSampler(study: study)
  }

  private func normal(_ mean: Double, _ sd: Double) -> BoundedDistribution {
    BoundedDistribution(.normal(mean: mean, sd: sd))
  }

  @Test("draws follow their distribution")
  func distribution() throws {
    let sampler = try sampler([.lunchPrice: normal(20_000, 2_000)])
    let draws = (0..<40).flatMap { sampler.worlds(block: $0) }.map { $0.assumptions[.lunchPrice] }
    let summary = SampleSummary(draws)
    // 2,560 draws: four standard errors of the mean are 158, of the deviation 112.
    #expect(abs(summary.mean - 20_000) < 158)
    #expect(abs(summary.standardDeviation - 2_000) < 112)
  }

  @Test("correlated assumptions come out correlated, others not")
  func correlation() throws {
    let sampler = try sampler(
      [
        .lunchPrice: normal(0, 1), .officeElectricityUse: normal(0, 1), .fuelCarbon: normal(0, 1),
      ], correlations: [(.lunchPrice, .officeElectricityUse, 0.6)])
    let worlds = (0..<40).flatMap { sampler.worlds(block: $0).map(\.assumptions) }
    func correlation(_ first: AssumptionID, _ second: AssumptionID) -> Double {
      let pairs = worlds.map { ($0[first], $0[second]) }
      let products = pairs.reduce(0) { $0 + $1.0 * $1.1 }
      let squares = (
        pairs.reduce(0) { $0 + $1.0 * $1.0 }, pairs.reduce(0) { $0 + $1.1 * $1.1 }
      )
      return products / (squares.0 * squares.1).squareRoot()
    }
    // Four standard errors of a correlation of 2,560 pairs are 0.08 and, at 0.6, 0.05.
    #expect(abs(correlation(.lunchPrice, .officeElectricityUse) - 0.6) < 0.05)
    #expect(abs(correlation(.lunchPrice, .fuelCarbon)) < 0.08)
  }

  @Test("a correlation added between two leaves every other assumption's draws as they were")
  func independence() throws {
    let ids: [AssumptionID: BoundedDistribution] = [
      .lunchPrice: normal(0, 1), .officeElectricityUse: normal(0, 1), .fuelCarbon: normal(0, 1),
    ]
    let free = try sampler(ids).worlds(block: 3).map(\.assumptions)
    let tied = try sampler(ids, correlations: [(.lunchPrice, .officeElectricityUse, 0.6)])
      .worlds(block: 3).map(\.assumptions)
    #expect(free.map { $0[.fuelCarbon] } == tied.map { $0[.fuelCarbon] })
    #expect(free.map { $0[.officeElectricityUse] } != tied.map { $0[.officeElectricityUse] })
  }

  @Test("impossible correlations give way to the nearest, and the pair that moves most is named")
  func impossible() throws {
    let asked: [(AssumptionID, AssumptionID, Double)] = [
      (.lunchPrice, .officeElectricityUse, 0.9), (.officeElectricityUse, .fuelCarbon, 0.9),
      (.lunchPrice, .fuelCarbon, -0.9),
    ]
    let worlds = try sampler(
      [
        .lunchPrice: normal(0, 1), .officeElectricityUse: normal(0, 1), .fuelCarbon: normal(0, 1),
      ], correlations: asked
    ).worlds(block: 0)
    #expect(worlds.allSatisfy { $0.assumptions[.lunchPrice].isFinite })
    let change = CorrelationMatrix(
      asked.map {
        AssumptionCorrelation(
          first: $0.0, second: $0.1, rho: $0.2, provenance: SmallStudy.provenance)
      }
    ).change
    #expect(abs(try #require(change).taken) < 0.9)
    #expect(abs(try #require(change).asked) == 0.9)
    #expect(CorrelationMatrix([]).change == nil)
  }

  @Test("correlated assumptions make groups, chained ones one group")
  func groups() {
    let pairs: [(AssumptionID, AssumptionID)] = [
      (.sickShare, .lunchPrice), (.lunchPrice, .fuelCarbon), (.leaveShare, .homeMealShare),
    ]
    let matrix = CorrelationMatrix(
      pairs.map {
        AssumptionCorrelation(
          first: $0.0, second: $0.1, rho: 0.3, provenance: SmallStudy.provenance)
      })
    #expect(
      matrix.groups == [[.fuelCarbon, .lunchPrice, .sickShare], [.homeMealShare, .leaveShare]])
  }

  @Test("every way of sampling draws the same distribution", arguments: WorldSampling.allCases)
  func samplings(sampling: WorldSampling) throws {
    let worlds = sampling.allowed(from: 1000)
    let study = try sampled([.lunchPrice: normal(20_000, 2_000)], sampling, worlds: worlds)
    let summary = SampleSummary(try study.drawnWorlds().map { $0[.lunchPrice] })
    #expect(summary.count == worlds)
    // Four standard errors of Monte Carlo: 253 and 179; the others are far nearer.
    #expect(abs(summary.mean - 20_000) < (sampling == .monteCarlo ? 253 : 25))
    #expect(abs(summary.standardDeviation - 2_000) < (sampling == .monteCarlo ? 179 : 60))
  }

  @Test("a number of worlds that can't be laid out is refused with the next that can")
  func uneven() throws {
    #expect(WorldSampling.sobol.allowed(from: 200) == 256)
    #expect(WorldSampling.latinHypercube.allowed(from: 201) == 208)
    #expect(throws: SimulationError.unevenWorlds(.sobol, worlds: 200)) {
      try sampled([:], .sobol, worlds: 200).drawnWorlds()
    }
  }

  private func sampled(
    _ distributions: [AssumptionID: BoundedDistribution], _ sampling: WorldSampling, worlds: Int
  ) throws -> Study {
    var small = SmallStudy(people: [TestPerson("a")])
    small.policies = [SmallStudy.policy("p", .fixed([.friday]))]
    small.distributions = distributions
    small.run.worlds = worlds
    small.run.sampling = sampling
    return try small.study()
  }

  @Test("a price that changes enters as its mean over the working days")
  func datedPrice() throws {
    var small = SmallStudy(people: [TestPerson("a")])
    small.policies = [SmallStudy.policy("p", .fixed([.friday]), takeUp: .ordered)]
    let plain = try small.study()
    let assumptions = try AssumptionSet(
      plain.assumptions.assumptions.map { assumption in
        guard assumption.id == .fuelPrice else { return assumption }
        // Three of ten working days (8–10 January) at 7,650, seven at 10,000.
        return StudyAssumption(
          id: .fuelPrice,
          value: .dated([(day("2020-01-01"), 7_650), (day("2024-01-11"), 10_000)]),
          provenance: SmallStudy.provenance)
      }, correlations: [])
    let study = try Study(
      header: plain.header,
      setting: StudySetting(
        population: plain.population, calendar: plain.calendar, services: [], norms: []),
      assumptions: assumptions, baseline: plain.baseline, policies: plain.policies,
      reporting: plain.reporting, run: plain.run)
    let result = try StudyRun(study).run(threads: 1)
    let price = result.value(.fuelRupiah, scenario: 1) / result.value(.fuelLitres, scenario: 1)
    #expect(abs(price - (3 * 7_650 + 7 * 10_000) / 10.0) < 1e-9)
  }

  @Test("a price without a value on the first day is refused")
  func missingPrice() throws {
    let early = try AssumptionSet(
      AssumptionID.allCases.map { id in
        StudyAssumption(
          id: id, value: .dated([(day("2024-01-10"), 1)]), provenance: SmallStudy.provenance)
      }, correlations: [])
    var small = SmallStudy(people: [TestPerson("a")])
    small.policies = [SmallStudy.policy("p", .fixed([.friday]))]
    let plain = try small.study()
    let study = try Study(
      header: plain.header,
      setting: StudySetting(
        population: plain.population, calendar: plain.calendar, services: [], norms: []),
      assumptions: early, baseline: plain.baseline, policies: plain.policies,
      reporting: plain.reporting, run: plain.run)
    #expect(throws: SimulationError.noValueBefore(.optInVoluntary, day("2024-01-08"))) {
      try StudyRun(study)
    }
  }
}
