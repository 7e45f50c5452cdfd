import HybridWork
import RealModule
import Statistics

/// Annual leave of one calendar year in one world: how many days people take, in which spells, and
/// where in the year they lie.
///
/// A person takes a binomial number of the entitled days, so never more than these; the days fall
/// into spells of random length; each spell is laid on free days beside an anchor day that is
/// likelier next to a holiday. The plan is drawn for the whole year and read where the study looks.
struct LeavePlan {
  private let year: WorkYear
  /// How many days a person takes.
  private let totals: InversionTable
  /// The chance in 65,536 that a spell ends after a day that is not the person's last.
  private let breakChance: UInt64
  /// Which working day of the year a spell is anchored at.
  private let anchors: InversionTable
  /// Before which holidays, and after none, a spell ends on the day it is anchored at.
  private let endsAtAnchor: [Bool]

  /// Draws of an anchor before a spell goes wherever days are free.
  private static let tries: UInt64 = 8
  /// Counters that a person has; words 1…127 break the days into spells, later ones anchor these.
  private static let counters: UInt64 = 4096
  private static let firstAnchor: UInt64 = 128

  init(_ world: Assumptions, year: WorkYear) {
    self.year = year
    let length = year.days.count
    let most = min(Int(world[.leaveEntitlementDays]), length)
    let mean = min(world[.leaveShare] * Double(length), Double(most))
    let share = most > 0 ? mean / Double(most) : 0
    totals = InversionTable(weights: Self.binomial(most, share))
    let some = 1 - Double.pow(1 - share, most)
    let breaks = (mean / world[.leaveSpellDays] - some) / (mean - some)
    breakChance = breaks > 0 ? UInt64((min(breaks, 1) * 0x1p16).rounded()) : 0
    endsAtAnchor = year.days.map { $0.precedesHoliday && !$0.followsHoliday }
    anchors = InversionTable(
      weights: year.days.map { $0.isNextToHoliday ? world[.leaveBridgeFactor] : 1 })
  }

  /// Probabilities of 0…n successes, up to a common factor, from the likeliest outwards.
  private static func binomial(_ trials: Int, _ share: Double) -> [Double] {
    var weights = Array(repeating: 0.0, count: trials + 1)
    guard share > 0 else { return [1] + weights.dropFirst() }
    guard share < 1 else { return weights.dropLast() + [1] }
    let odds = share / (1 - share)
    let mode = min(Int(Double(trials + 1) * share), trials)
    weights[mode] = 1
    for count in mode..<trials {
      weights[count + 1] = weights[count] * odds * Double(trials - count) / Double(count + 1)
    }
    for count in stride(from: mode, to: 0, by: -1) {
      weights[count - 1] = weights[count] * Double(count) / Double(trials - count + 1) / odds
    }
    return weights
  }

  /// Adds the people of a block who are on leave to each day that the study sees.
  ///
  /// `key` is the stream of the block's leave.
  func add(lanes: UInt64, key: RandomKey, to days: UnsafeMutablePointer<UInt64>) {
    let yearKey = key.child(UInt64(year.year))
    // A free day before the first and after the last, and one word more than these fill, so that a
    // window of 64 days can be read anywhere.
    let words = (year.days.count + 2) / 64 + 2
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { taken in
      guard let taken = taken.baseAddress else { return }
      var lanes = lanes
      while lanes != 0 {
        let lane = lanes.trailingZeroBitCount
        lanes &= lanes - 1
        taken.initialize(repeating: 0, count: words)
        var person = Person(
          key: yearKey, first: UInt64(lane) * Self.counters, bit: 1 << UInt64(lane),
          taken: taken, days: days)
        layAll(of: &person)
      }
    }
  }

  /// One person's year while it is laid out; it holds no array, whose references would be counted
  /// for every person.
  private struct Person {
    let key: RandomKey
    /// The person's first counter.
    let first: UInt64
    let bit: UInt64
    /// Days of the year already on leave: bit `day + 1`, so that the day before the first is free.
    let taken: UnsafeMutablePointer<UInt64>
    let days: UnsafeMutablePointer<UInt64>
    var spell: UInt64 = 0

