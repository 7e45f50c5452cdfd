import HybridWork

/// Counts, for 64 people at once, the weeks in which each worked 1, 2, … 5 flexible days.
///
/// Counters stand upright: bit b of a person's count is that person's lane of plane b, so adding a
/// week costs a few word operations however many people take part.
struct DoseCounter {
  private let planes: UnsafeMutablePointer<UInt64>
  private let planeCount: Int
  private static let doses = DaySplit.workingDays

  /// Room for calendars of up to `weeks` weeks; free with ``deallocate()``.
  init(weeks: Int) {
    planeCount = Int.bitWidth - weeks.leadingZeroBitCount
    planes = .allocate(capacity: planeCount * Self.doses)
    reset()
  }

  func deallocate() { planes.deallocate() }

  func reset() { planes.update(repeating: 0, count: planeCount * Self.doses) }

  /// Adds one week from the binary digits (1, 2, 4) of everyone's flexible days in it.
  func addWeek(_ ones: UInt64, _ twos: UInt64, _ fours: UInt64) {
    add(ones & ~twos & ~fours, dose: 1)
    add(~ones & twos & ~fours, dose: 2)
    add(ones & twos & ~fours, dose: 3)
    add(~ones & ~twos & fours, dose: 4)
    add(ones & ~twos & fours, dose: 5)
  }

  private func add(_ lanes: UInt64, dose: Int) {
    var carry = lanes
    var plane = (dose - 1) * planeCount
    while carry != 0 {
      let sum = planes[plane] ^ carry
      carry &= planes[plane]
      planes[plane] = sum
      plane += 1
    }
  }

  /// The weeks in which the person of a lane worked `dose` flexible days, 1…5.
  func weeks(lane: Int, dose: Int) -> Int {
    var count = 0
    let first = (dose - 1) * planeCount
    for plane in 0..<planeCount {
      count |= Int((planes[first + plane] >> UInt64(lane)) & 1) << plane
    }
    return count
  }
}
