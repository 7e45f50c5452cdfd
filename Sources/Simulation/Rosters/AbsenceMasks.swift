/// Who is absent, one word a day and kind: of one block, or of several one after the other.
struct AbsenceMasks {
  /// On leave, days off roster left out.
  let leave: UnsafeMutablePointer<UInt64>
  /// Travelling or in training, days off roster left out.
  let travel: UnsafeMutablePointer<UInt64>
  /// On leave or sick.
  let offDuty: UnsafeMutablePointer<UInt64>
  /// On leave, travelling or in training, which is known beforehand.
  let planned: UnsafeMutablePointer<UInt64>
  /// Sick, whether also absent for another reason or not.
  let sick: UnsafeMutablePointer<UInt64>
  /// Absent for any of these reasons.
  let away: UnsafeMutablePointer<UInt64>
  /// Not away, but unable to reach the office.
  let cutOff: UnsafeMutablePointer<UInt64>

  /// Room for `days` words of each kind, and for the filling of their last octet; free with
  /// ``deallocate()``.
  init(days: Int) {
    let room = DayOctets.room(forDays: days)
    func words() -> UnsafeMutablePointer<UInt64> {
      let words = UnsafeMutablePointer<UInt64>.allocate(capacity: max(room, 1))
      words.initialize(repeating: 0, count: max(room, 1))
      return words
    }
    leave = words()
    travel = words()
    offDuty = words()
    planned = words()
    sick = words()
    away = words()
    cutOff = words()
  }

  private init(_ masks: AbsenceMasks, from day: Int) {
    leave = masks.leave + day
    travel = masks.travel + day
    offDuty = masks.offDuty + day
    planned = masks.planned + day
    sick = masks.sick + day
    away = masks.away + day
    cutOff = masks.cutOff + day
  }

  /// The same masks from a word on.
  func advanced(by days: Int) -> AbsenceMasks { AbsenceMasks(self, from: days) }

  /// Takes over the masks of some of the days; on the others everyone in `lanes` is off roster.
  func spread(_ masks: AbsenceMasks, over places: [Int], of days: Int, _ lanes: UInt64) {
    for words in [offDuty, planned, away] { words.update(repeating: lanes, count: days) }
    for words in [leave, travel, sick, cutOff] { words.update(repeating: 0, count: days) }
    for (day, place) in places.enumerated() {
      leave[place] = masks.leave[day]
      travel[place] = masks.travel[day]
      offDuty[place] = masks.offDuty[day]
      planned[place] = masks.planned[day]
      away[place] = masks.away[day]
      sick[place] = masks.sick[day]
      cutOff[place] = masks.cutOff[day]
    }
  }

  func deallocate() {
    for words in [leave, travel, offDuty, planned, sick, away, cutOff] { words.deallocate() }
  }
}
