import HybridWork

/// Counts, for 64 people at once, the weeks in which each worked 1, 2, … 5 flexible days.
///
/// Counters stand upright: bit b of a person's count is that person's lane of plane b, so adding
/// weeks costs a few word operations however many people take part. A plane holds the words of all
/// doses side by side, and four weeks are added at a time, which needs a third of the carries;
/// ``unpack()`` lays the counts down as numbers.
final class DoseCounter {
  /// Planes that counts of the calendar's weeks can reach, and as many as whole bytes have.
  private let carryCount: Int
  private let planeCount: Int
  private static let doses = DaySplit.workingDays
  private let planes: UnsafeMutablePointer<SIMD8<UInt64>>
  private let numbers: UnsafeMutablePointer<Int32>
  /// Which doses anyone has, 1…5 as places 0…4; after ``unpack()``.
  private(set) var isUsed: [5 of Bool] = .init(repeating: false)
  /// The flexible days of each lane; after ``unpack()``.
  let days: UnsafeMutablePointer<Int32>

  /// The weeks of each dose and lane, `(dose - 1) * 64 + lane`; after ``unpack()``.
  var counts: UnsafePointer<Int32> { UnsafePointer(numbers) }

  /// Room for calendars of up to `weeks` weeks.
  init(weeks: Int) {
    // Two planes at least, since four weeks are added to the first two.
    carryCount = max(Int.bitWidth - weeks.leadingZeroBitCount, 2)
    planeCount = (carryCount + 7) / 8 * 8
    planes = .allocate(capacity: planeCount)
    planes.initialize(repeating: SIMD8(), count: planeCount)
    numbers = .allocate(capacity: 64 * Self.doses)
    days = .allocate(capacity: 64)
    numbers.initialize(repeating: 0, count: 64 * Self.doses)
    days.initialize(repeating: 0, count: 64)
  }

  deinit {
    planes.deallocate()
    numbers.deallocate()
    days.deallocate()
  }

  /// Counts the flexible days of a calendar anew, week by week; returns who has any.
  ///
  /// `away` has one word a day, `weeks` the days of each week, at most seven.
  func count(_ away: UnsafePointer<UInt64>, weeks: [Range<Int>]) -> UInt64 {
    planes.update(repeating: SIMD8(), count: planeCount)
    var everAway: UInt64 = 0
    for first in stride(from: 0, to: weeks.count, by: 4) {
      let (one, anyOfOne) = Self.doses(away, weeks, first)
      let (two, anyOfTwo) = Self.doses(away, weeks, first + 1)
      let (three, anyOfThree) = Self.doses(away, weeks, first + 2)
      let (four, anyOfFour) = Self.doses(away, weeks, first + 3)
      let any = anyOfOne | anyOfTwo | anyOfThree | anyOfFour
      guard any != 0 else { continue }
      everAway |= any
      add(one, two, three, four)
    }
    return everAway
  }

  /// Who has each dose in a week, nobody after the last week; and who has any.
  @inline(__always)
  private static func doses(
    _ away: UnsafePointer<UInt64>, _ weeks: [Range<Int>], _ week: Int
  ) -> (doses: SIMD8<UInt64>, any: UInt64) {
    guard week < weeks.count else { return (SIMD8(), 0) }
    let (ones, twos, fours) = digits(away + weeks[week].lowerBound, days: weeks[week].count)
    // Place d - 1 asks for the digits of dose d: it turns those round that are 0 in d.
    let doses =
      (SIMD8(repeating: ones) ^ SIMD8(0, .max, 0, .max, 0, .max, 0, 0))
      & (SIMD8(repeating: twos) ^ SIMD8(.max, 0, 0, .max, .max, 0, 0, 0))
      & (SIMD8(repeating: fours) ^ SIMD8(.max, .max, .max, 0, 0, 0, 0, 0))
    return (doses, ones | twos | fours)
  }

  /// The binary digits (1, 2, 4) of each lane's number of days in one week.
  @inline(__always)
  private static func digits(
    _ away: UnsafePointer<UInt64>, days: Int
  ) -> (ones: UInt64, twos: UInt64, fours: UInt64) {
    guard days != DaySplit.workingDays else {
      // Nearly every week: two full adders, and a half one for their carries.
      let first = away[0] ^ away[1]
      let three = first ^ away[2]
      let firstTwos = away[0] & away[1] | first & away[2]
      let second = three ^ away[3]
      let secondTwos = three & away[3] | second & away[4]
      return (second ^ away[4], firstTwos ^ secondTwos, firstTwos & secondTwos)
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

  /// Adds four weeks: three full adders take them and the two lowest planes to one carry.
  @inline(__always)
  private func add(
    _ one: SIMD8<UInt64>, _ two: SIMD8<UInt64>, _ three: SIMD8<UInt64>, _ four: SIMD8<UInt64>
  ) {
    let (ones, firstTwos) = Self.added(planes[0], one, two)
    let (newOnes, secondTwos) = Self.added(ones, three, four)
    let (twos, fours) = Self.added(planes[1], firstTwos, secondTwos)
    planes[0] = newOnes
    planes[1] = twos
    var carry = fours
    for place in 2..<carryCount {
      let sum = planes[place] ^ carry
      carry &= planes[place]
      planes[place] = sum
    }
  }

  /// Sum and carry of three words, bit by bit.
  @inline(__always)
  private static func added(
    _ first: SIMD8<UInt64>, _ second: SIMD8<UInt64>, _ third: SIMD8<UInt64>
  ) -> (sum: SIMD8<UInt64>, carry: SIMD8<UInt64>) {
    let half = first ^ second
    return (half ^ third, first & second | half & third)
  }

  /// The words of one dose, the next plane's eight words on.
  private func words(dose: Int) -> UnsafePointer<UInt64> {
    UnsafeRawPointer(planes).assumingMemoryBound(to: UInt64.self) + (dose - 1)
  }

  /// Lays the counts down as ``counts`` and ``days``.
  func unpack() {
    days.update(repeating: 0, count: 64)
    for dose in 1...Self.doses {
      let words = words(dose: dose)
      var any: UInt64 = 0
      for place in 0..<carryCount { any |= words[place &* 8] }
      isUsed[dose - 1] = any != 0
      guard any != 0 else { continue }
      let numbers = numbers + (dose - 1) * 64
      numbers.update(repeating: 0, count: 64)
      for first in stride(from: 0, to: planeCount, by: 8) {
        Self.unpack(words + first * 8, shift: Int32(first), into: numbers)
      }
      for lane in 0..<64 { days[lane] &+= numbers[lane] &* Int32(dose) }
    }
  }

  /// Person-weeks of `lanes` with a dose, 1…5; after ``unpack()``.
  func weeks(dose: Int, of lanes: UInt64) -> Int {
    let words = words(dose: dose)
    var sum = 0
    for place in 0..<carryCount { sum &+= (words[place &* 8] & lanes).nonzeroBitCount &<< place }
    return sum
  }

  /// Adds eight planes of one dose to the numbers of 64 people.
  private static func unpack(
    _ words: UnsafePointer<UInt64>, shift: Int32, into numbers: UnsafeMutablePointer<Int32>
  ) {
    for octet in 0..<8 {
      // Byte p holds bit p of eight people's counts; transposed, byte l is person l's count.
      var square: UInt64 = 0
      for place in 0..<8 {
        square |= (words[place &* 8] &>> UInt64(octet &* 8) & 0xFF) &<< UInt64(place &* 8)
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
