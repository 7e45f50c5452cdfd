import HybridWork

/// Who of the units on shifts is off roster on each day: not at work, and not absent either.
///
/// Teams go by turns through the unit's list. Units that are not on shifts are never off roster.
struct DutyRoster: Sendable {
  /// The duty of each unit, nil for those not on shifts; empty when no unit is.
  private let dutyOfUnit: [ShiftDuty?]

  init(_ duties: [ShiftDuty], units: [WorkUnit]) {
    dutyOfUnit =
      duties.isEmpty
      ? [] : units.map { unit in duties.first { $0.units.contains(unit.name) } }
  }

  /// Marks the off-roster lanes of a block on each day as away, which is known beforehand.
  func mark(_ block: PackedStaff.Block, calendar: [WorkDay], in masks: AbsenceMasks) {
    guard !dutyOfUnit.isEmpty, let duty = dutyOfUnit[block.unit] else { return }
    let people = block.lanes.nonzeroBitCount
    for (index, day) in calendar.enumerated() {
      var off: UInt64 = 0
      for lane in 0..<people {
        let team = (Int(block.numberInUnit) * 64 + lane) % duty.teams
        if !duty.isOnDuty(team: team, on: day.date) { off |= 1 << UInt64(lane) }
      }
      masks.leave[index] &= ~off
      masks.travel[index] &= ~off
      masks.offDuty[index] |= off
      masks.planned[index] |= off
      masks.away[index] |= off
      masks.cutOff[index] &= ~off
    }
  }
}
