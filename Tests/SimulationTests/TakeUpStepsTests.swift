import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Steps of take-up")
struct TakeUpStepsTests {
  @Test("each step has no more people than the one before, group by group", arguments: 0..<40)
  func nested(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.values[.approvalShare] = 0.8
    let result = try small.result()
    let table = result.takeUp
    let steps = TakeUpTable.steps(of: small.policies[0].levers)
    for group in table.groups.indices {
      for (before, after) in zip(steps, steps.dropFirst()) {
        let pairs = zip(
          table.people(before, group: group, scenario: 1),
          table.people(after, group: group, scenario: 1))
        #expect(pairs.allSatisfy { $0 >= $1 }, "seed \(seed), \(before) and \(after)")
      }
      for step in steps {
        #expect(table.people(step, group: group, scenario: 0).allSatisfy { $0 == 0 })
      }
    }
    // Units partition the staff, so their people add up to everyone's.
    let units = table.groups.indices.filter {
      if case .unit = table.groups[$0] { true } else { false }
    }
    for step in steps {
      let total = units.reduce(0) { $0 + table.people(step, group: $1, scenario: 1)[0] }
      #expect(total == table.people(step, group: 0, scenario: 1)[0], "seed \(seed), \(step)")
    }
  }

  @Test("people who apply and are approved are those of the plain roster", arguments: 0..<20)
  func plain(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.values[.approvalShare] = 0.8
    small.run = RunSettings(worlds: 1, replications: 1, seed: seed)
    small.policies = [SmallStudy.policy("open", .chosen(DaySplit.of(flexible: 1)))]
    let result = try small.result()
    let reference = ReferenceRoster(small, calendar: result.study.calendar)
    let approved = result.study.population.units.reduce(0) {
      $0 + reference.participants(unit: $1, world: 0, isVoluntary: true).count
    }
    #expect(result.takeUp.people(.approved, group: 0, scenario: 1) == [Double(approved)])
  }

  @Test("an ordered day has no applicants and no approval")
  func ordered() {
    let levers = SmallStudy.policy("o", .fixed([.monday]), takeUp: .ordered).levers
    #expect(TakeUpTable.steps(of: levers) == [.eligible, .complies])
  }

  private func odds(_ modifier: OptInOdds.Modifier) -> OptInOdds {
    OptInOdds(modifier, provenance: SmallStudy.provenance)
  }

  @Test("odds ratios of 1 change no bit", arguments: 0..<50)
  func oddsOfOne(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.values[.optInVoluntary] = 0.37
    let plain = SmallStudy.policy("plain", .chosen(DaySplit.of(flexible: 2)))
    var levers = plain.levers
    levers.takeUpOdds = [
      odds(.commute(per10Kilometres: 1, at: 3)), odds(.level(.sex, "P", ratio: 1)),
    ]
    small.policies = [plain, plain.with(levers)]
    let result = try small.result()
    #expect(result.bits(scenario: 1) == result.bits(scenario: 2), "seed \(seed)")
  }

  @Test("a ratio above 1 only adds applicants, and only in its group", arguments: 0..<50)
  func addsApplicants(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.values[.optInVoluntary] = 0.3
    let plain = SmallStudy.policy("plain", .chosen(DaySplit.of(flexible: 2)))
    var levers = plain.levers
    levers.takeUpOdds = [odds(.level(.sex, "P", ratio: 4))]
    small.policies = [plain, plain.with(levers)]
    let table = try small.result().takeUp
    for (group, key) in table.groups.enumerated() {
      let few = table.people(.applies, group: group, scenario: 1)
      let many = table.people(.applies, group: group, scenario: 2)
      #expect(zip(few, many).allSatisfy { $0 <= $1 }, "seed \(seed)")
      if case .level(.sex, "L") = key { #expect(few == many, "seed \(seed)") }
    }
  }

  @Test("applicants at a distance are as many as their odds say")
  func distance() throws {
    // 400 people 30 km away: odds 0.25 × 2² = 1 against 0.25 at 10 km, a half against a fifth.
    var small = SmallStudy(people: (0..<800).map { TestPerson("p\(1000 + $0)") })
    for index in small.people.indices where index % 2 == 0 {
      small.people[index].kilometres = 30
      small.people[index].sex = "P"
    }
    small.through = day("2024-01-08")
    small.values[.optInVoluntary] = 0.2
    let plain = SmallStudy.policy("plain", .chosen(DaySplit.of(flexible: 5)))
    var levers = plain.levers
    levers.takeUpOdds = [odds(.commute(per10Kilometres: 2, at: 10))]
    small.policies = [plain.with(levers)]
    small.run = RunSettings(worlds: 20, replications: 1, seed: 3)
    let table = try small.result().takeUp
    for (group, probability) in [(OutcomeGroup.level(.sex, "P"), 0.5), (.level(.sex, "L"), 0.2)] {
      let place = try #require(table.groups.firstIndex(of: group))
      let applied = table.people(.applies, group: place, scenario: 1).reduce(0, +)
      let spread = (8000 * probability * (1 - probability)).squareRoot()
      #expect(abs(applied - 8000 * probability) < 4 * spread, "\(group.label): \(applied)")
    }
  }
}
