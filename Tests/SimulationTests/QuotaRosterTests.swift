import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("Quotas by unit")
struct QuotaRosterTests {
  private static func policy(
    _ id: String, _ places: Quota.Places, _ order: [Quota.Preference] = [],
    takeUp: TakeUp = .voluntary, schedule: Schedule = .chosen(DaySplit.of(flexible: 2))
  ) throws -> Policy {
    let policy = SmallStudy.policy(id, schedule, takeUp: takeUp)
    var levers = policy.levers
    let quota = try #require(Quota(places, order: order))
    levers.quota = quota
    return policy.with(levers)
  }

  private struct Case {
    let policy: Policy
    let isVoluntary: Bool
    let wanted: ReferenceRoster.Wanted
  }

  @Test("same seeds, same places as the plain roster, under every order", arguments: 0..<15)
  func agrees(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.people = RandomStudies(seed: seed).people(most: 200)
    for index in small.people.indices { small.people[index].tenureMonths = Double(index % 7) * 12 }
    small.run = RunSettings(worlds: 1, replications: 1, seed: seed)
    let orders: [[Quota.Preference]] = [
      [], [.rotation], [.seniority], [.commute, .lottery], [.rotation, .seniority, .commute],
    ]
    small.policies = try orders.enumerated().map { index, order in
      try Self.policy("voluntary-\(index)", .share(0.3), order)
    }
    small.policies += try orders.enumerated().map { index, order in
      try Self.policy(
        "ordered-\(index)", .people(4), order, takeUp: .ordered, schedule: .fixed([.thursday]))
    }
    let result = try small.result()
    for (index, policy) in small.policies.enumerated() {
      let expected = flexibleDays(small, result, order: orders[index % orders.count], policy)
      let found = result.value(.flexibleDaysPerWeek, scenario: index + 1)
      let staff = Double(small.people.count)
      let weeks = Double(result.study.calendar.days.count) / 5
      #expect(found == Double(expected) / staff / weeks, "\(policy.id)")
    }
  }

  /// Flexible days of all people by the plain roster.
  private func flexibleDays(
    _ small: SmallStudy, _ result: StudyResult, order: [Quota.Preference], _ policy: Policy
  ) -> Int {
    let population = result.study.population
    let reference = ReferenceRoster(small, calendar: result.study.calendar)
    let isVoluntary = policy.levers.takeUp == .voluntary
    var days = 0
    for unit in population.units {
      let participants = reference.participants(unit: unit, world: 0, isVoluntary: isVoluntary)
      let places = isVoluntary ? (unit.people.count * 3) / 10 : 4
      func before(_ left: Int, _ right: Int) -> Bool {
        for preference in order where preference == .seniority || preference == .commute {
          let numbers = population.numbers(
            preference == .seniority ? .tenureMonths : .commuteKilometres)
          let first = numbers[unit.people.lowerBound + left]
          let second = numbers[unit.people.lowerBound + right]
          if first != second { return first > second }
        }
        return false
      }
      var placed: [Int: Set<Int>] = [:]
      for day in result.study.calendar.days {
        let date = day.date.components
        let month = date.year * 12 + date.month - 1
        if placed[month] == nil {
          placed[month] = reference.placed(
            participants, unit: unit, world: 0, places: places, before: before,
            rotatesInMonth: order.first == .rotation ? month : nil)
        }
      }
      for place in 0..<unit.people.count {
        days +=
          reference.days(
            unit: unit.name, place: place, world: 0,
            wanted: isVoluntary ? .chosen(2) : .ordered([.thursday])
          ) { date in
            placed[date.components.year * 12 + date.components.month - 1]?.contains(place) ?? false
          }.count { $0 == .flexible }
      }
    }
    return days
  }

  @Test("a quota is never exceeded, and more places never mean fewer people", arguments: 0..<50)
  func monotone(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    let order: [Quota.Preference] = [[], [.rotation], [.seniority], [.commute]][Int(seed) % 4]
    let shares = [0, 0.1, 0.3, 0.6, 1]
    small.through = day("2024-01-31")
    small.policies = try shares.map { try Self.policy("quota-\($0)", .share($0), order) }
    small.policies.append(SmallStudy.policy("open", .chosen(DaySplit.of(flexible: 2))))
    let result = try small.result()
    let table = result.takeUp
    let all = shares.count + 1
    for (group, key) in table.groups.enumerated() {
      func people(_ step: TakeUpTable.Step, _ scenario: Int) -> Double {
        table.people(step, group: group, scenario: scenario)[0]
      }
      for scenario in 1..<all {
        #expect(people(.admitted, scenario) >= people(.uses, scenario), "seed \(seed)")
        #expect(people(.admitted, scenario) <= people(.approved, scenario), "seed \(seed)")
        if case .unit = key {
          let places = (shares[scenario - 1] * Double(table.sizes[group]) + 1e-9).rounded(.down)
          #expect(people(.admitted, scenario) <= places, "seed \(seed)")
          if scenario > 1 {
            #expect(people(.admitted, scenario) >= people(.admitted, scenario - 1))
            #expect(people(.uses, scenario) >= people(.uses, scenario - 1))
          }
        }
      }
    }
    // A place for everyone is no quota, to the bit.
    #expect(result.bits(scenario: all - 1) == result.bits(scenario: all), "seed \(seed)")
  }

