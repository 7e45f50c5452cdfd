package import HybridWork
package import Statistics

/// Everything that keeps people away whatever the policy, in one calendar of luck.
package struct AbsenceProcesses {
  let shocks: CommonShocks
  /// The share of healthy people who fall sick from one working day to the next, epidemics apart.
  let newSicknessShare: Double
  private let dayCount: Int
  private let octets: DayOctets
  private let leave: [LeavePlan]
  private let sickness: SickSpells
  private let travel: AbsenceProcess
  private let training: AbsenceProcess
  private let room: DayRoom

  /// The absences of a world on one luck.
  ///
  /// `luck` is the stream of the world's replication.
  package init(_ world: Assumptions, calendar: WorkCalendar, luck: RandomKey) {
    self.init(
      world, calendar: calendar, luck: luck, strains: [],
      room: DayRoom(days: calendar.days.count))
  }

  /// The absences of a world on one luck, with `strains` imposed; `room` is that of the thread.
  init(
    _ world: Assumptions, calendar: WorkCalendar, luck: RandomKey,
    strains: [StressTest.Strain], room: DayRoom
  ) {
    self.room = room
    dayCount = calendar.days.count
    octets = DayOctets(calendar.days)
    shocks = CommonShocks(world, calendar: calendar, luck: luck, strains: strains)
    leave = world[.leaveShare] > 0 ? calendar.years.map { LeavePlan(world, year: $0) } : []
    sickness = SickSpells(world, shocks: shocks)
    newSicknessShare = world[.sickShare] / (world[.sickSpellDays] * (1 - world[.sickShare]))
    travel = AbsenceProcess(share: world[.travelShare], spellDays: world[.travelSpellDays])
    training = AbsenceProcess(share: world[.trainingShare], spellDays: world[.trainingSpellDays])
  }

  /// Draws who is absent on every day of one block by one cause; overwrites `words`.
  ///
  /// `block` is its number within the unit, `unitKey` gives the unit's stream for each purpose.
  func draw(
    _ cause: AbsenceCause, lanes: UInt64, block: UInt64, unitKey: (Purpose) -> RandomKey,
    into words: UnsafeMutablePointer<UInt64>
  ) {
    func key(_ purpose: Purpose) -> RandomKey { unitKey(purpose).child(block) }
    func chain(_ start: Purpose, _ onset: Purpose, _ end: Purpose) -> AbsenceProcess.Keys {
      AbsenceProcess.Keys(start: key(start), onset: key(onset), end: key(end))
    }
    words.update(repeating: 0, count: octets.counters.count * 8)
    switch cause {
    case .leave:
      let leaveKey = key(.leavePlan)
      for year in leave { year.add(lanes: lanes, key: leaveKey, to: words) }
    case .travel:
      travel.add(
        lanes: lanes, keys: chain(.travelStart, .travelOnset, .travelEnd), calendar: octets,
        in: room, to: words)
    case .training:
      training.add(
        lanes: lanes, keys: chain(.trainingStart, .trainingOnset, .trainingEnd),
        calendar: octets, in: room, to: words)
    case .sickness:
      sickness.write(
        lanes: lanes,
        keys: SickSpells.Keys(
          start: key(.sickStart), onset: key(.sickOnset), length: key(.sickLength),
          end: key(.sickEnd)),
        calendar: octets, in: room, to: words)
    case .cutOff:
      shocks.writeCutOff(
        lanes: lanes, unitKey: unitKey(.unitFlood), blockKey: key(.cutOff), calendar: octets,
        to: words)
    }
  }

  /// Lays the causes of one block together; overwrites `masks`.
  func join(_ words: (AbsenceCause) -> UnsafeMutablePointer<UInt64>, into masks: AbsenceMasks) {
    let (leave, travel, training) = (words(.leave), words(.travel), words(.training))
    let (sick, cutOff) = (words(.sickness), words(.cutOff))
    for day in 0..<dayCount {
      masks.leave[day] = leave[day]
      masks.travel[day] = travel[day] | training[day]
      masks.sick[day] = sick[day]
      masks.offDuty[day] = leave[day] | sick[day]
      masks.planned[day] = leave[day] | travel[day] | training[day]
      let away = masks.planned[day] | sick[day]
      masks.away[day] = away
      masks.cutOff[day] = cutOff[day] & ~away
    }
  }
}

extension AbsenceProcesses {
  /// Absence of up to 64 people, one word a day and kind.
  package struct Days {
    package let offDuty: [UInt64]
    package let away: [UInt64]
    package let onlySick: [UInt64]
    package let cutOff: [UInt64]
  }

  /// The absence of one block of a unit by itself.
  package func days(
    unit: String, block: UInt64 = 0, lanes: UInt64 = .max, luck: RandomKey
  ) -> Days {
    let masks = AbsenceMasks(days: dayCount)
    let words = CauseWords(days: dayCount)
    defer {
      masks.deallocate()
      words.deallocate()
    }
    let label = UnitLabel.of(unit)
    for cause in AbsenceCause.allCases {
      draw(
        cause, lanes: lanes, block: block, unitKey: { luck.child($0.rawValue).child(label) },
        into: words[cause])
    }
    join({ words[$0] }, into: masks)
    func array(_ words: UnsafeMutablePointer<UInt64>) -> [UInt64] {
      Array(UnsafeBufferPointer(start: words, count: dayCount))
    }
    return Days(
      offDuty: array(masks.offDuty), away: array(masks.away),
      onlySick: zip(array(masks.sick), array(masks.planned)).map { $0 & ~$1 },
      cutOff: array(masks.cutOff))
  }
}
