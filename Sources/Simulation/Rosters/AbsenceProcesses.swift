import HybridWork
import Statistics

/// Everything that keeps people away whatever the policy, in one calendar of luck.
struct AbsenceProcesses {
  let shocks: CommonShocks
  private let days: [WorkDay]
  private let leave: [LeavePlan]
  private let sickness: SickSpells
  private let travel: AbsenceProcess
  private let training: AbsenceProcess

  init(_ world: Assumptions, calendar: WorkCalendar, luck: RandomKey) {
    days = calendar.days
    shocks = CommonShocks(world, calendar: calendar, luck: luck)
    leave = world[.leaveShare] > 0 ? calendar.years.map { LeavePlan(world, year: $0) } : []
    sickness = SickSpells(world, shocks: shocks)
    travel = AbsenceProcess(share: world[.travelShare], spellDays: world[.travelSpellDays])
    training = AbsenceProcess(share: world[.trainingShare], spellDays: world[.trainingSpellDays])
  }

  /// Draws who is absent on every day of one block; overwrites `masks`.
  func draw(
    block: PackedStaff.Block, unitKey: (Purpose) -> RandomKey, into masks: AbsenceMasks
  ) {
    let count = days.count
    func key(_ purpose: Purpose) -> RandomKey { unitKey(purpose).child(block.numberInUnit) }
    func chain(_ start: Purpose, _ onset: Purpose, _ end: Purpose) -> AbsenceProcess.Keys {
      AbsenceProcess.Keys(start: key(start), onset: key(onset), end: key(end))
    }
    let offDuty = masks.offDuty
    offDuty.update(repeating: 0, count: count)
    let leaveKey = key(.leavePlan)
    for year in leave { year.add(lanes: block.lanes, key: leaveKey, to: offDuty) }

    masks.away.update(from: offDuty, count: count)
    travel.add(
      lanes: block.lanes, keys: chain(.travelStart, .travelOnset, .travelEnd), calendar: days,
      to: masks.away)
    training.add(
      lanes: block.lanes, keys: chain(.trainingStart, .trainingOnset, .trainingEnd),
      calendar: days, to: masks.away)
    sickness.write(
      lanes: block.lanes,
      keys: SickSpells.Keys(
        start: key(.sickStart), onset: key(.sickOnset), length: key(.sickLength),
        end: key(.sickEnd)),
      calendar: days, shocks: shocks, to: masks.onlySick)
    shocks.writeCutOff(
      lanes: block.lanes, unitKey: unitKey(.unitFlood), blockKey: key(.cutOff), calendar: days,
      to: masks.cutOff)
    for day in 0..<count {
      let sick = masks.onlySick[day]
      offDuty[day] |= sick
      masks.onlySick[day] = sick & ~masks.away[day]
      masks.away[day] |= sick
      masks.cutOff[day] &= ~masks.away[day]
    }
  }
}

/// Who of one block is absent, one word a day and kind.
struct AbsenceMasks {
  /// On leave or sick.
  let offDuty: UnsafeMutablePointer<UInt64>
  /// On leave, sick, travelling or in training.
  let away: UnsafeMutablePointer<UInt64>
  /// Sick and away for no other reason.
  let onlySick: UnsafeMutablePointer<UInt64>
  /// Not away, but unable to reach the office.
  let cutOff: UnsafeMutablePointer<UInt64>

  /// Room for a calendar of `days` working days; free with ``deallocate()``.
  init(days: Int) {
    offDuty = .allocate(capacity: days)
    away = .allocate(capacity: days)
    onlySick = .allocate(capacity: days)
    cutOff = .allocate(capacity: days)
  }

  func deallocate() {
    offDuty.deallocate()
    away.deallocate()
    onlySick.deallocate()
    cutOff.deallocate()
  }
}
