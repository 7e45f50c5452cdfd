/// Who of one unit is where on every day, one word a block and day: the memory that safeguards need,
/// since they look at a whole unit at once.
///
/// Places are `block * days + day`, blocks counted within the unit.
final class UnitDays {
  let dayCount: Int
  let absence: AbsenceMasks
  private let wanted: [UnsafeMutablePointer<UInt64>?]

  /// Room for the largest unit; `guarded` says which scenarios have safeguards.
  init(blocks: Int, dayCount: Int, guarded: [Bool]) {
    self.dayCount = dayCount
    let count = max(blocks * dayCount, 1)
    func masks() -> UnsafeMutablePointer<UInt64> {
      let masks = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
      masks.initialize(repeating: 0, count: count)
      return masks
    }
    absence = AbsenceMasks(days: count)
    wanted = guarded.map { $0 ? masks() : nil }
  }

  deinit {
    absence.deallocate()
    for masks in wanted { masks?.deallocate() }
  }

  /// Who wants to work away on each day under a scenario with safeguards.
  ///
  /// Planned and willing that day, whether absent or not; safeguards change it. Nil for other
  /// scenarios.
  func wanted(scenario: Int) -> UnsafeMutablePointer<UInt64>? { wanted[scenario] }

  /// Keeps the absence of one block.
  func keep(_ absence: AbsenceMasks, place: Int) {
    let kept = self.absence.advanced(by: place * dayCount)
    kept.leave.update(from: absence.leave, count: dayCount)
    kept.travel.update(from: absence.travel, count: dayCount)
    kept.offDuty.update(from: absence.offDuty, count: dayCount)
    kept.planned.update(from: absence.planned, count: dayCount)
    kept.sick.update(from: absence.sick, count: dayCount)
    kept.away.update(from: absence.away, count: dayCount)
    kept.cutOff.update(from: absence.cutOff, count: dayCount)
  }
}
