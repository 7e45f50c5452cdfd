import HybridWork
import Queueing
import Simulation
import Statistics
import TestSupport
import Testing

@Suite("formulas at their edges")
struct FormulaEdgeTests {
  @Test("a cap counts a product that should be whole as whole: 0.29 of 100 people is 29")
  func capProduct() throws {
    // In binary 0.29 × 100 is 28.999999999999996, and 0.1 × 3 × 100 is 30.000000000000004.
    for (cap, away) in [(0.29, 29.0), (0.57, 57), (0.299, 29), (0.1 * 3, 30)] {
      var small = SmallStudy(people: (0..<100).map { TestPerson("p\($0 + 100)") })
      small.from = day("2024-01-11")
      small.through = day("2024-01-11")
      small.policies = [SmallStudy.policy("p", .fixed([.thursday]), takeUp: .ordered, cap: cap)]
      let share = try small.result().value(.officeShareMean, scenario: 1)
      #expect(abs(share - (1 - away / 100)) < 1e-12, "\(cap)")
    }
  }

  @Test("teams take turns by the calendar's weeks; the team whose turn it is works in the office")
  func rotationTurns() throws {
    // Of three people two are in team 0 and one in team 1. The turn of a week is its number since
    // the Monday 700,000 days before 1969-12-29: odd in the week of 8 January 2024, then even.
    #expect((day("2024-01-08").dayNumber + 3 + 700_000) / 7 % 2 == 1)
    var small = SmallStudy(people: [TestPerson("a"), TestPerson("b"), TestPerson("c")])
    small.policies = [
      SmallStudy.policy("weeks", .rotation(teams: 2, turn: .week), takeUp: .ordered),
      SmallStudy.policy("days", .rotation(teams: 2, turn: .day), takeUp: .ordered),
      SmallStudy.policy("three", .rotation(teams: 3, turn: .week), takeUp: .ordered),
    ]
    small.from = day("2024-01-08")
    small.through = day("2024-01-15")
    let result = try small.result()
    // Five days with team 1 in the office and one with team 0.
    #expect(abs(result.value(.officeShareMean, scenario: 1) - (5 * 1 + 1 * 2) / 18.0) < 1e-12)
    // Five turns a week: Monday's number is 5 × 102,819, odd; Tuesday's even; the last Monday's even.
    #expect(
      abs(result.value(.officeShareMean, scenario: 2) - (1 + 2 + 1 + 2 + 1 + 2) / 18.0) < 1e-12)
    #expect(abs(result.value(.officeShareMean, scenario: 3) - 1 / 3.0) < 1e-12)
  }

  @Test("the wait that nine of ten citizens stay below is that of all half hours pooled")
  func ninetiethPercentile() throws {
    var clerks = [TestPerson("a"), TestPerson("b")]
    for index in clerks.indices { clerks[index].service = "loket" }
    var small = SmallStudy(people: clerks)
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
        kind: .counter(
          CounterService(
            counters: 2,
            demand: CounterService.Demand(
              visitorsPerDay: 16, weekdayWeights: [1, 1, 1, 1, 1, 0, 0], halfHourWeights: [1, 3]),
            halfHours: [minutes(480), minutes(510)], handlingMinutes: 6,
            standard: CounterService.Standard(share: 0.8, withinMinutes: 10))),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
    ]
    let found = try small.result().value(.p90WaitMinutes, scenario: 0)
    // 4 visitors come in the first half hour and 12 in the second.
    var day = CounterDayOracle()
    try day.add(
      [4, 12], servers: 2, handlingMinutes: 6, patienceMinutes: 30, withinMinutes: 10)
    let exact = WaitHistogram.quantile(0.9, beyond: day.beyond, arrivals: 16)
    #expect(exact > 5)
    #expect(abs(found / exact - 1) < 0.01)
  }

  @Test("a counter open on some weekdays only has its visitors on those days")
  func openWeekdays() {
    let counter = CounterService(
      counters: 2,
      demand: CounterService.Demand(
        visitorsPerDay: 30, weekdayWeights: [2, 0, 1, 0, 0, 0, 0], halfHourWeights: [1, 2]),
      halfHours: [minutes(480), minutes(510)], handlingMinutes: 6,
      standard: CounterService.Standard(share: 0.8, withinMinutes: 10))
    // A mean of 30 over two open days, shared two to one: 40 on Monday, 20 on Wednesday.
    #expect(abs(counter.arrivalsPerHour(on: .monday, halfHour: 0) - 40 / 3.0 * 2) < 1e-12)
    #expect(abs(counter.arrivalsPerHour(on: .wednesday, halfHour: 1) - 20 * 2 / 3.0 * 2) < 1e-12)
    #expect(counter.arrivalsPerHour(on: .tuesday, halfHour: 0) == 0)
  }

  @Test("posts weigh as a day of seven and a half hours beside the half hours of counters")
  func postsBesideCounters() throws {
    var clerk = TestPerson("a")
    clerk.service = "loket"
    var guardian = TestPerson("b")
    guardian.service = "piket"
    var small = SmallStudy(people: [clerk, guardian])
    small.services = [
      Service(
        id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
        kind: .counter(
          CounterService(
            counters: 1,
            demand: CounterService.Demand(
              visitorsPerDay: 2, weekdayWeights: [1, 1, 1, 1, 1, 0, 0], halfHourWeights: [1, 1]),
            halfHours: [minutes(480), minutes(510)], handlingMinutes: 6,
            standard: CounterService.Standard(share: 0.8, withinMinutes: 10))),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance),
      Service(
        id: "piket", title: Bilingual(id: "Piket", en: "Guard"), kind: .posts(minimum: 2),
        openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance),
    ]
    // The counter is covered in its 2 half hours a day, the posts never in their 15.
    #expect(try abs(small.result().value(.coverage, scenario: 0) - 2 / 17.0) < 1e-12)
  }

  @Test(
    "safe is judged by the bad end of the range on either side of good",
    arguments: [(Outcome.fuelLitres, Threshold.Comparison.difference), (.homeCostRupiah, .level)])
  func badEnd(outcome: Outcome, comparison: Threshold.Comparison) throws {
    var small = SmallStudy(people: (0..<10).map { TestPerson("p\($0)") })
    small.values[.optInVoluntary] = 0.5
    small.policies = [SmallStudy.policy("two", .chosen(.of(flexible: 2)))]
    small.run = RunSettings(worlds: 40, replications: 1, seed: 3)
    let samples = try small.result().samples.samples(OutcomeKey(outcome), scenario: 1).sorted()
    let isCost = outcome.direction == .minimise
    let (low, high) = (samples[0], samples[39])
    #expect(low < high)
    let lenient = isCost ? high * 2 : low - abs(high)
    func verdict(_ safe: Double) throws -> Verdict? {
      let threshold = Threshold(
        outcome: outcome, comparison: comparison, safe: safe, watch: lenient)
      let plain = try small.study()
      let study = try Study(
        header: plain.header,
        setting: StudySetting(
          population: plain.population, calendar: plain.calendar, services: [], norms: []),
        assumptions: plain.assumptions, baseline: plain.baseline, policies: plain.policies,
        reporting: Reporting(
          groups: [.sex], accessGroups: [.sex], smallestGroup: 1, thresholds: [threshold]),
        run: plain.run)
      return try StudyRun(study).run(threads: 1).verdict(scenario: 1)
    }
    // Halfway between the worst and the best sample the good end is safe and the bad one is not.
    #expect(try verdict((low + high) / 2) == .watch)
    #expect(try verdict(isCost ? high : low) == .safe)
  }

  @Test("of two statements about one number the later counts, wherever they stand")
  func laterStatement() throws {
    let values = AssumptionID.allCases.map { ($0, 1.0) } + [(.fuelPrice, 2), (.lunchPrice, 3)]
    let set = try AssumptionSet(
      values.map { id, value in
        StudyAssumption(
          id: id, value: .dated([(day("2024-01-01"), value)]), provenance: SmallStudy.provenance)
      }, correlations: [])
    #expect(set.assumptions.map(\.id) == AssumptionID.allCases)
    for (id, expected) in [(AssumptionID.fuelPrice, 2.0), (.lunchPrice, 3), (.leaveShare, 1)] {
      guard case .dated(let dated) = set[id].value else {
        Issue.record("\(id) is not dated")
        continue
      }
      #expect(dated.map(\.value) == [expected])
    }
  }
}
