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
    let draws = (0..<40).flatMap { sampler.worlds(block: $0) }.map { $0[.lunchPrice] }
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
    let worlds = (0..<40).flatMap { sampler.worlds(block: $0) }
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
    let free = try sampler(ids).worlds(block: 3)
    let tied = try sampler(ids, correlations: [(.lunchPrice, .officeElectricityUse, 0.6)])
      .worlds(block: 3)
    #expect(free.map { $0[.fuelCarbon] } == tied.map { $0[.fuelCarbon] })
    #expect(free.map { $0[.officeElectricityUse] } != tied.map { $0[.officeElectricityUse] })
  }

  @Test("impossible correlations are refused by name")
  func impossible() {
    #expect(
      throws: SimulationError.impossibleCorrelations([
        .fuelCarbon, .lunchPrice, .officeElectricityUse,
      ])
    ) {
      try sampler(
        [
          .lunchPrice: normal(0, 1), .officeElectricityUse: normal(0, 1), .fuelCarbon: normal(0, 1),
        ],
        correlations: [
          (.lunchPrice, .officeElectricityUse, 0.9), (.officeElectricityUse, .fuelCarbon, 0.9),
          (.lunchPrice, .fuelCarbon, -0.9),
        ])
    }
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
