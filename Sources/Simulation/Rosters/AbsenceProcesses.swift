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

  /// The absences of a world on one luck.
  ///
  /// `luck` is the stream of the world's replication.
  package init(
    _ world: Assumptions, calendar: WorkCalendar, luck: RandomKey,
    strains: [StressTest.Strain] = []
  ) {
    dayCount = calendar.days.count
    octets = DayOctets(calendar.days)
    shocks = CommonShocks(world, calendar: calendar, luck: luck, strains: strains)
    leave = world[.leaveShare] > 0 ? calendar.years.map { LeavePlan(world, year: $0) } : []
    sickness = SickSpells(world, shocks: shocks)
    newSicknessShare = world[.sickShare] / (world[.sickSpellDays] * (1 - world[.sickShare]))
    travel = AbsenceProcess(share: world[.travelShare], spellDays: world[.travelSpellDays])
    training = AbsenceProcess(share: world[.trainingShare], spellDays: world[.trainingSpellDays])
  }

  /// Draws who is absent on every day of one block; overwrites `masks`.
  ///
  /// `block` is its number within the unit, `unitKey` gives the unit's stream for each purpose.
  func draw(
    lanes: UInt64, block: UInt64, unitKey: (Purpose) -> RandomKey, into masks: AbsenceMasks
  ) {
    let count = dayCount
    func key(_ purpose: Purpose) -> RandomKey { unitKey(purpose).child(block) }
    func chain(_ start: Purpose, _ onset: Purpose, _ end: Purpose) -> AbsenceProcess.Keys {
      AbsenceProcess.Keys(start: key(start), onset: key(onset), end: key(end))
    }
    let offDuty = masks.offDuty
    offDuty.update(repeating: 0, count: count)
    let leaveKey = key(.leavePlan)
    for year in leave { year.add(lanes: lanes, key: leaveKey, to: offDuty) }

    masks.planned.update(from: offDuty, count: count)
    travel.add(
      lanes: lanes, keys: chain(.travelStart, .travelOnset, .travelEnd), calendar: octets,
      to: masks.planned)
    training.add(
      lanes: lanes, keys: chain(.trainingStart, .trainingOnset, .trainingEnd),
      calendar: octets, to: masks.planned)
    sickness.write(
      lanes: lanes,
      keys: SickSpells.Keys(
        start: key(.sickStart), onset: key(.sickOnset), length: key(.sickLength),
        end: key(.sickEnd)),
      calendar: octets, to: masks.sick)
    shocks.writeCutOff(
      lanes: lanes, unitKey: unitKey(.unitFlood), blockKey: key(.cutOff), calendar: octets,
      to: masks.cutOff)
    for day in 0..<count {
      offDuty[day] |= masks.sick[day]
      masks.away[day] = masks.planned[day] | masks.sick[day]
      masks.cutOff[day] &= ~masks.away[day]
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
    defer { masks.deallocate() }
    let label = UnitLabel.of(unit)
    draw(
      lanes: lanes, block: block, unitKey: { luck.child($0.rawValue).child(label) }, into: masks)
    func array(_ words: UnsafeMutablePointer<UInt64>) -> [UInt64] {
      Array(UnsafeBufferPointer(start: words, count: dayCount))
    }
    return Days(
      offDuty: array(masks.offDuty), away: array(masks.away),
      onlySick: zip(array(masks.sick), array(masks.planned)).map { $0 & ~$1 },
      cutOff: array(masks.cutOff))
  }
}
