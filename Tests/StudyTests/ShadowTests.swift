import Exploration
import HybridWork
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("A study held against logs")
struct ShadowTests {
  /// Six units of forty people and one of three, two months, luck of sickness, leave and travel.
  private static func small(seed: UInt64) -> SmallStudy {
    var small = SmallStudy(
      people: (0..<243).map { number in
        TestPerson("P\(number)", unit: number < 240 ? "Unit \(number / 40)" : "Unit kecil")
      })
    small.from = day("2024-01-01")
    small.through = day("2024-02-29")
    small.smallestGroup = 3
    small.values[.sickShare] = 0.02
    small.values[.sickSpellDays] = 2
    small.values[.leaveShare] = 0.04
    small.values[.leaveEntitlementDays] = 12
    small.values[.leaveSpellDays] = 2
    small.values[.travelShare] = 0.03
    small.values[.travelSpellDays] = 2
    small.run = RunSettings(worlds: 40, replications: 2, seed: seed)
    return small
  }

  /// Logs that the model itself makes, of one calendar of luck; a month's person-days are spread evenly
  /// over its days.
  private static func made(seed: UInt64) throws -> [ShadowObservations.UnitDay] {
    var small = small(seed: seed)
    small.run = RunSettings(worlds: 1, replications: 1, seed: seed)
    let study = try small.study()
    return try study.calendar.wholeMonths.flatMap { month in
      let part = study.during(month, replications: 1)
      let (units, days) = (part.population.units.count, month.days.count)
      let table = try StudyRun(part).attended(
        scenario: 0, on: Array(repeating: true, count: units * days), threads: 1,
        grid: WaitingGrid()
      ).attendance
      return (0..<units).flatMap { unit in
        month.days.map { day in
          ShadowObservations.UnitDay(
            unit: unit, date: day.date,
            people: table.personDays(unit: unit, sample: 0).map { $0 / Double(days) })
        }
      }
    }
  }

  private static func result(
    _ logs: [ShadowObservations.UnitDay], smallest: Int = 3
  ) throws -> ShadowResult {
    var small = small(seed: 1)
    small.smallestGroup = smallest
    let study = try small.study()
    return try ShadowRun(
      study, policy: study.baseline, observed: ShadowObservations(attendance: logs)
    ).run(threads: 1)
  }

  @Test("days that the model itself makes are repeated: nothing is marked, nine in ten lie inside")
  func ownDays() throws {
    var (inside, all) = (0, 0)
    for seed in UInt64(11)...13 {
      let result = try Self.result(try Self.made(seed: seed))
      #expect(result.marked.isEmpty, "seed \(seed)")
      #expect(result.ignoredDays == 0)
      let moving = result.findings.filter {
        [.officeShare, .sickShare, .leaveShare, .travelShare].contains($0.quantity)
          && $0.group != .all
      }
      #expect(moving.count == 28)
      inside += moving.count { $0.predicted.contains($0.observed) }
      all += moving.count
      let everyone = try #require(result.findings.first)
      #expect(everyone.group == .all && everyone.quantity == .officeShare)
      // Ten thousand person-days in spells of about two days: an error beyond 1.5 points is no luck.
      #expect(abs(everyone.bias) < 0.015)
    }
    // 84 draws of chance 0.9; shares of a unit hang together, so the limit is a wide one.
    #expect(Double(inside) / Double(all) > 0.75)
    #expect(inside < all)
  }

  @Test("a unit that travels on ten points more of its days is marked, and no other")
  func shifted() throws {
    let logs = try Self.made(seed: 11).map { entry in
      guard entry.unit == 2 else { return entry }
      var people = entry.people
      let moved = min(4, people[Whereabouts.office.ordinal])
      people[Whereabouts.office.ordinal] -= moved
      people[Whereabouts.travel.ordinal] += moved
      return ShadowObservations.UnitDay(unit: entry.unit, date: entry.date, people: people)
    }
    let result = try Self.result(logs)
    #expect(result.marked.map(\.group) == [.unit("Unit 2")])
    #expect(result.marked.first?.quantities == [.officeShare, .travelShare])
    let travel = try #require(
      result.findings.first { $0.group == .unit("Unit 2") && $0.quantity == .travelShare })
    #expect(abs(travel.bias + 0.1) < 0.02)
    #expect(travel.monthsInside == 0)
    #expect(travel.meanAbsoluteError > 0.08)
  }

  @Test("small units are left out and counted; they stay in everyone's figures")
  func suppressed() throws {
    let logs = try Self.made(seed: 11)
    let result = try Self.result(logs, smallest: 30)
    // The small unit alone would be the rest of the total: the smallest of the others goes too.
    #expect(result.suppressedUnits == 2)
    #expect(!result.findings.contains { $0.group == .unit("Unit kecil") })
    let all = try #require(result.findings.first)
    let office =
      logs.reduce(0) { $0 + $1.people[0] } / logs.reduce(0) { $0 + $1.people.reduce(0, +) }
    #expect(abs(all.observed - office) < 1e-12)
  }

  @Test("a log with half the people is called incomplete, days off are counted, empty logs refused")
  func incomplete() throws {
    var logs = try Self.made(seed: 11).map { entry in
      entry.unit == 1
        ? ShadowObservations.UnitDay(
          unit: 1, date: entry.date, people: entry.people.map { $0 / 2 }) : entry
    }
    logs.append(
      ShadowObservations.UnitDay(unit: 0, date: day("2024-01-06"), people: [1, 0, 0, 0, 0, 0]))
    let result = try Self.result(logs)
    #expect(result.incomplete == [.unit("Unit 1")])
    #expect(result.ignoredDays == 1)
    #expect(throws: ShadowError.self) { try Self.result([]) }
  }

  @Test("whereabouts add up to everybody's days, and the office share is the run's own")
  func attendance() throws {
    let study = try Self.small(seed: 3).study()
    let units = study.population.units.count
    let days = study.calendar.days.count
    let run = try StudyRun(study).attended(
      scenario: 0, on: Array(repeating: true, count: units * days), threads: 2,
      grid: WaitingGrid())
    let shares = run.result.samples.samples(OutcomeKey(.officeShareMean), scenario: 0)
    for sample in 0..<80 {
      let counts = (0..<units).map { run.attendance.personDays(unit: $0, sample: sample) }
      for (unit, count) in zip(study.population.units, counts) {
        #expect(count.reduce(0, +) == Double(unit.people.count * days))
      }
      let office = counts.reduce(0) { $0 + $1[0] } / Double(243 * days)
      #expect(abs(office - shares[sample]) < 1e-12)
    }
    // Stationary shares: 2% sick, 4% on leave of a whole year, 3% travelling, by 243 · 43 · 80 days.
    let sums = (0..<80).map { sample in
      (0..<units).map { run.attendance.personDays(unit: $0, sample: sample) }
    }
    let sick = sums.joined().reduce(0) { $0 + $1[2] } / Double(243 * days * 80)
    // The sick of days on leave or travelling are not counted: 0.02 · (1 − 0.04) · (1 − 0.03).
    #expect(abs(sick - 0.0186) < 0.0012)
  }
}
