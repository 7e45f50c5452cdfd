package import HybridWork
package import Simulation
package import Statistics

/// Small studies drawn at random from a seed, to try invariants on many of them.
package struct RandomStudies {
  package let key: RandomKey

  package init(seed: UInt64) { key = RandomKey(seed: 0xC0FFEE).child(seed) }

  private func number(_ counter: UInt64, below bound: Int) -> Int {
    Int(key.index(below: UInt64(bound), counter))
  }

  /// Up to `most` people in up to four units, some serving a counter.
  package func people(most: Int = 150) -> [TestPerson] {
    let count = 1 + number(1, below: most)
    let units = 1 + number(2, below: 4)
    return (0..<count).map { index in
      let draw = key.child(UInt64(index))
      func pick(_ counter: UInt64, _ bound: Int) -> Int {
        Int(draw.index(below: UInt64(bound), counter))
      }
      var person = TestPerson("id-\(1000 + index)", unit: "Unit \(pick(1, units))")
      person.sex = pick(2, 2) == 0 ? "L" : "P"
      person.task = TaskClass.allCases[pick(3, 4)]
      person.mode = CommuteMode.allCases[pick(4, 5)]
      person.kilometres = Double(pick(5, 300)) / 10
      person.grade = ["I/b", "II/c", "III/a", "IV/d"][pick(6, 4)]
      person.directServiceShare = pick(7, 3) == 0 ? 0.5 : 0
      person.service = pick(8, 4) == 0 ? "loket" : nil
      person.cell = pick(9, 5) == 0 ? nil : TalentCell.allCases[pick(10, 9)]
      person.bandwidthMbps = Double(pick(11, 20))
      return person
    }
  }

  /// A schedule of any kind that lets people be away.
  package func schedule() -> Schedule {
    switch number(20, below: 4) {
    case 0: .chosen(DaySplit.of(flexible: 1 + number(21, below: 5)))
    case 1: .fixed([Weekday.workingWeek[number(22, below: 5)], .friday])
    case 2: .rotation(teams: 2 + number(23, below: 2), turn: .week)
    default: .rotation(teams: 2 + number(24, below: 2), turn: .day)
    }
  }

  /// A schedule with limits: chosen by record, fixed by unit, or teams by day or week.
  package func limitedSchedule(variant: Int) -> Schedule {
    let draw = key.child("limits").child(UInt64(variant))
    func pick(_ counter: UInt64, _ bound: Int) -> Int {
      Int(draw.index(below: UInt64(bound), counter))
    }
    let first = day("2024-01-08")
    var schedule: Schedule
    switch variant {
    case 0:
      schedule = .chosen(DaySplit.of(flexible: 1 + pick(1, 3)))
      schedule.splitsByRecord = [
        Schedule.RecordSplit(DaySplit.of(flexible: 1 + pick(2, 4)), where: box),
        Schedule.RecordSplit(DaySplit.of(flexible: 1 + pick(3, 4)), where: equipment),
      ]
    case 1:
      schedule = .fixed([Weekday.workingWeek[pick(1, 5)], .thursday])
      schedule.daysByUnit = [
        Schedule.UnitDays(units: ["Unit 0", "Unit 3"], days: .fixed([.monday, .wednesday])),
        Schedule.UnitDays(
          units: ["Unit 1"], days: .chosen(DaySplit.of(flexible: 1 + pick(11, 4)))),
      ]
      if pick(12, 2) == 0 {
        schedule.daysByRecord = [
          Schedule.RecordDays(.chosen(DaySplit.of(flexible: 1 + pick(13, 4))), where: box),
          Schedule.RecordDays(.fixed([Weekday.workingWeek[pick(14, 5)]]), where: equipment),
        ]
      }
    case 2: schedule = .rotation(teams: 2 + pick(1, 3), turn: .week)
    default: schedule = .rotation(teams: 2 + pick(1, 3), turn: .day)
    }
    if pick(4, 2) == 0 { schedule.anchorDays = [Weekday.workingWeek[pick(5, 5)]] }
    if pick(6, 2) == 0 {
      let from = first.advanced(by: pick(7, 20))
      schedule.windows = [
        from...from.advanced(by: pick(8, 9)), first.advanced(by: 25)...first.advanced(by: 28),
      ]
    }
    if pick(9, 2) == 0 { schedule.mostDaysPerMonth = 1 + pick(10, 6) }
    return schedule
  }

  package var box: Condition {
    .talentBox(Set(TalentCell.allCases.filter { $0.performance != .low }))
  }
  package var equipment: Condition { .number(.bandwidthMbps, NumberRange(lower: .including(10))) }

  /// A study with chance in it: absence, take-up, a counter, and one policy of any kind.
  package func study() -> SmallStudy {
    var small = SmallStudy(people: people())
    small.through = day("2024-02-09")
    small.values[.optInVoluntary] = 0.7
    small.values[.daysUsedShare] = 0.8
    small.values[.complianceOrdered] = 0.9
    small.values[.fridayShare] = 0.6
    small.values[.leaveShare] = 0.05
    small.values[.leaveSpellDays] = 3
    small.values[.sickShare] = 0.03
    small.values[.sickSpellDays] = 2
    small.values[.travelShare] = 0.04
    // On a node of the grid of waits, e^3.2.
    small.values[.counterPatienceMinutes] = 24.532530197109352
    small.services = [Self.counter]
    small.policies = [
      SmallStudy.policy(
        "one", schedule(), takeUp: number(30, below: 2) == 0 ? .voluntary : .ordered,
        rules: [SmallStudy.rule("equipment", equipment)],
        cap: number(31, below: 2) == 0 ? nil : 0.1 * Double(number(32, below: 11)),
        meals: number(33, below: 2) == 0 ? .paid : .notPaid)
    ]
    small.run = RunSettings(worlds: 2, replications: 1, seed: UInt64(number(40, below: 1_000_000)))
    return small
  }

  package static let counter = Service(
    id: "loket", title: Bilingual(id: "Loket", en: "Counter"),
    kind: .counter(
      CounterService(
        counters: 6,
        demand: CounterService.Demand(
          visitorsPerDay: 60, weekdayWeights: [1, 1, 1, 1, 1, 0, 0], halfHourWeights: [1, 2]),
        halfHours: [minutes(480), minutes(510)],
        // On a node of the grid of waits, e^1.6, so that fewer days have to be solved.
        handlingMinutes: 4.953032424395115,
        standard: CounterService.Standard(share: 0.8, withinMinutes: 15))),
    openOn: Set(Weekday.workingWeek), provenance: SmallStudy.provenance)
}

