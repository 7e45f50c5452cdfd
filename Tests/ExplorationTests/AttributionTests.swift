import Exploration
import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("outcomes divided among the rules of a policy")
struct AttributionTests {
  private func divided(
    _ small: SmallStudy, _ outcomes: [Outcome], permutations: Int = 32, threads: Int = 1
  ) throws -> RuleAttribution {
    let study = try small.study()
    return try AttributionRun(
      study, policy: study.policies[0],
      settings: AttributionSettings(outcomes: outcomes, permutations: permutations)
    ).run(threads: threads)
  }

  private func close(_ left: Double, _ right: Double, scale: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(abs(left), abs(right), abs(scale), 1e-3)
  }

  @Test("head-counts: each person's loss shared by the rules failed is the mean over all orders")
  func headCounts() throws {
    for seed in UInt64(0)..<5 {
      let small = AttributedStudies(seed: seed).study(rules: Array(AttributedStudies.rules[0..<4]))
      let found = try #require(try divided(small, [.eligibleShare]).outcomes.first)
      let expected = try BruteForceAttribution(small, .eligibleShare)
      #expect(found.method == .exact)
      for (rule, share) in found.shares.enumerated() {
        let share = try #require(share)
        #expect(abs(share.value - expected.shares[rule]) < 1e-12)
        #expect(abs((share.removal ?? .nan) - expected.removal(rule)) < 1e-12)
        #expect(share.orderError == 0 && share.worldError == 0)
      }
    }
  }

  @Test(
    "all coalitions: simulated outcomes are the mean over all orders, with a cap or without",
    arguments: [nil, 0.2])
  func listed(cap: Double?) throws {
    let outcomes: [Outcome] = [
      .coverage, .p90WaitMinutes, .fuelRupiah, .budgetNetRupiah, .accessRatioMin,
    ]
    let small = AttributedStudies(seed: 3).study(
      rules: Array(AttributedStudies.rules[1..<4]), cap: cap)
    let found = try divided(small, outcomes)
    for (place, outcome) in outcomes.enumerated() {
      let expected = try BruteForceAttribution(small, outcome)
      #expect(found.outcomes[place].outcome == outcome)
      #expect(found.outcomes[place].method == .exact)
      for (rule, share) in found.outcomes[place].shares.enumerated() {
        let share = try #require(share)
        #expect(close(share.value, expected.shares[rule], scale: expected.total), "\(outcome)")
        #expect(close(share.removal ?? .nan, expected.removal(rule), scale: expected.total))
      }
    }
  }

