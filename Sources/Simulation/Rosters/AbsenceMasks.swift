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