  @Test(
    "nobody who fails a rule is admitted",
    arguments: [[], [.rotation], [.commute]] as [[Quota.Preference]])
  func nobodyIneligible(order: [Quota.Preference]) throws {
    var people = (0..<20).map { TestPerson("p\($0 + 10)") }
    for index in people.indices where index % 2 == 0 {
      people[index].sex = "P"
      people[index].kilometres = 100
    }
    var small = SmallStudy(people: people)
    let rules = [SmallStudy.rule("l", .category(.sex, ["L"]))]
    var levers = SmallStudy.policy("l", .fixed([.monday]), takeUp: .ordered, rules: rules).levers
    let quota = try #require(Quota(.people(15), order: order))
    levers.quota = quota
    small.policies = [SmallStudy.policy("l", .fixed([.monday])).with(levers)]
    let result = try small.result()
    let women = try #require(result.takeUp.groups.firstIndex(of: .level(.sex, "P")))
    #expect(result.takeUp.people(.admitted, group: women, scenario: 1) == [0])
    #expect(result.takeUp.people(.complies, group: 0, scenario: 1) == [10])
  }

  @Test("the order of rows changes no byte under any order", arguments: 0..<30)
  func rows(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.policies = try [[], [.rotation], [.seniority], [.commute]].enumerated().map {
      try Self.policy("q\($0)", .share(0.3), $1)
    }
    let first = try small.result()
    let order = randomOrder(small.people.count, RandomKey(seed: seed).child("shuffle"))
    small.people = order.map { small.people[$0] }
    let second = try small.result()
    for scenario in 1...4 {
      #expect(first.bits(scenario: scenario) == second.bits(scenario: scenario), "seed \(seed)")
    }
  }

  @Test("under the lottery everyone has the same chance, wherever they stand")
  func equalChances() throws {
    // Ten people, each a unit of the table by their own group, three places, 2000 calendars.
    var small = SmallStudy(people: (0..<10).map { TestPerson("p\($0)") })
    for index in small.people.indices { small.people[index].grade = "g\(index)" }
    small.groups = [.grade]
    small.through = day("2024-01-12")
    small.policies = [try Self.policy("three", .people(3))]
    let calendars = 2000.0
    small.run = RunSettings(worlds: 2000, replications: 1, seed: 7)
    let table = try small.result().takeUp
    for (group, key) in table.groups.enumerated() {
      guard case .level = key else { continue }
      let wins = table.people(.admitted, group: group, scenario: 1).reduce(0, +)
      // Within 4 standard deviations of 3 in 10: a false alarm in 16,000 for each of ten people.
      let spread = (calendars * 0.3 * 0.7).squareRoot()
      #expect(abs(wins - 0.3 * calendars) < 4 * spread, "\(key.label): \(wins)")
    }
  }

  @Test("rotation gives everyone the same number of months over a full round")
  func rotation() throws {
    // Six people, two places, three months: two each in January, February and March 2024.
    var small = SmallStudy(people: (0..<6).map { TestPerson("p\($0)") })
    for index in small.people.indices { small.people[index].grade = "g\(index)" }
    small.groups = [.grade]
    small.from = day("2024-01-01")
    small.through = day("2024-03-31")
    small.policies = [
      try Self.policy(
        "turns", .people(2), [.rotation], takeUp: .ordered, schedule: .fixed([.monday]))
    ]
    let table = try small.result().takeUp
    // Mondays: five in January, four in February, four in March; two people have each.
    let days = (1...6).map { table.flexibleDays(group: $0 + 1, scenario: 1)[0] }.sorted()
    #expect(days == [4, 4, 4, 4, 5, 5])
  }
}

extension Policy {
  /// The same policy with other levers.
  func with(_ levers: PolicyLevers) -> Policy {
    Policy(
      header: PolicyHeader(
        id: id, title: title, institution: institution, reference: reference, inForce: inForce,
        until: until), levers: levers)
  }
}