extension SmallStudy {
  /// Every kind of absence and shock at once, over the turn of a year with holidays.
  package mutating func addAbsence() {
    from = day("2023-12-18")
    holidays = ["2023-12-25", "2023-12-26", "2024-01-01", "2024-02-08"].map {
      PublicHoliday(date: day($0), kind: .national, name: Bilingual(id: "Libur", en: "Holiday"))
    }
    let absence: [AssumptionID: Double] = [
      .leaveEntitlementDays: 12, .leaveShare: 0.04, .leaveSpellDays: 3, .leaveBridgeFactor: 4,
      .sickShare: 0.05, .sickSpellDays: 2.5, .sickLongShare: 0.1, .sickLongSpellDays: 10,
      .trainingShare: 0.02, .trainingSpellDays: 3, .epidemicWeeks: 10, .epidemicSickFactor: 4,
      .floodDays: 10, .unitFloodDays: 20, .floodStaffShare: 0.3, .outageDays: 20,
    ]
    values.merge(absence) { $1 }
  }
}

extension StudyResult {
  /// Every sample of every row of a scenario, as bit patterns; equal for equal bytes.
  package func bits(scenario: Int) -> [UInt64] {
    samples.keys.indices.flatMap { row in
      samples.samples(row: row, scenario: scenario).map(\.bitPattern)
    }
  }
}
