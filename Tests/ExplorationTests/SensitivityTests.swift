import Exploration
import Foundation
import HybridWork
import RealModule
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Sensitivity")
struct SensitivityTests {
  private func reference(_ name: String) throws -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appending(path: "References/\(name)"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
  }

  private func ishigami(_ x: [Double]) -> Double {
    .sin(x[0]) + 7 * .pow(.sin(x[1]), 2) + 0.1 * .pow(x[2], 4) * .sin(x[0])
  }

  @Test("Ishigami's function: the closed form, and SALib, within their intervals")
  func closedForm() throws {
    let cube = SobolPoints(dimensions: 6, count: 4096, scramble: RandomKey(seed: 1))
    func input(_ point: Int, fromB: (Int) -> Bool) -> [Double] {
      (0..<3).map { (2 * cube[point, $0 + (fromB($0) ? 3 : 0)] - 1) * .pi }
    }
    func results(_ fromB: (Int) -> Bool) -> [Double] {
      (0..<4096).map { ishigami(input($0, fromB: fromB)) }
    }
    let found = SobolIndices(
      a: results { _ in false }, b: results { _ in true },
      mixed: (0..<3).map { place in results { $0 == place } }, key: RandomKey(seed: 2))
    // Sobol' and Levitan (1999): V = 13.8446, shares of sin, sin² and the interaction.
    let first = [0.313_905, 0.442_411, 0]
    let total = [0.557_589, 0.442_411, 0.243_684]
    #expect(abs(found.variance - 13.844_6) < 0.5)
    for (place, index) in found.inputs.enumerated() {
      #expect(index.firstLow <= first[place] && first[place] <= index.firstHigh)
      #expect(index.totalLow <= total[place] && total[place] <= index.totalHigh)
      #expect(abs(index.first - first[place]) < 0.02)
      #expect(abs(index.total - total[place]) < 0.02)
    }
    for (row, index) in zip(try reference("ishigami.csv"), found.inputs) {
      let numbers = row.compactMap(Double.init)
      #expect(abs(index.first - numbers[1]) <= numbers[2] + (index.firstHigh - index.first))
      #expect(abs(index.total - numbers[3]) <= numbers[4] + (index.totalHigh - index.total))
    }
  }

  @Test("a study exported to SALib: its indices and ours within their intervals")
  func exported() throws {
    let runs = try reference("exported-runs.csv").map { $0.dropFirst().compactMap(Double.init) }
    #expect(runs.count == 256)
    let factors = (runs.first?.count ?? 0) - 2
    let found = SobolIndices(
      a: runs.map { $0[0] }, b: runs.map { $0[factors + 1] },
      mixed: (1...factors).map { place in runs.map { $0[place] } }, key: RandomKey(seed: 2))
    let theirs = try reference("exported.csv").map { $0.compactMap(Double.init) }
    #expect(theirs.count == factors && factors == 6)
    for (numbers, index) in zip(theirs, found.inputs) {
      #expect(abs(index.first - numbers[0]) <= numbers[1] + (index.firstHigh - index.first))
      #expect(abs(index.total - numbers[2]) <= numbers[3] + (index.totalHigh - index.total))
    }
  }

  @Test("PAWN is SALib's on the same sample, but for the run on each slice's edge")
  func pawn() throws {
    let rows = try reference("pawn.csv")
    let sample = rows.filter { $0.count == 4 && Double($0[3]) != nil }
      .map { $0.compactMap(Double.init) }
    let median = try #require(rows.first { $0.last == "median" }).compactMap(Double.init)
    let greatest = try #require(rows.first { $0.last == "maximum" }).compactMap(Double.init)
    #expect(sample.count == 400)
    for input in 0..<3 {
      let index = PAWNIndex(
        input: sample.map { $0[input] }, result: sample.map { $0[3] }, slices: 10)
      // A slice has 40 runs: one run more or less moves a distance by a fortieth at most.
      #expect(abs(index.median - median[input]) <= 1.0 / 40)
      #expect(abs(index.greatest - greatest[input]) <= 1.0 / 40)
    }
    let results = sample.map { $0[3] }
    let chance = PAWNIndex.chance(
      result: results, slices: 10, inputs: 1, draws: 200, key: RandomKey(seed: 1))
    #expect(chance < 0.2 && chance > 0.1)
  }

