import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

/// The packed roster against the plain one on studies too large for unit tests.
@Suite("the packed roster against the plain one, up to 10,000 people")
struct LargeRosterTests {
  /// Sizes that fill words, overflow them and leave odd rests, in up to four units.
  @Test(
    "any size, some eligible",
    arguments: [(1, 3), (2, 64), (3, 65), (4, 1_001), (5, 4_097), (6, 9_999), (7, 10_000)])
  func sizes(seed: UInt64, people: Int) throws {
    try agrees(staff(seed: seed, people: people), seed: seed)
  }

  @Test("nobody is eligible")
  func nobodyEligible() throws {
    var people = staff(seed: 8, people: 700)
    for index in people.indices { people[index].bandwidthMbps = 0 }
    try agrees(people, seed: 8)
  }

  @Test("in two of three units nobody is eligible, one of them has one person")
  func emptyUnits() throws {
    var people = staff(seed: 9, people: 501)
    for index in people.indices {
      people[index].unit = index == 0 ? "Unit 0" : "Unit \(1 + index % 2)"
      if people[index].unit != "Unit 2" { people[index].bandwidthMbps = 0 }
    }
    try agrees(people, seed: 9)
  }

  @Test(
    "everybody is on leave all year, and in another study travels every day",
    arguments: [true, false])
  func allAbsent(onLeave: Bool) throws {
    let changes: [AssumptionID: Double] =
      onLeave
      ? [.leaveEntitlementDays: 366, .leaveShare: 1, .leaveSpellDays: 366]
      : [.travelShare: 0.999_999, .travelSpellDays: 366]
    try agrees(staff(seed: 10, people: 300), seed: 10, changes)
  }

  @Test("a study may have more units than a column has codes: 66,000 of one person")
  func manyUnits() throws {
    var small = SmallStudy(
      people: (0..<66_000).map { TestPerson("p", unit: "Unit \(100_000 + $0)") })
    small.policies = [SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered)]
    let result = try small.result()
    #expect(result.value(.flexibleDaysPerWeek, scenario: 1) == 1)
    #expect(result.value(.eligibleShare, scenario: 1) == 1)
    #expect(result.study.population.units.count == 66_000)
  }

  @Test("a service of 70,000 people is counted whole: more than two bytes hold")
  func largeService() throws {
    var people = (0..<70_000).map { TestPerson(String(100_000 + $0), unit: "Unit \($0 / 7_000)") }
    for index in people.indices {
      people[index].service = "guards"
      people[index].bandwidthMbps = index < 3_000 ? 20 : index < 6_000 ? 10 : 0
    }
    var small = SmallStudy(people: people)
    small.services = [
      Service(
        id: "guards", title: Bilingual(id: "Jaga", en: "Guards"), kind: .posts(minimum: 66_000),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    small.policies = [5.0, 15].map { least in
      let rule = SmallStudy.rule(
        "bandwidth", .number(.bandwidthMbps, NumberRange(lower: .including(least))))
      return SmallStudy.policy(
        "from-\(Int(least))", .fixed([.monday]), takeUp: .ordered, rules: [rule])
    }
    let result = try small.result()
    let days = result.study.calendar.days
    let mondays = Double(days.count { $0.weekday == .monday }) / Double(days.count)
    #expect(result.value(.coverage, scenario: 0) == 1)
    #expect(abs(result.value(.coverage, scenario: 1) - (1 - mondays)) < 1e-12)
    #expect(result.value(.coverage, scenario: 2) == 1)
  }

  private func staff(seed: UInt64, people count: Int) -> [TestPerson] {
    let studies = RandomStudies(seed: 5000 + seed)
    let units = 1 + Int(studies.key.index(below: 4, 3))
    return (0..<count).map { index in
      let draw = studies.key.child(UInt64(index))
      let unit = draw.index(below: UInt64(units), 1)
      var person = TestPerson(String(100_000 + index), unit: "Unit \(unit)")
      person.bandwidthMbps = Double(draw.index(below: 20, 2))
      person.sex = draw.index(below: 2, 3) == 0 ? "L" : "P"
      return person
    }
  }

  /// Compares every count that places of people decide, person by person and day by day.
  private func agrees(
    _ people: [TestPerson], seed: UInt64, _ changes: [AssumptionID: Double] = [:]
  ) throws {
    var small = RandomStudies(seed: seed).study()
    small.people = people
    small.services = []
    small.addAbsence()
    small.values.merge(changes) { $1 }
    small.run = RunSettings(worlds: 2, replications: 1, seed: seed)
    let equipped = SmallStudy.rule("equipment", RandomStudies(seed: 0).equipment)
    small.policies = [
      SmallStudy.policy("two", .chosen(DaySplit.of(flexible: 2)), rules: [equipped]),
      SmallStudy.policy("ends", .fixed([.monday, .friday]), takeUp: .ordered, rules: [equipped]),
    ]
    let wanted: [ReferenceRoster.Wanted] = [.chosen(2), .ordered([.monday, .friday])]
    let result = try small.result(threads: 2)
    let calendar = result.study.calendar
    let reference = ReferenceRoster(small, calendar: calendar)
    let bandwidths = result.study.population.numbers(.bandwidthMbps)
    let staff = Double(people.count)
    for world in 0..<2 {
      for (policy, wanted) in wanted.enumerated() {
        var flexible = 0
        var inOffice = Array(repeating: 0, count: calendar.days.count)
        for unit in result.study.population.units {
          for place in 0..<unit.people.count {
            let isEligible = bandwidths[unit.people.lowerBound + place] >= 10
            let days = reference.days(
              unit: unit.name, place: place, world: UInt64(world), wanted: wanted,
              hasPlace: { _ in isEligible })
            for (index, day) in days.enumerated() {
              if day == .flexible { flexible += 1 }
              if day == .office { inOffice[index] += 1 }
            }
          }
        }
        func value(_ outcome: Outcome) -> Double {
          result.value(outcome, scenario: policy + 1, sample: world)
        }
        let weeks = Double(calendar.days.count) / 5
        #expect(value(.flexibleDaysPerWeek) == Double(flexible) / staff / weeks)
        #expect(value(.officeSharePeak) == Double(inOffice.max() ?? 0) / staff)
        #expect(
          value(.officeShareMean)
            == Double(inOffice.reduce(0, +)) / (staff * Double(calendar.days.count)))
        let deskNeed = inOffice.sorted()[(95 * inOffice.count + 99) / 100 - 1]
        #expect(value(.deskNeed) == Double(deskNeed))
      }
    }
  }
}
