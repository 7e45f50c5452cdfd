import HybridWork

/// Counts, for 64 people at once, the weeks in which each worked 1, 2, … 5 flexible days.
///
/// Counters stand upright: bit b of a person's count is that person's lane of plane b, so adding
/// weeks costs a few word operations however many people take part. Four weeks are added at a
/// time, which needs a third of the carries; ``unpack()`` lays the counts down as numbers.
final class DoseCounter {
  /// Bits of a count, in whole bytes.
  private let planeCount: Int
  private static let doses = DaySplit.workingDays
  private let planes: UnsafeMutablePointer<UInt64>
  /// Up to four weeks that wait to be added, `dose * 4 + week`.
  private let waiting: UnsafeMutablePointer<UInt64>
  private var waitingCount = 0
  private let numbers: UnsafeMutablePointer<Int32>
  /// Which doses anyone has, 1…5 as places 0…4; after ``unpack()``.
  private(set) var isUsed: [5 of Bool] = .init(repeating: false)
  /// The flexible days of each lane; after ``unpack()``.
  let days: UnsafeMutablePointer<Int32>

  /// The weeks of each dose and lane, `(dose - 1) * 64 + lane`; after ``unpack()``.
  var counts: UnsafePointer<Int32> { UnsafePointer(numbers) }

  /// Room for calendars of up to `weeks` weeks.
  init(weeks: Int) {
    planeCount = (Int.bitWidth - weeks.leadingZeroBitCount + 7) / 8 * 8
    planes = .allocate(capacity: planeCount * Self.doses)
    waiting = .allocate(capacity: 4 * Self.doses)
    numbers = .allocate(capacity: 64 * Self.doses)
    days = .allocate(capacity: 64)
    numbers.initialize(repeating: 0, count: 64 * Self.doses)
    days.initialize(repeating: 0, count: 64)
    planes.initialize(repeating: 0, count: planeCount * Self.doses)
    waiting.initialize(repeating: 0, count: 4 * Self.doses)
  }

  deinit {
    planes.deallocate()
    waiting.deallocate()
    numbers.deallocate()
    days.deallocate()
  }

  /// Counts the flexible days of a calendar anew, week by week; returns who has any.
  ///
  /// `away` has one word a day, `weeks` the days of each week, at most seven.
  func count(_ away: UnsafePointer<UInt64>, weeks: [Range<Int>]) -> UInt64 {
    planes.update(repeating: 0, count: planeCount * Self.doses)
    waiting.update(repeating: 0, count: 4 * Self.doses)
    waitingCount = 0
    var everAway: UInt64 = 0
    for week in weeks {
      let (ones, twos, fours) = Self.digits(away + week.lowerBound, days: week.count)
      let any = ones | twos | fours
      guard any != 0 else { continue }
      everAway |= any
      add(ones, twos, fours)
    }
    return everAway
  }

  /// The binary digits (1, 2, 4) of each lane's number of days in one week.
  private static func digits(
    _ away: UnsafePointer<UInt64>, days: Int
  ) -> (ones: UInt64, twos: UInt64, fours: UInt64) {
    guard days != DaySplit.workingDays else {
      // Nearly every week: two full adders, and a half one for their carries.
      let (three, firstTwos) = added(away[0], away[1], away[2])
      let (ones, secondTwos) = added(three, away[3], away[4])
      return (ones, firstTwos ^ secondTwos, firstTwos & secondTwos)
    }
    var (ones, twos, fours): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for day in 0..<days {
      let carry = ones & away[day]
      ones ^= away[day]
      fours |= twos & carry
      twos ^= carry
    }
    return (ones, twos, fours)
  }

  /// Adds one week from the binary digits of everyone's flexible days in it.
  private func add(_ ones: UInt64, _ twos: UInt64, _ fours: UInt64) {
    let week = waiting + waitingCount
    week[0] = ones & ~twos & ~fours
    week[4] = ~ones & twos & ~fours
    week[8] = ones & twos & ~fours
    week[12] = ~ones & ~twos & fours
    week[16] = ones & ~twos & fours
    waitingCount += 1
    if waitingCount == 4 { addWaiting() }
  }

