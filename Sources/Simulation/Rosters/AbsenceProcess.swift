import HybridWork
import Statistics

/// One cause of absence as spells: a chain of two states for each person.
///
/// With share π of days absent and mean spell L working days, a spell ends each day with chance
/// 1/L and begins with π/(L(1−π)), which is stationary from the first day. Spell lengths are
/// geometric. The chain does not know the policy: the same key gives the same days under every one.
struct AbsenceProcess {
  private let start: BernoulliThreshold
  private let end: BernoulliThreshold
  /// The chance to begin on an ordinary day, and on one next to a holiday.
  private let onset: BernoulliThreshold
  private let onsetNextToHoliday: BernoulliThreshold

  /// A cause that takes a share of days in spells.
  ///
  /// - Parameters:
  ///   - share: Share of working days absent, 0…1.
  ///   - spellDays: Mean length of a spell in working days, at least 1.
  ///   - holidayFactor: How many times likelier a spell begins next to a holiday.
  ///   - holidayShare: Share of the calendar's days that are next to a holiday.
  init(share: Double, spellDays: Double, holidayFactor: Double = 1, holidayShare: Double = 0) {
    let mean = share / (spellDays * (1 - share))
    let ordinary = mean / (1 + (holidayFactor - 1) * holidayShare)
    start = BernoulliThreshold(probability: share)
    end = BernoulliThreshold(probability: 1 / spellDays)
    onset = BernoulliThreshold(probability: ordinary)
    onsetNextToHoliday = BernoulliThreshold(probability: ordinary * holidayFactor)
  }

  /// The keys of a cause's three draws.
  struct Keys {
    let start: RandomKey
    let onset: RandomKey
    let end: RandomKey
  }

  /// Adds the absent lanes of every day of a calendar to `days`.
  func add(
    lanes: UInt64, keys: Keys, calendar: [WorkDay], to days: UnsafeMutablePointer<UInt64>
  ) {
    var absent = start.mask(keys.start, 0) & lanes
    for (index, day) in calendar.enumerated() {
      if index > 0 {
        let counter = UInt64(bitPattern: Int64(day.date.dayNumber))
        let ended = absent == 0 ? 0 : end.mask(keys.end, counter)
        let begun = (day.isNextToHoliday ? onsetNextToHoliday : onset).mask(keys.onset, counter)
        absent = ((absent & ~ended) | (~absent & begun)) & lanes
      }
      days[index] |= absent
    }
  }
}

/// The three causes of absence in one world: leave, sickness, official travel.
struct AbsenceProcesses {
  private let leave: AbsenceProcess
  private let sickness: AbsenceProcess
  private let travel: AbsenceProcess
  /// The share of healthy people who fall sick from one working day to the next.
  let newSicknessShare: Double

  init(_ world: Assumptions, calendar: [WorkDay]) {
    leave = AbsenceProcess(
      share: world[.leaveShare], spellDays: world[.leaveSpellDays],
      holidayFactor: world[.leaveBridgeFactor],
      holidayShare: Double(calendar.count(where: \.isNextToHoliday)) / Double(calendar.count))
    sickness = AbsenceProcess(share: world[.sickShare], spellDays: world[.sickSpellDays])
    newSicknessShare = world[.sickShare] / (world[.sickSpellDays] * (1 - world[.sickShare]))
    travel = AbsenceProcess(share: world[.travelShare], spellDays: world[.travelSpellDays])
  }

  /// Draws who is absent on every day of one block.
  ///
  /// `offDuty` gets leave and sickness, `away` these and official travel, `sick` sickness alone and
  /// `planned` all that is known beforehand; all are overwritten.
  func draw(
    block: PackedStaff.Block, unitKey: (Purpose) -> RandomKey, calendar: [WorkDay],
    into masks: AbsenceMasks
  ) {
    func keys(_ start: Purpose, _ onset: Purpose, _ end: Purpose) -> AbsenceProcess.Keys {
      AbsenceProcess.Keys(
        start: unitKey(start).child(block.numberInUnit),
        onset: unitKey(onset).child(block.numberInUnit),
        end: unitKey(end).child(block.numberInUnit))
    }
    for mask in [masks.planned, masks.sick] { mask.update(repeating: 0, count: calendar.count) }
    leave.add(
      lanes: block.lanes, keys: keys(.leaveStart, .leaveOnset, .leaveEnd), calendar: calendar,
      to: masks.planned)
    sickness.add(
      lanes: block.lanes, keys: keys(.sickStart, .sickOnset, .sickEnd), calendar: calendar,
      to: masks.sick)
    for day in calendar.indices { masks.offDuty[day] = masks.planned[day] | masks.sick[day] }
    travel.add(
      lanes: block.lanes, keys: keys(.travelStart, .travelOnset, .travelEnd), calendar: calendar,
      to: masks.planned)
    for day in calendar.indices { masks.away[day] = masks.planned[day] | masks.sick[day] }
  }
}

/// Who of one block is absent on each day of a calendar, by what is known of it.
struct AbsenceMasks {
  /// Leave and sickness.
  let offDuty: UnsafeMutablePointer<UInt64>
  /// Absent for whatever reason.
  let away: UnsafeMutablePointer<UInt64>
  /// Absences known beforehand: leave and official travel.
  let planned: UnsafeMutablePointer<UInt64>
  let sick: UnsafeMutablePointer<UInt64>

  init(days: Int) {
    offDuty = .allocate(capacity: days)
    away = .allocate(capacity: days)
    planned = .allocate(capacity: days)
    sick = .allocate(capacity: days)
    for mask in [offDuty, away, planned, sick] { mask.initialize(repeating: 0, count: days) }
  }

  func deallocate() { for mask in [offDuty, away, planned, sick] { mask.deallocate() } }
}