  @Test("sums over people by sets of failed rules agree with listing every coalition")
  func failedSets() throws {
    let outcomes = Outcome.allCases.filter(\.isAdditiveOverPeople)
    let small = AttributedStudies(seed: 4).study(rules: AttributedStudies.rules, people: 40)
    // With 6 orders 42 runs are allowed: too few for the coalitions, enough for the failed sets.
    let bySets = try divided(small, outcomes, permutations: 6)
    let byCoalitions = try divided(small, outcomes, permutations: 64)
    for (one, other) in zip(bySets.outcomes, byCoalitions.outcomes) {
      #expect(one.method == .exact)
      #expect(other.method == .exact)
      if one.outcome != .eligibleShare { #expect(one.count < other.count) }
      let total = (other.ends?.withAllRules ?? .nan) - (other.ends?.withoutRules ?? .nan)
      #expect(close(one.ends?.withAllRules ?? .nan, other.ends?.withAllRules ?? .nan, scale: total))
      for (left, right) in zip(one.shares, other.shares) {
        #expect(close(left?.value ?? .nan, right?.value ?? .nan, scale: total), "\(one.outcome)")
        #expect(close(left?.removal ?? .nan, right?.removal ?? .nan, scale: total))
      }
    }
  }

  @Test("shares sum to v(all) − v(none), however they are found", arguments: [4, 32, 64])
  func sums(permutations: Int) throws {
    for cap in [nil, 0.2] {
      let small = AttributedStudies(seed: 8).study(
        rules: AttributedStudies.rules, people: 50, cap: cap, worlds: 1)
      let found = try divided(
        small, [.eligibleShare, .coverage, .meanWaitMinutes, .fuelLitres, .budgetNetRupiah],
        permutations: permutations)
      for outcome in found.outcomes {
        let ends = try #require(outcome.ends)
        let total = ends.withAllRules - ends.withoutRules
        let sum = outcome.shares.reduce(0) { $0 + ($1?.value ?? .nan) }
        #expect(close(sum, total, scale: total), "\(outcome.outcome)")
      }
    }
  }

  @Test("a rule that nobody fails has exactly zero of everything, sampled or not")
  func dummy() throws {
    let everyone = SmallStudy.rule("all", .number(.tenureMonths, NumberRange(lower: .including(0))))
    let rules = [everyone] + AttributedStudies.rules
    for permutations in [4, 64] {
      let small = AttributedStudies(seed: 6).study(rules: rules, people: 40)
      let found = try divided(
        small, [.eligibleShare, .fuelRupiah, .p90WaitMinutes, .coverage],
        permutations: permutations)
      #expect(found.outcomes.count == 4)
      for outcome in found.outcomes + found.groups + found.gaps {
        #expect(outcome.shares[0]?.value == 0)
        #expect(outcome.shares[0]?.orderError == 0)
      }
    }
  }

  @Test("two rules that ask the same share equally")
  func symmetry() throws {
    let asked = AttributedStudies.rules[3]
    let again = SmallStudy.rule("again", asked.condition)
    let small = AttributedStudies(seed: 7).study(rules: [asked, AttributedStudies.rules[2], again])
    let found = try divided(small, [.eligibleShare, .coverage, .fuelRupiah, .meanWaitMinutes])
    for outcome in found.outcomes {
      let values = outcome.shares.map { $0?.value ?? .nan }
      #expect(values[0] != 0 || ![.eligibleShare, .fuelRupiah].contains(outcome.outcome))
      #expect(close(values[0], values[2], scale: values[0]), "\(outcome.outcome)")
    }
  }

  @Test("sampled shares lie within four standard errors of the exact ones")
  func sampled() throws {
    let outcomes: [Outcome] = [.meanWaitMinutes, .fuelRupiah, .officeShareMean, .burdenGini]
    let task = SmallStudy.rule("task", .not(.category(.taskClass, ["place-bound"])))
    var small = AttributedStudies(seed: 12).study(
      rules: AttributedStudies.rules + [task], people: 70, cap: 0.3, worlds: 1)
    small.through = day("2024-01-10")
    let exact = try divided(small, outcomes, permutations: 64)
    // Ten pairs: a right estimate is this far off once in 320 (t, 9 degrees of freedom).
    let sampled = try divided(small, outcomes, permutations: 20)
    var isUncertain = false
    for (one, other) in zip(sampled.outcomes, exact.outcomes) {
      #expect(one.method == .sampled)
      #expect(one.count == 20)
      #expect(other.method == .exact)
      for (left, right) in zip(one.shares, other.shares) {
        let left = try #require(left)
        let right = try #require(right)
        #expect(abs(left.value - right.value) <= 4 * left.orderError + 1e-9, "\(one.outcome)")
        if left.orderError > 0 { isUncertain = true }
        #expect(close(left.removal ?? .nan, right.removal ?? .nan, scale: right.value))
      }
    }
    #expect(isUncertain)
  }

  @Test("one thread and three give the same bits")
  func threads() throws {
    let small = AttributedStudies(seed: 13).study(
      rules: AttributedStudies.rules, people: 40, cap: 0.3, worlds: 5)
    let outcomes: [Outcome] = [.meanWaitMinutes, .fuelRupiah]
    let one = try divided(small, outcomes, permutations: 4)
    let three = try divided(small, outcomes, permutations: 4, threads: 3)
    for (left, right) in zip(one.outcomes, three.outcomes) {
      #expect(left.shares == right.shares)
      #expect(left.ends == right.ends)
    }
  }

  @Test("without rules there is nothing to divide, and both ends are the same")
  func noRules() throws {
    let small = AttributedStudies(seed: 1).study(rules: [])
    let found = try divided(small, [.eligibleShare, .coverage])
    for outcome in found.outcomes {
      #expect(outcome.shares.isEmpty)
      #expect(outcome.ends?.withoutRules == outcome.ends?.withAllRules)
    }
  }

  @Test("the gap between groups is divided as the difference of their divisions, by hand")
  func gaps() throws {
    // Women: one fails both rules, one only bandwidth, one none. Men: one fails the box rule, six
    // none. Losses of women: bandwidth 1.5/3, box 0.5/3; of men: box 1/7.
    func person(_ id: String, _ sex: String, fast: Bool, box: Bool) -> TestPerson {
      var person = TestPerson(id)
      person.sex = sex
      person.bandwidthMbps = fast ? 20 : 1
      person.cell = TalentCell(performance: box ? .high : .low, potential: .high)
      return person
    }
    var small = SmallStudy(
      people: [
        person("a", "P", fast: false, box: false), person("b", "P", fast: false, box: true),
        person("c", "P", fast: true, box: true), person("d", "L", fast: true, box: false),
      ] + "efghij".map { person(String($0), "L", fast: true, box: true) })
    small.policies = [
      SmallStudy.policy(
        "ruled", .chosen(DaySplit.of(flexible: 2)),
        rules: [AttributedStudies.rules[0], AttributedStudies.rules[3]])
    ]
    let found = try divided(small, [.eligibleShare])
    let gap = try #require(found.gaps.first)
    #expect(found.gaps.count == 1)
    #expect(gap.group == .level(.sex, "P"))
    #expect(gap.reference == .level(.sex, "L"))
    let ends = try #require(gap.ends)
    #expect(ends.withoutRules == 0)
    let values = gap.shares.map { $0?.value ?? .nan }
    let expected: [Double] = [-1.0 / 6 + 1.0 / 7, -0.5]
    let difference: Double = 1.0 / 3 - 6.0 / 7
    #expect(abs(ends.withAllRules - difference) < 1e-15)
    #expect(abs(values[0] - expected[0]) < 1e-15)
    #expect(abs(values[1] - expected[1]) < 1e-15)
  }
}
