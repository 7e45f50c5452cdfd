/// Who of one unit is where on every day, one word a block and day: the memory that safeguards need,
/// since they look at a whole unit at once.
///
/// Places are `block * days + day`, blocks counted within the unit.
final class UnitDays {
  let dayCount: Int
  /// On leave or travelling: known beforehand.
  let planned: UnsafeMutablePointer<UInt64>
  /// Sick.
  let sick: UnsafeMutablePointer<UInt64>
  /// Absent for whatever reason.
  let away: UnsafeMutablePointer<UInt64>
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
    planned = masks()
    sick = masks()
    away = masks()
    wanted = guarded.map { $0 ? masks() : nil }
  }

  deinit {
    for masks in [planned, sick, away] { masks.deallocate() }
    for masks in wanted { masks?.deallocate() }
  }

  /// Who wants to work away on each day under a scenario with safeguards.
  ///
  /// Planned and willing that day, whether absent or not; safeguards change it. Nil for other
  /// scenarios.
  func wanted(scenario: Int) -> UnsafeMutablePointer<UInt64>? { wanted[scenario] }

  /// Keeps the absence of one block.
  func keep(_ absence: AbsenceMasks, place: Int) {
    (planned + place * dayCount).update(from: absence.planned, count: dayCount)
    (sick + place * dayCount).update(from: absence.sick, count: dayCount)
    (away + place * dayCount).update(from: absence.away, count: dayCount)
  }
}
