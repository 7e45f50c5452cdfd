/// The words of one block by cause, one a day, the filling of the last octet included.
struct CauseWords {
  private let first: UnsafeMutablePointer<UInt64>
  private let room: Int

  /// Room for days of every cause; free with ``deallocate()``.
  init(days: Int) {
    room = DayOctets.room(forDays: days)
    first = .allocate(capacity: max(room * AbsenceCause.allCases.count, 1))
  }

  /// Words that stand from `first` on, so many of each cause.
  init(_ first: UnsafeMutablePointer<UInt64>, room: Int) {
    self.first = first
    self.room = room
  }

  subscript(_ cause: AbsenceCause) -> UnsafeMutablePointer<UInt64> {
    first + cause.rawValue * room
  }

  func deallocate() { first.deallocate() }
}