  @Test("an input of two values has two slices")
  func categories() {
    let input = (0..<100).map { $0 < 70 ? 0.0 : 1.0 }
    let result = (0..<100).map { $0 < 70 ? 1.0 : 2.0 }
    // F of all jumps to 0.7 at 1; in the slice of ones it is 0 there.
    #expect(
      abs(PAWNIndex(input: input, result: result, slices: 10).greatest - 0.7) < 1e-12)
  }

  /// Two people away on Thursdays; staff save lunch and petrol and pay for electricity at home.
  private func study(_ change: (inout SmallStudy) -> Void = { _ in }) throws -> Study {
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b")])
    small.run = RunSettings(worlds: 8, replications: 1, seed: 3)
    small.policies = [SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)]
    small.distributions = [
      .lunchPrice: BoundedDistribution(.uniform(low: 10_000, high: 30_000)),
      .homeEnergyUse: BoundedDistribution(.uniform(low: 0, high: 4)),
    ]
    change(&small)
    return try small.study()
  }

  @Test("an additive outcome: indices are the shares of variance, and sum to one")
  func additive() throws {
    let study = try study()
    var settings = SensitivityRun.Settings()
    settings.basePoints = 512
    let result = try SensitivityRun(
      study, policy: study.policies[0], outcome: .staffNetRupiah, settings: settings
    ).run(threads: 2)
    // A day: 0.6 of a lunch, deviation 0.6 · 20,000/√12; 1,500 Rp a kWh, deviation 1,500 · 4/√12.
    let lunch = 12_000.0 * 12_000
    let energy = 6_000.0 * 6_000
    #expect(result.rows.map(\.factor.ids) == [[.lunchPrice], [.homeEnergyUse]])
    for (row, share) in zip(result.rows, [lunch, energy].map { $0 / (lunch + energy) }) {
      let index = try #require(row.index)
      #expect(abs(index.first - share) < 0.03)
      #expect(abs(index.total - share) < 0.03)
    }
    // Everything here is a price: only A and B are simulated, in screening and for the indices.
    #expect(result.simulatedWorlds == 2 * (32 + 512))
    #expect(result.pricedWorlds == 2 * (32 + 512))
    // The mean change: 4 person-days × (16,000 Rp of petrol and lunch − 3,000 Rp).
    #expect(abs(result.mean - 4 * (4_000 + 12_000 - 3_000)) < 600)
  }

  @Test("correlated assumptions are one factor")
  func groups() throws {
    let plain = try study()
    let set = try AssumptionSet(
      plain.assumptions.assumptions,
      correlations: [
        AssumptionCorrelation(
          first: .lunchPrice, second: .homeEnergyUse, rho: 0.5, provenance: SmallStudy.provenance)
      ])
    let tied = try Study(
      header: plain.header,
      setting: StudySetting(
        population: plain.population, calendar: plain.calendar, services: [], norms: []),
      assumptions: set, baseline: plain.baseline, policies: plain.policies,
      reporting: plain.reporting, run: plain.run)
    #expect(Factor.all(of: tied).map(\.ids) == [[.lunchPrice, .homeEnergyUse]])
    let result = try SensitivityRun(
      tied, policy: tied.policies[0], outcome: .staffNetRupiah
    ).run(threads: 1)
    #expect(abs((result.rows[0].index?.first ?? .nan) - 1) < 1e-9)
    #expect(abs((result.rows[0].index?.total ?? .nan) - 1) < 1e-9)
  }

  @Test(
    "priced and simulated worlds give the same: whoever moves nobody changes no head-count",
    arguments: AssumptionID.allCases.filter { !$0.movesPeopleOrQueues })
  func pricedMovesNobody(id: AssumptionID) throws {
    var small = SmallStudy(
      people: (0..<12).map { TestPerson("p\($0)", unit: $0 < 5 ? "A" : "B") })
    small.run = RunSettings(worlds: 1, replications: 1, seed: 3)
    small.policies = [SmallStudy.policy("free", .chosen(DaySplit.of(flexible: 2)))]
    small.values[.sickShare] = 0.1
    small.values[.optInVoluntary] = 0.6
    small.values[.floodDays] = 4
    small.values[.floodStaffShare] = 0.5
    let plain = try StudyRun(small.study()).run(threads: 1)
    small.values[id] = (small.values[id] ?? 0) * 1.1 + 0.001
    let changed = try StudyRun(small.study()).run(threads: 1)
    for outcome in [Outcome.flexibleDaysPerWeek, .officeShareMean, .officeSharePeak, .burdenGini] {
      for scenario in 0...1 {
        #expect(
          plain.samples.samples(OutcomeKey(outcome), scenario: scenario)
            == changed.samples.samples(OutcomeKey(outcome), scenario: scenario))
      }
    }
  }

  @Test("a tornado's bars are the hand-computed ends, the longest first")
  func tornado() throws {
    let study = try study()
    let result = try TornadoRun(
      study, policy: study.policies[0], outcome: .staffNetRupiah, calendars: 2
    ).run(threads: 1)
    #expect(result.bars.map(\.id) == [.lunchPrice, .homeEnergyUse])
    #expect(abs(result.central - 4 * (4_000 + 12_000 - 3_000)) < 1e-6)
    // Lunch at 11,000 and 29,000; electricity at 0.2 and 3.8 kWh.
    #expect(abs(result.bars[0].atLow - 4 * (4_000 + 0.6 * 11_000 - 3_000)) < 1e-6)
    #expect(abs(result.bars[0].atHigh - 4 * (4_000 + 0.6 * 29_000 - 3_000)) < 1e-6)
    #expect(abs(result.bars[1].atLow - 4 * (16_000 - 0.2 * 1_500)) < 1e-6)
    #expect(abs(result.bars[1].atHigh - 4 * (16_000 - 3.8 * 1_500)) < 1e-6)
  }
}