    func isTaken(_ day: Int) -> Bool { taken[(day + 1) >> 6] >> UInt64((day + 1) & 63) & 1 == 1 }

    /// Whether so many days from `start` on, the day before and the day after are free.
    func isFree(_ length: Int, from start: Int) -> Bool {
      var place = start
      var left = length + 2
      while left > 0 {
        // The next 64 days from here, or as many as are asked.
        let (word, bit) = (place >> 6, UInt64(place & 63))
        let window = taken[word] &>> bit | (taken[word + 1] &<< 1) &<< (63 - bit)
        if window & (.max &>> UInt64(64 - min(left, 64))) != 0 { return false }
        place += 64
        left -= 64
      }
      return true
    }

    /// Takes so many days from `start` on out of those that are free.
    func occupy(_ length: Int, from start: Int) {
      var place = start + 1
      var left = length
      while left > 0 {
        let (word, bit) = (place >> 6, UInt64(place & 63))
        let mask = UInt64.max &>> UInt64(64 - min(left, 64))
        taken[word] |= mask &<< bit
        taken[word + 1] |= (mask &>> 1) &>> (63 - bit)
        place += 64
        left -= 64
      }
    }
  }

  private func layAll(of person: inout Person) {
    let total = totals.place(person.key.word(person.first))
    guard total > 0 else { return }
    var begun = 0
    for gaps in stride(from: 0, to: total - 1, by: 64) {
      var ends = ends(of: person, gaps..<min(gaps + 64, total - 1))
      while ends != 0 {
        let next = gaps + ends.trailingZeroBitCount + 1
        ends &= ends - 1
        lay(next - begun, of: &person)
        begun = next
      }
    }
    lay(total - begun, of: &person)
  }

  /// After which days of a person's leave a spell ends: one bit for each of up to 64 gaps between
  /// days, of which the first is a multiple of four.
  private func ends(of person: Person, _ gaps: Range<Int>) -> UInt64 {
    var ends: UInt64 = 0
    for first in stride(from: gaps.lowerBound, to: gaps.upperBound, by: 4) {
      // A fourth of the word decides each, without a branch: spells end as if by chance.
      let word = person.key.word(person.first &+ 1 &+ UInt64(first / 4))
      for gap in 0..<UInt64(4) {
        let isEnd = ((word &>> (16 &* gap) & 0xFFFF) &- breakChance) &>> 63
        ends |= isEnd &<< (UInt64(first - gaps.lowerBound) &+ gap)
      }
    }
    return ends & (.max &>> UInt64(64 - gaps.count))
  }

  /// Lays one spell beside an anchor, apart from earlier ones.
  private func lay(_ length: Int, of person: inout Person) {
    let lastStart = year.days.count - length
    let counter = person.first &+ Self.firstAnchor &+ person.spell &* Self.tries
    person.spell &+= 1
    var start = 0
    for attempt in 0..<Self.tries {
      let anchor = anchors.place(person.key.word(counter &+ attempt))
      // Before a holiday the spell runs up to it; after one, and elsewhere, it begins there.
      start = min(max(anchor - (endsAtAnchor[anchor] ? length - 1 : 0), 0), lastStart)
      guard person.isFree(length, from: start) else { continue }
      person.occupy(length, from: start)
      mark(start..<(start + length), of: person)
      return
    }
    fill(length, from: start, for: person)
  }

  /// Takes free days one by one, round the year, where no spell fits.
  private func fill(_ length: Int, from start: Int, for person: Person) {
    var left = length
    var day = start
    while left > 0 {
      if !person.isTaken(day) {
        person.occupy(1, from: day)
        mark(day..<(day + 1), of: person)
        left -= 1
      }
      day = day + 1 < year.days.count ? day + 1 : 0
    }
  }

  /// Writes a person's days of leave to those that the study sees.
  private func mark(_ leave: Range<Int>, of person: Person) {
    let seen = year.firstStudied..<(year.firstStudied + year.studyDays.count)
    let first = person.days + (year.studyDays.lowerBound - year.firstStudied)
    for day in leave.clamped(to: seen) { first[day] |= person.bit }
  }
}