  private func addWaiting() {
    for dose in 0..<Self.doses {
      let week = waiting + dose * 4
      let plane = planes + dose * planeCount
      guard week[0] | week[1] | week[2] | week[3] != 0 else { continue }
      // Three full adders take four weeks and the two lowest planes to one carry.
      let (ones, firstTwos) = Self.added(plane[0], week[0], week[1])
      let (newOnes, secondTwos) = Self.added(ones, week[2], week[3])
      let (twos, fours) = Self.added(plane[1], firstTwos, secondTwos)
      plane[0] = newOnes
      plane[1] = twos
      var carry = fours
      var place = 2
      while carry != 0 {
        let sum = plane[place] ^ carry
        carry &= plane[place]
        plane[place] = sum
        place += 1
      }
    }
    waiting.update(repeating: 0, count: 4 * Self.doses)
    waitingCount = 0
  }

  /// Sum and carry of three words, bit by bit.
  @inline(__always)
  private static func added(
    _ first: UInt64, _ second: UInt64, _ third: UInt64
  ) -> (sum: UInt64, carry: UInt64) {
    let half = first ^ second
    return (half ^ third, first & second | half & third)
  }

  /// Lays the counts down as ``counts`` and ``days``.
  func unpack() {
    addWaiting()
    days.update(repeating: 0, count: 64)
    for dose in 0..<Self.doses {
      let plane = planes + dose * planeCount
      var any: UInt64 = 0
      for place in 0..<planeCount { any |= plane[place] }
      isUsed[dose] = any != 0
      guard any != 0 else { continue }
      let numbers = numbers + dose * 64
      numbers.update(repeating: 0, count: 64)
      for first in stride(from: 0, to: planeCount, by: 8) {
        Self.unpack(plane + first, shift: Int32(first), into: numbers)
      }
      for lane in 0..<64 { days[lane] &+= numbers[lane] &* Int32(dose &+ 1) }
    }
  }

  /// Person-weeks of `lanes` with a dose, 1…5; after ``unpack()``.
  func weeks(dose: Int, of lanes: UInt64) -> Int {
    let plane = planes + (dose - 1) * planeCount
    var sum = 0
    for place in 0..<planeCount { sum &+= (plane[place] & lanes).nonzeroBitCount &<< place }
    return sum
  }

  /// Adds eight planes to the numbers of 64 people.
  private static func unpack(
    _ planes: UnsafePointer<UInt64>, shift: Int32, into numbers: UnsafeMutablePointer<Int32>
  ) {
    for octet in 0..<8 {
      // Byte p holds bit p of eight people's counts; transposed, byte l is person l's count.
      var square: UInt64 = 0
      for place in 0..<8 {
        square |= (planes[place] &>> UInt64(octet &* 8) & 0xFF) &<< UInt64(place &* 8)
      }
      let bytes = transposed(square)
      for lane in 0..<8 {
        numbers[octet &* 8 &+ lane] |=
          Int32(truncatingIfNeeded: bytes &>> UInt64(lane &* 8) & 0xFF) &<< shift
      }
    }
  }

  /// An 8 × 8 square of bits, row r in byte r, mirrored at its diagonal.
  private static func transposed(_ square: UInt64) -> UInt64 {
    var square = square
    var swapped = (square ^ square &>> 7) & 0x00AA_00AA_00AA_00AA
    square ^= swapped ^ swapped &<< 7
    swapped = (square ^ square &>> 14) & 0x0000_CCCC_0000_CCCC
    square ^= swapped ^ swapped &<< 14
    swapped = (square ^ square &>> 28) & 0x0000_0000_F0F0_F0F0
    return square ^ swapped ^ swapped &<< 28
  }
}
