import HybridWork
import Simulation
import TestSupport
import Testing

@Suite("the packed roster against the plain one")
struct ReferenceRosterTests {
  @Test("same seeds, same places, person by person and day by day", arguments: 0..<30)
  func agrees(seed: UInt64) throws {
    var small = RandomStudies(seed: seed).study()
    small.people = RandomStudies(seed: seed).people(most: 300)
    try agrees(small, seed: seed)
  }

  @Test("units of any size pack alike", arguments: [1, 2, 63, 64, 65, 127, 128, 129, 700])
  func sizes(people: Int) throws {
    var small = RandomStudies(seed: 77).study()
    small.people = (0..<people).map { TestPerson("id-\(10_000 + $0)", unit: "Unit 0") }
    try agrees(small, seed: UInt64(people))
  }

  private func agrees(_ study: SmallStudy, seed: UInt64) throws {
    var small = study
    small.run = RunSettings(worlds: 2, replications: 1, seed: seed)
    small.addAbsence()
    let wanted: [ReferenceRoster.Wanted] = [
      .chosen(2), .chosen(4), .ordered([.thursday]), .ordered([.monday, .friday]),
    ]
    small.policies = [
      SmallStudy.policy("two", .chosen(DaySplit.of(flexible: 2))),
      SmallStudy.policy("four", .chosen(DaySplit.of(flexible: 4))),
      SmallStudy.policy("thursday", .fixed([.thursday]), takeUp: .ordered),
      SmallStudy.policy("ends", .fixed([.monday, .friday]), takeUp: .ordered),
    ]
    let result = try small.result()
    let calendar = result.study.calendar
    let reference = ReferenceRoster(small, calendar: calendar)
    let units = result.study.population.units
    for world in 0..<2 {
      for (policy, wanted) in wanted.enumerated() {
        var flexible = 0
        var inOffice = Array(repeating: 0, count: calendar.days.count)
        for unit in units {
          for place in 0..<unit.people.count {
            let days = reference.days(
              unit: unit.name, place: place, world: UInt64(world), wanted: wanted)
            flexible += days.count { $0 == .flexible }
            for (index, day) in days.enumerated() where day == .office { inOffice[index] += 1 }
          }
        }
        let staff = Double(small.people.count)
        let weeks = Double(calendar.days.count) / 5
        func value(_ outcome: Outcome) -> Double {
          result.value(outcome, scenario: policy + 1, sample: world)
        }
        #expect(value(.flexibleDaysPerWeek) == Double(flexible) / staff / weeks)
        #expect(value(.officeSharePeak) == Double(inOffice.max() ?? 0) / staff)
        #expect(
          value(.officeShareMean)
            == Double(inOffice.reduce(0, +)) / (staff * Double(calendar.days.count)))
      }
    }
  }
}
