import Exploration
import HybridWork
import Simulation
import Statistics
import TestSupport

/// Small studies drawn at random whose policy has several rules, and a division by brute force.
struct AttributedStudies {
  let key: RandomKey

  init(seed: UInt64) { key = RandomKey(seed: 0xA77).child(seed) }

  static let counter = Service(
    id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
    kind: .counter(
      CounterService(
        counters: 6,
        demand: CounterService.Demand(
          visitorsPerDay: 60, weekdayWeights: [1, 1, 1, 1, 1, 0, 0], halfHourWeights: [1, 2]),
        halfHours: [minutes(480), minutes(510)], handlingMinutes: 5,
        standard: CounterService.Standard(share: 0.8, withinMinutes: 15))),
    openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)

  /// Rules of every kind; talent boxes are not known of some people.
  static let rules = [
    SmallStudy.rule(
      "box", .talentBox(Set(TalentCell.allCases.filter { $0.performance != .low }))),
    SmallStudy.rule(
      "box-high", .talentBox(Set(TalentCell.allCases.filter { $0.performance == .high })),
      unassessed: .pass),
    SmallStudy.rule(
      "no-direct-service", .number(.directServiceShare, NumberRange(upper: .including(0)))),
    SmallStudy.rule("bandwidth", .number(.bandwidthMbps, NumberRange(lower: .including(10)))),
    SmallStudy.rule("not-far", .number(.commuteKilometres, NumberRange(upper: .including(20)))),
    SmallStudy.rule("tenure", .number(.tenureMonths, NumberRange(lower: .including(6)))),
    SmallStudy.rule("grade", .category(.grade, ["II/c", "III/a", "IV/d"])),
  ]

  func people(_ count: Int) -> [TestPerson] {
    (0..<count).map { index in
      let draw = key.child(UInt64(index))
      func pick(_ counter: UInt64, _ bound: UInt64) -> Int {
        Int(draw.index(below: bound, counter))
      }
      var person = TestPerson("id-\(1000 + index)", unit: "Unit \(pick(1, 3))")
      person.sex = pick(2, 2) == 0 ? "L" : "P"
      person.status = pick(13, 12) == 0 ? .nonASN : .pns
      person.task = TaskClass.allCases[pick(3, 4)]
      person.mode = CommuteMode.allCases[pick(4, 5)]
      person.kilometres = Double(pick(5, 300)) / 10
      person.grade = ["I/b", "II/c", "III/a", "IV/d"][pick(6, 4)]
      person.directServiceShare = pick(7, 3) == 0 ? 0.5 : 0
      person.service = pick(8, 4) == 0 ? "loket" : nil
      person.cell = pick(9, 5) == 0 ? nil : TalentCell.allCases[pick(10, 9)]
      person.bandwidthMbps = Double(pick(11, 20))
      person.tenureMonths = Double(pick(12, 40))
      return person
    }
  }

  /// A study with chance in absence and take-up, and a policy of some rules.
  func study(
    rules: [EligibilityRule], people count: Int = 60, cap: Double? = nil, worlds: Int = 2
  ) -> SmallStudy {
    var small = SmallStudy(people: people(count))
    small.values[.optInVoluntary] = 0.7
    small.values[.daysUsedShare] = 0.8
    small.values[.leaveShare] = 0.05
    small.values[.sickShare] = 0.03
    small.services = [Self.counter]
    small.policies = [
      SmallStudy.policy(
        "ruled", .chosen(DaySplit.of(flexible: 2)), rules: rules, cap: cap, meals: .notPaid)
    ]
    small.run = RunSettings(worlds: worlds, replications: 1, seed: 11)
    return small
  }
}

/// The division of an outcome over the rules of a study's only policy, one run for each subset and
/// one average over each order: nothing shared with the code under test but the run itself.
struct BruteForceAttribution {
  let worths: [Double]
  let rules: Int

  init(_ small: SmallStudy, _ outcome: Outcome) throws {
    let policy = small.policies[0]
    let all = policy.levers.eligibility
    rules = all.count
    worths = try (0..<(1 << all.count)).map { subset in
      var one = small
      one.policies = [
        SmallStudy.policy(
          "subset", policy.levers.schedule,
          rules: all.enumerated().filter { subset & (1 << $0.offset) != 0 }.map(\.element),
          cap: policy.levers.capShareOfUnitAway, meals: policy.levers.allowances.meal)
      ]
      let result = try one.result()
      let samples = result.samples.samples(OutcomeKey(outcome), scenario: 1)
      return samples.reduce(0, +) / Double(samples.count)
    }
  }

  var total: Double { (worths.last ?? .nan) - worths[0] }

  func removal(_ rule: Int) -> Double {
    let all = worths.count - 1
    return worths[all & ~(1 << rule)] - worths[all]
  }

  /// Mean contribution of each rule over every order.
  var shares: [Double] {
    var sums = Array(repeating: 0.0, count: rules)
    var orders = 0.0
    func visit(_ coalition: Int, _ added: [Double]) {
      guard coalition != (1 << rules) - 1 else {
        orders += 1
        for rule in 0..<rules { sums[rule] += added[rule] }
        return
      }
      for rule in 0..<rules where coalition & (1 << rule) == 0 {
        var next = added
        next[rule] = worths[coalition | (1 << rule)] - worths[coalition]
        visit(coalition | (1 << rule), next)
      }
    }
    visit(0, Array(repeating: 0, count: rules))
    return sums.map { $0 / orders }
  }
}
